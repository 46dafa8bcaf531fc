import { expect, test, type Locator, type Page } from '@playwright/test';
import { ValueType, Workbook } from 'exceljs';
import { readFile } from 'node:fs/promises';
import { complaintsOf, desktop, elsewhere, signInAs } from './support';

/* Whoever sees a table takes it along: as CSV, and as a workbook whose dates are dates and whose texts are no formulas. */

async function saved(page: Page, from: Locator, kind: 'CSV' | 'XLSX'): Promise<readonly [string, Buffer]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    from.getByRole('button', { name: kind }).click(),
  ]);
  return [file.suggestedFilename(), await readFile(await file.path())];
}

/** The workbook as a spreadsheet opens it; no cell of it is a formula. */
async function workbookFrom(page: Page, from: Locator): Promise<readonly [string, Workbook]> {
  const [name, bytes] = await saved(page, from, 'XLSX');
  const workbook = new Workbook();
  // The types of the library know the Buffer of an older Node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  expect(typesIn(workbook)).not.toContain(ValueType.Formula);
  return [name, workbook];
}

function typesIn(workbook: Workbook): ReadonlySet<ValueType> {
  const types = new Set<ValueType>();
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell(({ type }) => void types.add(type)));
  return types;
}

const ofDirector = [
  ['/program', /^competencies-/, ['Competencies', 'About']],
  ['/program?show=groups', /^procedure-groups-/, ['Groups', 'About']],
  ['/yield', /^where-cases-come-from-/, ['Sites and supervisors', 'Procedure days', 'About']],
  ['/raters', /^raters-/, ['Supervisors', 'Fellows', 'About']],
  ['/behind', /^behind-/, ['Who is behind', 'About']],
  ['/forecasts', /^forecasts-/, ['Forecasts', 'About']],
  ['/approvals', /^approvals-/, ['Approvals', 'About']],
  ['/waiting', /^waiting-/, ['Waiting entries', 'About']],
  ['/people', /^people-/, ['People', 'About']],
  ['/year', /^year-/, ['Rotations', 'Leave', 'Trainings', 'About']],
  ['/sign-offs', /^sign-offs-/, ['Sign-offs']],
] as const;

test('A director takes the tables of every page along as workbooks', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  for (const [address, name, sheets] of ofDirector) {
    await page.goto(address);
    const [found, workbook] = await workbookFrom(page, page.locator('.cs-page-head cs-save-tables'));
    expect(found).toMatch(name);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(sheets);
    expect(typesIn(workbook), address).toContain(ValueType.Date);
    expect(workbook.worksheets[0]?.rowCount, address).toBeGreaterThan(1);
  }
  await page.goto('/case-mix');
  const [, mix] = await workbookFrom(page, page.locator('.cs-page-head cs-save-tables'));
  expect(mix.worksheets).toHaveLength(10);
  await page.goto('/program');
  const [forecast] = await workbookFrom(page, page.locator('cs-class-forecast'));
  expect(forecast).toMatch(/^class-forecast-/);
  const [, attention] = await workbookFrom(page, page.locator('cs-attention-panel'));
  expect(attention.worksheets.map((sheet) => sheet.name)).toEqual(['Worth a look', 'Set aside', 'About']);
  expect(complaints).toEqual([]);
});

test('A fellow takes the own log along, all of it, and a supervisor the decisions', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Sasha Marwood/);
  await page.goto('/entries');
  const total = Number.parseInt(await page.getByText(/^\d+ entries, newest first$/).innerText(), 10);
  const [name, workbook] = await workbookFrom(page, page.locator('cs-save-tables'));
  expect(name).toMatch(/^my-log-\d{4}-\d\d-\d\d\.xlsx$/);
  const [log] = workbook.worksheets;
  expect(log?.getRow(2).getCell(1).type).toBe(ValueType.Date);
  const ids = new Set((log?.getColumn(14).values ?? []).filter((id) => id !== 'Entry' && id !== undefined));
  expect(ids.size).toBe(total);
  const [csv, text] = await saved(page, page.locator('cs-save-tables'), 'CSV');
  expect(csv).toMatch(/^my-log-.*\.csv$/);
  expect(text.toString('utf8')).toContain('Performed on,Fellow,Procedure');

  await page.goto('/progress');
  const [, progress] = await workbookFrom(page, page.locator('.cs-page-head'));
  expect(progress.worksheets.map((sheet) => sheet.name)).toEqual(['Competencies', 'Groups', 'About']);
  await page.locator('a[href^="/progress/"]').first().click();
  const [, evidence] = await workbookFrom(
    page,
    page.getByRole('region', { name: /^Why/ }).locator('cs-save-tables'),
  );
  expect(evidence.worksheets.map((sheet) => sheet.name)).toEqual(['Rules', 'Entries', 'About']);

  const supervisor = await elsewhere(browser, /Sunita Rao/, desktop);
  await supervisor.goto('/decided');
  const [, decisions] = await workbookFrom(supervisor, supervisor.locator('cs-save-tables'));
  expect(decisions.worksheets[0]?.getRow(2).getCell(1).type).toBe(ValueType.Date);
  expect(complaints).toEqual([]);
});

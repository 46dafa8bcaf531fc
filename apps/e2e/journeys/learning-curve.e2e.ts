import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, desktop, phone, signInAs } from './support';

const tfesi = 'Lumbar transforaminal epidural';

test('A fellow on a phone reads when a number is reached, walks the learning curve and opens a case', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Joana Ferreira/);
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await expect(page.getByText(/^Look for next:/)).toBeVisible();
  await expect(page.getByText(/would be at standard by chance/)).toBeVisible();
  await page.locator('.competencies h3 a', { hasText: tfesi }).click();
  await expect(page).toHaveURL(/\/progress\/lumbar-transforaminal$/);
  await expect(
    page.getByRole('heading', { name: /at help 4 or more|too few to say|at standard/ }),
  ).toBeVisible();
  const cases = page.locator('cs-curve-panel').last().locator('a');
  await cases.first().waitFor();
  const last = cases.last();
  // The pointer still lies where the link was, and what it lies on is looked at too.
  await page.mouse.move(0, 0);
  await last.focus();
  await expect(page.locator('.readout')).toHaveText((await last.getAttribute('aria-label')) ?? '');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  await page.goBack();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('region', { name: 'Judged cases, the newest first' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('A director looks at a fellow’s curve, saves it, and sets the charts of those to come', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  const grid = page.getByRole('grid', { name: 'Fellows by competency' });
  await grid.locator('a', { hasText: /Sasha Marwood, Lumbar transforaminal/ }).click();
  await expect(page).toHaveURL(/\/fellows\/[0-9a-f-]{36}\/competencies\/lumbar-transforaminal$/);
  await page.locator('cs-rules-evidence .entries').waitFor();
  await inspect(page, 'competency-of-a-fellow');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('cs-curve-card').getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^curve-lumbar-transforaminal-\d{4}-\d{2}-\d{2}\.csv$/);

  await page.goto('/charts');
  await page.getByRole('button', { name: `Set: ${tfesi}` }).click();
  await inspect(page, 'charts');
  await page.getByLabel('Inadequate: percent not going well').fill('10');
  await page.getByRole('button', { name: 'Set for those to come' }).click();
  await expect(page.getByText('The adequate rate is the lower one.').first()).toBeVisible();
  await page.getByLabel('Inadequate: percent not going well').fill('25');
  await page.getByRole('button', { name: 'Set for those to come' }).click();
  const chart = page.locator('li', { has: page.getByRole('heading', { name: tfesi, exact: true }) });
  await expect(chart).toContainText(/inadequate 25 %.*set by Dr\. Ruth Castellan/);
  await expect(chart).toContainText('Begun before, with other numbers:');
  expect(complaints).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { complaintsOf, desktop, signInAs, wide } from './support';

test('A director sees the program, opens a number, and reads the entries behind it', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(wide);
  await signInAs(page, /Ruth Castellan/);
  await expect(page).toHaveURL(/\/program$/);
  const grid = page.getByRole('grid', { name: 'Fellows by competency' });
  await expect(grid.getByRole('row')).toHaveCount(7);
  await expect(page.getByRole('main')).toContainText('our own synthesis, for review by your physicians');

  const cell = grid.locator('a', { hasText: /Lena Brandvold, Lumbar transforaminal/ });
  const shown = Number(await cell.locator('.tile b').textContent());
  await cell.click();
  await expect(page).toHaveURL(/competencies\/lumbar-transforaminal/);
  await expect(page.getByText(new RegExp(`${shown} of \\d+`)).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  expect(complaints).toEqual([]);
});

test('The map is walked with arrow keys, has a table twin and a file of its numbers', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  const grid = page.getByRole('grid', { name: 'Fellows by competency' });
  await grid.locator('[data-cell="0-0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(grid.locator('[data-cell="1-1"]')).toBeFocused();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const twin = page.getByRole('region', { name: 'Competencies by fellow' });
  await expect(twin.getByRole('columnheader', { name: 'Lena Brandvold' })).toBeVisible();
  await page.getByRole('button', { name: 'Groups' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^procedure-groups-\d{4}-\d{2}-\d{2}\.csv$/);
});

test('A director opens a fellow’s page, the entries of a group, and one entry with its ratings', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page
    .getByRole('rowheader', { name: /Sasha Marwood/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/\/fellows\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: /Sasha Marwood/ }).first()).toBeVisible();
  await page.locator('a[href*="groupId=epidural"]').first().click();
  await expect(page).toHaveURL(/entries\?.*groupId=epidural/);
  await page.locator('cs-entry-line a').first().click();
  await expect(page.getByText(/^Help [1-5]:/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Amend' })).toHaveCount(0);
});

test('A coordinator sees counts and entries, and no rating or narrative', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ben Ashby/);
  await expect(page).toHaveURL(/\/program$/);
  await page
    .getByRole('rowheader', { name: /Sasha Marwood/ })
    .getByRole('link')
    .click();
  await page.locator('a[href*="groupId=epidural"]').first().click();
  await page.locator('cs-entry-line a').first().click();
  await expect(page.getByText(/^Approved by Dr\./)).toBeVisible();
  await expect(page.getByText(/^Help [1-5]:|Keep doing:|Do differently:/)).toHaveCount(0);
});

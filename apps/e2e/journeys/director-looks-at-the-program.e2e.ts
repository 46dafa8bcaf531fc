import { expect, test } from '@playwright/test';
import { complaintsOf, desktop, look, phone, signInAs, wide } from './support';

test('A director sees the program, opens a number, and reads the entries behind it', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(wide);
  await signInAs(page, /Ruth Castellan/);
  await expect(page).toHaveURL(/\/program$/);
  const grid = page.getByRole('grid', { name: 'Fellows by competency' });
  await expect(grid).toBeVisible();
  await expect(grid.getByRole('row')).toHaveCount(7);
  await look(page, 'program-desktop');

  const cell = grid.locator('a', { hasText: /Lena Brandvold, Lumbar transforaminal/ });
  const shown = Number(await cell.locator('.tile b').textContent());
  await cell.click();
  await expect(page).toHaveURL(/competencies\/lumbar-transforaminal/);
  await expect(page.getByText(new RegExp(`${shown} of \\d+`)).first()).toBeVisible();
  await look(page, 'evidence-by-director');
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
  await look(page, 'program-table');
  await page.getByRole('button', { name: 'Procedure groups' }).click();
  await look(page, 'program-groups');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^procedure-groups-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await look(page, 'program-phone');
});

test('A director opens a fellow’s page and from there the entries of a group', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page
    .getByRole('rowheader', { name: /Sasha Marwood/ })
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/\/fellows\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: /Sasha Marwood/ }).first()).toBeVisible();
  await look(page, 'fellow-desktop');
  await page.locator('a[href*="groupId=epidural"]').first().click();
  await expect(page).toHaveURL(/entries\?.*groupId=epidural/);
  await look(page, 'fellow-entries-desktop');
});

test('Nobody reaches a page of another role by its address', async ({ page }) => {
  await signInAs(page, /Lena Brandvold/);
  await page.goto('/program');
  await expect(page.getByRole('grid')).toHaveCount(0);
  const reply = await page.request.get('/api/session');
  const session = (await reply.json()) as { roles: { programId: string }[] };
  const refused = await page.request.get(`/api/programs/${session.roles[0]?.programId}/dashboard`);
  expect(refused.status()).toBe(403);
});

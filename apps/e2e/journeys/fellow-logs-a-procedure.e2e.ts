import { expect, test } from '@playwright/test';
import { complaintsOf, desktop, look, phone, signInAs } from './support';

test('A fellow logs an ordinary case on a phone in nine taps and finds it in the log', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await page.goto('/sign-in');
  await look(page, 'sign-in-phone');
  await signInAs(page, /Lena Brandvold/);
  await expect(page).toHaveURL(/\/home$/);
  await look(page, 'home-phone');

  await page.getByRole('link', { name: /^Log/ }).first().click();
  const recent = page.getByRole('group', { name: 'Recent and frequent' });
  await expect(recent).toBeVisible();
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    taps += 1;
    await target.click();
  };
  const search = page.getByRole('combobox', { name: 'Procedure or experience' });
  await search.fill('tfesi l4 l5 left');
  taps += 1;
  await tap(page.getByRole('option', { name: /Transforaminal.*lumbar/i }).first());
  await expect(page.getByRole('button', { name: 'L4 left' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'L5 left' })).toHaveAttribute('aria-pressed', 'true');
  await tap(page.getByRole('radio', { name: /^Performed I did/ }));
  await tap(page.getByRole('radio', { name: /^Direct/ }));
  await tap(page.getByRole('radio', { name: 'Success' }));
  await tap(
    page
      .getByRole('button', { name: /^No complication/ })
      .or(page.getByRole('checkbox', { name: /^No complication/ })),
  );
  await look(page, 'log-phone');
  await tap(page.getByRole('button', { name: 'Submit', exact: true }));
  expect(taps).toBeLessThanOrEqual(9);
  await expect(page.getByText('submitted', { exact: false }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('A fellow who forgets something is told at the field, and keeps what was typed', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Sasha Marwood/);
  await page.goto('/log');
  await page.getByRole('combobox', { name: 'Procedure or experience' }).fill('stellate');
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await look(page, 'log-errors-desktop');
  await expect(page).toHaveURL(/\/log/);
});

test('A fellow sees where they stand, opens a number, and reads why a case does not count', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  await page.goto('/progress');
  await expect(page.getByRole('heading', { name: /progress/i }).first()).toBeVisible();
  await look(page, 'progress-phone');
  await page.setViewportSize(desktop);
  await look(page, 'progress-desktop');
  await page.locator('a[href*="/competencies/lumbar-transforaminal"]').first().click();
  await expect(page).toHaveURL(/competencies\/lumbar-transforaminal/);
  await expect(page.getByText(/another role than the rule asks for|before the rule/).first()).toBeAttached();
  await look(page, 'evidence-desktop');
  await page.locator('a[href*="/entries/"]').first().click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  await look(page, 'entry-desktop');
  await page.goto('/entries');
  await look(page, 'entries-desktop');
  await page.setViewportSize(phone);
  await look(page, 'entries-phone');
  expect(complaints).toEqual([]);
});

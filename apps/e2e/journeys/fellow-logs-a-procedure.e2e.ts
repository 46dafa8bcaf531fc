import { expect, test } from '@playwright/test';
import {
  answerOrdinary,
  choose,
  complaintsOf,
  desktop,
  phone,
  pickProcedure,
  procedure,
  signInAs,
} from './support';

test('A fellow logs an ordinary entry on a phone in nine taps and finds it in the log', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  await expect(page).toHaveURL(/\/home$/);
  await page.getByRole('link', { name: 'Log', exact: true }).first().click();
  await expect(page.getByRole('group', { name: 'Recent and frequent' })).toBeVisible();
  let taps = 0;
  const tap = async (target: ReturnType<typeof page.locator>): Promise<void> => {
    taps += 1;
    await target.click();
  };
  await tap(page.getByRole('combobox', { name: 'Procedure or experience' }));
  await page.keyboard.type('tfesi l4 l5 left');
  await tap(page.getByRole('option', { name: /Transforaminal.*lumbar/i }).first());
  await expect(page.getByRole('button', { name: 'L4 left' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'L5 left' })).toHaveAttribute('aria-pressed', 'true');
  await tap(page.getByRole('radio', { name: /^Performed I did$/ }));
  await tap(page.getByRole('radio', { name: /^Direct/ }));
  await tap(page.getByRole('radio', { name: 'Success' }));
  await tap(page.getByRole('checkbox', { name: 'No complication' }));
  await tap(page.getByRole('radio', { name: 'Chronic, non-cancer', exact: true }));
  await tap(page.getByRole('radio', { name: 'Radicular', exact: true }));
  await tap(page.getByRole('button', { name: 'Submit', exact: true }));
  expect(taps).toBeLessThanOrEqual(9);
  await expect(page.getByText('It counts once approved.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.locator('cs-entry-line').first()).toContainText('L4, L5 left');
  expect(complaints).toEqual([]);
});

test('A fellow who forgets something is told at the field, and keeps what was typed', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Sasha Marwood/);
  await page.goto('/log');
  await pickProcedure(page, 'stellate');
  await page.getByRole('button', { name: 'C6 left' }).click();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByText('Say which part you took.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Performed I did$/ })).toBeFocused();
  await expect(page.getByRole('button', { name: 'C6 left' })).toHaveAttribute('aria-pressed', 'true');
  await answerOrdinary(procedure(page));
  await expect(page.getByText(/need attention/)).toHaveCount(0);
});

test('A fellow logs a clinic: the next entry keeps day, place and people, and can be left without saving', async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await signInAs(page, /Remy Delacroix/);
  await page.goto('/log');
  await choose(page, 'Supervisor', 'Dr. Maya Feld');
  await pickProcedure(page, 'tpi');
  await page.getByRole('radio', { name: 'Left', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Trapezius' }).click();
  await answerOrdinary(procedure(page));
  const site = await page.getByLabel('Site', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Submit and next' }).click();
  await expect(page.getByText(/Submitted: Trigger point/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Procedure or experience' })).toBeFocused();
  expect(await page.getByLabel('Site', { exact: true }).inputValue()).toBe(site);

  await pickProcedure(page, 'stellate');
  await page.getByRole('button', { name: 'Close' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('heading', { name: /Stellate/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page).toHaveURL(/\/home$/);
});

test('A fellow sees where they stand, opens a number, and reads why an entry does not count', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  await page.getByRole('link', { name: 'Progress', exact: true }).click();
  await page.locator('a[href*="/progress/lumbar-transforaminal"]').first().click();
  await expect(page).toHaveURL(/progress\/lumbar-transforaminal/);
  await page.getByRole('button', { name: /^Not counted \d+$/ }).click();
  await expect(page.getByText(/another role than the rule asks for|before the rule/).first()).toBeAttached();
  await page.locator('cs-rules-evidence a[href*="/entries/"]').first().click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  expect(complaints).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, pickProcedure, procedure, signInAs, signInAtThePage } from './support';

/* Every page and dialog that a fellow meets: WCAG 2.2 AA on a phone and a desktop, light and dark, down to 320 px. */

const OPEN_DIALOG = 'dialog[open]';

test('Signing in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: /Look around/ }).waitFor();
  await inspect(page, 'sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await inspect(page, 'sign-in-errors', 'form');
});

test('Home, account, lists and progress', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Lena Brandvold/);
  await expect(page.getByRole('heading', { name: /approved entries count/ })).toBeVisible();
  await inspect(page, 'home');
  await page.getByRole('button', { name: 'Account' }).click();
  await inspect(page, 'account-menu', '[popover]:popover-open');

  await page.goto('/entries?state=submitted');
  await page.locator('cs-entry-line').first().waitFor();
  await inspect(page, 'entries');
  await page.goto('/entries?state=void&groupId=botulinum');
  await page.getByRole('heading', { name: 'No entries like this' }).waitFor();
  await inspect(page, 'entries-none');

  await page.goto('/progress');
  await page.getByRole('heading', { name: /every rule met/ }).waitFor();
  await page.locator('.competencies summary').first().click();
  await inspect(page, 'progress');
  await page.locator('.competencies h3 a', { hasText: 'Lumbar transforaminal epidural' }).click();
  await page.locator('cs-rules-evidence .entries').waitFor();
  await page.getByRole('button', { name: 'Show as table' }).click();
  await inspect(page, 'competency');
  await page.goto('/nowhere');
  await page.getByRole('heading', { name: 'Nothing to see here' }).waitFor();
  await inspect(page, 'not-found');
  expect(complaints).toEqual([]);
});

test('Logging', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Lena Brandvold/);
  await page.goto('/log');
  await page.getByRole('group', { name: 'Recent and frequent' }).waitFor();
  await inspect(page, 'log-start');
  await page.getByRole('combobox', { name: 'Procedure or experience' }).fill('tfesi l4 l5 left');
  await inspect(page, 'log-search', 'cs-procedure-search');

  await pickProcedure(page, 'tfesi l4 l5 left');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByText(/need attention/)).toBeVisible();
  await inspect(page, 'log-errors');

  const part = procedure(page);
  await part.getByRole('radio', { name: /^Performed I did$/ }).click();
  await part.getByRole('radio', { name: /^Direct/ }).click();
  await part.getByRole('radio', { name: 'Aborted' }).click();
  await part.getByRole('checkbox', { name: /Vasovagal/ }).click();
  for (const more of await page.locator('summary').all()) await more.click();
  await inspect(page, 'log-all');

  await part.getByRole('button', { name: 'All', exact: true }).click();
  await inspect(page, 'log-complications', OPEN_DIALOG);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Diagnosis code/ }).click();
  await inspect(page, 'log-diagnosis', OPEN_DIALOG);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await inspect(page, 'log-leave', OPEN_DIALOG);
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  await inspect(page, 'entry-draft');
  await page.getByRole('button', { name: 'Void' }).click();
  await page.getByRole('button', { name: 'Make it void' }).click();
  await inspect(page, 'entry-void', OPEN_DIALOG);
  expect(complaints).toEqual([]);
});

test('An approved entry, its amendment, and a session that ends meanwhile', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAtThePage(page, /Joana Ferreira/);
  await page.goto('/entries?state=approved');
  await page.locator('cs-entry-line a').first().click();
  await page.getByRole('link', { name: 'Amend' }).waitFor();
  await inspect(page, 'entry');
  await page.getByRole('link', { name: 'Amend' }).click();
  await page.getByText('The approved version keeps counting').waitFor();
  await inspect(page, 'entry-amend');
  await page.context().clearCookies();
  await page.getByRole('radio', { name: /^Observed/ }).click();
  await page.getByRole('button', { name: 'Submit the amendment' }).click();
  await page.getByRole('dialog', { name: 'Sign in to go on' }).waitFor();
  await inspect(page, 'sign-in-again', OPEN_DIALOG);
  expect(complaints).toEqual([]);
});

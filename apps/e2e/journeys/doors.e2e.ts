import { expect, test } from '@playwright/test';
import { complaintsOf, desktop, phone, pickProcedure, signInAs, signInAtThePage } from './support';

test('A wrong password is said at the form, which keeps what was typed', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Type your work e-mail, such as name@hospital.example.')).toBeVisible();
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await page.getByLabel('Work e-mail').fill('somebody@hospital.example');
  await page.getByLabel('Password').fill('not the one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Work e-mail')).toHaveValue('somebody@hospital.example');
  await expect(page).toHaveURL(/sign-in/);
});

test('Somebody who asks for a page signs in first and comes to it; signing out closes every page', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await page.goto('/entries?state=approved');
  await expect(page).toHaveURL(/sign-in\?return=/);
  await page.getByRole('button', { name: /Ama Okafor/ }).click();
  await expect(page).toHaveURL(/\/entries\?state=approved$/);

  await page.getByRole('button', { name: 'Account' }).click();
  const account = page.getByRole('dialog', { name: 'Account' });
  await expect(account).toContainText('Ama Okafor');
  await account.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await account.getByRole('radio', { name: 'Device' }).click();
  await account.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await page.goto('/entries');
  await expect(page).toHaveURL(/sign-in/);
});

test('When a session ends, signing in happens above the page, which keeps what was typed', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAtThePage(page, /Sasha Marwood/);
  await page.goto('/log');
  await pickProcedure(page, 'tfesi l4 left');
  await page.getByRole('radio', { name: /^Performed I did$/ }).click();
  // Without its cookie the session is gone, as after too many idle minutes.
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Go on as Sasha Marwood' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'L4 left' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('radio', { name: /^Performed I did$/ })).toBeChecked();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  expect(complaints).toEqual([]);
});

test('An address that is not there, or not for one’s role, leads back to the start page', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Lena Brandvold/);
  for (const address of ['/nowhere', '/program', '/queue']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Nothing to see here' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Go to your start page' }).click();
  await expect(page).toHaveURL(/\/home$/);
  const reply = await page.request.get('/api/session');
  const session = (await reply.json()) as { roles: { programId: string }[] };
  const refused = await page.request.get(`/api/programs/${session.roles[0]?.programId}/dashboard`);
  expect(refused.status()).toBe(403);
});

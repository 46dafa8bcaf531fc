import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, desktop, signInAs } from './support';

/* A coordinator keeps the people of the program, and who is let in chooses a password. */

test.describe.configure({ timeout: 180_000 });
test.use({ viewport: desktop });

test('A coordinator lets a nurse in, corrects her name and her days, and closes the account', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Coordinator/);
  await page.goto('/people');
  const everybody = page.getByRole('list', { name: 'Everybody of the program' });
  await everybody.waitFor();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Choose a role.')).toBeVisible();
  await inspect(page, 'people-adding');
  await page.getByLabel('Name', { exact: true }).fill('Nora Bell');
  await page.getByLabel('Work e-mail').fill('nora.bell@harbor.example');
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Clinical staff' });
  await page.getByLabel('Last day').fill('2031-06-30');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const nora = everybody.getByRole('link', { name: 'Nora Bell' });
  await nora.waitFor();
  await inspect(page, 'people');
  await nora.click();
  await page.getByRole('heading', { level: 1, name: 'Nora Bell' }).waitFor();
  await inspect(page, 'person');
  await page.getByLabel('Name', { exact: true }).fill('Nora Bell-Ito');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nora Bell-Ito' }).waitFor();
  const role = page.getByRole('group', { name: /^Clinical staff/ });
  await role.getByLabel('Last day').fill('2020-01-01');
  await role.getByRole('button', { name: /^Set these days/ }).click();
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await role.getByLabel('Last day').fill('2030-06-30');
  await role.getByRole('button', { name: /^Set these days/ }).click();
  await expect(page.getByText(/until Jun 30, 2030/)).toBeVisible();
  await page.getByRole('button', { name: 'Close the account' }).click();
  await expect(page.getByText('The account is closed.', { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

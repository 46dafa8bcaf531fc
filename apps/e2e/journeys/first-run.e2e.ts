import { expect, test, type Page } from '@playwright/test';
import { emptyServer } from './empty-server';
import { inspect } from './inspect';
import { complaintsOf, desktop } from './support';
import { workbookFile } from './workbook-file';

/* A server on an empty data folder, as a hospital starts it; its director sets the program up in the browser. */

test.describe.configure({ timeout: 240_000 });
test.use({ viewport: desktop });

const PASSWORD = 'gravel teapot misses september';
const ROSTER = [
  ['Name', 'E-mail', 'Role', 'First day', 'Last day', 'Cohort'],
  [...['A. Okonjo', 'a.okonjo@first.example', 'fellow'], ...['2026-07-01', '2031-06-30', '2026–27']],
  ['B. Novak', 'b.novak@first.example', 'attending', '2026-07-01', '2031-06-30'],
  ['C. Reyes', 'no address', 'staff', '2026-07-01', '2031-06-30'],
];

let address: string;
let token: string;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  ({ address, token, stop } = await emptyServer());
});

test.afterAll(() => stop());

test('A director sets the program up with the token of the console, once', async ({ page, browser }) => {
  const complaints = complaintsOf(page);
  await page.goto(`${address}/`);
  await expect(page).toHaveURL(/\/set-up$/);
  await page.getByLabel('Token from the console').fill('not this one');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/This is not the token that the server printed/)).toBeVisible();
  await inspect(page, 'set-up-token');
  await page.goto('about:blank');
  await page.goto(`${address}/set-up#${token}`);
  await page.getByRole('heading', { name: 'Program', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Set the program up' }).click();
  await expect(page.getByText('Type the institution.').first()).toBeVisible();
  await fillIn(page);
  await page.getByRole('button', { name: 'Set the program up' }).click();
  await expect(page.getByText(/names that everybody here knows/).first()).toBeVisible();
  await inspect(page, 'set-up');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Try it with a test entry' }).click();
  await expect(page.getByText(/counted as 1 of 20 for Trigger point injection/)).toBeVisible();
  await inspect(page, 'set-up-tried');
  await page.getByRole('button', { name: 'Set the program up' }).click();
  await expect(page).toHaveURL(/\/program$/);
  await page.goto(`${address}/people`);
  const everybody = page.getByRole('list', { name: 'Everybody of the program' });
  for (const name of ['Ida Lindqvist', 'Noor Haddad', 'A. Okonjo', 'B. Novak'])
    await expect(everybody.getByRole('link', { name })).toBeVisible();
  await expect(everybody.getByRole('listitem').filter({ has: page.getByRole('link') })).toHaveCount(4);

  const other = await (await browser.newContext({ viewport: desktop })).newPage();
  await other.goto(`${address}/set-up#${token}`);
  await expect(other.getByText('No set-up is open here.')).toBeVisible();
  await inspect(other, 'set-up-over');
  await other.getByRole('link', { name: 'Sign in' }).click();
  await other.getByLabel('Work e-mail').fill('ida.lindqvist@first.example');
  await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other).toHaveURL(/\/program$/);
  expect(complaints).toEqual([]);
});

/** All of it, with a password that everybody could guess and a roster of which one row is wrong. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Institution').fill('First Example Hospital');
  await page.getByRole('textbox', { name: 'Program', exact: true }).fill('Pain Medicine Fellowship');
  await page.getByLabel('First site').fill('Main clinic');
  const director = page.getByRole('region', { name: 'Director' });
  await director.getByLabel('Name').fill('Ida Lindqvist');
  await director.getByLabel('Work e-mail').fill('ida.lindqvist@first.example');
  await director.getByLabel('Password', { exact: true }).fill('First Example Hospital');
  const coordinator = page.getByRole('region', { name: 'Coordinator' });
  await coordinator.getByRole('button', { name: 'Name a coordinator' }).click();
  await coordinator.getByLabel('Name').fill('Noor Haddad');
  await coordinator.getByLabel('Work e-mail').fill('noor.haddad@first.example');
  await page.getByLabel('Roster as CSV or .xlsx').setInputFiles(await workbookFile('roster.xlsx', ROSTER));
  await page.getByRole('button', { name: /^Use supervisor/ }).click();
  await expect(page.getByText('2 rows come in with the program, 1 row is left out.')).toBeVisible();
}

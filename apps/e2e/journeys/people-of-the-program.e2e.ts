import { expect, test, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { inspect } from './inspect';
import { addPasskey, complaintsOf, desktop, signInAs } from './support';
import { workbookFile } from './workbook-file';

/* A coordinator keeps the people of the program; who is let in chooses a password and a second factor. */

const EMAIL = 'nora.bell@harbor.example';
const PASSWORD = 'gravel teapot misses september';

test('A coordinator lets a nurse in, who chooses a password and a second factor; in the end the account is closed', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people');
  const everybody = page.getByRole('list', { name: 'Everybody of the program' });
  await everybody.waitFor();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Choose a role.').first()).toBeVisible();
  await inspect(page, 'people-adding');
  await page.getByLabel('Name', { exact: true }).fill('Nora Bell');
  await page.getByLabel('Work e-mail').fill(EMAIL);
  await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Clinical staff' });
  await page.getByLabel('Last day').fill('2031-06-30');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const nora = everybody.getByRole('link', { name: 'Nora Bell' });
  await nora.waitFor();
  await inspect(page, 'people');
  await nora.click();
  await page.getByRole('heading', { level: 1, name: 'Nora Bell' }).waitFor();
  const role = page.getByRole('group', { name: /^Clinical staff/ });
  await role.getByLabel('Last day').fill('2020-01-01');
  await role.getByRole('button', { name: /^Set these days/ }).click();
  await expect(page.getByText('The last day is before the first.').first()).toBeVisible();
  await role.getByLabel('Last day').fill('2030-06-30');
  await role.getByRole('button', { name: /^Set these days/ }).click();
  await expect(page.getByText(/until Jun 30, 2030/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  const address = (await page.getByText(/\/welcome#/).textContent())?.trim() ?? '';
  await inspect(page, 'person');

  const guest = await (await browser.newContext({ viewport: desktop })).newPage();
  await comesIn(guest, address);
  await isLetInAnew(page, guest);
  await setsUpFactor(guest);
  await comesInByPasskey(guest);

  await page.getByRole('button', { name: 'Close the account' }).click();
  await expect(page.getByText('The account is closed.', { exact: true })).toBeVisible();
  await guest.goto('/board');
  await expect(guest).toHaveURL(/sign-in/);
  expect(complaints).toEqual([]);
});

test('A coordinator finds no way into the account of the director', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people');
  await page
    .getByRole('list', { name: 'Everybody of the program' })
    .getByRole('link', { name: /Ruth Castellan/ })
    .click();
  await expect(page.getByText(/account of a director are kept by directors/)).toBeVisible();
  await expect(page.getByRole('button', { name: /Close the account|Make a link|invitation/ })).toHaveCount(0);
  await inspect(page, 'person-directs');
  expect(complaints).toEqual([]);
});

/** With the link that was handed over: a corrected name, a password that is refused with its reason, one that is taken. */
async function comesIn(guest: Page, address: string): Promise<void> {
  const complaints = complaintsOf(guest);
  await guest.goto(address);
  await guest.getByLabel('Your name').fill('Nora Bell-Ito');
  await guest.getByLabel('Password', { exact: true }).fill('too short');
  await guest.getByRole('button', { name: 'Set the password' }).click();
  await expect(guest.getByText(/Take 15 characters or more/).first()).toBeVisible();
  await inspect(guest, 'welcome');
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Set the password' }).click();
  await expect(guest.getByText('The link is used up.')).toBeVisible();
  await guest.reload();
  await expect(guest.getByText(/This link was used already/)).toBeVisible();
  await inspect(guest, 'welcome-used');
  await guest.getByRole('link', { name: 'Sign in' }).click();
  await guest.getByLabel('Work e-mail').fill(EMAIL);
  await guest.getByLabel('Password', { exact: true }).fill('not this one at all');
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest.getByText(/do not match an account/)).toBeVisible();
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest).toHaveURL(/\/board/);
  expect(complaints).toEqual([]);
}

/** The coordinator makes a link for another password: who came in by it decides nothing for a day, and is told so. */
async function isLetInAnew(page: Page, guest: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: 'Make a link for a new password' }).click();
  await guest.goto((await page.getByText(/\/welcome#/).textContent())?.trim() ?? '');
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Set the password' }).click();
  await expect(guest.getByText('The link is used up.')).toBeVisible();
  await guest.getByRole('link', { name: 'Sign in' }).click();
  await guest.getByLabel('Work e-mail').fill(EMAIL);
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest).toHaveURL(/\/board/);
  await guest.goto('/account');
  await expect(guest.getByText(/Somebody else let you into your account anew/)).toBeVisible();
  await inspect(guest, 'account-let-in-anew');
}

/** An authenticator app is set up; from then on signing in asks for its code. */
async function setsUpFactor(guest: Page): Promise<void> {
  await guest.goto('/account');
  await guest.getByText('here', { exact: true }).waitFor();
  await inspect(guest, 'account');
  const part = guest.getByRole('region', { name: 'Second factor' });
  await part.getByLabel('Your password').fill(PASSWORD);
  await part.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await part.getByRole('button', { name: 'Confirm' }).waitFor();
  await inspect(guest, 'account-factor', 'cs-factor-part');
  const secret = ((await part.locator('.secret').textContent()) ?? '').replaceAll(/\s/g, '');
  await part.getByLabel('Code from the app').fill(generateSync({ secret }));
  await part.getByRole('button', { name: 'Confirm' }).click();
  await expect(part.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await guest.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(guest).toHaveURL(/sign-in/);
  await guest.getByLabel('Work e-mail').fill(EMAIL);
  await guest.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await guest.getByLabel('Code').waitFor();
  await inspect(guest, 'sign-in-code');
  // The code of the half minute that just confirmed the app is used up: the next one is taken.
  const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
  await guest.getByLabel('Code').fill(next);
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(guest).toHaveURL(/\/board/);
}

/** A passkey of the device is added, and opens the account without password and code. */
async function comesInByPasskey(guest: Page): Promise<void> {
  await addPasskey(guest, PASSWORD);
  await guest.getByRole('button', { name: 'Sign out everywhere' }).click();
  await guest.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(guest).toHaveURL(/\/board/);
}

const ROSTER = `Name,E-mail,Role,First day,Last day,Cohort
C. Imanov,c.imanov@harbor.example,fellow,2030-07-01,2031-06-31,2030–31
D. Marchetti,d.marchetti@harbor.example,attending,2030-07-01,2035-06-30,
E. Lund,no address,fellow,2030-07-01,2031-06-30,2030–31
F. Adeyemi,f.adeyemi@harbor.example,fellow,7/1/2030,6/30/2031,2030–31
`;

test('A coordinator looks at a roster with three wrong rows, brings in what is ready and takes it back', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people');
  await page.getByRole('link', { name: 'Import a roster' }).click();
  const file = { name: 'roster-2030.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) };
  await page.getByLabel('Roster as CSV or .xlsx').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: '3 of 4 rows need you' }).waitFor();
  await expect(page.getByRole('button', { name: 'Add 1, leave out 3' })).toBeVisible();
  await inspect(page, 'people-import');
  await page.getByRole('button', { name: /^Use 2031-06-30/ }).click();
  await page.getByRole('button', { name: /^Use supervisor/ }).click();
  await expect(page.getByText('E-mail: This is no e-mail address.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add 3, leave out 1' }).click();
  await page.getByText(/^3 roles came with the import of/).waitFor();
  const everybody = page.getByRole('list', { name: 'Everybody of the program' });
  await expect(everybody.getByRole('link', { name: 'F. Adeyemi' })).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(everybody.getByRole('link', { name: 'F. Adeyemi' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

const begin = new Date('2032-07-01');
const WORKBOOK = [
  ['Fellows and faculty of 2032'],
  [],
  ['Name', 'E-mail', 'Role', 'First day', 'Last day', 'Cohort'],
  ['G. Okafor', 'g.okafor@harbor.example', 'fellow', begin, new Date('2033-06-30'), '2032–33'],
  ['H. Sato', 'h.sato@harbor.example', 'attending', begin, '6/30/2037'],
  [],
  [...['I. Brandt', 'i.brandt@harbor.example', 'fellow'], ...[begin, '2033-06-31', '2032–33']],
  ['J. Costa', { formula: 'B4&"?"', result: 'no address' }, 'fellow', begin, begin, '2032–33'],
];

test('A coordinator brings a workbook in: its rows are those of the sheet, and it is taken back as a whole', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people/import');
  const choice = page.getByLabel('Roster as CSV or .xlsx');
  await choice.setInputFiles({ name: 'old.xlsx', mimeType: '', buffer: Buffer.from('Name,E-mail') });
  await expect(page.getByText(/This is no workbook that can be read here/).first()).toBeVisible();
  await choice.setInputFiles(await workbookFile('roster-2032.xlsx', WORKBOOK));
  await page.getByRole('heading', { name: 'roster-2032.xlsx, sheet “People”, dry run' }).waitFor();
  const wrong = page.getByRole('list', { name: 'Rows that need you' }).getByRole('listitem');
  await expect(wrong.locator('.line')).toHaveText(['5', '7', '8']);
  await expect(wrong.nth(2)).toContainText('E-mail: This is no e-mail address.');
  await inspect(page, 'people-import-workbook');
  await page.getByRole('button', { name: 'Use 2033-06-30 in line 7' }).click();
  await page.getByRole('button', { name: 'Add 2, leave out 2' }).click();
  await page.getByText(/^2 roles came with the import of/).waitFor();
  const everybody = page.getByRole('list', { name: 'Everybody of the program' });
  await expect(everybody.getByRole('link', { name: 'I. Brandt' })).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(everybody.getByRole('link', { name: 'I. Brandt' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('A coordinator plans a rotation and leave, and renames a site', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/year');
  const fellow = page.locator('cs-year-page section.part').first();
  await fellow.getByRole('button', { name: /^Leave for/ }).click();
  await fellow.getByRole('button', { name: 'Plan it' }).click();
  await expect(fellow.getByText('Choose the first day.').first()).toBeVisible();
  await inspect(page, 'year');
  const leave = fellow.getByRole('form', { name: /^Leave of/ });
  await leave.getByLabel('First day').fill('2001-01-01');
  await leave.getByLabel('Last day').fill('2001-01-02');
  await leave.getByRole('button', { name: 'Plan it' }).click();
  await expect(leave.getByText('On this day the fellow is not in training here.').first()).toBeVisible();
  await fellow
    .getByRole('button', { name: /^Change / })
    .first()
    .click();
  const rotation = fellow.getByRole('form', { name: /^Rotation of/ });
  await rotation.getByLabel('On service, %').fill('60');
  await rotation.getByLabel('Procedure days a week').fill('3');
  await inspect(page, 'year-rotation', 'cs-rotation-form');
  await rotation.getByRole('button', { name: 'Save' }).click();
  await expect(fellow.getByText(/60 % on service, procedures on 3 days a week/).first()).toBeVisible();
  const sites = page.getByRole('region', { name: 'Sites' });
  await sites
    .getByRole('button', { name: /^Change/ })
    .first()
    .click();
  await sites.getByLabel('New name').fill('Harbor University Medical Center');
  await sites.getByRole('button', { name: 'Save the site' }).click();
  await expect(sites.getByText('Harbor University Medical Center').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

import { expect, test, type Browser, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { readFile } from 'node:fs/promises';
import { emptyServer, type EmptyServer } from './empty-server';
import {
  answerOrdinary,
  choose,
  complaintsOf,
  desktop,
  phone,
  pickProcedure,
  procedure,
  type Viewport,
} from './support';

/* A year in minutes: a program is set up, its people come in, log, approve, change and leave; a graduate keeps the log. */

test.describe.configure({ timeout: 480_000 });

const PASSWORD = 'gravel teapot misses september';
const NEXT_PASSWORD = 'seven lanterns under the harbor';
const ROSTER = `Name,E-mail,Role,First day,Last day,Cohort
A. Okonjo,a.okonjo@year.example,fellow,2025-07-01,2031-06-30,2026–27
B. Novak,b.novak@year.example,supervisor,2025-07-01,2031-06-30,
D. Marsh,d.marsh@year.example,supervisor,2025-07-01,2031-06-30,
C. Reyes,no address,staff,2025-07-01,2031-06-30,
E. Lund,e.lund@year.example,wizard,2025-07-01,2031-06-30,
F. Adeyemi,f.adeyemi@year.example,fellow,2025-07-01,2031-06-31,2026–27
`;

let server: EmptyServer;

test.beforeAll(async () => {
  server = await emptyServer();
});
test.afterAll(() => server.stop());

/** A device of somebody, without a session. */
async function device(browser: Browser, viewport: Viewport = desktop): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL: server.address, acceptDownloads: true });
  return context.newPage();
}

async function signIn(page: Page, email: string, password: string, code?: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  if (code !== undefined) {
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens the page of a person. */
async function person(page: Page, name: string): Promise<void> {
  await page.goto('/people');
  await page.getByRole('list', { name: 'Everybody of the program' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** With a printed invitation a person chooses a password and signs in. */
async function comesIn(
  admin: Page,
  page: Page,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await person(admin, name);
  await admin.getByRole('button', { name: 'Make an invitation' }).click();
  const link = (await admin.getByText(/\/welcome#/).textContent())?.trim() ?? '';
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The link is used up.')).toBeVisible();
  await signIn(page, email, PASSWORD);
}

/** An authenticator app of somebody who is signed in; answers its secret. */
async function setsUpApp(page: Page): Promise<string> {
  await page.goto('/account');
  const part = page.getByRole('region', { name: 'Second factor' });
  await part.getByLabel('Your password').fill(PASSWORD);
  await part.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const secret = ((await part.locator('.secret').textContent()) ?? '').replaceAll(/\s/g, '');
  await part.getByLabel('Code from the app').fill(generateSync({ secret }));
  await part.getByRole('button', { name: 'Confirm' }).click();
  await expect(part.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  return secret;
}

async function logs(page: Page, typed: string): Promise<void> {
  await page.goto('/log');
  await pickProcedure(page, typed);
  const part = procedure(page);
  await choose(page, 'Supervisor', 'B. Novak');
  await answerOrdinary(part);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByText('Waiting', { exact: true })).toBeVisible();
}

async function setUp(director: Page): Promise<void> {
  await director.goto(`/set-up#${server.token}`);
  await director.getByLabel('Institution').fill('Year Example Hospital');
  await director.getByRole('textbox', { name: 'Program', exact: true }).fill('Pain Medicine Fellowship');
  await director.getByLabel('First site').fill('Main clinic');
  const who = director.getByRole('region', { name: 'Director' });
  await who.getByLabel('Name').fill('Ida Lindqvist');
  await who.getByLabel('Work e-mail').fill('ida.lindqvist@year.example');
  await who.getByLabel('Password', { exact: true }).fill(PASSWORD);
  const coordinator = director.getByRole('region', { name: 'Coordinator' });
  await coordinator.getByRole('button', { name: 'Name a coordinator' }).click();
  await coordinator.getByLabel('Name').fill('Noor Haddad');
  await coordinator.getByLabel('Work e-mail').fill('noor.haddad@year.example');
  await director.getByRole('button', { name: 'Set the program up' }).click();
  await expect(director).toHaveURL(/\/program$/);
}

/** The roster as a coordinator brings it in: three rows are wrong, and are left out. */
async function importsRoster(page: Page): Promise<void> {
  await page.goto('/people/import');
  const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) };
  await page.getByLabel(/^Roster as/).setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: '3 of 6 rows need you' }).waitFor();
  await page.getByRole('button', { name: /^Add 3, leave out 3$/ }).click();
  await page.getByText(/^3 roles came with the import of/).waitFor();
}

async function plansTheYear(page: Page): Promise<void> {
  await page.goto('/year');
  const fellow = page.getByRole('region', { name: 'A. Okonjo' });
  await fellow.getByRole('button', { name: /^Rotation for/ }).click();
  const rotation = fellow.getByRole('form', { name: /^Rotation of/ });
  await rotation.getByLabel('Rotation', { exact: true }).fill('Interventional');
  await rotation.getByLabel('Site').selectOption({ label: 'Main clinic' });
  await rotation.getByLabel('First day').fill('2026-07-01');
  await rotation.getByLabel('Last day').fill('2031-06-30');
  await rotation.getByRole('button', { name: 'Plan it' }).click();
  await fellow
    .getByRole('button', { name: /^Change / })
    .first()
    .click();
  await rotation.getByLabel('On service, %').fill('80');
  await rotation.getByRole('button', { name: 'Save' }).click();
  await expect(fellow.getByText(/80 % on service/)).toBeVisible();
  await fellow.getByRole('button', { name: /^Leave for/ }).click();
  const leave = fellow.getByRole('form', { name: /^Leave of/ });
  await leave.getByLabel('First day').fill('2030-01-01');
  await leave.getByLabel('Last day').fill('2030-02-01');
  await leave.getByRole('button', { name: 'Plan it' }).click();
  await expect(fellow.getByRole('list', { name: 'Leave of A. Okonjo' })).toBeVisible();
}

/** A forgotten password: a mail, a link, a new password. */
async function forgets(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten password?' }).click();
  await page.getByLabel('Work e-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText(/a mail with a link is on its way/)).toBeVisible();
  let secret = '';
  await expect(() => {
    secret = /welcome#([\w-]{43})/.exec(server.lastMail())?.[1] ?? '';
    expect(secret).not.toBe('');
  }).toPass();
  await page.goto(`/welcome#${secret}`);
  await page.getByLabel('Password', { exact: true }).fill(NEXT_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The link is used up.')).toBeVisible();
  await signIn(page, email, NEXT_PASSWORD);
}

/** Sets the last day of a role that begins with this word. */
async function ends(page: Page, role: RegExp, on: string): Promise<void> {
  const part = page.getByRole('group', { name: role });
  await part.getByLabel('Last day').fill(on);
  const taker = part.getByLabel('What is left goes to');
  if (await taker.isVisible()) await taker.selectOption({ label: 'D. Marsh' });
  await part.getByRole('button', { name: /^(Set these days|End and hand over)/ }).click();
  await expect(page.getByText(/ended on/).first()).toBeVisible();
}

test('A program is set up, lives a year, and its graduate takes the log along', async ({ browser }) => {
  const director = await device(browser);
  const complaints = complaintsOf(director);
  await test.step('the first run', () => setUp(director));
  const coordinator = await device(browser);
  await test.step('the coordinator comes in and brings the roster', async () => {
    await comesIn(director, coordinator, { name: 'Noor Haddad', email: 'noor.haddad@year.example' });
    await importsRoster(coordinator);
  });
  const [fellow, supervisor] = [await device(browser, phone), await device(browser)];
  let secret = '';
  await test.step('a fellow and a supervisor come in, the supervisor with a second factor', async () => {
    await comesIn(coordinator, fellow, { name: 'A. Okonjo', email: 'a.okonjo@year.example' });
    await comesIn(coordinator, supervisor, { name: 'B. Novak', email: 'b.novak@year.example' });
    secret = await setsUpApp(supervisor);
  });
  await test.step('the year is planned', () => plansTheYear(coordinator));
  await test.step('the fellow logs, the supervisor approves', async () => {
    for (const typed of ['tfesi l4 left', 'stellate c6 left', 'tfesi l5 right']) await logs(fellow, typed);
    await supervisor.context().clearCookies();
    const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
    await signIn(supervisor, 'b.novak@year.example', PASSWORD, code);
    await supervisor.goto('/queue');
    const first = supervisor.locator('cs-review-card').first();
    await first
      .getByRole('radio', { name: /Stood by/ })
      .first()
      .check();
    await first.getByRole('button', { name: /^Approve with 4/ }).click();
    await expect(supervisor.getByText(/^Approved with 4/)).toBeVisible();
  });
  await test.step('the fellow forgets the password', () => forgets(fellow, 'a.okonjo@year.example'));
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  await test.step('the supervisor leaves while entries wait, and is out at once', async () => {
    await person(coordinator, 'B. Novak');
    await ends(coordinator, /^Supervisor/, yesterday);
    await coordinator.goto('/waiting');
    await expect(coordinator.getByText(/D\. Marsh/).first()).toBeVisible();
    await supervisor.goto('/queue');
    await expect(supervisor.locator('cs-review-card')).toHaveCount(0);
  });
  await test.step('the fellow graduates, and the roll-over says what is left', async () => {
    await person(coordinator, 'A. Okonjo');
    await ends(coordinator, /^Fellow/, yesterday);
    await coordinator.goto(`/roll-over?on=${new Date().toISOString().slice(0, 10)}`);
    const leaving = coordinator.locator('cs-step-part').filter({ hasText: 'Fellows who leave' });
    await expect(leaving.getByText('A. Okonjo').first()).toBeVisible();
    await expect(leaving.getByRole('link', { name: /2 entries wait for a decision/ })).toBeVisible();
  });
  await test.step('the graduate reads the log and takes it along', async () => {
    await fellow.goto('/entries');
    await expect(fellow.getByText(/Your training in Pain Medicine Fellowship ended/).first()).toBeVisible();
    await expect(fellow.locator('cs-entry-line')).toHaveCount(3);
    const [file] = await Promise.all([
      fellow.waitForEvent('download'),
      fellow.getByRole('button', { name: 'CSV' }).first().click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv).toContain('Stellate');
    expect(csv.trim().split('\n').length).toBeGreaterThanOrEqual(4);
  });
  expect(complaints).toEqual([]);
});

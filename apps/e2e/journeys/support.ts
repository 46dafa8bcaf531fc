import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';

/*
 * What journeys share. A journey that is quick to run:
 * - signs in with `signInAs`: each person does it at the page once for each worker; `signInAtThePage` only where the
 *   session is ended or signing in is what the journey is about.
 * - calls `inspect(page, name)` for each new page or dialog once, with a name of its own; the register in `inspected.ts`
 *   skips a name that was looked at, and `every-page.last.ts` names the addresses of the app that nobody inspected.
 * - waits for what it wants to see, never for time; where time must pass, `page.clock` sets it.
 * - does not rest on what another journey left: the other worker has another database.
 */

/** How many entries wait for the signed-in supervisor, as the queue says; it shows the cards of a long one bit by bit. */
export async function waitingFor(page: Page): Promise<number> {
  const text = await page.getByText(/\d+ entr(y waits|ies wait) for you/).textContent();
  return Number(/\d+/.exec(text ?? '')?.[0]);
}

/** Size of a window, CSS px. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** Sizes that people work in. */
export const phone: Viewport = { width: 360, height: 800 };
export const desktop: Viewport = { width: 1280, height: 900 };
export const wide: Viewport = { width: 1440, height: 1000 };

type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** Who has signed in before in this run; everybody signs in at the page once. */
const signedIn = new Map<string, Cookies>();

/** Opens the start page of a person of the demo program. */
export async function signInAs(page: Page, name: RegExp): Promise<void> {
  const before = signedIn.get(name.source);
  if (before) {
    await page.context().addCookies(before);
    await page.goto('/');
    await expect(page).not.toHaveURL(/sign-in|\/$/);
    return;
  }
  await signInAtThePage(page, name);
  signedIn.set(name.source, await page.context().cookies());
}

/** Signs in with one tap, with a session that is nobody else's: it may be ended. */
export async function signInAtThePage(page: Page, name: RegExp): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: /Look around/ }).waitFor();
  // Only a few of each role are shown at first. A button that has shown all is gone, so the next one is the first.
  const more = page.getByRole('button', { name: /^Show all/ });
  for (let left = await more.count(); left > 0; left -= 1) {
    await more.first().click();
    await expect(more).toHaveCount(left - 1);
  }
  await page.getByRole('button', { name }).first().click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Another person at another device. */
export async function elsewhere(browser: Browser, name: RegExp, viewport: Viewport = phone): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await signInAs(page, name);
  return page;
}

/** The supervisor whom the entry on the page waits for; the address changes before the entry is there. */
export async function supervisorAsked(page: Page): Promise<string> {
  const waits = await page.getByText(/^Waits for Dr\. /).innerText();
  const name = /^Waits for (Dr\. [\w ]+)\./.exec(waits)?.[1];
  if (name === undefined) throw new Error(`No supervisor in “${waits}”`);
  return name;
}

/**
 * The queue of the supervisor of an entry, at another device, with the card of that entry, to which the address leads; it has
 * one of its own also where others are alike.
 */
export async function cardOf(
  browser: Browser,
  { supervisor, address }: { readonly supervisor: string; readonly address: string },
  viewport?: Viewport,
): Promise<{ readonly queue: Page; readonly card: Locator }> {
  const queue = await elsewhere(browser, new RegExp(supervisor.replace('Dr. ', '')), viewport);
  await queue.goto(`/queue?entry=${new URL(address).pathname.split('/').at(-1)}`);
  const card = queue.locator('cs-review-card').filter({ has: queue.locator('article.current') });
  await card.waitFor();
  return { queue, card };
}

/** Collects what a page complains about; a journey ends with none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is a reply that the page handles and the journey looks at.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}

/** Finds a procedure by what people type and takes the first hit. */
export async function pickProcedure(page: Page, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Procedure or experience' }).fill(typed);
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
}

/** The part of the log page that belongs to one procedure. */
export function procedure(page: Page, number?: number): Locator {
  return page.getByRole('region', {
    name: number === undefined ? 'Procedure' : `Procedure ${number}`,
    exact: true,
  });
}

/** Answers what every procedure is asked: performed, direct, success, no complication; and what its patient is. */
export async function answerOrdinary(part: Locator): Promise<void> {
  await part.getByRole('radio', { name: /^Performed I did$/ }).click();
  await part.getByRole('radio', { name: /^Direct/ }).click();
  await part.getByRole('radio', { name: 'Success' }).click();
  await part.getByRole('checkbox', { name: 'No complication' }).click();
  const page = part.page();
  await chooseIn(page, 'Kind of pain', 'Chronic, non-cancer');
  await chooseIn(page, 'Diagnosis', 'Low back');
}

/** Chooses one of the chips of a question. */
export async function chooseIn(page: Page, question: string, answer: string): Promise<void> {
  await page
    .getByRole('group', { name: question, exact: true })
    .getByRole('radio', { name: answer, exact: true })
    .click();
}

/** Logs an ordinary entry and opens it; answers its address. */
export async function logOrdinary(page: Page, typed = 'tfesi l4 left'): Promise<string> {
  await page.goto('/log');
  await pickProcedure(page, typed);
  await answerOrdinary(procedure(page));
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Waiting', { exact: true })).toBeVisible();
  return page.url();
}

/** Chooses in a field that shows its answer as a chip. */
export async function choose(part: Page | Locator, label: string, option: string): Promise<void> {
  await part.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** Adds a passkey to the account of whoever is signed in, of a device that verifies its person by itself. */
export async function addPasskey(page: Page, password: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.goto('/account');
  const part = page.getByRole('region', { name: 'Passkeys' });
  await part.getByLabel('What this device is called').fill('Ward laptop');
  await part.getByLabel('Password for passkeys').fill(password);
  await part.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(part.getByRole('listitem')).toContainText('Ward laptop');
}

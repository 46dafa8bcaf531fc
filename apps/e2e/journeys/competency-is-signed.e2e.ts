import { expect, test, type Page } from '@playwright/test';
import { inspect } from './inspect';
import { addPasskey, complaintsOf, desktop, elsewhere, phone, signInAs } from './support';

const COMPETENCY = 'Spinal cord stimulator implant';

/** Opens what waits for this signer, from the count in the navigation. */
async function openWaiting(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Sign-offs/ }).click();
  await page.getByRole('region', { name: 'Wait for you' }).getByRole('link', { name: COMPETENCY }).click();
  await expect(page.getByRole('article', { name: 'The document that you sign' })).toBeVisible();
}

/** Signs with the password that the demonstration prints. */
async function sign(page: Page, meaning: RegExp, as: string): Promise<void> {
  await page.getByRole('radio', { name: meaning }).check();
  const statement = page.getByRole('checkbox', { name: /^I accept, once/ });
  if (await statement.isVisible()) await statement.check();
  const told = await page.getByText(/^Demo password: /).innerText();
  const secret = told.replace('Demo password: ', '');
  await page.getByLabel('Re-enter your password to sign').fill(secret);
  await page.getByRole('button', { name: `Sign as ${as}`, exact: true }).click();
}

test('A competency from ready to signed: the fellow asks, two supervisors and the director sign, and it shows everywhere', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  const director = await elsewhere(browser, /Ruth Castellan/, desktop);
  const cell = director.getByRole('link', { name: new RegExp(`, ${COMPETENCY}: .*all rules met`) }).first();
  const [fellow = ''] = (await cell.innerText()).split(',');
  expect(fellow).not.toBe('');

  await page.setViewportSize(desktop);
  await signInAs(page, new RegExp(fellow));
  await page.goto('/progress');
  await page.getByRole('button', { name: `Ask for sign-off, ${COMPETENCY}` }).click();
  await expect(page).toHaveURL(/\/sign-offs\/[0-9a-f-]{36}$/);
  await expect(
    page.getByRole('heading', { name: 'Asked. It waits for the first supervisor.' }),
  ).toBeVisible();
  const address = new URL(page.url()).pathname;
  await inspect(page, 'sign-off-asked');

  // The first supervisor on a phone, in two steps, with a wrong password first.
  const first = await elsewhere(browser, /Sunita Rao/, phone);
  const firstComplaints = complaintsOf(first);
  await expect(first.getByRole('link', { name: /^\d+ competencies wait for your signature$/ })).toBeVisible();
  await first.getByRole('link', { name: /^Sign-offs/ }).click();
  await expect(first.getByRole('heading', { name: 'Wait for you' })).toBeVisible();
  await inspect(first, 'sign-offs-waiting');
  await openWaiting(first);
  await first.locator('cs-signing-paper summary').first().click();
  await inspect(first, 'sign-off-paper');
  await first
    .getByRole('link', { name: /^\d+ of \d+, / })
    .first()
    .click();
  await first.locator('cs-rules-evidence .entries').waitFor();
  await inspect(first, 'sign-off-evidence');
  await first.getByRole('link', { name: 'Back to the sign-off' }).click();
  await first.getByRole('button', { name: 'Continue to your signature' }).click();
  await expect(first.getByText('You sign:')).toBeVisible();
  await expect(first.getByRole('radio', { checked: true })).toHaveCount(0);
  await inspect(first, 'sign-off-hand');
  await first.getByRole('radio', { name: /from the record/ }).check();
  const statement = first.getByRole('checkbox', { name: /^I accept, once/ });
  if (await statement.isVisible()) await statement.check();
  await first.getByLabel('Re-enter your password to sign').fill('not this one');
  await first.getByRole('button', { name: 'Sign as first supervisor' }).click();
  await expect(first.getByRole('alert')).toHaveText(/^That password did not match. Nothing was signed./);
  await inspect(first, 'sign-off-wrong-password', 'cs-signing-panel');
  await sign(first, /from the record/, 'first supervisor');
  await expect(
    first.getByRole('heading', { name: 'Signed by one of three. It waits for the second supervisor.' }),
  ).toBeVisible();

  // The second one is a different person; nobody signs twice.
  const second = await elsewhere(browser, /Henry Vance/, desktop);
  await openWaiting(second);
  await second.getByRole('button', { name: 'Decline, with a reason' }).click();
  await inspect(second, 'sign-off-decline', 'dialog[open]');
  await second.getByRole('button', { name: 'Back', exact: true }).click();
  // By the passkey of the own device: no password is typed.
  const told = await second.getByText(/^Demo password: /).innerText();
  await addPasskey(second, told.replace('Demo password: ', ''));
  await openWaiting(second);
  await expect(second.getByText('Sign with your passkey', { exact: true })).toBeVisible();
  await expect(second.getByLabel('Re-enter your password to sign')).toHaveCount(0);
  await second.getByRole('radio', { name: /I supervised some/ }).check();
  const own = second.getByRole('checkbox', { name: /^I accept, once/ });
  if (await own.isVisible()) await own.check();
  await inspect(second, 'sign-off-passkey');
  await second.getByRole('button', { name: 'Sign as second supervisor with your passkey' }).click();
  await expect(
    second.getByRole('heading', { name: 'Signed by two of three. It waits for the director.' }),
  ).toBeVisible();

  await expect(second.getByText('With a passkey, for these bytes alone')).toBeVisible();
  await openWaiting(director);
  await inspect(director, 'sign-off-director');
  await sign(director, /Countersigned/, 'director');
  await expect(director.getByRole('heading', { name: 'Signed.', exact: true })).toBeVisible();
  await expect(director.getByText(/ · (\w+ \d+, )?\d\d:\d\d:\d\d UTC$/)).toHaveCount(3);
  await inspect(director, 'sign-off-signed');

  // It shows on the map and its table, and on the fellow's progress.
  await director.goto('/program');
  const signed = new RegExp(`^${fellow}, ${COMPETENCY}: .*signed by .*Ruth Castellan.*demonstration`);
  await expect(director.getByRole('link', { name: signed })).toBeVisible();
  await inspect(director, 'program-signed');
  await director.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(director.getByRole('link', { name: /signed by .*Ruth Castellan/ }).first()).toBeVisible();
  await page.goto('/progress');
  await expect(
    page.getByRole('link', { name: /signed by Dr\. Sunita Rao and .*Ruth Castellan/ }),
  ).toBeVisible();
  await inspect(page, 'progress-signed');
  await page.goto(address);
  await expect(page.getByRole('article', { name: 'The document that was signed' })).toBeVisible();
  expect([complaints, firstComplaints]).toEqual([[], []]);
});

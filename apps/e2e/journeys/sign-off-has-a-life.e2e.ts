import { expect, test, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, desktop, elsewhere, phone, signInAs } from './support';

/** Opens a sign-off of the list by its competency and fellow. */
async function openOf(page: Page, section: string, title: RegExp | string): Promise<void> {
  await page.goto('/sign-offs');
  await page.getByRole('region', { name: section }).getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Answers the dialog that asks for words. */
async function say(page: Page, label: string, words: string, send: string): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel(label).fill(words);
  await dialog.getByRole('button', { name: send }).click();
}

test('Evidence is withdrawn under a signed competency: the director keeps it, suspends it, ends that, and revokes it', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await expect(
    page.getByRole('link', { name: /^\d+ competenc(y waits|ies wait) for your signature$/ }),
  ).toBeVisible();
  await page.goto('/sign-offs');
  await inspect(page, 'sign-offs-of-director');
  const flagged = page
    .getByRole('region', { name: 'Wait for you' })
    .getByRole('listitem')
    .filter({ hasText: 'evidence changed' });
  await expect(flagged).toHaveCount(1);
  await flagged.getByRole('link').first().click();
  await expect(
    page.getByRole('heading', { name: 'Evidence under this signature has changed' }),
  ).toBeVisible();
  await expect(page.getByText(/was made void on/)).toBeVisible();
  await inspect(page, 'sign-off-flagged');
  const address = new URL(page.url()).pathname;

  await page.getByRole('button', { name: 'Keep it, with a reason' }).click();
  await inspect(page, 'sign-off-keep', 'dialog[open]');
  await say(page, 'Why it holds', 'One fewer still shows it.', 'Keep it with this reason');
  await expect(page.getByRole('heading', { name: 'Signed.', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend until reviewed' }).click();
  await say(page, 'Why', 'Until the complication is reviewed.', 'Suspend with this reason');
  await expect(page.getByRole('heading', { name: /^Suspended on / })).toBeVisible();
  await page.getByText('Every step, from the log').click();
  const steps = page.getByRole('list', { name: 'Every step, newest first' });
  await expect(steps.getByRole('listitem').first()).toContainText(/Suspended · signed\s→\ssuspended/);
  await expect(steps).toContainText('One fewer still shows it.');
  await expect(steps).toContainText('An entry that was counted in version 1 was made void.');
  await inspect(page, 'sign-off-suspended');

  // The fellow reads it on the progress page, and the map of the director has the mark.
  const fellow = await elsewhere(browser, /Sasha Marwood/, phone);
  await fellow.goto('/progress');
  await expect(fellow.getByRole('link', { name: /suspended, was signed by/ })).toBeVisible();
  await keepPicture(fellow, 'progress-suspended-phone');
  await page.goto('/program');
  await expect(
    page.getByRole('link', { name: /^Sasha Marwood, .*suspended, was signed by/ }).first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: /^Miko Tanaka, Vertebral.*lapsed, was signed by/ }).first(),
  ).toBeVisible();
  await keepPicture(page, 'program-marks-desktop');

  await page.goto(address);
  await page.getByRole('button', { name: 'End the suspension' }).click();
  await expect(page.getByRole('heading', { name: 'Signed.', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Revoke, with a reason' }).click();
  await say(page, 'Why', 'The count rests on one case logged twice.', 'Revoke with this reason');
  await expect(page.getByRole('heading', { name: /^Revoked on / })).toBeVisible();
  await expect(page.getByText('not in force').first()).toBeVisible();
  await inspect(page, 'sign-off-revoked');
  await fellow.reload();
  await expect(fellow.getByRole('link', { name: /suspended, was signed by/ })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('A waiver is asked for and said; one is declined, one withdrawn; what lapsed is renewed; a stale page signs nothing', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await openOf(page, 'Lapsed or suspended', 'Vertebral augmentation');
  await expect(page.getByRole('heading', { name: /^Lapsed: / })).toBeVisible();
  await inspect(page, 'sign-off-lapsed');
  await page.getByRole('button', { name: 'Ask for new signatures' }).click();
  await inspect(page, 'sign-off-renew', 'dialog[open]');
  const words = 'Two cases in the skills laboratory this month, both seen by two of us.';
  await say(page, 'Waiver', words, 'Ask for new signatures');
  await expect(
    page.getByRole('heading', { name: 'Asked. It waits for the first supervisor.' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'The sign-off that this one renews' })).toBeVisible();
  const renewal = new URL(page.url()).pathname;

  // Two supervisors open the same document; what one signs makes the other's page old.
  const [first, other] = [
    await elsewhere(browser, /Efua Osei/, desktop),
    await elsewhere(browser, /Jonas Weller/, desktop),
  ];
  for (const supervisor of [first, other]) {
    await supervisor.goto(renewal);
    await expect(supervisor.getByRole('article', { name: 'The document that you sign' })).toBeVisible();
    await expect(supervisor.getByText(words)).toBeVisible();
  }
  await inspect(first, 'sign-off-waived');
  await sign(first);
  await expect(first.getByRole('heading', { name: /^Signed by one of three/ })).toBeVisible();
  await sign(other);
  await expect(other.getByText('This changed while you read. Nothing was signed.')).toBeVisible();
  await expect(other.getByText('Somebody signed meanwhile.')).toBeVisible();
  await inspect(other, 'sign-off-stale');
  await other.getByRole('button', { name: 'Show the new document' }).click();
  await other.getByRole('button', { name: 'Decline, with a reason' }).click();
  const dialog = other.locator('dialog[open]');
  await dialog.getByRole('radio', { name: 'One more thing to show first' }).check();
  await dialog.getByLabel('What to show first').fill('One more with me in the room.');
  await dialog.getByRole('button', { name: 'Decline with this reason' }).click();
  await expect(other.getByRole('heading', { name: /^Declined on / })).toBeVisible();
  await keepPicture(other, 'sign-off-declined-desktop');
  await page.goto(renewal);
  await expect(page.getByText('One more with me in the room.')).toBeVisible();
  await inspect(page, 'sign-off-declined');

  // What the director asked for is withdrawn by the director, and says so.
  await openOf(page, 'Wait for others', 'Cervical interlaminar epidural');
  await page.getByRole('button', { name: 'Withdraw the request' }).click();
  await expect(page.getByRole('heading', { name: /^Withdrawn/ })).toBeVisible();
  await inspect(page, 'sign-off-withdrawn');

  await page.goto('/board');
  await expect(page.getByRole('row', { name: /Lena Brandvold .* Lumbar/ }).first()).toBeVisible();
  await inspect(page, 'board-with-sign-offs');
  expect(complaints).toEqual([]);
});

/** Signs from the record with the password that the demonstration prints. */
async function sign(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /from the record/ }).check();
  const statement = page.getByRole('checkbox', { name: /^I accept, once/ });
  if (await statement.isVisible()) await statement.check();
  const told = await page.getByText(/^Demo password: /).innerText();
  const secret = told.replace('Demo password: ', '');
  await page.getByLabel('Re-enter your password to sign').fill(secret);
  await page.getByRole('button', { name: /^Sign as / }).click();
}

import { expect, test } from '@playwright/test';
import {
  complaintsOf,
  desktop,
  elsewhere,
  logOrdinary,
  phone,
  signInAs,
  supervisorAsked,
  waitingFor,
} from './support';

test('A supervisor approves with a rating in three taps and takes it back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Henry Vance/);
  await expect(page).toHaveURL(/\/queue$/);
  const cards = page.locator('cs-review-card');
  await expect(cards.first()).toBeVisible();
  const before = await waitingFor(page);
  const first = cards.first();
  await first.getByRole('radio', { name: /Stood by/ }).check();
  await first.getByRole('button', { name: /^Approve with 4/ }).click();
  await expect.poll(() => waitingFor(page)).toBe(before - 1);
  await expect(page.getByText(/^Approved with 4/)).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => waitingFor(page)).toBe(before);
  expect(complaints).toEqual([]);
});

test('A supervisor works through the queue by keys alone, oldest first, and the order stays', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Henry Vance/);
  const cards = page.locator('cs-review-card');
  await expect(cards.first()).toBeVisible();
  const order = (): Promise<string[]> => cards.locator('.who, .what h3, .facts').allTextContents();
  const cardOf = async (at: number): Promise<number> =>
    cards.nth(at).locator('.who, .what h3, .facts').count();
  const [before, atFirst, first] = [await waitingFor(page), await order(), await cardOf(0)];
  // The first key works: nothing has to be chosen before.
  await expect(cards.first().locator('article')).toBeFocused();
  await page.keyboard.press('5');
  await expect(page.getByRole('button', { name: /^Approve with 5/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect.poll(() => waitingFor(page)).toBe(before - 1);
  const left = atFirst.slice(first);
  expect((await order()).slice(0, left.length)).toEqual(left);
  await expect(cards.first().locator('article')).toBeFocused();
  // At help 1 an approval needs a sentence about next time: the key leads to it, and nothing is sent without.
  await page.keyboard.press('1');
  await expect(cards.first().getByRole('textbox', { name: 'Next time' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(page.getByText('Say what to do next time').first()).toBeVisible();
  await expect.poll(() => waitingFor(page)).toBe(before - 1);

  const last = page.getByRole('navigation', { name: 'Fellows in the queue' }).getByRole('button').last();
  await last.focus();
  await page.keyboard.press('Enter');
  // An entry is listed by its first procedure.
  await expect(page.locator('article.current h3').first()).toContainText(
    (await last.textContent())?.replace(/\d+\s*$/, '').trim() ?? '',
  );
});

test('An entry goes back with a reason; the fellow fixes it; the supervisor sees only what changed', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Peter Kovac/);
  const card = page.locator('cs-review-card').first();
  const label = (await card.locator('article').getAttribute('aria-label')) ?? '';
  const [fellow = ''] = label.split(',');
  await card.getByRole('button', { name: /^Return/ }).click();
  await card.getByRole('button', { name: /^Return to/ }).click();
  await expect(card.getByText('Say what to change.')).toBeVisible();
  await card.getByRole('radio', { name: 'Detail to change' }).check();
  await card.getByRole('textbox').fill('Please add the label.');
  await card.getByRole('button', { name: /^Return to/ }).click();
  await expect(page.getByText(/^Returned: /)).toBeVisible();

  const theirs = await elsewhere(browser, new RegExp(fellow));
  const back = theirs.locator('cs-returned-entry').filter({ hasText: 'Dr. Peter Kovac sent it back.' });
  await back
    .getByRole('link', { name: /^See why and change/ })
    .first()
    .click();
  await expect(theirs.getByText(/Peter Kovac returned it/)).toBeVisible();
  await expect(theirs.getByText('Please add the label.')).toBeVisible();
  const more = theirs.locator('details', { hasText: 'private reflection' });
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
  await theirs.getByRole('textbox', { name: /^Label/ }).fill('PK-7');
  await theirs.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(theirs).not.toHaveURL(/edit$/);
  await theirs.context().close();

  await page.reload();
  const again = page.locator('cs-review-card', { hasText: 'PK-7' });
  await expect(again.locator('.changes li')).toHaveText(['Label: nothing → PK-7']);
});

test('An approved entry is amended; the supervisor sees what changed and approves the new version', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Joana Ferreira/);
  const address = await logOrdinary(page);
  const supervisor = await supervisorAsked(page);

  const theirs = await elsewhere(browser, new RegExp(supervisor), desktop);
  await theirs.goto(address);
  await expect(theirs.getByText('Joana Ferreira')).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Duplicate' })).toHaveCount(0);
  await theirs.getByRole('link', { name: 'Decide in the queue' }).click();
  const mine = theirs.locator('cs-review-card').filter({ hasText: 'L4 left' }).filter({ hasText: 'today' });
  await mine
    .first()
    .getByRole('radio', { name: /Not needed/ })
    .check();
  await mine.first().getByRole('button', { name: 'Add a word' }).click();
  await mine
    .first()
    .getByRole('textbox', { name: /^Keep doing/ })
    .fill('Calm and clear.');
  await mine
    .first()
    .getByRole('button', { name: /^Approve with 5/ })
    .click();
  await expect(theirs.getByText(/^Approved with 5/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(`Approved by ${supervisor}`)).toBeVisible();
  await page.getByRole('link', { name: 'Amend' }).click();
  await expect(page.getByText('The approved version keeps counting')).toBeVisible();
  await page.getByRole('button', { name: 'L5 left' }).click();
  await page.getByRole('button', { name: 'Submit the amendment' }).click();
  await expect(page.getByText('Amendment waiting')).toBeVisible();
  await expect(page.getByText('Version 1 keeps counting.')).toBeVisible();

  await theirs.reload();
  const amended = theirs
    .locator('cs-review-card', { hasText: 'amendment' })
    .filter({ hasText: 'L4, L5 left' });
  await expect(amended.locator('.changes li')).toHaveText(['Levels: L4 left → L4, L5 left']);
  await amended.getByRole('button', { name: /^Return/ }).click();
  await amended.getByRole('radio', { name: 'Something else' }).check();
  await amended.getByRole('textbox').fill('Was it L5?');
  await amended.getByRole('button', { name: /^Return to/ }).click();
  await expect(theirs.getByText(/^Returned: /)).toBeVisible();

  await page.goto('/home');
  const back = page.locator('cs-returned-entry', { hasText: 'sent the amendment back' });
  await back.getByRole('link', { name: /^See why/ }).click();
  await expect(page.getByText('Was it L5?').first()).toBeVisible();
  await page.getByRole('link', { name: 'Amend' }).click();
  await page.getByRole('button', { name: 'L5 left' }).click();
  await page.getByRole('button', { name: 'Submit the amendment' }).click();
  await expect(page.getByText('Amendment waiting')).toBeVisible();

  await theirs.reload();
  await amended.getByRole('radio', { name: /Stood by/ }).check();
  await amended.getByRole('button', { name: /^Approve with 4/ }).click();
  await expect(theirs.getByText(/^Approved with 4/)).toBeVisible();
  await theirs.context().close();
  await page.reload();
  await expect(page.locator('cs-entry-versions li').first()).toContainText(/Version 3\s*counts/);
  expect(complaints).toEqual([]);
});

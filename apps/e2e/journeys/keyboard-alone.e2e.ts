import { expect, test, type Page } from '@playwright/test';
import { desktop, elsewhere, signInAs, supervisorAsked } from './support';

/** Presses Tab until the focus is on something called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent;
      return (label ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
    if (name.test(here)) return;
  }
  throw new Error(`Tab does not lead to ${name.source}`);
}

test('A fellow logs and a supervisor approves without a mouse, and without single-letter keys', async ({
  page,
  browser,
}) => {
  const keys = page.keyboard;
  await page.setViewportSize(desktop);
  await signInAs(page, /Miko Tanaka/);
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, /^Log$/);
  await keys.press('Enter');
  await tabTo(page, /^Procedure or experience$/);
  await keys.type('tfesi l3 right');
  await expect(page.getByRole('listbox', { name: 'Found' })).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'L3 right' })).toHaveAttribute('aria-pressed', 'true');
  for (const question of [/^Performed I did$/, /^Direct, in the room$/, /^Success$/, /^No complication$/]) {
    await tabTo(page, question);
    await keys.press('Space');
  }
  // What the patient is is asked anew for every entry; the arrow chooses the next answer.
  await tabTo(page, /^Acute$/);
  await keys.press('ArrowRight');
  await tabTo(page, /^Neuropathic$/);
  await keys.press('Space');
  await tabTo(page, /^Submit$/);
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/);
  const supervisor = await supervisorAsked(page);

  const theirs = await elsewhere(browser, new RegExp(supervisor), desktop);
  await theirs.goto(page.url());
  await theirs.getByRole('link', { name: 'Decide in the queue' }).waitFor();
  await tabTo(theirs, /^Decide in the queue$/);
  await theirs.keyboard.press('Enter');
  const cards = theirs.locator('cs-review-card');
  await expect(cards.first()).toBeVisible();
  const before = await cards.count();
  await tabTo(theirs, /^1 I did it$/);
  // In a group of radios the arrows choose.
  for (let step = 0; step < 3; step += 1) await theirs.keyboard.press('ArrowRight');
  await tabTo(theirs, /^Approve with 4/);
  await theirs.keyboard.press('Enter');
  await expect(cards).toHaveCount(before - 1);
  await expect(theirs.locator(before > 1 ? 'cs-review-card article:focus' : 'h1:focus')).toHaveCount(1);
  await theirs.context().close();
});

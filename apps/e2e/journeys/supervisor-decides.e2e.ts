import { expect, test } from '@playwright/test';
import { complaintsOf, desktop, look, phone, signInAs } from './support';

test('A supervisor approves with a rating in three taps and takes it back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Henry Vance/);
  await expect(page).toHaveURL(/\/queue$/);
  const cards = page.locator('cs-review-card');
  await expect(cards.first()).toBeVisible();
  const before = await cards.count();
  await look(page, 'queue-phone');

  const first = cards.first();
  await first.getByRole('radio', { name: /Stood by/ }).check();
  await first.getByRole('button', { name: /^Approve with 4/ }).click();
  await expect(cards).toHaveCount(before - 1);
  await expect(page.getByText(/^Approved with 4/)).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(cards).toHaveCount(before);
  expect(complaints).toEqual([]);
});

test('A supervisor works through the queue by keys alone', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Henry Vance/);
  const cards = page.locator('cs-review-card');
  await expect(cards.first()).toBeVisible();
  await look(page, 'queue-desktop');
  const before = await cards.count();
  await page.keyboard.press('j');
  await page.keyboard.press('5');
  await expect(page.getByRole('button', { name: /^Approve with 5/ })).toBeVisible();
  await page.keyboard.press('a');
  await expect(cards).toHaveCount(before - 1);
  await page.keyboard.press('1');
  await page.keyboard.press('a');
  // At help 1 an approval needs a sentence about next time: nothing is sent.
  await expect(page.getByText('Say what to do next time').first()).toBeVisible();
  await expect(cards).toHaveCount(before - 1);
});

test('An entry goes back with a reason; the fellow fixes it; the supervisor sees only what changed', async ({
  page,
  browser,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Peter Kovac/);
  const card = page.locator('cs-review-card').first();
  const fellow = (await card.locator('article').getAttribute('aria-label'))?.split(',')[0] ?? '';
  await card.getByRole('button', { name: /^Return/ }).click();
  await look(page, 'return-desktop');
  await card.getByRole('radio', { name: 'Detail to change' }).check();
  await card.getByRole('textbox').fill('Please add the age band.');
  await card.getByRole('button', { name: /^Return to/ }).click();
  await expect(page.getByText(/^Returned: /)).toBeVisible();

  const theirs = await (
    await browser.newContext({
      baseURL: 'http://localhost:' + (process.env['E2E_PORT'] ?? '3210'),
      viewport: phone,
      locale: 'en-US',
    })
  ).newPage();
  await signInAs(theirs, new RegExp(fellow));
  await expect(theirs.getByText('Please add the age band.').first()).toBeVisible();
  await look(theirs, 'home-returned-phone');
  await theirs
    .getByRole('link', { name: /Change and submit/ })
    .first()
    .click();
  await theirs.locator('summary', { hasText: 'age band' }).click();
  await theirs.getByLabel('Age band').selectOption('40-64');
  await theirs.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(theirs).not.toHaveURL(/edit$/);

  await page.reload();
  await expect(page.getByText('Changed since the last version').first()).toBeAttached();
  await expect(page.getByText('40 to 64 years').first()).toBeAttached();
});

import { expect, test, type Locator, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, phone, signInAs, wide } from './support';

/* The year as a picture: rotations are moved with a mouse and with keys, a refused move lies where it lay, the last is undone. */

const NAME = 'Sasha Marwood';

/** The rotations of that fellow, in the order of their days. */
function rotations(page: Page): Locator {
  return page.getByRole('gridcell', { name: new RegExp(`^${NAME}, .*on service`) });
}

/** First and last day of a bar as it is called. */
async function daysOf(bar: Locator): Promise<string> {
  const name = (await bar.getAttribute('aria-label')) ?? '';
  return /([A-Z][a-z]+ \d+, \d{4} to .*)$/.exec(name)?.[1] ?? '';
}

/** Drags from a place of a bar, px from its left or, below zero, from its right edge, by so many days. */
async function drag(page: Page, bar: Locator, { from, days }: { from: number; days: number }): Promise<void> {
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  const track = await page.locator('cs-year-grid .row:not(.head) .track').first().boundingBox();
  if (!box || !track) throw new Error('nothing is drawn');
  const x = from < 0 ? box.x + box.width + from : box.x + from;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (days * track.width) / 365, y, { steps: 6 });
}

async function opensTheYear(page: Page): Promise<void> {
  await page.setViewportSize(wide);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/year');
  await page.getByRole('grid', { name: /^Who is where/ }).waitFor();
}

test('A coordinator drags a rotation and its ends, is refused where days are taken, and takes a move back', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await opensTheYear(page);
  await expect(page.getByRole('row')).toHaveCount(1 + 6);
  const bar = rotations(page).nth(5);
  const before = await daysOf(bar);

  await test.step('a move onto days that are taken is said while it is dragged, and put back', async () => {
    await drag(page, bar, { from: 40, days: 9 });
    await expect(page.locator('.tip')).toHaveText(/28 days · Some of these days are taken/);
    await keepPicture(page, 'year-dragged-onto-another');
    await page.mouse.up();
    await expect(page.getByRole('alert')).toContainText(/Some of these days are taken/);
    expect(await daysOf(bar)).toBe(before);
  });

  await test.step('the last day is drawn earlier, and the gap is said', async () => {
    await drag(page, bar, { from: -3, days: -14 });
    await expect(page.locator('.tip')).toContainText(', 14 days');
    await page.mouse.up();
    await expect(page.locator('cs-undo-bar')).toContainText(/Moved to .*: .*, Sasha Marwood/);
    expect(await daysOf(bar)).not.toBe(before);
    await expect(
      page.getByRole('gridcell', { name: new RegExp(`^${NAME}, no rotation`) }).first(),
    ).toBeVisible();
  });

  await test.step('now it has room to move by a week, and the move is taken back', async () => {
    const shorter = await daysOf(bar);
    await page.keyboard.down('Shift');
    await drag(page, bar, { from: 18, days: 9 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => daysOf(bar)).not.toBe(shorter);
    await keepPicture(page, 'year-moved');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => daysOf(bar)).toBe(shorter);
    await page.reload();
    await expect.poll(() => daysOf(bar)).toBe(shorter);
  });

  await test.step('days over empty space begin a leave or a rotation', async () => {
    const gap = page.getByRole('gridcell', { name: new RegExp(`^${NAME}, no rotation`) }).first();
    // Leave lies over its first days.
    await drag(page, gap, { from: -3, days: -5 });
    await page.mouse.up();
    const panel = page.getByRole('region', { name: new RegExp(`^${NAME}: free days`) });
    await expect(panel).toBeFocused();
    await panel.getByRole('button', { name: 'Leave', exact: true }).click();
    const first = await panel.getByLabel('First day').inputValue();
    expect(first).toMatch(/^\d{4}-\d\d-\d\d$/);
    await panel.getByRole('button', { name: 'Rotation', exact: true }).click();
    await expect(panel.getByLabel('First day')).toHaveValue(first);
    await panel.getByLabel('Rotation', { exact: true }).fill('Ultrasound');
    await panel.getByLabel('Site').selectOption({ index: 1 });
    await inspect(page, 'year-free-days', 'cs-year-picture');
    await panel.getByRole('button', { name: 'Plan it' }).click();
    await expect(page.getByRole('gridcell', { name: new RegExp(`^${NAME}, Ultrasound`) })).toBeVisible();
  });
  await inspect(page, 'year-picture', 'cs-year-picture');
  await page.emulateMedia({ media: 'print' });
  await keepPicture(page, 'year-print');
  expect(complaints).toEqual([]);
});

test('The same is done with keys alone', async ({ page }) => {
  const complaints = complaintsOf(page);
  await opensTheYear(page);
  const keys = page.keyboard;
  const bar = rotations(page).last();
  const before = await daysOf(bar);
  const live = page.locator('cs-year-grid [aria-live]');
  await page.locator('cs-year-grid [tabindex="0"]').focus();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await bar.evaluate((element) => element === document.activeElement)) break;
    await keys.press('ArrowRight');
  }
  await expect(bar).toBeFocused();

  await keys.press('Enter');
  await expect(live).toContainText('in hand');
  await keys.press('Shift+ArrowLeft');
  await expect(live).toContainText('Some of these days are taken');
  await keys.press('Escape');
  await expect(live).toContainText('Put back');
  expect(await daysOf(bar)).toBe(before);

  await keys.press('Enter');
  await keys.press('ArrowLeft');
  await keys.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/Some of these days are taken/);
  expect(await daysOf(bar)).toBe(before);

  await keys.press('Enter');
  await keys.press('Control+Shift+ArrowRight');
  await keys.press('Alt+ArrowLeft');
  await expect(live).toContainText('20 days');
  await keys.press('Enter');
  await expect(page.locator('cs-undo-bar')).toContainText('Moved to');
  await expect(bar).toBeFocused();
  await keys.press('u');
  await expect.poll(() => daysOf(bar)).toBe(before);
  expect(complaints).toEqual([]);
});

test('A picture that is behind says so and lies where it lay', async ({ page, browser }) => {
  await opensTheYear(page);
  const bar = rotations(page).first();
  const other = await browser.newContext({ storageState: await page.context().storageState() });
  const elsewhere = await other.newPage();
  await elsewhere.setViewportSize(wide);
  await elsewhere.goto('/year');
  await drag(elsewhere, rotations(elsewhere).first(), { from: -3, days: -7 });
  await elsewhere.mouse.up();
  await elsewhere.getByText(/^Moved to/).waitFor();

  const before = await daysOf(bar);
  await drag(page, bar, { from: -3, days: -3 });
  await page.mouse.up();
  await expect(page.getByRole('alert')).toContainText('Somebody changed this after the page was drawn.');
  expect(await daysOf(bar)).toBe(before);
  await other.close();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: phone });

  test('the picture scrolls beside the names, and a tap opens the form', async ({ page }) => {
    const complaints = complaintsOf(page);
    await signInAs(page, /Ben Ashby/);
    await page.goto('/year');
    const now = page.locator('cs-year-grid .today b');
    await expect(now).toBeInViewport();
    await expect(page.locator('cs-year-grid .name', { hasText: NAME })).toBeInViewport();
    const bar = page.locator('cs-year-grid [tabindex="0"]');
    expect((await bar.boundingBox())?.height).toBeGreaterThanOrEqual(43.5);
    await keepPicture(page, 'year-picture-on-a-phone');
    await bar.tap();
    await expect(page.locator('.panel').getByRole('form', { name: /^Rotation of/ })).toBeVisible();
    await page.locator('.panel').getByRole('button', { name: 'Close' }).tap();
    await expect(page.locator('.panel')).toHaveCount(0);

    await page.getByRole('button', { name: 'The year after' }).tap();
    await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
    await page.reload();
    await expect(page).toHaveURL(/from=/);
    await page.getByRole('button', { name: 'This year' }).tap();
    await expect(page).not.toHaveURL(/from=/);
    expect(complaints).toEqual([]);
  });
});

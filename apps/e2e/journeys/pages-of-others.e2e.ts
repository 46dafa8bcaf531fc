import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, desktop, elsewhere, phone, signInAs } from './support';

/* Every page that supervisors, directors and coordinators meet, looked at in the same way as those of a fellow. */

test('The queue', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Sunita Rao/);
  const card = page.locator('cs-review-card').first();
  await card.getByRole('radio', { name: /Talked through/ }).check();
  await inspect(page, 'queue-rating');
  await card.getByRole('button', { name: /^Return/ }).click();
  await card.getByRole('button', { name: /^Return to/ }).click();
  await inspect(page, 'queue-return', 'cs-review-card');
  expect(complaints).toEqual([]);
});

test('A queue with several fellows, and one where nothing waits', async ({ page }) => {
  await signInAs(page, /Henry Vance/);
  await page.locator('cs-review-card').first().waitFor();
  for (const [size, viewport] of Object.entries({ phone, desktop })) {
    await page.setViewportSize(viewport);
    await keepPicture(page, `queue-${size}`);
  }
  await page.route('**/review-queue', (route) =>
    route.fulfill({ json: { entries: [], total: 0, batches: [], pulled: [], earlier: [] } }),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
  await inspect(page, 'queue-none');
});

test('The record, a checkpoint to keep elsewhere, and the receipt of an entry', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Ruth Castellan/);
  await page.goto('/record');
  await page
    .getByRole('region', { name: 'Last checkpoint' })
    .getByText(/events/)
    .waitFor();
  await page.getByRole('listitem').getByText('signed by key').first().waitFor();
  await inspect(page, 'record');
  const [note] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download it' }).click(),
  ]);
  expect(readFileSync(await note.path(), 'utf8')).toMatch(/\/logbook\/program\/[0-9a-f-]{36}\n\d+\n/);
  await page.setViewportSize(desktop);
  await page.goto('/program');
  await page
    .getByRole('rowheader', { name: /Sasha Marwood/ })
    .getByRole('link')
    .click();
  await page.locator('a[href*="groupId=epidural"]').first().click();
  await page.locator('cs-entry-line a').first().click();
  await page.getByText('Every step, from the log').click();
  const [receipt] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Receipt' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await receipt.path(), 'utf8'))).toMatchObject({
    format: 'countersign-receipt/1',
  });
  expect(complaints).toEqual([]);
});

test('Where anybody checks a letter', async ({ page }) => {
  await page.goto('/verify');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, 'verify');
});

test('What a supervisor decided, the words that a director looks at, and where nobody has a page', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await signInAs(page, /Sunita Rao/);
  await page.goto('/decided');
  await page.getByText(/newest first$/).waitFor();
  await inspect(page, 'decided');
  await page.goto('/approvals');
  await page.getByRole('heading', { name: 'What the numbers mean' }).waitFor();
  await page.goto('/start');
  await page.getByText('There is nothing for this role to do here.').waitFor();
  await inspect(page, 'start');
  await page.goto('/standing-in');
  await page.getByRole('heading', { level: 1, name: 'Standing in' }).waitFor();
  await page.waitForLoadState('networkidle');
  await inspect(page, 'standing-in');
  const director = await elsewhere(browser, /Ruth Castellan/, desktop);
  await director.goto('/words-to-look-at');
  await director.getByText('The privacy guard reads every text').waitFor();
  await inspect(director, 'words-to-look-at');
  await director.goto('/approvals');
  await director.getByRole('row').nth(1).waitFor();
  await inspect(director, 'approvals');
  await director.goto('/waiting');
  await director.getByRole('heading', { name: 'When nobody decides' }).waitFor();
  await inspect(director, 'waiting');
  expect(complaints).toEqual([]);
});

test('The program', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('grid', { name: 'Fellows by competency' }).waitFor();
  await inspect(page, 'program');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await inspect(page, 'program-table');
  await page.getByRole('button', { name: 'Groups' }).click();
  await inspect(page, 'program-groups');
  await page.locator('aside a[href^="/fellows/"]').first().click();
  await page.getByRole('heading', { name: /every rule met/ }).waitFor();
  await inspect(page, 'fellow');
  await page.goto(`${page.url()}/entries?state=submitted`);
  await page.locator('cs-entry-line').first().waitFor();
  await inspect(page, 'fellow-entries');
  expect(complaints).toEqual([]);
});

test('A coordinator’s program and an entry', async ({ page }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ben Ashby/);
  await page.getByRole('grid', { name: 'Fellows by competency' }).waitFor();
  await page.locator('aside a[href*="state=approved"]').first().click();
  await page.locator('cs-entry-line a').first().click();
  await page.getByText(/^Approved by/).waitFor();
  await inspect(page, 'coordinator-entry');
});

test('The first page is light: at most 180 kB of script on the wire, also where it is the log page', async ({
  browser,
}) => {
  const page = await elsewhere(browser, /Lena Brandvold/);
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const first = await context.newPage();
  // What is asked for after the page can be used, such as the words to search by, is counted apart.
  await first.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[role=group][aria-label="Recent and frequent"]')) return;
      performance.mark('usable');
      seen.disconnect();
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await first.goto('/log');
  await first.getByRole('group', { name: 'Recent and frequent' }).waitFor();
  await first.getByRole('combobox', { name: 'Procedure or experience' }).fill('stellate');
  await first
    .getByRole('option', { name: /Stellate/ })
    .first()
    .waitFor();
  const scripts = await first.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, startTime }) => ({ name, ahead: startTime > usable }));
  });
  // As it travels over TLS: without it a browser does not ask for Brotli.
  const sizes = await Promise.all(
    scripts.map(async ({ name, ahead }) => {
      const reply = await context.request.get(name, { headers: { 'accept-encoding': 'br' } });
      expect(reply.headers()).toMatchObject({ 'content-encoding': 'br' });
      return { ahead, bytes: Number(reply.headers()['content-length']) };
    }),
  );
  const sum = (of: typeof sizes) => of.reduce((total, { bytes }) => total + bytes, 0);
  const bytes = sum(sizes.filter(({ ahead }) => !ahead));
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(180_000);
  expect(sum(sizes)).toBeLessThanOrEqual(210_000);
  test.info().annotations.push({
    type: 'script on the wire',
    description: `${bytes} bytes, ${sum(sizes)} with what comes after`,
  });
});

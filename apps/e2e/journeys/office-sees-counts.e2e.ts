import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { inspect } from './inspect';
import { complaintsOf, desktop, elsewhere, phone, signInAs } from './support';

/* Who does not train: an institution's education office sees counts, clinical staff the board. */

test('An education office comes to the counts of its programs at once, small ones left out, and takes them along', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Nadia Orlov/);
  await expect(page).toHaveURL(/\/programs$/);
  await expect(page.locator('nav a.link')).toHaveText([/^Programs\s*$/]);
  await expect(
    page.getByRole('heading', { name: /^[\d,]+ entries in 1 program, \d+ of them not approved yet$/ }),
  ).toBeVisible();
  const entries = page.getByRole('region', { name: 'Entries', exact: true });
  await expect(entries.getByRole('row', { name: /Harbor Pain Medicine Fellowship/ })).toContainText(
    /\d,\d{3}/,
  );
  // Six fellows are fewer than eleven.
  await expect(page.getByRole('region', { name: 'People and sign-offs' })).toContainText('not shown');
  for (const text of await page.locator('cs-count-table td').allInnerTexts())
    expect(text === 'not shown' || Number(text.replaceAll(',', '')) >= 11).toBe(true);
  await expect(page.getByText('Lena Brandvold')).toHaveCount(0);
  await inspect(page, 'programs');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toContain('Harbor University (invented)');
  // What it may not see is not there, whatever address is opened.
  await page.goto('/program');
  await expect(page.getByRole('heading', { name: 'Nothing to see here' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('Clinical staff find the board, their account and nothing else', async ({ browser }) => {
  for (const viewport of [phone, desktop]) {
    const page = await elsewhere(browser, /Ivy Maddox/, viewport);
    const complaints = complaintsOf(page);
    await page.goto('/');
    await expect(page).toHaveURL(/\/board$/);
    await expect(page.locator('nav a.link')).toHaveText([/^Board\s*$/]);
    await expect(page.getByRole('link', { name: 'Displays' })).toHaveCount(0);
    const search = page.getByRole('searchbox', { name: 'Search fellow or procedure' });
    await expect(search).toBeInViewport();
    // Every link of the page leads somewhere.
    const addresses = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    for (const address of new Set(addresses)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not found|nothing/i);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

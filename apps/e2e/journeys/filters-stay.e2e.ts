import { expect, test, type Page } from '@playwright/test';
import { desktop, elsewhere, signInAs } from './support';

/** Leaves the page by its first entry, goes back, reads again: each time it is as it was. */
async function staysAfter(page: Page, leave: () => Promise<void>, isSo: () => Promise<void>): Promise<void> {
  await isSo();
  const address = page.url();
  await leave();
  await expect(page).not.toHaveURL(address);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await isSo();
  await page.reload();
  await isSo();
}

test('Whatever a director narrows a page to is the same after going back and reading again', async ({
  page,
}) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  const pressed = (name: string | RegExp) => page.getByRole('button', { name, exact: true, pressed: true });

  await page.getByRole('button', { name: 'Groups', exact: true }).click();
  await staysAfter(
    page,
    () => page.getByRole('region', { name: 'Fellows by procedure group' }).getByRole('link').first().click(),
    () => expect(pressed('Groups')).toBeVisible(),
  );

  // The number of a group opens its entries, narrowed; another state is chosen there.
  await page.getByRole('region', { name: 'Fellows by procedure group' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/groupId=/);
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await staysAfter(
    page,
    () => page.locator('cs-entry-line a, a[href*="/entries/"]').first().click(),
    async () => {
      await expect(pressed('All')).toBeVisible();
      await expect(page.locator('select').first()).not.toHaveValue('');
    },
  );

  await page.goto('/sign-offs');
  await page.getByRole('button', { name: 'Signed', exact: true }).click();
  await staysAfter(
    page,
    () => page.locator('a[href*="/sign-offs/"]').first().click(),
    () => expect(pressed('Signed')).toBeVisible(),
  );

  await page.goto('/board');
  await page.getByRole('button', { name: 'All fellows' }).click();
  await page.getByRole('searchbox').fill('lumbar');
  await staysAfter(
    page,
    () => page.getByRole('link', { name: 'Displays' }).click(),
    async () => {
      await expect(pressed('All fellows')).toBeVisible();
      await expect(page.getByRole('searchbox')).toHaveValue('lumbar');
    },
  );

  await page.goto('/program');
  await page.getByRole('link', { name: 'Committee, Sasha Marwood' }).click();
  await page.getByRole('button', { name: 'Hide raters’ names' }).click();
  await staysAfter(
    page,
    () => page.locator('a[href*="/entries/"], a[href*="/competencies/"]').first().click(),
    () => expect(page.getByRole('button', { name: 'Show raters’ names' })).toBeVisible(),
  );
});

test('Evidence and past decisions stay as they were narrowed', async ({ page, browser }) => {
  await page.setViewportSize(desktop);
  await signInAs(page, /Sasha Marwood/);
  await page.goto('/progress');
  await page.locator('h3 a[href*="/progress/"]').last().click();
  const parts = page.getByRole('group', { name: 'Show entries that' });
  const part = parts.locator('button:enabled').first();
  const chosen = (await part.innerText()).trim();
  await part.click();
  await staysAfter(
    page,
    () => page.getByRole('list', { name: 'Entries behind the rules' }).getByRole('link').first().click(),
    () => expect(parts.getByRole('button', { pressed: true })).toContainText(chosen),
  );

  const supervisor = await elsewhere(browser, /Sunita Rao/);
  await supervisor.goto('/decided');
  const returned = supervisor.getByRole('button', { name: 'Approved', exact: true });
  await returned.click();
  await staysAfter(
    supervisor,
    () => supervisor.locator('a[href*="/entries/"]').first().click(),
    () => expect(returned).toHaveAttribute('aria-pressed', 'true'),
  );
});

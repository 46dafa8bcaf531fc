import { expect, test, type Page } from '@playwright/test';
import { inspect, keepPicture } from './inspect';
import { complaintsOf, desktop, phone, signInAs } from './support';

/** The tablet that hangs in a ward. */
const tablet = { width: 1024, height: 768 } as const;

/** Makes a display link as the director does, and answers its address. */
async function makeLink(page: Page, ward: string): Promise<string> {
  await page.getByRole('link', { name: 'Displays' }).click();
  await page.getByLabel('Ward or room').fill(ward);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByRole('img', { name: `Opens the board for ${ward}` })).toBeVisible();
  return page.getByLabel('Address').inputValue();
}

test('A director hangs the board in a ward; it needs no session, says when it is not current, and ends when its link is revoked', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Who may do what, today' })).toBeVisible();
  const address = await makeLink(page, 'Procedure room 2');
  expect(address).toMatch(/\/display#[\w-]{43}$/);
  await inspect(page, 'displays');

  const context = await browser.newContext({ viewport: tablet });
  const screen = await context.newPage();
  const requested: string[] = [];
  screen.on('request', (request) => requested.push(request.url()));
  await screen.clock.install();
  await screen.goto(address);
  await expect(screen.getByRole('row', { name: /Lena Brandvold .* Lumbar transforaminal/ })).toBeVisible();
  await expect(screen.getByRole('navigation')).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  expect(requested.filter((url) => url.includes(address.split('#')[1] ?? ''))).toEqual([]);
  await keepPicture(screen, 'display-tablet');
  // A few lines are as good as all of them, and looked at in a part of the time.
  await screen.getByRole('searchbox', { name: 'Search fellow or procedure' }).fill('brandvold epidural');
  await inspect(screen, 'display');

  await context.setOffline(true);
  await screen.clock.fastForward(125_000);
  await expect(screen.getByText(/^Not current: last heard .* \(2 min ago\)$/)).toBeVisible();
  await expect(screen.getByRole('row', { name: /Lena Brandvold .* Lumbar transforaminal/ })).toBeVisible();
  await keepPicture(screen, 'display-not-current');
  await context.setOffline(false);
  await screen.clock.runFor(4_000);
  await expect(screen.getByText(/^Not current/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Revoke Procedure room 2' }).click();
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await expect(page.getByRole('button', { name: 'Revoke Procedure room 2' })).toHaveCount(0);
  await expect(page.getByText(/Revoked on/).first()).toBeVisible();
  await screen.clock.runFor(4_000);
  await expect(screen.getByRole('heading', { name: 'This address shows nothing any more' })).toBeVisible();
  await expect(screen.getByText('Lena Brandvold')).toHaveCount(0);
  await context.close();
  expect(complaints).toEqual([]);
});

test('A nurse finds on a phone what a fellow may do, search first', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize({ width: 390, height: phone.height });
  await signInAs(page, /Ivy Maddox/);
  await expect(page).toHaveURL(/\/board$/);
  await page.getByRole('searchbox', { name: 'Search fellow or procedure' }).fill('okafor celiac');
  const line = page.getByRole('row', { name: /Ama Okafor/ });
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(/Direct|Indirect|Observe/);
  await keepPicture(page, 'board-390');
  await inspect(page, 'board');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('row', { name: /Sasha Marwood/ }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

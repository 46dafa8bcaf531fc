import { expect, test } from '@playwright/test';
import { inspect } from './inspect';
import { cardOf, complaintsOf, desktop, logOrdinary, phone, signInAs, supervisorAsked } from './support';

test('A fellow is told in the app that an entry came back, and chooses which mails come', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await signInAs(page, /Lena Brandvold/);
  const address = await logOrdinary(page);
  const supervisor = await supervisorAsked(page);
  const { queue, card } = await cardOf(browser, { supervisor, address }, desktop);
  const path = new URL(address).pathname;
  await card.getByRole('button', { name: /^Return/ }).click();
  await card.getByRole('radio', { name: 'Detail to change' }).check();
  await card.getByRole('textbox').fill('Please add the label.');
  await card.getByRole('button', { name: /^Return to/ }).click();
  await expect(queue.getByText(/^Returned: /)).toBeVisible();
  await page.goto('/notices');
  const told = page.getByRole('list', { name: 'What you were told of' });
  // What follows the log comes a moment later.
  await expect(async () => {
    await page.reload();
    await expect(told.locator(`a[href="${path}"]`).first()).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await inspect(page, 'notices');
  await told.locator(`a[href="${path}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(path));
  await page.goto('/account');
  const digest = page.getByRole('switch', { name: 'The weekly digest' });
  await digest.click();
  await page.reload();
  await expect(digest).not.toBeChecked();
  await digest.click();
  expect(complaints).toEqual([]);
});

test('A coordinator mails a link and sees what became of it; a link of no mail stops nothing', async ({
  page,
  browser,
}) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ben Ashby/);
  await page.goto('/people');
  const name = 'Lena Brandvold';
  await page.getByRole('list', { name: 'Everybody of the program' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Send it by mail' }).click();
  await expect(page.getByText(/A link is on its way by mail/)).toBeVisible();
  await page.goto('/mails');
  const mails = page.getByRole('list', { name: 'Mails of the program' });
  await expect(async () => {
    await page.reload();
    await expect(mails.getByRole('listitem').first()).toContainText('in the folder', { timeout: 10_000 });
  }).toPass();
  await expect(mails.getByRole('listitem').first()).toContainText(name);
  await inspect(page, 'mails');

  const guest = await (await browser.newContext({ viewport: phone })).newPage();
  await guest.goto('/unsubscribe?t=digest.somebody.made-up');
  await expect(guest.getByText(/The weekly digest: they come until you stop them/)).toBeVisible();
  await inspect(guest, 'unsubscribe');
  await guest.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(guest.getByRole('alert')).toBeVisible();
  await guest.goto('/sign-in');
  await guest.getByRole('link', { name: 'Forgotten password?' }).click();
  await guest.getByRole('heading', { name: 'Forgotten password' }).waitFor();
  await guest.getByLabel('Work e-mail').fill('nobody@hospital.example');
  await inspect(guest, 'forgot-password');
  await guest.getByRole('button', { name: 'Send me a link' }).click();
  await expect(guest.getByText(/a mail with a link is on its way/)).toBeVisible();
  expect(complaints).toEqual([]);
});

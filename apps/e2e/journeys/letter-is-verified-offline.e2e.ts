import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { inspect } from './inspect';
import { complaintsOf, desktop, phone, signInAs } from './support';

/** Hands a file to the page that checks letters. */
async function hand(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Letter or picture of its code').setInputFiles({ name, mimeType: '', buffer });
}

async function kept(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

/** The file behind a link. */
async function take(page: Page, name: 'PDF' | 'JSON'): Promise<Buffer> {
  const link = page.getByRole('link', { name }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return kept(download);
}

test('A letter is signed by the director and found genuine by a stranger without a network; a changed one is not', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page);
  await page.setViewportSize(desktop);
  await signInAs(page, /Ruth Castellan/);
  await page
    .getByRole('rowheader', { name: /Sasha Marwood/ })
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: 'Sign a letter' }).click();
  const paper = page.getByRole('article', { name: 'What is signed' });
  await expect(paper).toContainText('Sasha Marwood');
  await inspect(page, 'letter');
  const password = /Demo password: (.+)/.exec(await page.getByText(/Demo password:/).innerText())?.[1] ?? '';
  const statement = page.getByLabel('My electronic signature is as binding as my handwriting.');
  if (await statement.isVisible()) await statement.check();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Sign the letter' }).click();
  await expect(page).toHaveURL(/\/letters$/);
  await expect(page.getByRole('list', { name: 'Letters' })).toContainText('Sasha Marwood');
  await inspect(page, 'letters');
  const [pdf, json] = [await take(page, 'PDF'), await take(page, 'JSON')];
  expect(pdf.length).toBeLessThanOrEqual(300_000);
  expect(complaints).toEqual([]);

  const context = await browser.newContext({ viewport: phone });
  const stranger = await context.newPage();
  const troubles = complaintsOf(stranger);
  const asked: string[] = [];
  await stranger.goto('/verify');
  await expect(stranger.getByText('Everything is here: you may go offline now.')).toBeVisible();
  await inspect(stranger, 'verify');
  stranger.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await context.setOffline(true);
  await hand(stranger, 'letter.pdf', pdf);
  const answer = stranger.getByRole('status');
  await expect(answer).toContainText('Unchanged; whether it still stands is not checked');
  await expect(answer).toContainText('Sasha Marwood');
  await expect(answer).toContainText('Demonstration: invented people and numbers. Not a credential.');
  await inspect(stranger, 'verify-offline');

  await stranger.getByRole('button', { name: 'Check another' }).click();
  const changed = json
    .toString()
    .replace(/"performed":(\d)/, (_all, digit: string) => `"performed":${(Number(digit) + 1) % 10}`);
  await hand(stranger, 'letter.json', Buffer.from(changed));
  await expect(answer).toContainText('This file is not what was signed');
  await expect(answer).toContainText('step “signature”');
  await inspect(stranger, 'verify-changed');

  await context.setOffline(false);
  await stranger.getByRole('button', { name: 'Check another' }).click();
  await hand(stranger, 'letter.pdf', pdf);
  await expect(answer).toContainText('Unchanged since it was signed');
  await inspect(stranger, 'verify-good');
  expect(await context.cookies()).toEqual([]);
  expect(new Set(asked)).toEqual(new Set(['/api/status-list']));

  await page.getByRole('button', { name: 'Take back' }).first().click();
  await page.getByLabel('Why').fill('Replaced by a newer letter.');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('list', { name: 'Letters' })).toContainText('Taken back');
  await stranger.getByRole('button', { name: 'Check another' }).click();
  await hand(stranger, 'letter.json', json);
  await expect(answer).toContainText('Signed, and taken back');
  await inspect(stranger, 'verify-taken-back');
  expect(troubles).toEqual([]);
  await context.close();
});

import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Download, type Page } from '@playwright/test';
import { base58 } from '@scure/base';
import encodeQR from 'qr';
import { inspect } from './inspect';
import { complaintsOf, desktop, phone, signInAs } from './support';

/** Hands a file to the page that checks letters. */
async function hand(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Letter or picture of its code').setInputFiles({ name, mimeType: '', buffer });
}

/** The printed code of a signed record, by what docs/verify.md says it holds, apart from the app's own code. */
function codeOf(record: string): string {
  const { proof, ...document } = JSON.parse(record) as Record<string, unknown> & {
    proof: Record<string, string>;
  };
  const { publicKey } = document['issuer'] as { publicKey: string };
  const raw = Buffer.from(base58.decode(publicKey.slice(1))).subarray(2);
  const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
  const time = Buffer.alloc(5);
  time.writeUIntBE(Date.parse(proof['created'] ?? '') / 1000, 0, 5);
  const signature = base58.decode((proof['proofValue'] ?? '').slice(1));
  // The record is kept in canonical form, so that what is left of it is canonical too.
  const parts = [
    Uint8Array.of(1),
    sha256(raw).subarray(0, 8),
    time,
    sha256(JSON.stringify(document)),
    signature,
  ];
  return Buffer.concat(parts).toString('base64url');
}

interface DrawnCode {
  readonly png: string;
  readonly size: number;
  /** One byte of brightness a pixel. */
  readonly gray: string;
}

/** Draws a code with its quiet rim; runs in the page. */
async function drawCode(modules: boolean[][]): Promise<DrawnCode> {
  const [unit, rim] = [6, 8];
  const size = 2 * Math.ceil(((modules.length + 2 * rim) * unit) / 2);
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a canvas can be drawn on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect((x + rim) * unit, (y + rim) * unit, unit, unit);
    }),
  );
  const { data } = context.getImageData(0, 0, size, size);
  const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return {
    png: base64(new Uint8Array(await blob.arrayBuffer())),
    size,
    gray: base64(Uint8Array.from({ length: size * size }, (_, at) => data[4 * at] ?? 0)),
  };
}

/** Opens the page in a browser whose camera sees the code alone. */
async function scanWithCamera(origin: string, { size, gray }: DrawnCode): Promise<void> {
  const film = join(mkdtempSync(join(tmpdir(), 'countersign-camera-')), 'code.y4m');
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.from(gray, 'base64'),
    Buffer.alloc((size * size) / 2, 128),
  ]);
  writeFileSync(
    film,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${size} H${size} F10:1 Ip A1:1 C420\n`), frame, frame]),
  );
  const camera = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--use-fake-ui-for-media-stream'],
      ...['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
    ],
  });
  const page = await camera.newPage();
  await page.goto(`${origin}/verify`);
  await expect(page.getByText('Everything is here: you may go offline now.')).toBeVisible();
  await page.getByRole('button', { name: 'Scan the code' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'A known issuer signed' })).toBeVisible();
  await camera.close();
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

  // The code on paper proves who signed which document, by a picture of it and before a camera.
  const code = codeOf(json.toString());
  const picture = await stranger.evaluate(
    drawCode,
    encodeQR(`${new URL(page.url()).origin}/verify#${code}`, 'raw'),
  );
  await stranger.getByRole('button', { name: 'Check another' }).click();
  await hand(stranger, 'code.png', Buffer.from(picture.png, 'base64'));
  await expect(answer).toContainText('A known issuer signed a document with this digest');
  await expect(answer).toContainText('Not proven by the code: any name or number on the paper.');
  await expect(answer).not.toContainText('Sasha Marwood');
  await inspect(stranger, 'verify-code');
  await scanWithCamera(new URL(stranger.url()).origin, picture);

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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { TestServer } from '../testing/test-server';

const SCRIPT = 'export const words = "the same words again and again";\n'.repeat(200);

describe('Files of the web app', () => {
  let server: TestServer;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = mkdtempSync(join(tmpdir(), 'countersign-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Countersign</title>');
    writeFileSync(join(webRoot, 'chunk-DLkF_3dq.js'), SCRIPT);
    server = await TestServer.start({ webRoot });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(webRoot, { recursive: true });
  });

  /** Fetch unpacks by itself, so that it would not show what travels. */
  const ask = (path: string, encoding: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> =>
    new Promise((resolve, reject) => {
      get(`${server.origin}${path}`, { headers: { 'accept-encoding': encoding } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
      }).on('error', reject);
    });

  it('of a hashed name travel small, are kept for a year, and are the same every time', async () => {
    const replies = [await ask('/chunk-DLkF_3dq.js', 'gzip, br'), await ask('/chunk-DLkF_3dq.js', 'br')];
    for (const { headers, body } of replies) {
      expect(headers).toMatchObject({
        'content-encoding': 'br',
        'content-type': expect.stringMatching(/javascript/),
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
      expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
    }
  });

  it('come whole to who cannot unpack them, and no other path is served so', async () => {
    const plain = await ask('/chunk-DLkF_3dq.js', 'identity');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, SCRIPT]);
    expect((await ask('/../chunk-DLkF_3dr.js', 'br')).headers['content-encoding']).not.toBe('br');
  });
});

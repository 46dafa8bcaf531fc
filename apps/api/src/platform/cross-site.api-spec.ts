import { request } from 'node:http';
import { PASSWORD, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

const OWN = 'https://log.example.org';

describe('A writing request', () => {
  let server: TestServer;
  let program: TestProgram;

  beforeAll(async () => {
    server = await TestServer.start({ publicOrigin: OWN });
    program = await server.program('cross-site');
  });
  afterAll(() => server.stop());

  /** Sends exactly these headers: Node's fetch would add its own. */
  function signIn(headers: Record<string, string>, body?: string): Promise<string> {
    const credentials = { email: program.people.fellow.email, password: PASSWORD };
    return new Promise((resolve, reject) => {
      const sending = request(
        `${server.origin}/api/session`,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (reply) => {
          let text = '';
          reply.on('data', (chunk: Buffer) => (text += String(chunk)));
          reply.on('end', () => {
            const { code } = JSON.parse(text) as { code?: string };
            resolve(code === undefined ? String(reply.statusCode) : `${reply.statusCode} ${code}`);
          });
        },
      );
      sending.once('error', reject);
      sending.end(body ?? JSON.stringify(credentials));
    });
  }

  it('of an older browser comes from the public address, or is refused, whatever host it names', async () => {
    expect(await signIn({ origin: OWN })).toBe('201');
    expect(await signIn({ origin: OWN, host: 'inside:3000' })).toBe('201');
    for (const origin of ['https://evil.example', 'http://log.example.org', server.origin, 'null'])
      expect([origin, await signIn({ origin })]).toEqual([origin, '403 request/cross-site']);
    const host = 'evil.example';
    expect(await signIn({ origin: `https://${host}`, host })).toBe('403 request/cross-site');
  });

  it('of a browser of today is judged by what that says of itself', async () => {
    expect(await signIn({ 'sec-fetch-site': 'same-origin', origin: OWN })).toBe('201');
    for (const site of ['cross-site', 'same-site'])
      expect(await signIn({ 'sec-fetch-site': site, origin: OWN })).toBe('403 request/cross-site');
  });

  it('has a JSON body or none, however it is sent', async () => {
    const form = { 'content-type': 'text/plain' };
    expect(await signIn(form)).toBe('415 request/not-json');
    expect(await signIn({ ...form, 'transfer-encoding': 'chunked' })).toBe('415 request/not-json');
    expect(await signIn({}, '{"email":')).toBe('400 request/malformed');
  });
});

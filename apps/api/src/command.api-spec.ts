import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command';
import { dialect } from './testing/test-database';

/** Runs the command line and keeps what it says. */
async function said(
  words: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | undefined; text: string }> {
  const lines: string[] = [];
  const catcher = (chunk: string | Uint8Array): boolean => lines.push(String(chunk)) > 0;
  const streams = [
    jest.spyOn(process.stderr, 'write').mockImplementation(catcher),
    jest.spyOn(process.stdout, 'write').mockImplementation(catcher),
  ];
  try {
    const code = await runCommand(words, { LOG_LEVEL: 'silent', DEMO: 'off', WEB_ROOT: '', ...env });
    return { code, text: lines.join('') };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'countersign-'));

describe('A start that cannot succeed says in plain words what to do, and ends with a code', () => {
  it('for every wrong setting at once', async () => {
    const { code, text } = await said([], {
      PORT: 'eighty',
      DATABASE_URL: 'postgres://x',
      PUBLIC_URL: 'here',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
    });
    expect(code).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'DEMO', 'LOG_LEVEL'])
      expect(text).toContain(name);
    expect(text.trim().split('\n')).toHaveLength(5);
  });

  it('for a port in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => blocker.once('listening', ready));
    const { port } = blocker.address() as AddressInfo;
    const { code, text } = await said([], { PORT: String(port), DATA_DIR: folder() });
    blocker.close();
    expect(code).toBe(1);
    expect(text).toBe(
      `Port ${port} is in use. Stop the other program or choose another port: PORT=3001 npm start\n`,
    );
  });

  it('for a data folder that is a file', async () => {
    const file = join(folder(), 'not-a-folder');
    writeFileSync(file, '');
    const { code, text } = await said([], { DATA_DIR: file, PORT: '0' });
    expect([code, text.includes('DATA_DIR')]).toEqual([1, true]);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  if (process.getuid?.() !== 0) {
    it('for a data folder that may not be written', async () => {
      const closed = join(folder(), 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o500);
      const { code, text } = await said([], { DATA_DIR: join(closed, 'data'), PORT: '0' });
      chmodSync(closed, 0o700);
      rmSync(closed, { recursive: true });
      expect([code, text.includes('DATA_DIR')]).toEqual([1, true]);
    });
  }

  it('for a database that is down', async () => {
    const { code, text } = await said([], {
      DATABASE_URL: 'mysql://root@127.0.0.1:9/countersign',
      PORT: '0',
    });
    expect([code, text.includes('DATABASE_URL')]).toEqual([1, true]);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it('for a word that is no command', async () => {
    expect(await said(['dance'], { DATA_DIR: folder() })).toMatchObject({
      code: 2,
      text: expect.stringContaining('set-up'),
    });
  });
});

if (dialect === 'sqlite') {
  describe('A program is set up from a roster file', () => {
    const roster = {
      program: 'Pain Medicine',
      institution: 'Example Hospital',
      timeZone: 'America/Chicago',
      people: [
        {
          name: 'A Director',
          email: 'director@example.org',
          password: 'a long enough secret',
          roles: [{ role: 'director', fromOn: '2026-07-01', toOn: '2027-06-30' }],
        },
        {
          name: 'A Fellow',
          email: 'fellow@example.org',
          password: 'another long secret',
          baseSpecialty: 'Neurology',
          roles: [{ role: 'fellow', fromOn: '2026-07-01', toOn: '2027-06-30' }],
        },
      ],
      sites: [{ name: 'Main', setting: 'clinic' }],
      rotations: [
        {
          fellow: 'fellow@example.org',
          site: 'Main',
          name: 'Clinic',
          fromOn: '2026-07-01',
          toOn: '2026-12-31',
          service: 100,
        },
      ],
      leave: [],
    };

    it('once, whole; a second time nothing is written', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      writeFileSync(file, JSON.stringify(roster));
      const first = await said(['set-up', file], { DATA_DIR: dir });
      expect(first).toEqual({
        code: 0,
        text: 'Pain Medicine is set up with 2 people. Start the server and sign in.\n',
      });
      const second = await said(['set-up', file], { DATA_DIR: dir });
      expect([second.code, second.text.startsWith('Nothing was written')]).toEqual([1, true]);
    }, 30_000);

    it('or every wrong field is named', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      writeFileSync(
        file,
        JSON.stringify({ ...roster, colour: 'blue', people: [{ ...roster.people[0], password: 'short' }] }),
      );
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect(code).toBe(1);
      expect(text).toContain('/colour: not known here');
      expect(text).toContain('/people/0/password');
    });
  });
}

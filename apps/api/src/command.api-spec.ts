import { closeSync, mkdirSync, mkdtempSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { runCommand } from './command';
import { commands } from './commands';
import { createTestDatabase, dialect } from './testing/test-database';

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

/** Overwrites the second page, where a table's rows begin. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 4096);
  closeSync(handle);
}

describe('A start that cannot succeed says in plain words what to do, and ends with a code', () => {
  it('for every wrong setting at once', async () => {
    const { code, text } = await said([], {
      PORT: 'eighty',
      DATABASE_URL: 'postgres://x',
      PUBLIC_URL: 'here',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
      HOST: 'http://here',
      NODE_ENV: 'prod',
    });
    expect(code).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_URL', 'DEMO', 'LOG_LEVEL', 'HOST', 'NODE_ENV'])
      expect(text).toContain(name);
    expect(text.trim().split('\n')).toHaveLength(7);
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

  const oneLine = (text: string, ...parts: string[]) => {
    expect(text.trim().split('\n')).toHaveLength(1);
    for (const part of parts) expect(text).toContain(part);
  };

  it('for a data folder that is a file, or lies in one: no right of anybody makes that work', async () => {
    const file = join(folder(), 'not-a-folder');
    writeFileSync(file, '');
    for (const dir of [file, join(file, 'data')]) {
      const { code, text } = await said([], { DATA_DIR: dir, PORT: '0' });
      expect(code).toBe(1);
      oneLine(text, 'DATA_DIR', dir);
    }
  });

  it('for a database file that may not be opened, because a folder stands in its place', async () => {
    const dir = folder();
    mkdirSync(join(dir, 'countersign.sqlite'));
    const { code, text } = await said([], { DATA_DIR: dir, PORT: '0' });
    expect(code).toBe(1);
    oneLine(text, 'cannot be opened', 'DATA_DIR');
  });

  it('for a database file that is none, or is damaged inside', async () => {
    const dir = folder();
    const file = join(dir, 'countersign.sqlite');
    writeFileSync(file, 'no database at all'.repeat(100));
    const foreign = await said([], { DATA_DIR: dir, PORT: '0' });
    expect(foreign.code).toBe(1);
    oneLine(foreign.text, 'damaged', 'backup');
    const whole = folder();
    expect((await said(['wipe-demo'], { DATA_DIR: whole })).code).toBe(0);
    damage(join(whole, 'countersign.sqlite'));
    const broken = await said([], { DATA_DIR: whole, PORT: '0' });
    expect(broken.code).toBe(1);
    oneLine(broken.text, 'damaged', 'backup');
  }, 30_000);

  it('for a database file that another program holds', async () => {
    const dir = folder();
    const holder = new Sqlite(join(dir, 'countersign.sqlite'));
    holder.exec('CREATE TABLE foreign_thing (id); BEGIN EXCLUSIVE');
    const { code, text } = await said([], { DATA_DIR: dir, PORT: '0' });
    holder.close();
    expect(code).toBe(1);
    oneLine(text, 'locked', 'Another program holds the file');
  }, 30_000);

  it('for an address that is not this machine’s', async () => {
    const { code, text } = await said([], { HOST: '192.0.2.1', DATA_DIR: folder(), PORT: '0' });
    expect(code).toBe(1);
    oneLine(text, 'HOST', '192.0.2.1');
  });

  it('for a web app that is not there, in a folder that is missing or empty', async () => {
    const empty = folder();
    for (const root of [join(empty, 'nowhere'), empty]) {
      const { code, text } = await said([], { WEB_ROOT: root, DATA_DIR: folder(), PORT: '0' });
      expect(code).toBe(1);
      oneLine(text, 'WEB_ROOT', root);
    }
  });

  it('for a database that is down', async () => {
    const { code, text } = await said([], {
      DATABASE_URL: 'mysql://root@127.0.0.1:9/countersign',
      PORT: '0',
    });
    expect([code, text.includes('DATABASE_URL')]).toEqual([1, true]);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  if (dialect === 'mysql') {
    const server = process.env['TEST_DATABASE_URL'] ?? '';
    const run = async (...statements: string[]): Promise<void> => {
      const connection = await createConnection(server);
      for (const statement of statements) await connection.query(statement);
      await connection.end();
    };

    it('for a user who may not create tables', async () => {
      const database = await createTestDatabase();
      const url = new URL(database.settings.databaseUrl ?? '');
      const name = url.pathname.slice(1);
      await run(
        `CREATE USER reader_${name} IDENTIFIED BY 'look'`,
        `GRANT SELECT ON ${name}.* TO reader_${name}`,
      );
      url.username = `reader_${name}`;
      url.password = 'look';
      const { code, text } = await said([], { DATABASE_URL: url.href, PORT: '0' });
      await run(`DROP USER reader_${name}`);
      await database.drop();
      expect(code).toBe(1);
      oneLine(text, 'CREATE command denied', 'the right to create and alter tables');
    }, 60_000);

    it('in production, for a database that could lose an acknowledged write', async () => {
      const database = await createTestDatabase();
      const env = { DATABASE_URL: database.settings.databaseUrl ?? '', PORT: '0' };
      await run('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
      try {
        const refused = await said(['wipe-demo'], { ...env, NODE_ENV: 'production' });
        expect(refused).toEqual({
          code: 1,
          text: 'The database has innodb_flush_log_at_trx_commit=2; it must be 1.\n',
        });
        const warned = await said(['wipe-demo'], env);
        expect([warned.code, warned.text.startsWith('Warning: ')]).toEqual([0, true]);
      } finally {
        await run('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
        await database.drop();
      }
    }, 60_000);
  }

  it('for a word that is no command, a file that is not named, and a word too many', async () => {
    for (const words of [['dance'], ['set-up'], ['wipe-demo', 'now'], ['serve', '--fast']]) {
      const { code, text } = await said(words, { DATA_DIR: folder() });
      expect([words, code]).toEqual([words, 2]);
      expect(text).toMatch(/^error: /);
      expect(text).toContain('Usage: countersign');
    }
    expect((await said(['dance'], {})).text).toContain('set-up');
  });
});

describe('The help', () => {
  it('names every command with what it does, whatever the settings are', async () => {
    const { code, text } = await said(['--help'], { PORT: 'eighty' });
    expect(code).toBe(0);
    for (const { usage, summary, options } of commands) {
      expect(text).toContain(options === undefined ? usage : usage.replace(' ', ' [options] '));
      expect(text.replaceAll(/\s+/g, ' ')).toContain(summary);
    }
  });

  it('of one command is about that command', async () => {
    const { code, text } = await said(['set-up', '--help'], {});
    expect(code).toBe(0);
    expect(text).toContain('Usage: countersign set-up [options] <file>');
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
      expect(second).toEqual({
        code: 1,
        text: 'Nothing was written: there is a program called Pain Medicine already. If this is another one, say so with --new-program.\n',
      });
      const meant = await said(['set-up', file, '--new-program'], { DATA_DIR: dir });
      expect(meant).toEqual({
        code: 1,
        text: 'Nothing was written: there are accounts already for director@example.org, fellow@example.org.\n',
      });
    }, 30_000);

    it('or a roster that cannot be is refused in one line for each thing that is wrong', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const [director, fellow] = roster.people;
      const [rotation] = roster.rotations;
      const refusal = async (change: object): Promise<string[]> => {
        writeFileSync(file, JSON.stringify({ ...roster, ...change }));
        const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
        expect(code).toBe(1);
        return text.trim().split('\n').slice(1);
      };
      expect(await refusal({ rotations: undefined, leave: 'none' })).toEqual([
        '/rotations: missing or of the wrong form; it must be a list, which may be empty, each with fellow, site, name, fromOn, toOn and service',
        '/leave: missing or of the wrong form; it must be a list, which may be empty, each with fellow, fromOn, toOn and kind',
      ]);
      expect(await refusal({ people: [director, null], leave: [null] })).toEqual([
        '/people/1: missing or of the wrong form; it must be an object with name, email, baseSpecialty, password, roles',
        '/leave/0: missing or of the wrong form; it must be an object with fellow, fromOn, toOn, kind',
      ]);
      const roles = [{ role: 'fellow', fromOn: '2026-02-30', toOn: '2027-06-30' }];
      expect(
        await refusal({
          timeZone: 'Mars/Olympus',
          people: [director, { ...fellow, roles }, { ...fellow, email: 'FELLOW@example.org' }],
          rotations: [
            { ...rotation, fromOn: '2026-12-31', toOn: '2026-07-01' },
            { ...rotation, site: 'Nowhere', fellow: 'director@example.org' },
          ],
          leave: [
            { fellow: 'nobody@example.org', fromOn: '2026-13-01', toOn: '2026-12-01', kind: 'vacation' },
          ],
        }),
      ).toEqual([
        '/timeZone: Mars/Olympus is not an IANA time zone, such as America/Chicago, Asia/Kolkata or UTC',
        '/people/2/email: fellow@example.org is there twice',
        '/people/1/roles/0/fromOn: 2026-02-30 is no day of the calendar; a day is from 1900-01-01 to 2999-12-31',
        '/rotations/0/toOn: 2026-07-01 comes before 2026-12-31',
        '/rotations/1/fellow: director@example.org is no fellow of this roster',
        '/rotations/1/site: the roster has no site Nowhere; it has Main',
        '/leave/0/fromOn: 2026-13-01 is no day of the calendar; a day is from 1900-01-01 to 2999-12-31',
        '/leave/0/fellow: nobody@example.org is no fellow of this roster',
      ]);
    }, 60_000);

    it('or words in it may tell who somebody is; names of people, sites and rotations are names', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const leave = { fellow: 'fellow@example.org', fromOn: '2026-12-01', toOn: '2026-12-05' };
      const [rotation] = roster.rotations;
      const named = { ...rotation, name: 'With Dr. Kowalski' };
      const kinds = ['with Mrs Ramirez', 'Kowalski', 'vacation'].map((kind) => ({ ...leave, kind }));
      writeFileSync(file, JSON.stringify({ ...roster, rotations: [named], leave: kinds }));
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect([code, text.trim().split('\n').slice(1)]).toEqual([
        1,
        [
          '/leave/0/kind: “Mrs Ramirez” may tell who somebody is; say it otherwise',
          '/leave/1/kind: “Kowalski” may tell who somebody is; say it otherwise',
        ],
      ]);
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
      expect(text).toContain('/colour: not known here; known are program, institution, timeZone,');
      expect(text).toContain(
        '/people/0/password: missing or of the wrong form; it must be a text of 15 to 256',
      );
    });

    it('Operator: or there is no director, rotations overlap, days are outside the training', async () => {
      const dir = folder();
      const file = join(dir, 'roster.json');
      const [director, fellow] = roster.people;
      const [rotation] = roster.rotations;
      const change = {
        people: [{ ...director, roles: [{ ...director?.roles[0], role: 'coordinator' }] }, fellow],
        rotations: [
          rotation,
          { ...rotation, fromOn: '2026-12-31', toOn: '2027-02-01', fellow: 'Fellow@example.org' },
          { ...rotation, fromOn: '2027-02-02', toOn: '2028-02-01' },
        ],
        leave: [{ fellow: 'fellow@example.org', fromOn: '2025-12-20', toOn: '2026-07-02', kind: 'vacation' }],
      };
      writeFileSync(file, JSON.stringify({ ...roster, ...change }));
      const { code, text } = await said(['set-up', file], { DATA_DIR: dir });
      expect([code, text.trim().split('\n').slice(1)]).toEqual([
        1,
        [
          '/people: nobody is director; a program has at least one person with the role director',
          '/rotations/2/toOn: 2028-02-01 is outside the training of the fellow, 2026-07-01 to 2027-06-30',
          '/rotations/1: overlaps /rotations/0 of the same fellow; a fellow has one rotation a day',
          '/leave/0/fromOn: 2025-12-20 is outside the training of the fellow, 2026-07-01 to 2027-06-30',
        ],
      ]);
    });

    it.each(['UTC', 'Asia/Kolkata', 'Europe/Kyiv'])(
      'Operator: in the zone %s, from a file with a byte-order mark; a second one of the name only on purpose',
      async (timeZone) => {
        const dir = folder();
        const file = join(dir, 'roster.json');
        writeFileSync(file, `\uFEFF${JSON.stringify({ ...roster, timeZone })}`);
        expect((await said(['set-up', file], { DATA_DIR: dir })).code).toBe(0);
        const people = roster.people.map((person) => ({ ...person, email: `second.${person.email}` }));
        const rotations = roster.rotations.map((one) => ({ ...one, fellow: `second.${one.fellow}` }));
        writeFileSync(file, JSON.stringify({ ...roster, people, rotations, program: 'pain medicine' }));
        expect(await said(['set-up', file], { DATA_DIR: dir })).toEqual({
          code: 1,
          text: 'Nothing was written: there is a program called pain medicine already. If this is another one, say so with --new-program.\n',
        });
        expect((await said(['set-up', file, '--new-program'], { DATA_DIR: dir })).code).toBe(0);
      },
      60_000,
    );
  });
}

import { closeSync, mkdirSync, openSync, writeFileSync, writeSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { folder, said } from './testing/said';
import { createTestDatabase, dialect } from './testing/test-database';

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

  it('for a database file that is empty: it is not silently a new one', async () => {
    const dir = folder();
    const file = join(dir, 'countersign.sqlite');
    writeFileSync(file, '');
    const { code, text } = await said(['migrate'], { DATA_DIR: dir });
    expect(code).toBe(1);
    oneLine(text, file, 'is empty', 'Restore the newest backup');
    expect(statSync(file).size).toBe(0);
  });

  it('for a data folder on a file system that takes no files, where a start once hung', async () => {
    const { code, text } = await said(['migrate'], { DATA_DIR: '/proc/self/countersign' });
    expect(code).toBe(1);
    oneLine(text, 'DATA_DIR', '/proc/self/countersign');
  });

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

    it('for a database or a table whose collation is another, before a table is made and at each start', async () => {
      const database = await createTestDatabase();
      const env = { DATABASE_URL: database.settings.databaseUrl ?? '', PORT: '0' };
      const name = new URL(env.DATABASE_URL).pathname.slice(1);
      await run(`ALTER DATABASE ${name} COLLATE utf8mb4_general_ci`);
      const first = await said(['migrate'], env);
      expect(first.code).toBe(1);
      oneLine(
        first.text,
        name,
        'utf8mb4_general_ci',
        `ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
      );
      await run(`ALTER DATABASE ${name} COLLATE utf8mb4_bin`);
      expect(await said(['migrate'], env)).toMatchObject({ code: 0 });
      await run(`ALTER TABLE ${name}.text CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`);
      const later = await said(['migrate'], env);
      expect(later.code).toBe(1);
      oneLine(later.text, 'table text', 'utf8mb4_general_ci');
      await database.drop();
    }, 60_000);

    it('for a password that is wrong, a database that is not there, and a schema that somebody changed: each by its cause', async () => {
      const database = await createTestDatabase();
      const url = new URL(database.settings.databaseUrl ?? '');
      const name = url.pathname.slice(1);
      await run(`CREATE TABLE ${name}.program (id int)`);
      const changed = await said(['migrate'], { DATABASE_URL: url.href });
      oneLine(changed.text, 'CreatePrograms', 'already exists', 'Restore the backup');
      const nowhere = new URL(url);
      nowhere.pathname = '/countersign_nowhere';
      oneLine(
        (await said(['migrate'], { DATABASE_URL: nowhere.href })).text,
        'Unknown database',
        'Create the database',
      );
      const wrong = new URL(url);
      wrong.username = 'nobody_here';
      wrong.password = 'wrong';
      oneLine(
        (await said(['migrate'], { DATABASE_URL: wrong.href })).text,
        'Access denied',
        'user and password',
      );
      await database.drop();
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

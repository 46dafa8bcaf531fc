import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { SessionRow } from './sessions/session.row';
import type { BackupLine } from './db/backup-file';
import { backupBefore } from './testing/older-backup';
import { programUnderTest } from './testing/program-under-test';
import { folder, said } from './testing/said';
import { createTestDatabase, environmentOf } from './testing/test-database';
import { entryBody } from './testing/test-program';
import { TestServer } from './testing/test-server';

describe('A backup', () => {
  const here = programUnderTest('backup', 'fellow', 'supervisor');
  let file: string;

  const linesIn = (one: string): string[] => gunzipSync(readFileSync(one)).toString().trimEnd().split('\n');
  const log = () => here.fellow.post<{ id: string }>(here.entries, { body: entryBody(here.program) });

  beforeAll(async () => {
    const first = await log();
    await here.supervisor.post(`${here.entries}/${first.body.id}/approval`, {
      revision: 1,
      body: { help: 4 },
    });
    file = join(folder(), 'night.backup');
  });

  it('is made beside a server that goes on writing, is tried, and says so', async () => {
    let isOver = false;
    let meanwhile = 0;
    const writing = (async () => {
      while (!isOver) {
        expect((await log()).status).toBe(201);
        meanwhile += 1;
      }
    })();
    const { code, text } = await said(['backup', file], environmentOf(here.server.database));
    isOver = true;
    await writing;
    expect([code, text]).toEqual([0, text]);
    expect(text).toMatch(/^Backed up [\d,]+ rows of \d+ tables into .*night\.backup \(\d+ kB\)\.\n/);
    expect(text).toContain('every table counted');
    expect(text).toContain('Every log in it verifies.');
    expect(meanwhile).toBeGreaterThan(0);
    expect(readdirSync(dirname(file))).toEqual(['night.backup']);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  }, 120_000);

  it('has no row of a session, and overwrites nothing', async () => {
    const live = await here.server.read((manager) => manager.find(SessionRow));
    expect(live.length).toBeGreaterThan(1);
    const lines = linesIn(file);
    expect(lines.some((line) => line.startsWith('{"table":"session"'))).toBe(false);
    expect(lines.some((line) => line.startsWith('{"table":"entry"'))).toBe(true);
    expect(await said(['backup', file], environmentOf(here.server.database))).toEqual({
      code: 1,
      text: `${file} is there already: a backup overwrites nothing.\n`,
    });
    const nowhere = await said(
      ['backup', join(folder(), 'none', 'x.backup')],
      environmentOf(here.server.database),
    );
    expect([nowhere.code, nowhere.text.startsWith('The backup cannot be written (')]).toEqual([1, true]);
  });

  it('comes back whole: the entry is there, who was signed in signs in again, and the record verifies', async () => {
    const restored = await TestServer.start(
      { keysDir: here.server.database.settings.keysDir },
      async (empty) => {
        const { code, text } = await said(['restore', file], environmentOf(empty));
        expect([code, text]).toEqual([0, text]);
        expect(text).toMatch(/^Restored [\d,]+ rows .* 2 sessions were ended\.\n/);
        const again = await said(['restore', file], environmentOf(empty));
        expect([again.code, again.text.includes('a restore overwrites nothing')]).toEqual([1, true]);
      },
    );
    try {
      expect(await restored.read((manager) => manager.count(SessionRow))).toBe(0);
      const client = await restored.as(here.program.people.fellow);
      const entries = await client.get<{ entries: { state: string }[] }>(here.entries);
      expect(entries.body.entries.map(({ state }) => state)).toContain('approved');
      expect(await said(['verify'], environmentOf(restored.database))).toMatchObject({ code: 0 });
    } finally {
      await restored.stop();
    }
  }, 120_000);

  it('of one database fills the other kind', async () => {
    const plain = { DATA_DIR: folder() };
    expect(await said(['restore', file], plain)).toMatchObject({ code: 0 });
    expect(await said(['verify'], plain)).toMatchObject({ code: 0 });
    const second = join(folder(), 'second.backup');
    expect(await said(['backup', second], plain)).toMatchObject({ code: 0 });
    const target = await createTestDatabase();
    expect(await said(['restore', second], environmentOf(target))).toMatchObject({ code: 0 });
    expect(await said(['verify'], environmentOf(target))).toMatchObject({ code: 0 });
    await target.drop();
  }, 120_000);

  it('of an older schema is brought to this one', async () => {
    const old = await backupBefore(
      'CreatePasskeys',
      linesIn(file).map((line) => JSON.parse(line) as BackupLine),
    );
    expect(old).not.toContainEqual(expect.objectContaining({ table: 'passkey' }));
    const given = join(folder(), 'old.backup');
    writeFileSync(given, gzipSync(old.map((line) => `${JSON.stringify(line)}\n`).join('')));
    const plain = { DATA_DIR: folder() };
    const { code, text: told } = await said(['restore', given], plain);
    expect([code, told]).toEqual([0, told]);
    expect(await said(['migrate'], plain)).toEqual({
      code: 0,
      text: 'The database has every migration of this version.\n',
    });
  }, 120_000);

  it('that is cut, is none, is changed or comes from a newer version leaves the place empty', async () => {
    const packed = readFileSync(file);
    const lines = linesIn(file);
    const [head = ''] = lines;
    const bad: readonly (readonly [what: Buffer, said: string])[] = [
      [packed.subarray(0, packed.length - 200), 'cannot be read as a backup'],
      [gzipSync(lines.slice(0, -1).join('\n')), 'is cut'],
      [Buffer.from('no backup at all'), 'cannot be read as a backup'],
      [gzipSync('{"countersign":"roster"}\n'), 'is no backup of Countersign'],
      [gzipSync('{"countersign":"backup","format":2}\n'), 'newer version'],
      [
        gzipSync([head.replace('"CreatePrograms', '"OfALaterVersion'), ...lines.slice(1)].join('\n')),
        'OfALater',
      ],
      [gzipSync(lines.filter((line) => !line.includes('"approved"')).join('\n')), 'The backup says'],
    ];
    for (const [bytes, expected] of bad) {
      const given = join(folder(), 'bad.backup');
      writeFileSync(given, bytes);
      const dir = folder();
      const { code, text } = await said(['restore', given], { DATA_DIR: dir });
      expect([expected, code, text]).toEqual([expected, 1, expect.stringContaining(expected)]);
      expect(text.trim().split('\n')).toHaveLength(1);
      expect(readdirSync(dir)).toEqual(['countersign.lock']);
    }
  }, 120_000);

  it('of a record that somebody changed past the log comes back, with the code of verify', async () => {
    const lines = linesIn(file);
    const given = join(folder(), 'changed.backup');
    const table = lines.findIndex((line) => line.startsWith('{"table":"site"'));
    const row = JSON.parse(lines[table + 1] ?? '') as (string | number)[];
    const { columns } = JSON.parse(lines[table] ?? '') as { columns: [string, string][] };
    row[columns.findIndex(([name]) => name === 'name')] = 'Renamed in the file';
    lines[table + 1] = JSON.stringify(row);
    writeFileSync(given, gzipSync(lines.join('\n')));
    const { code, text } = await said(['restore', given], { DATA_DIR: folder() });
    expect([code, text.includes('site')]).toEqual([9, true]);
  }, 120_000);
});

describe('The commands of an operator', () => {
  it('say which migrations were run, and that there is nothing to do', async () => {
    const database = await createTestDatabase();
    const env = environmentOf(database);
    const { code, text } = await said(['migrate'], env);
    const lines = text.trim().split('\n');
    expect([code, lines[0]]).toEqual([0, 'Done: CreatePrograms1764000000001']);
    expect(lines.at(-1)).toBe(
      `The database has every migration of this version now; ${lines.length - 1} were run.`,
    );
    expect((await said(['migrate'], env)).text).toBe('The database has every migration of this version.\n');
    await database.drop();
  }, 60_000);

  it('ask a running server how it is, and hear that there is none', async () => {
    const server = await TestServer.start();
    const { port } = new URL(server.origin);
    expect(await said(['health'], { PORT: port, HOST: '0.0.0.0' })).toEqual({
      code: 0,
      text: 'live: ok\nready: ok\n',
    });
    await server.stop();
    const { code, text } = await said(['health'], { PORT: port });
    expect([code, text.startsWith('live: no answer (')]).toEqual([1, true]);
  });
});

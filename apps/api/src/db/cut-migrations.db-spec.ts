import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { DataSource } from 'typeorm';
import { mainInChildren } from '../testing/child-process';
import { idsIn, migrateAndCut, wholeOf } from '../testing/cut-migrations';
import { atLength, faultRow } from '../testing/fault-row';
import { restoreRelease } from '../testing/release-dump';
import { createTestDatabase, dialect, environmentOf, type TestDatabase } from '../testing/test-database';
import { dataSourceOptions } from './data-source';
import { migrate, pendingMigrations } from './migrate';

/** Every statement, and several servers at once, in `npm run faults`; otherwise some statements by chance. */
const isWhole = atLength;
const MINUTES = 60_000;
/** How many statements later the next cut is at most. */
const REACH = 200;
const EPOCH = ['event', 'log_head'];
/** How often a migrating server is killed before one is let through. */
const KILLS = isWhole ? 40 : 4;

/** An old release with as much as has one of everything: all that people made by hand after its year, and a few days more. */
async function smallRelease(): Promise<{ database: TestDatabase; source: DataSource }> {
  const database = await createTestDatabase();
  await restoreRelease(database, '0.1.0');
  const source = await new DataSource(dataSourceOptions(database.settings, [])).initialize();
  if (dialect === 'sqlite') await source.query('PRAGMA foreign_keys = OFF');
  const kept =
    "SELECT id FROM entry WHERE performedOn > '2026-11-21' OR correction IS NOT NULL OR voidReason IS NOT NULL";
  await source.query(`CREATE TABLE kept AS ${kept}`);
  for (const [table, column] of [
    ['decision', 'entryId'],
    ['entry_procedure', 'entryId'],
    ['entry_version', 'entryId'],
    ['entry', 'id'],
  ])
    await source.query(`DELETE FROM ${table} WHERE ${column} NOT IN (SELECT id FROM kept)`);
  await source.query('DROP TABLE kept');
  await source.query('DELETE FROM event WHERE seq > 40');
  return { database, source };
}

/** Waits until a server has written something down in the journal or done a migration. */
async function movedOn(source: DataSource, isOver: () => boolean): Promise<void> {
  const state = async () => {
    const [journal] = await source.query<unknown[]>("SHOW TABLES LIKE 'migration_step'");
    const steps = journal
      ? await source.query('SELECT migration, MAX(step) FROM migration_step GROUP BY migration')
      : [];
    return JSON.stringify([steps, (await pendingMigrations(source)).length]);
  };
  const before = await state();
  while (!isOver() && (await state()) === before) await sleep(10);
}

describe('Migrations of an old database', () => {
  let known: ReadonlySet<string>;
  let expected: ReadonlyMap<string, readonly string[]>;
  const left: (() => Promise<void>)[] = [];

  const open = async () => {
    const { database, source } = await smallRelease();
    left.push(async () => {
      if (source.isInitialized) await source.destroy();
      await database.drop();
    });
    return { database, source };
  };

  beforeAll(async () => {
    const { source } = await open();
    known = await idsIn(source);
    await migrate(source);
    expected = await wholeOf(source, known);
  }, 2 * MINUTES);
  afterAll(async () => {
    for (const end of left) await end();
  });

  /** @param besides tables that the command writes after the migrations, when it begins the epoch of a log */
  const same = async (source: DataSource, besides: readonly string[] = []) => {
    expect(await pendingMigrations(source)).toEqual([]);
    const found = await wholeOf(source, known);
    expect([...found.keys()]).toEqual([...expected.keys()]);
    const differing = [...found].filter(([table, rows]) => !isDeepStrictEqual(rows, expected.get(table)));
    expect(differing.map(([table]) => table).filter((table) => !besides.includes(table))).toEqual([]);
  };

  it('are of a release that has something of everything', () => {
    const sizes = [...expected].filter(([, rows]) => rows.length > 1).map(([table]) => table);
    expect(sizes).toEqual(
      expect.arrayContaining(['entry', 'entry_version', 'decision', 'rating', 'text', 'person']),
    );
  });

  // SQLite takes a migration back as a whole: there it is killed, which the next test does.
  if (dialect === 'mysql')
    it(
      `that are cut before and after ${isWhole ? 'every statement' : 'some of their statements'} end where they would have`,
      async () => {
        const { source } = await open();
        const random = xoroshiro128plus(12);
        let [starts, cuts, at, isAfter] = [0, 0, 1, false];
        for (;;) {
          starts += 1;
          const cut = { at, when: isAfter ? ('after' as const) : ('before' as const) };
          const { isDone, hasMoved } = await migrateAndCut(source, cut, starts % 25 === 0);
          if (isDone) break;
          cuts += 1;
          if (isWhole) {
            // Each statement in turn; once something stays, the next start comes further by itself.
            if (isAfter) at = hasMoved ? 1 : at + 1;
            isAfter = !isAfter;
          } else {
            isAfter = random.next() % 2 === 0;
            at = hasMoved
              ? 1 + (Math.abs(random.next()) % REACH)
              : at + 1 + (Math.abs(random.next()) % REACH);
          }
        }
        faultRow('migrations cut', { database: dialect, cuts });
        expect(cuts).toBeGreaterThan(isWhole ? 200 : 8);
        await same(source);
      },
      isWhole ? 30 * MINUTES : 4 * MINUTES,
    );

  it(
    'that are killed with -9 again and again end where they would have',
    async () => {
      const { database, source } = await open();
      const start = await mainInChildren();
      const env = environmentOf(database);
      const random = xoroshiro128plus(34);
      let kills = 0;
      const first = await pendingMigrations(source);
      // While SQLite migrates nobody else may look: there the wait grows until one comes through.
      if (dialect === 'sqlite') await source.destroy();
      for (let wait = 600; ; wait *= 1.3) {
        const child = start(['migrate'], env);
        let isOver = false;
        void child.ended.then(() => (isOver = true));
        if (kills < KILLS) {
          if (dialect === 'mysql') await movedOn(source, () => isOver);
          else await Promise.race([sleep(wait), child.ended]);
          await sleep(Math.abs(random.next()) % 400);
          child.kill('SIGKILL');
        }
        const { code, err } = await child.ended;
        if (code === 0) break;
        expect([code, err]).toEqual([null, '']);
        kills += 1;
      }
      expect(first.length).toBeGreaterThan(20);
      expect(kills).toBeGreaterThan(0);
      faultRow('migrating servers killed', { database: dialect, kills });
      if (dialect === 'mysql') await same(source, EPOCH);
    },
    4 * MINUTES,
  );

  // Several processes at once take minutes on a busy machine.
  if (dialect === 'mysql' && isWhole) {
    it(
      'are run once by several servers that start at once, and all come up',
      async () => {
        const { database, source } = await open();
        const start = await mainInChildren();
        const env = environmentOf(database);
        const ended = await Promise.all([1, 2, 3].map(() => start(['migrate'], env).ended));
        expect(ended.map(({ code, err }) => [code, err.replace(/^Another server .*\n/, '')])).toEqual(
          ended.map(() => [0, '']),
        );
        expect(ended.filter(({ out }) => out.includes('Done: ')).length).toBe(1);
        await same(source, EPOCH);
      },
      2 * MINUTES,
    );

    it(
      'of a server that hangs are gone on with by another, and the first one does no more harm',
      async () => {
        const { database, source } = await open();
        const start = await mainInChildren();
        const env = environmentOf(database);
        const hung = start(['migrate'], env);
        let isOver = false;
        void hung.ended.then(() => (isOver = true));
        await movedOn(source, () => isOver);
        hung.kill('SIGSTOP');
        expect((await pendingMigrations(source)).length).toBeGreaterThan(0);
        const second = await start(['migrate'], env).ended;
        expect(second.code).toBe(0);
        hung.kill('SIGCONT');
        const first = await hung.ended;
        expect([first.code, first.err.trim().split('\n')]).toEqual([
          1,
          [expect.stringContaining('DATABASE_URL')],
        ]);
        await same(source, EPOCH);
      },
      2 * MINUTES,
    );
  }
});

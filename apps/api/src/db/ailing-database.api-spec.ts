import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import type { Problem } from '@countersign/contracts/problems';
import { atLength, faultRow } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import type { Reply } from '../testing/test-client';
import { dialect } from '../testing/test-database';
import { entryBody } from '../testing/test-program';
import { SQLITE_FILE } from './data-source';

/**
 * What anybody may have to wait for an answer that is no, and for a yes once the trouble is over; in a test run beside others
 * the first may take longer.
 */
const NO_MS = atLength ? 3_000 : 8_000;
const AGAIN_MS = 5_000;

/** Reads, and what asks whether the process lives, are not to feel a write that waits. */
const QUICK_MS = 1_800;

const timed = async <T>(ask: () => Promise<Reply<T>>) => {
  const asked = performance.now();
  const reply = await ask();
  return { status: reply.status, reply, ms: performance.now() - asked };
};

/**
 * Where `npm run faults` says so: the address of an administrator who may make the server read-only, which the user of the
 * tests must not overrule; a small disk that holds the database; and the process of the database, which stands still.
 */
const admin = process.env['FAULT_ADMIN_URL'];
const disk = process.env['FAULT_DISK'];
const FILL = 'fill';

/** Leaves no byte of a disk. */
function fillDisk(folder: string): void {
  const file = openSync(join(folder, FILL), 'w');
  try {
    for (let block = 1 << 20; block > 0; block >>= 1) {
      const zeros = Buffer.alloc(block);
      while (hasRoom(() => writeSync(file, zeros)));
    }
  } finally {
    closeSync(file);
  }
}

function hasRoom(write: () => number): boolean {
  try {
    return write() > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

describe('A database', () => {
  const here = programUnderTest('ailing', 'fellow');

  const log = () =>
    timed(() => here.fellow.post<Problem>(here.entries, { body: entryBody(here.program), isHasty: true }));
  const read = () => timed(() => here.fellow.get<Problem>(here.entries, { isHasty: true }));
  const live = () => timed(() => here.fellow.get('/health/live'));
  const ready = () => timed(() => here.fellow.get<Problem>('/health/ready'));
  const source = () => here.server.app.get(DataSource);
  /** Another program keeps the whole file. */
  const holdFile = () => {
    const holder = new Sqlite(join(here.server.database.settings.dataDir, SQLITE_FILE));
    holder.exec('BEGIN IMMEDIATE');
    return () => Promise.resolve(holder.exec('ROLLBACK').close());
  };
  /** Another program keeps the head of the program’s log, on which every write waits. */
  const holdHead = async () => {
    const holder = await createConnection(here.server.database.settings.databaseUrl ?? '');
    await holder.query('START TRANSACTION');
    await holder.execute('SELECT seq FROM log_head WHERE logId = ? FOR UPDATE', [here.program.id]);
    return () => holder.end();
  };
  const hold = async () => (dialect === 'sqlite' ? holdFile() : holdHead());
  /** Asks until it is yes. */
  const yes = async (ask: () => Promise<{ status: number }>): Promise<number> => {
    const asked = performance.now();
    while ((await ask()).status >= 500) await sleep(50);
    return performance.now() - asked;
  };

  beforeAll(async () => {
    await log();
    await read();
  });

  it('that another program holds: a write is refused in time and says when to come again, reads and life go on', async () => {
    const release = await hold();
    try {
      const writes = Array.from({ length: 20 }, log);
      const others = [];
      for (let nth = 0; nth < 10; nth += 1) others.push(await read(), await live());
      expect(new Set(others.map(({ status }) => status))).toEqual(new Set([200]));
      expect(Math.max(...others.map(({ ms }) => ms))).toBeLessThan(QUICK_MS);
      for (const { reply, ms } of await Promise.all(writes)) {
        expect([reply.status, reply.body.code]).toEqual([503, 'server/busy']);
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(ms).toBeLessThan(NO_MS);
      }
      const { reply, ms } = await ready();
      // Behind one head that is kept everybody else is served.
      if (dialect === 'sqlite') expect([reply.status, reply.body.values]).toEqual([503, { reason: 'held' }]);
      else expect(reply.status).toBe(200);
      expect(ms).toBeLessThan(NO_MS);
    } finally {
      await release();
    }
    expect(await yes(log)).toBeLessThan(AGAIN_MS);
    expect(await yes(ready)).toBeLessThan(AGAIN_MS);
  }, 60_000);

  it('that another program held for a moment: the write waited, and nobody hears of it', async () => {
    const release = await hold();
    const write = log();
    await sleep(500);
    await release();
    expect((await write).status).toBe(201);
  });

  interface Ailment {
    readonly reason: string;
    readonly name: string;
    readonly ill: () => Promise<unknown>;
    readonly well: () => Promise<unknown>;
  }

  const pragma = (name: string, ill: string | number, well: string | number, reason: string): Ailment => ({
    ...{ reason, name: `${reason} by its own limit` },
    ill: () => source().query(`PRAGMA ${name} = ${ill}`),
    well: () => source().query(`PRAGMA ${name} = ${well}`),
  });
  const ailments: Ailment[] = [];
  if (dialect === 'sqlite')
    ailments.push(
      pragma('query_only', 'ON', 'OFF', 'read-only'),
      pragma('max_page_count', 1, 1_073_741_823, 'full'),
    );
  if (admin !== undefined) {
    const set = async (readOnly: 0 | 1): Promise<void> => {
      const connection = await createConnection(admin);
      await connection.query(`SET GLOBAL read_only = ${readOnly}`);
      await connection.end();
    };
    ailments.push({ reason: 'read-only', name: 'read-only', ill: () => set(1), well: () => set(0) });
  }
  if (disk !== undefined)
    ailments.push({
      ...{ reason: 'full', name: 'on a disk that is full' },
      ill: () => Promise.resolve(fillDisk(disk)),
      well: () => Promise.resolve(rmSync(join(disk, FILL))),
    });

  for (const { reason, name, ill, well } of ailments)
    it(`that is ${name}: writes and ready say so, reads go on, and it is well again without a restart`, async () => {
      await ill();
      try {
        // A full file still has room in its pages for some.
        let { reply } = await log();
        for (let nth = 0; nth < 1_000 && reply.status === 201; nth += 1) ({ reply } = await log());
        expect([reply.status, reply.body.code, reply.body.values]).toEqual([
          503,
          'server/database',
          { reason },
        ]);
        expect(reply.body.title).toContain('Nothing was saved');
        expect((await read()).status).toBe(200);
        await sleep(1_000);
        const asked = await ready();
        // MariaDB on a full disk refuses some writes and keeps others waiting.
        const reasons = dialect === 'mysql' && reason === 'full' ? ['full', 'silent'] : [reason];
        expect(asked.status).toBe(503);
        expect(reasons).toContain(asked.reply.body.values?.['reason']);
        expect((await live()).status).toBe(200);
      } finally {
        await well();
      }
      const [writes, isReady] = [await yes(log), await yes(ready)];
      faultRow(`a database that is ${name}`, { database: dialect, 'well again, ms': Math.round(writes) });
      expect(writes).toBeLessThan(AGAIN_MS);
      expect(isReady).toBeLessThan(AGAIN_MS);
    }, 120_000);

  if (process.env['FAULT_PID'] !== undefined)
    it('that stands still: nobody waits for long, life goes on, and it is well again without a restart', async () => {
      const pid = Number(process.env['FAULT_PID']);
      const answers = [];
      process.kill(pid, 'SIGSTOP');
      try {
        const asked = [...Array.from({ length: 20 }, log), ...Array.from({ length: 5 }, read)];
        expect(await live()).toMatchObject({ status: 200 });
        answers.push(...(await Promise.all(asked)), await ready());
      } finally {
        process.kill(pid, 'SIGCONT');
      }
      const longest = Math.max(...answers.map(({ ms }) => ms));
      const writes = await yes(log);
      faultRow('a database that stands still', {
        ...{
          database: dialect,
          'longest answer, ms': Math.round(longest),
          'well again, ms': Math.round(writes),
        },
      });
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      for (const { reply } of answers) expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(longest).toBeLessThan(NO_MS);
      expect(writes).toBeLessThan(AGAIN_MS);
    }, 120_000);
});

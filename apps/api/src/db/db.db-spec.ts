import { AsyncResource } from 'node:async_hooks';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { EntryRow } from '../entries/entry.row';
import { ProgramRow } from '../programs/program.row';
import { RequirementSetRow } from '../requirements/requirement-set.row';
import { patiently } from '../testing/patiently';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';
import { dialect } from '../testing/test-database';
import { setIn } from '../testing/told';
import { verifyChainOf } from '../testing/verify-chain';
import { nameless } from './context';
import { SQLITE_FILE } from './data-source';
import { EventRow, LogHeadRow } from './event.row';

const elsewhere = new AsyncResource('another request');

/** Runs work as another request would: not inside the transaction that is open here. */
function outside<T>(work: () => Promise<T>): Promise<T> {
  return elsewhere.runInAsyncScope(work);
}

describe('The door to the database', () => {
  const here = programUnderTest('door', 'fellow');

  const eventsOf = (logId: string) =>
    here.server.read((manager) => manager.find(EventRow, { where: { logId }, order: { seq: 'ASC' } }));

  it('two parallel sendings of one new entry are one entry, and both are told so', async () => {
    const bodies = Array.from({ length: 12 }, () => entryBody(here.program));
    const replies = await Promise.all(
      bodies.flatMap((body) => [
        here.fellow.post<EntryView>(here.entries, { body }),
        here.fellow.post<EntryView>(here.entries, { body }),
      ]),
    );
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 201));
    const rows = await here.server.read((manager) =>
      manager.countBy(EntryRow, { programId: here.program.id }),
    );
    expect(rows).toBe(12);
  });

  it('and of two different entries with one id the second is refused for that', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const body = entryBody(here.program);
        const replies = await Promise.all([
          here.fellow.post<Problem>(here.entries, { body }),
          here.fellow.post<Problem>(here.entries, { body: { ...body, painCategory: 'cancer' } }),
        ]);
        return replies.map((reply) => `${reply.status} ${reply.body.code ?? ''}`.trim()).sort();
      }),
    );
    expect(pairs).toEqual(pairs.map(() => ['201', '409 entry/id-taken']));
  });

  it('and many who write the first event of a log at once all find their place in it', async () => {
    const log = 'fresh-log';
    await Promise.all(
      Array.from({ length: 12 }, (_, nth) =>
        here.server.write('somebody', async (tx) => {
          await tx.manager.findOneBy(ProgramRow, { id: here.program.id });
          tx.record('demo.completed', { programId: log, id: String(nth) }, { entries: nth });
        }),
      ),
    );
    const events = await eventsOf(log);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 13 }, (_, nth) => nth + 1));
    expect(events.filter(({ action }) => action === 'epoch.began').map(({ seq }) => seq)).toEqual([1]);
    expect(verifyChainOf(events)).toEqual([]);
  });

  it('and a key that is taken for good is an error after one more try, with nothing kept', async () => {
    let runs = 0;
    const again = here.server.write('somebody', async (tx) => {
      runs += 1;
      tx.record('demo.completed', { programId: 'twice', id: '1' }, { entries: 1 });
      await tx.manager.insert(ProgramRow, { ...here.program.given.program, createdAt: 1 });
    });
    await expect(again).rejects.toThrow(/UNIQUE|Duplicate/);
    expect(runs).toBe(2);
    expect(await eventsOf('twice')).toEqual([]);
  });

  it('an event keeps all its bytes, far beyond 64 KB, and says who did it', async () => {
    const text = 'ä'.repeat(150_000);
    await here.server.write('somebody', async (tx) => {
      await tx.insert(ProgramRow, { ...here.program.given.program, id: 'long', name: 'long', createdAt: 1 });
      tx.record('program.set-up', { programId: 'long', id: 'long' }, {});
      const set = { programId: 'long', id: '1', setId: 'long', version: 1, publishedAt: 1, replacedAt: null };
      await tx.insert(RequirementSetRow, { ...set, body: { text } });
      tx.record('requirements.published', { programId: 'long', id: '1', by: 'system' }, {});
      await Promise.resolve();
    });
    const events = await eventsOf('long');
    expect(setIn(events[2] ?? { body: null }, 'requirement_set')).toMatchObject([{ body: { text } }]);
    expect(events.map((event) => event.actorId)).toEqual(['system', 'somebody', 'system']);
    expect(verifyChainOf(events)).toEqual([]);
  });

  it('reads that belong together see one state, whatever is committed meanwhile', async () => {
    const name = (manager: EntityManager) =>
      manager.findOneByOrFail(ProgramRow, { id: here.program.id }).then((row) => row.name);
    let rename: Promise<void> = Promise.resolve();
    const seen = await here.server.read(async (manager) => {
      const first = await name(manager);
      rename = outside(() =>
        here.server.write('somebody', async (tx) => {
          await tx.manager.update(ProgramRow, { id: here.program.id }, { name: 'Renamed meanwhile' });
        }),
      );
      if (dialect === 'mysql') await rename;
      return [first, await name(manager)];
    });
    await rename;
    expect(seen[1]).toBe(seen[0]);
    expect(await here.server.read(name)).toBe('Renamed meanwhile');
  });

  it('work at another moment stands in the same queue: nothing of two transactions mixes', async () => {
    const log = 'queue';
    const writes = Array.from({ length: 60 }, (_, nth) =>
      patiently(() =>
        here.server.db.write(
          nameless('somebody'),
          async (tx) => {
            tx.record('demo.completed', { programId: log, id: String(nth) }, { entries: nth });
            await tx.manager.countBy(EntryRow, { programId: here.program.id });
            if (nth % 6 === 5) throw new Error('refused at the last moment');
          },
          ...(nth % 2 === 0 ? [] : [{ now: nth, newId: () => String(nth) }]),
        ),
      ),
    );
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const events = await eventsOf(log);
    expect(events).toHaveLength(51);
    expect(verifyChainOf(events)).toEqual([]);
    const head = await here.server.read((manager) => manager.findOneByOrFail(LogHeadRow, { logId: log }));
    expect(head.seq).toBe(51);
  });

  if (dialect === 'sqlite') {
    it('a write has the write lock from its first statement on', async () => {
      const other = new Sqlite(join(here.server.database.settings.dataDir, SQLITE_FILE), { timeout: 0 });
      const codeOf = (): string => {
        try {
          other.exec('BEGIN IMMEDIATE; ROLLBACK');
          return 'free';
        } catch (error) {
          return String((error as NodeJS.ErrnoException).code);
        }
      };
      const during = await here.server.write('somebody', async ({ manager }) => {
        await manager.countBy(EntryRow, { programId: here.program.id });
        return codeOf();
      });
      expect([during, codeOf()]).toEqual(['SQLITE_BUSY', 'free']);
      other.close();
    });
  }

  it('neither a read nor a glance can write, and who comes after them can', async () => {
    const rename = (manager: EntityManager) =>
      manager.update(ProgramRow, { id: here.program.id }, { name: 'Written by a read' });
    const { db } = here.server;
    for (const attempt of [
      here.server.read(rename),
      db.glance(nameless('test'), (view) => rename(view.manager)),
    ])
      await expect(attempt).rejects.toThrow(dialect === 'sqlite' ? /readonly/ : /READ ONLY/);
    await here.server.write('test', ({ manager }) =>
      manager.update(ProgramRow, { id: here.program.id }, { name: 'Written by a write' }),
    );
  });

  if (dialect === 'mysql') {
    it('every connection of the pool reads what is committed, in UTC, and cuts nothing', async () => {
      const source = here.server.app.get(DataSource);
      const settings = await Promise.all(
        Array.from({ length: 10 }, () =>
          source.query<{ Variable_name: string; Value: string }[]>(
            "SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation', 'time_zone', 'sql_mode')",
          ),
        ),
      );
      for (const rows of settings) {
        const value = new Map(rows.map((row) => [row.Variable_name, row.Value]));
        expect(value.get('tx_isolation') ?? value.get('transaction_isolation')).toBe('READ-COMMITTED');
        expect(value.get('time_zone')).toBe('+00:00');
        expect(value.get('sql_mode')).toContain('STRICT_TRANS_TABLES');
      }
    });
  }
});

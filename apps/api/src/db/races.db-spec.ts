import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { EntryView } from '@countersign/contracts/entries/views';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { ProgramRow } from '../programs/program.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';
import { dialect } from '../testing/test-database';
import { EventRow } from './event.row';

/** What a person is not asked to wait for. */
const PATIENCE_MS = 3_000;
/** A read takes some milliseconds; a wait for a lock is a second. */
const QUICK_MS = 900;

/** An answer with what it took. */
async function timed<Reply>(ask: () => Promise<Reply>): Promise<{ reply: Reply; ms: number }> {
  const asked = performance.now();
  const reply = await ask();
  return { reply, ms: performance.now() - asked };
}

describe('Many people at once', () => {
  const here = programUnderTest('races', 'fellow', 'supervisor');

  it('100 parallel approvals of one entry: exactly one succeeds, one version step, one decision, one event', async () => {
    const { body: entry } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program),
    });
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        here.supervisor.post(`${here.entries}/${entry.id}/approval`, {
          revision: 1,
          body: { help: nth % 2 === 0 ? 4 : 5 },
        }),
      ),
    );
    const statuses = replies.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 412)).toHaveLength(99);
    const found = await here.server.read(async (manager) => ({
      row: await manager.findOneByOrFail(EntryRow, { programId: here.program.id, id: entry.id }),
      decisions: await manager.countBy(DecisionRow, { programId: here.program.id, entryId: entry.id }),
      events: await manager.countBy(EventRow, {
        logId: here.program.id,
        object: `entry:${entry.id}`,
        action: 'entry.approved',
      }),
    }));
    expect([found.row.revision, found.row.approvedNumber, found.decisions, found.events]).toEqual([
      2, 1, 1, 1,
    ]);
  });

  it('a write that fails in the middle takes its events and its rows with it', async () => {
    const before = await here.server.read((manager) => manager.countBy(EventRow, { logId: here.program.id }));
    const attempt = here.server.write('nobody', async (tx) => {
      tx.record('demo.completed', { programId: here.program.id, id: '1' }, { entries: 1 });
      await tx.manager.update(EntryRow, { programId: here.program.id }, { performedOn: '1999-01-01' });
      throw new Error('the use case refuses at the last moment');
    });
    await expect(attempt).rejects.toThrow('last moment');
    const after = await here.server.read(async (manager) => ({
      events: await manager.countBy(EventRow, { logId: here.program.id }),
      touched: await manager.countBy(EntryRow, { programId: here.program.id, performedOn: '1999-01-01' }),
    }));
    expect(after).toEqual({ events: before, touched: 0 });
  });

  it('a supervisor cannot decide on an own entry even by a direct write: the database refuses', async () => {
    const { body: entry } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program),
    });
    const { id: fellowId } = here.program.people.fellow;
    const insert = here.server.write(fellowId, async (tx) => {
      await tx.manager.insert(DecisionRow, {
        programId: here.program.id,
        id: entry.id,
        entryId: entry.id,
        number: 1,
        slot: 'decision',
        live: 1,
        kind: 'approved',
        byId: fellowId,
        fellowId,
        at: 1,
        corrections: [],
      });
    });
    await expect(insert).rejects.toThrow(/ck_decision_not_own/);
  });

  if (dialect === 'mysql') {
    it('two transactions that lock each other: the loser runs again as a whole, and both effects are there once', async () => {
      const ids = await Promise.all(
        [0, 1].map(
          async () =>
            (await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program) })).body.id,
        ),
      );
      const runs = [0, 0];
      const cross = (which: 0 | 1) =>
        here.server.write(here.program.people.supervisor.id, async (tx) => {
          runs[which] = (runs[which] ?? 0) + 1;
          const order = which === 0 ? ids : [...ids].reverse();
          for (const id of order) {
            await tx.manager.increment(EntryRow, { programId: here.program.id, id }, 'revision', 1);
            await sleep(150);
          }
        });
      await Promise.all([cross(0), cross(1)]);
      const rows = await here.server.read((manager) =>
        Promise.all(
          ids.map((id) => manager.findOneByOrFail(EntryRow, { programId: here.program.id, id: id ?? '' })),
        ),
      );
      expect(rows.map((row) => row.revision)).toEqual([3, 3]);
      expect((runs[0] ?? 0) + (runs[1] ?? 0)).toBeGreaterThan(2);
    });

    it('who waits in a crowd for a lock waits on while others are let through, whatever log they write', async () => {
      const people = 16;
      const inTurn = Array.from({ length: people }, (_, nth) =>
        here.server.write('somebody', async (tx) => {
          await tx.manager.update(ProgramRow, { id: here.program.id }, { name: `Turn ${nth}` });
          await sleep(150);
          tx.record('demo.completed', { programId: `turn-${nth % 2}`, id: String(nth) }, { entries: nth });
        }),
      );
      const outcomes = await Promise.allSettled(inTurn);
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    });

    it.each([12, 40])(
      'while the head of the log stays locked, %i writes wait no longer than three seconds, and no read waits for them',
      async (count) => {
        await here.fellow.get(here.entries);
        const holder = await createConnection(here.server.database.settings.databaseUrl ?? '');
        await holder.query('START TRANSACTION');
        await holder.query('SELECT seq FROM log_head WHERE logId = ? FOR UPDATE', [here.program.id]);
        const log = () =>
          timed(() => here.fellow.post(here.entries, { body: entryBody(here.program), isHasty: true }));
        const elsewhere = await here.server.program(`elsewhere-${count}`);
        const other = await here.server.as(elsewhere.people.fellow);
        const writes = Array.from({ length: count }, log);
        const apart = timed(() =>
          other.post(`/programs/${elsewhere.id}/entries`, { body: entryBody(elsewhere) }),
        );
        const reads = [];
        for (let nth = 0; nth < 5; nth += 1) reads.push(await timed(() => here.fellow.get(here.entries)));
        const refused = await Promise.all(writes);
        // Another program's log has its own head.
        expect((await apart).reply.status).toBe(201);
        await holder.query('ROLLBACK');
        await holder.end();
        expect(reads.map(({ reply }) => reply.status)).toEqual([200, 200, 200, 200, 200]);
        expect(Math.max(...reads.map(({ ms }) => ms))).toBeLessThan(QUICK_MS);
        expect(new Set(refused.map(({ reply }) => `${reply.status} ${String(reply.body['code'])}`))).toEqual(
          new Set(['503 server/busy']),
        );
        expect(refused.every(({ reply }) => Number(reply.headers.get('retry-after')) > 0)).toBe(true);
        expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(PATIENCE_MS);
        expect((await log()).reply.status).toBe(201);
      },
    );
  }
});

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { LogFinding } from '@countersign/domain/ledger';
import { checkLog } from '../db/check-log';
import { CheckpointRow } from '../db/checkpoint.row';
import { nameless } from '../db/context';
import { EventRow } from '../db/event.row';
import { SYSTEM } from '../followers/turn';
import { dialect } from '../testing/test-database';
import { TestClock, TestNodes, type TestNode } from '../testing/test-node';
import { Checkpoints } from './checkpoints';
import { trustOf } from './log-trust';
import { SigningKeys } from './signing-keys';

const LOG = 'log-one';
const SIZE = 200;
const ALL = Array.from({ length: SIZE }, (_, before) => before + 1);
/** Every position on SQLite; on the others, whose statements cost more, the ends, the middle and around a power of two. */
const POSITIONS = dialect === 'sqlite' ? ALL : [1, 2, 63, 64, 65, 100, 199, 200];

type Code = LogFinding['code'];
type Harm = (manager: EntityManager, seq: number) => Promise<unknown>;

/** Ends a transaction so that nothing of it stays, and carries out what was seen in it. */
class TakenBack extends Error {
  constructor(readonly seen: unknown) {
    super('taken back');
  }
}

const codesIn = (findings: readonly LogFinding[]): readonly Code[] => findings.map(({ code }) => code);
const run = (manager: EntityManager, sql: string, ...values: unknown[]): Promise<unknown> =>
  manager.query(sql, values);
const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** Moves the numbers of all events from one on, past the key that allows each number once. */
async function shift(manager: EntityManager, from: number, by: number): Promise<void> {
  await run(manager, 'UPDATE event SET seq = 100000 + seq WHERE logId = ? AND seq >= ?', LOG, from);
  await run(manager, 'UPDATE event SET seq = seq - 100000 + ? WHERE logId = ? AND seq >= 100000', by, LOG);
}

const set =
  (column: string, value: string): Harm =>
  (manager, seq) =>
    run(manager, `UPDATE event SET ${column} = ${value} WHERE logId = ? AND seq = ?`, LOG, seq);

/** One hex digit of a hash, another one than it is. */
const otherDigit = (column: string): Harm =>
  set(column, `CONCAT(CASE WHEN SUBSTR(${column}, 1, 1) = '0' THEN '1' ELSE '0' END, SUBSTR(${column}, 2))`);

/** Forgets every checkpoint that lies beside the log: whoever can write the log can write them. */
const forgetKept = (manager: EntityManager) =>
  run(manager, 'DELETE FROM log_checkpoint WHERE logId = ?', LOG);

const cut: Harm = async (manager, seq) => {
  const [before] = await manager.findBy(EventRow, { logId: LOG, seq: seq - 1 });
  await run(manager, 'DELETE FROM event WHERE logId = ? AND seq >= ?', LOG, seq);
  await run(
    manager,
    'UPDATE log_head SET seq = ?, chain = ? WHERE logId = ?',
    ...[seq - 1, before?.chain ?? '', LOG],
  );
  await forgetKept(manager);
};

/** Another event in the place of one, with every hash after it made anew, and the head: all but the key. */
const rechain: Harm = async (manager, seq) => {
  const rows = await manager.find(EventRow, { where: { logId: LOG }, order: { seq: 'ASC' } });
  let chain: Buffer = Buffer.from(
    rows[seq - 2]?.chain ?? sha256(Buffer.from(`logbook/v1:${LOG}`)).toString('hex'),
    'hex',
  );
  for (const row of rows.slice(seq - 1)) {
    const body = (row.body ?? '').replace('"data":{', row.seq === seq ? '"data":{"forged":1,' : '"data":{');
    const leaf = sha256(Uint8Array.of(0), Buffer.from(body));
    chain = sha256(Uint8Array.of(2), chain, leaf);
    await run(
      manager,
      'UPDATE event SET body = ?, leaf = ?, chain = ? WHERE logId = ? AND seq = ?',
      ...[body, leaf.toString('hex'), chain.toString('hex'), LOG, row.seq],
    );
  }
  await run(manager, 'UPDATE log_head SET chain = ? WHERE logId = ?', chain.toString('hex'), LOG);
};

describe(`A log of ${SIZE} events that is harmed in SQL`, () => {
  let nodes: TestNodes;
  let node: TestNode;
  let held: string;

  beforeAll(async () => {
    nodes = await TestNodes.open();
    const clock = new TestClock();
    node = nodes.node(clock);
    const keys = new SigningKeys(node.db, {
      keysDir: join(nodes.folder, 'keys'),
      publicUrl: 'https://log.example.org',
    });
    await keys.start();
    const checkpoints = new Checkpoints(node.timers, node.db, keys, {
      checkpointsDir: join(nodes.folder, 'checkpoints'),
    });
    await grow(63);
    await checkpoints.signAll();
    await grow(SIZE - 64);
    await checkpoints.signAll();
    const rows = await node.db.read(SYSTEM, ({ manager }) =>
      manager.find(CheckpointRow, { where: { logId: LOG }, order: { size: 'ASC' } }),
    );
    expect(rows.map(({ size }) => size)).toEqual([64, SIZE]);
    held = rows.at(-1)?.note ?? '';
  });
  afterAll(() => nodes.close());

  const grow = (events: number): Promise<void> =>
    node.db.write(nameless('somebody'), (tx) => {
      for (let nth = 0; nth < events; nth += 1)
        tx.events.push({
          log: LOG,
          event: { action: 'test.made', object: 'thing:1', data: { nth }, rows: [] },
        });
      return Promise.resolve();
    });

  /** Harms the log, verifies it as the command does, and takes the harm back. */
  const found = async (
    harm: (manager: EntityManager) => Promise<unknown>,
    heldOutside: readonly string[] = [],
  ): Promise<readonly LogFinding[]> => {
    try {
      await node.db.write(SYSTEM, async ({ manager }) => {
        await harm(manager);
        const { report } = await checkLog(manager, LOG, await trustOf(manager, LOG, heldOutside));
        throw new TakenBack(report.findings);
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.seen as readonly LogFinding[];
      throw error;
    }
    throw new Error('nothing was taken back');
  };
  /** The positions at which the harm is not found as it should be. */
  const missedAt = async (
    harm: Harm,
    code: Code,
    {
      against = [],
      positions = POSITIONS,
    }: { against?: readonly string[]; positions?: readonly number[] } = {},
  ): Promise<number[]> => {
    const missed: number[] = [];
    for (const seq of positions)
      if (!codesIn(await found((manager) => harm(manager, seq), against)).includes(code)) missed.push(seq);
    return missed;
  };

  it('is as it was written before any harm, and against the checkpoint that was held', async () => {
    expect(await found(() => Promise.resolve(), [held])).toEqual([]);
  });

  it.each<[string, Harm, Code]>([
    ['text', set('body', "REPLACE(body, 'thing', 'thinG')"), 'ledger/leaf-differs'],
    ['actor', set('actorId', "CONCAT(actorId, 'x')"), 'ledger/leaf-differs'],
    ['action', set('action', "CONCAT(action, 'x')"), 'ledger/leaf-differs'],
    ['object', set('object', "CONCAT(object, 'x')"), 'ledger/leaf-differs'],
    ['time', set('at', "'2020-01-01 00:00:00.000'"), 'ledger/leaf-differs'],
    ['leaf', otherDigit('leaf'), 'ledger/leaf-differs'],
    ['chain', otherDigit('chain'), 'ledger/chain-breaks'],
  ])('shows a changed %s at every position', async (column, harm, code) => {
    // The first event begins the epoch and is about no thing.
    const seqs = ALL.filter((seq) => column !== 'text' || seq > 1);
    // Each event is checked by itself, so that one look shows for all positions what it shows for each.
    const everywhere = await found(async (manager) => {
      for (const seq of seqs) await harm(manager, seq);
    });
    const named = everywhere.flatMap((one) => ('seq' in one && one.code === code ? [one.seq] : []));
    expect(seqs.filter((seq) => !named.includes(seq))).toEqual([]);
    expect(await missedAt(harm, code, { positions: [2, 64, 65, 150, SIZE] })).toEqual([]);
  });

  it('shows an event that is gone at every position, also where the others were numbered anew', async () => {
    const remove: Harm = (manager, seq) =>
      run(manager, 'DELETE FROM event WHERE logId = ? AND seq = ?', LOG, seq);
    expect(await missedAt(remove, 'ledger/seq-gap')).toEqual([]);
    const close: Harm = async (manager, seq) => {
      await remove(manager, seq);
      await shift(manager, seq + 1, -1);
      await run(manager, 'UPDATE log_head SET seq = ? WHERE logId = ?', SIZE - 1, LOG);
    };
    const inside = POSITIONS.filter((seq) => seq < SIZE && (seq % 10 === 0 || seq < 3));
    expect(await missedAt(close, 'ledger/chain-breaks', { positions: inside })).toEqual([]);
    expect(await missedAt(close, 'ledger/chain-breaks', { positions: [SIZE] })).toEqual([]);
  });

  it('shows two events that changed places at every position', async () => {
    const swap: Harm = async (manager, seq) => {
      const move = (from: number, to: number) =>
        run(manager, 'UPDATE event SET seq = ? WHERE logId = ? AND seq = ?', to, LOG, from);
      await move(seq, 9999);
      await move(seq + 1, seq);
      await move(9999, seq + 1);
    };
    const positions = POSITIONS.filter((seq) => seq < SIZE);
    expect(await missedAt(swap, 'ledger/chain-breaks', { positions })).toEqual([]);
  });

  it('shows an event that was slipped in at every position', async () => {
    const insert: Harm = async (manager, seq) => {
      await shift(manager, seq, 1);
      const [after] = await manager.findBy(EventRow, { logId: LOG, seq: seq + 1 });
      const body = (after?.body ?? '').replace(/"seq":\d+/, `"seq":${seq}`);
      const leaf = sha256(Uint8Array.of(0), Buffer.from(body)).toString('hex');
      await manager.insert(EventRow, { ...after, logId: LOG, seq, body, leaf });
      await run(manager, 'UPDATE log_head SET seq = ? WHERE logId = ?', SIZE + 1, LOG);
    };
    expect(await missedAt(insert, 'ledger/leaf-differs')).toEqual([]);
  });

  it('shows that its end was cut at every position, by the checkpoint that was held and by nothing else', async () => {
    const positions = POSITIONS.filter((seq) => seq > 1);
    expect(await missedAt(cut, 'ledger/not-consistent', { against: [held], positions })).toEqual([]);
    for (const seq of positions.filter((one) => one % 20 === 0))
      expect(await found((manager) => cut(manager, seq))).toEqual([]);
  });

  it('shows that it was written anew from any position on, by the checkpoint that was held, and by a kept one', async () => {
    const all: Harm = async (manager, seq) => {
      await rechain(manager, seq);
      await forgetKept(manager);
    };
    // The first event says how the log began; the rest of it follows any other beginning.
    const positions = POSITIONS.filter((seq) => seq > 1);
    expect(await missedAt(all, 'ledger/not-consistent', { against: [held], positions })).toEqual([]);
    for (const seq of positions.filter((one) => one % 20 === 0)) {
      expect(await found((manager) => all(manager, seq))).toEqual([]);
      expect(codesIn(await found((manager) => rechain(manager, seq)))).toContain('ledger/root-differs');
    }
  });

  it('shows a checkpoint beside it whose signature was copied to another size', async () => {
    const copy = async (manager: EntityManager): Promise<void> => {
      const [first, last] = await manager.find(CheckpointRow, {
        where: { logId: LOG },
        order: { size: 'ASC' },
      });
      const signature = last?.note?.split('\n\n')[1] ?? '';
      const note = `${first?.note?.split('\n\n')[0] ?? ''}\n\n${signature}`;
      await manager.update(CheckpointRow, { logId: LOG, size: 64 }, { note });
    };
    expect(codesIn(await found(copy))).toContain('ledger/signature-bad');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Between, In } from 'typeorm';
import { EventRow } from '../db/event.row';
import { bundled, startNode, type Child } from '../testing/child-process';
import { SYSTEM } from './turn';
import { nameless } from '../db/context';
import { happen } from '../testing/happen';
import { EffectRow } from '../testing/effect.row';
import { equipNode, KILLED_RHYTHM, LOGS } from '../testing/follower-worker';
import { TestNodes, type TestNode } from '../testing/test-node';
import { dialect } from '../testing/test-database';
import { Clock } from '../platform/clock';
import { FollowerCursorRow } from './follower.row';
import { JobRunRow } from './job-run.row';

const WORKER = join(__dirname, '..', 'testing', 'follower-worker.ts');
/** SQLite has one process, which is killed and followed by the next; the others have two at a time. */
const AT_ONCE = dialect === 'sqlite' ? 1 : 2;
const KILLS = dialect === 'sqlite' ? 50 : 20;

describe('Nodes that are killed again and again', () => {
  let nodes: TestNodes;
  let file: string;
  let worker: readonly string[];
  const started: Child[] = [];

  const start = (...words: string[]): Child => {
    const child = startNode([...worker, file, ...words], nodes.env);
    started.push(child);
    return child;
  };
  const outside = (): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  /** Waits until so much more was done outside, at most some seconds, and then for a moment that nobody chose. */
  const progress = async (lines: number): Promise<void> => {
    const before = outside().length;
    for (let waited = 0; waited < 3_000 && outside().length < before + lines; waited += 5) await sleep(5);
    await sleep(Math.random() * 20);
  };
  /** Opens the database in this process, which on SQLite only one may have open. */
  async function beside<T>(work: (node: TestNode) => Promise<T>): Promise<T> {
    await nodes.reopen();
    try {
      const node = nodes.node(new Clock(), undefined, KILLED_RHYTHM);
      equipNode(node, file);
      return await work(node);
    } finally {
      await nodes.pause();
    }
  }

  beforeAll(async () => {
    nodes = await TestNodes.open();
    file = join(nodes.folder, 'outside.txt');
    worker = bundled(WORKER, nodes.folder, 'inside');
    writeFileSync(file, '');
    // Followers and jobs become known before the first event and the first slot.
    await beside(async ({ followers, timers }) => {
      await followers.catchUp();
      await timers.catchUp();
    });
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await nodes.close();
  });

  it(`${KILLS} times: each event has its effect inside once and outside at least once, in order; no slot runs twice`, async () => {
    // Loading takes longest, so that the next ones load while these work.
    const waiting = Array.from({ length: AT_ONCE + 6 }, () => start());
    const working: Child[] = [];
    for (let kills = 0; kills < KILLS; kills += 1) {
      while (working.length < AT_ONCE) {
        const next = waiting.shift() ?? start();
        if (started.length < KILLS + AT_ONCE - 1) waiting.push(start());
        await next.says('loaded');
        next.tell('go');
        await next.says('working');
        working.push(next);
      }
      await progress(Math.floor(Math.random() * 12));
      const [victim] = working.splice(Math.floor(Math.random() * working.length), 1);
      victim?.kill('SIGKILL');
      await victim?.ended;
    }
    for (const child of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await sleep(KILLED_RHYTHM.leaseMs);
    await beside(async (node) => {
      await node.followers.catchUp();
      await assertEvents(node, outside());
      await assertSlots(node, outside());
    });
  }, 300_000);

  if (dialect === 'mysql') {
    it('and one that freezes in a transaction until its lease has passed cannot commit', async () => {
      const frozen = start('hold');
      await frozen.says('loaded');
      frozen.tell('go');
      await frozen.says('working');
      const { id, fence } = await beside(async ({ db }) => {
        await db.write(nameless('somebody'), async (tx) => happen(tx, LOGS[0] ?? '', 'test.made'));
        const [newest] = await db.read(SYSTEM, ({ manager }) =>
          manager.find(EventRow, { where: { logId: LOGS[0] ?? '' }, order: { seq: 'DESC' }, take: 1 }),
        );
        const event = `inside:${newest?.logId}:${newest?.seq}`;
        await frozen.says('holding');
        frozen.kill('SIGSTOP');
        return { id: event, fence: await fenceOf(db) };
      });
      await sleep(KILLED_RHYTHM.leaseMs + 100);
      await beside(async ({ db, followers }) => {
        await followers.catchUp();
        expect(await fenceOf(db)).toBeGreaterThan(fence);
        expect(await countOf(db, id)).toBe(1);
        frozen.kill('SIGCONT');
        await frozen.says('resumed');
        await sleep(500);
        expect(await countOf(db, id)).toBe(1);
      });
    }, 180_000);
  }
});

type Database = TestNode['db'];

function countOf(db: Database, effect: string): Promise<number> {
  return db.read(SYSTEM, ({ manager }) => manager.countBy(EffectRow, { effect }));
}

async function fenceOf(db: Database): Promise<number> {
  const key = { name: 'inside', logId: LOGS[0] ?? '' };
  return (await db.read(SYSTEM, ({ manager }) => manager.findOneByOrFail(FollowerCursorRow, key))).fence;
}

async function assertEvents({ db }: TestNode, lines: readonly string[]): Promise<void> {
  for (const logId of LOGS) {
    const found = await db.read(SYSTEM, async ({ manager }) => ({
      events: await manager.find(EventRow, { where: { logId, action: 'test.made' }, order: { seq: 'ASC' } }),
      effects: await manager.find(EffectRow, { where: { logId }, order: { nth: 'ASC' } }),
    }));
    const seqs = found.events.map(({ seq }) => seq);
    expect(seqs.length).toBeGreaterThan(50);
    expect(found.effects.map(({ seq }) => seq)).toEqual(seqs);
    const sent = lines.filter((line) => line.startsWith(`outside:${logId}:`));
    expect([...new Set(sent)]).toEqual(seqs.map((seq) => `outside:${logId}:${seq}`));
  }
}

async function assertSlots({ db }: TestNode, lines: readonly string[]): Promise<void> {
  const found = await db.read(SYSTEM, async ({ manager }) => ({
    runs: await manager.find(JobRunRow, { where: { fence: Between(1, 1_000) }, order: { slot: 'ASC' } }),
    effects: await manager.find(EffectRow, { where: { logId: In(['']) }, order: { effect: 'ASC' } }),
  }));
  const done = (job: string): string[] =>
    found.runs.filter((row) => row.job === job && row.doneAt !== null).map(({ slot }) => `${job}:${slot}`);
  expect(done('tick-inside').length).toBeGreaterThan(3);
  expect(found.effects.map(({ effect }) => effect)).toEqual(done('tick-inside'));
  const sent = new Set(lines);
  expect(done('tick-outside').filter((id) => !sent.has(id))).toEqual([]);
}

import { SYSTEM } from './turn';
import { EffectRow } from '../testing/effect.row';
import { nodesUnderTest } from '../testing/nodes-under-test';
import type { TestNode } from '../testing/test-node';
import { dialect } from '../testing/test-database';
import type { Job } from './job';
import { JobRunRow } from './job-run.row';

const HOUR = 3_600_000;
const hourly = { pattern: '0 * * * *', timeZone: 'UTC' };
/** The test's clock starts on the hour, at 18:00. */
const slotAt = (hour: number): string => `2026-11-23T${hour}:00:00.000Z`;

describe('A job', () => {
  const here = nodesUnderTest();
  let other: TestNode;

  beforeEach(() => {
    other = here.nodes.node(here.clock, dialect === 'sqlite' ? here.node.db : undefined);
  });

  const noting: Job = {
    inside: async (tx, { id }) => {
      await tx.manager.insert(EffectRow, { effect: id, logId: '', seq: 0 });
    },
  };
  const run = (slot: string): Promise<JobRunRow> =>
    here.node.db.read(SYSTEM, ({ manager }) => manager.findOneByOrFail(JobRunRow, { slot }));
  const catchUp = (...who: TestNode[]): Promise<unknown> =>
    Promise.all(who.map(({ timers }) => timers.catchUp()));

  it('runs each slot once on all nodes together, from the first after it became known', async () => {
    for (const { timers } of [here.node, other]) timers.every('sweep', hourly, noting);
    await catchUp(here.node, other);
    expect(await here.effects()).toEqual([]);
    for (let hour = 19; hour <= 21; hour += 1) {
      here.clock.pass(HOUR);
      await catchUp(here.node, other);
      await catchUp(here.node, other);
    }
    expect(await here.effects()).toEqual([19, 20, 21].map((hour) => `sweep:${slotAt(hour)}`));
  });

  it('runs the newest of the slots that were missed, and once', async () => {
    here.node.timers.every('sweep', hourly, noting);
    await catchUp(here.node);
    here.clock.pass(3 * HOUR + 60_000);
    other.timers.every('sweep', hourly, noting);
    await catchUp(other);
    await catchUp(here.node, other);
    expect(await here.effects()).toEqual([`sweep:${slotAt(21)}`]);
  });

  it('does not run a slot again on a node whose clock is behind', async () => {
    here.node.timers.every('sweep', hourly, noting);
    await catchUp(here.node);
    here.clock.pass(2 * HOUR);
    await catchUp(here.node);
    here.clock.pass(-HOUR);
    other.timers.every('sweep', hourly, noting);
    await catchUp(other);
    expect(await here.effects()).toEqual([`sweep:${slotAt(20)}`]);
  });

  it('that fails leaves nothing behind and is tried again, later each time, until the next slot is due', async () => {
    let tries = 0;
    here.node.timers.every('sweep', hourly, {
      inside: async (tx, slot) => {
        if ('inside' in noting) await noting.inside(tx, slot);
        tries += 1;
        if (slot.slot === slotAt(19)) throw new Error('not now');
      },
    });
    await catchUp(here.node);
    here.clock.pass(HOUR);
    await catchUp(here.node);
    await catchUp(here.node);
    expect([tries, await here.effects()]).toEqual([1, []]);
    here.clock.pass(1_000);
    await catchUp(here.node);
    expect(tries).toBe(2);
    expect(await here.node.report.lines()).toEqual([
      expect.stringMatching(
        /^job sweep: 2026-11-23T19:00:00.000Z not done, failed 2 times, again at 2026.*: Error: not now$/,
      ),
    ]);
    expect(await run(slotAt(19))).toMatchObject({
      failures: 2,
      error: 'Error: not now',
      doneAt: null,
      leaseUntil: 0,
    });
    here.clock.pass(HOUR);
    await catchUp(here.node);
    expect(await here.effects()).toEqual([`sweep:${slotAt(20)}`]);
  });

  it('whose node has died is taken over when the lease ends, and under the same id', async () => {
    const told: string[] = [];
    let resume: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (resume = resolve));
    let isIn: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (isIn = resolve));
    here.node.timers.every('send', hourly, {
      outside: async ({ id }) => {
        told.push(`first ${id}`);
        isIn();
        await frozen;
      },
    });
    other.timers.every('send', hourly, {
      outside: ({ id }) => Promise.resolve(void told.push(`second ${id}`)),
    });
    await catchUp(here.node);
    here.clock.pass(HOUR);
    const first = catchUp(here.node);
    await started;
    here.clock.pass(29_999);
    await catchUp(other);
    expect(told).toHaveLength(1);
    here.clock.pass(1);
    await catchUp(other);
    const id = `send:${slotAt(19)}`;
    expect(told).toEqual([`first ${id}`, `second ${id}`]);
    const done = await run(slotAt(19));
    resume();
    await first;
    expect(await run(slotAt(19))).toEqual(done);
    expect([done.fence, done.doneAt]).toEqual([2, here.clock.now()]);
  });

  it('outside of the database keeps its lease while it goes on', async () => {
    const quick = here.nodes.quick(here.clock);
    const before = here.clock.now();
    quick.timers.every('send', hourly, {
      outside: async () => {
        here.clock.pass(1_000);
        while ((await run(slotAt(19))).leaseUntil < here.clock.now())
          await new Promise((wake) => setTimeout(wake, 20));
      },
    });
    await catchUp(quick);
    here.clock.pass(HOUR);
    await catchUp(quick);
    expect((await run(slotAt(19))).doneAt).toBe(before + HOUR + 1_000);
  });

  it('runs by itself when its time comes, until it is stopped', async () => {
    const quick = here.nodes.quick(here.clock);
    quick.timers.every('sweep', hourly, noting);
    await catchUp(quick);
    await quick.timers.start();
    here.clock.pass(HOUR);
    while ((await here.effects()).length === 0) await new Promise((wake) => setTimeout(wake, 20));
    await quick.timers.beforeApplicationShutdown();
    here.clock.pass(HOUR);
    await new Promise((wake) => setTimeout(wake, 200));
    expect(await here.effects()).toEqual([`sweep:${slotAt(19)}`]);
  });

  it('keeps the rows of its runs for a week', async () => {
    here.node.timers.every('sweep', hourly, noting);
    await catchUp(here.node);
    here.clock.pass(HOUR);
    await catchUp(here.node);
    here.clock.pass(8 * 24 * HOUR);
    await catchUp(here.node);
    const slots = await here.node.db.read(SYSTEM, ({ manager }) => manager.find(JobRunRow));
    expect(slots.map(({ slot }) => slot)).toEqual(['2026-12-01T19:00:00.000Z']);
  });
});

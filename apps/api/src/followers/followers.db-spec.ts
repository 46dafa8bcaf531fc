import { EventRow } from '../db/event.row';
import { Held, SYSTEM, Turns } from './turn';
import { nameless } from '../db/context';
import { EffectRow } from '../testing/effect.row';
import { happen as record, kinds } from '../testing/happen';
import { TestClock, TestNodes, type TestNode } from '../testing/test-node';
import { dialect } from '../testing/test-database';
import { MOST_FAILURES } from './back-off';
import type { FollowedEvent, Inside } from './follower';
import { FollowerCursorRow } from './follower.row';

const HOUR = 3_600_000;

describe('A follower', () => {
  let nodes: TestNodes;
  let clock: TestClock;
  let node: TestNode;

  beforeAll(async () => {
    nodes = await TestNodes.open();
  });
  beforeEach(async () => {
    await nodes.empty();
    clock = new TestClock();
    node = nodes.node(clock);
  });
  afterAll(() => nodes.close());

  const happen = (logId: string, ...actions: string[]): Promise<void> =>
    node.db.write(nameless('somebody'), async (tx) => {
      for (const action of actions) await record(tx, logId, action, { action });
    });
  const effects = async (): Promise<string[]> =>
    (await node.db.read(SYSTEM, ({ manager }) => manager.find(EffectRow, { order: { nth: 'ASC' } }))).map(
      ({ effect }) => effect,
    );
  const cursor = (name: string, logId: string): Promise<FollowerCursorRow> =>
    node.db.read(SYSTEM, ({ manager }) => manager.findOneByOrFail(FollowerCursorRow, { name, logId }));
  /** Writes an effect for each event, and before that what a test wants to happen. */
  const noting = (before: (event: FollowedEvent) => void | Promise<void> = () => undefined): Inside => ({
    inside: async (tx, events) => {
      for (const event of events) {
        await tx.manager.insert(EffectRow, { effect: event.id, logId: event.logId, seq: event.seq });
        await before(event);
      }
    },
  });

  it('is told of the kinds that it follows, in the order of the log, with an id that says which', async () => {
    const told: FollowedEvent[] = [];
    node.followers.follow(
      'notes',
      kinds('made', 'sent'),
      noting((event) => void told.push(event)),
    );
    await happen('one', 'made', 'other', 'sent');
    await happen('two', 'other', 'made');
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:two:2']);
    const { id, ...rest } = told[1] ?? ({} as FollowedEvent);
    expect([id, rest]).toEqual([
      'notes:one:3',
      {
        logId: 'one',
        seq: 3,
        at: clock.now(),
        actor: 'somebody',
        action: 'sent',
        object: 'thing:1',
        data: { action: 'sent' },
      },
    ]);
    await happen('one', 'made');
    await node.followers.catchUp();
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:two:2', 'notes:one:4']);
  });

  it('of everything is told of everything, also of what it records itself, once', async () => {
    node.followers.follow('all', 'all', {
      inside: async (tx, events) => {
        for (const { id, logId, seq, action } of events) {
          await tx.manager.insert(EffectRow, { effect: id, logId, seq });
          if (action === 'made') await record(tx, logId, 'noted');
        }
      },
    });
    await happen('one', 'made');
    await node.followers.catchUp();
    expect(await effects()).toEqual(['all:one:1', 'all:one:2']);
  });

  it('that fails leaves nothing behind, waits longer each time, and then has its effect once', async () => {
    let failures = 3;
    const tried: number[] = [];
    node.followers.follow(
      'notes',
      kinds('made'),
      noting(() => {
        tried.push(clock.now());
        if (failures-- > 0) throw new Error('not now');
      }),
    );
    await happen('one', 'made');
    await node.followers.catchUp();
    expect(await effects()).toEqual([]);
    expect(await cursor('notes', 'one')).toMatchObject({ seq: 0, failures: 1, error: 'Error: not now' });
    for (let second = 0; second < 20; second += 1) {
      clock.pass(1_000);
      await node.followers.catchUp();
    }
    const waits = tried.map((at, nth) => (at - (tried[nth - 1] ?? at)) / 1_000);
    expect(waits).toEqual([0, 1, expect.any(Number), expect.any(Number)]);
    expect(waits[3]).toBeGreaterThanOrEqual(2);
    expect(await effects()).toEqual(['notes:one:1']);
    expect(await cursor('notes', 'one')).toMatchObject({ seq: 1, failures: 0, error: null });
  });

  it('is told one by one of events of which one fails, so that the others have their effect at once', async () => {
    node.followers.follow(
      'notes',
      kinds('made'),
      noting(({ seq }) => {
        if (seq === 4) throw new Error('never');
      }),
    );
    await happen('one', ...Array<string>(6).fill('made'));
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:2', 'notes:one:3']);
    expect(await cursor('notes', 'one')).toMatchObject({ seq: 3, failures: 1 });
  });

  it('leaves an event behind that fails for hours, goes on with the next, and can be given it again', async () => {
    let broken = true;
    node.followers.follow(
      'notes',
      kinds('made'),
      noting(({ seq }) => {
        if (seq === 2 && broken) throw new Error('no such thing');
      }),
    );
    await happen('one', 'made', 'made', 'made');
    for (let tried = 0; tried < MOST_FAILURES; tried += 1) {
      expect(await node.letters.list()).toEqual([]);
      await node.followers.catchUp();
      clock.pass(HOUR);
    }
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:3']);
    const letter = { name: 'notes', logId: 'one', seq: 2, error: 'Error: no such thing' };
    expect(await node.letters.list()).toMatchObject([letter]);
    expect(await node.report.lines()).toEqual([
      'follower notes in log installation: event 0 of 0',
      'follower notes in log one: event 3 of 3',
      expect.stringMatching(/^left behind by notes: event 2 of log one at 2026-.*Z: Error: no such thing$/),
    ]);
    expect(await node.letters.retry()).toMatchObject([{ letter, error: 'Error: no such thing' }]);
    broken = false;
    expect(await node.letters.retry()).toMatchObject([{ letter, error: null }]);
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:one:2']);
    expect(await node.letters.list()).toEqual([]);
  });

  it('whose effects are outside is given an event again under the same id, and none from before it came', async () => {
    await happen('old', 'made');
    const sent: string[] = [];
    node.followers.follow('mail', kinds('made'), {
      outside: ({ id }) => {
        sent.push(id);
        return sent.length === 2 ? Promise.reject(new Error('the server is down')) : Promise.resolve();
      },
    });
    await node.followers.catchUp();
    await happen('old', 'made', 'made');
    await happen('new', 'made');
    await node.followers.catchUp();
    clock.pass(HOUR);
    await node.followers.catchUp();
    expect(sent.filter((id) => id.includes(':old:'))).toHaveLength(
      sent.includes('mail:new:1') ? sent.length - 1 : 0,
    );
    expect([...new Set(sent)].sort()).toEqual(['mail:new:1', 'mail:old:2', 'mail:old:3']);
    expect(sent).toHaveLength(4);
  });

  it('whose effects are inside is told of the past as well', async () => {
    await happen('old', 'made');
    node.followers.follow('notes', kinds('made'), noting());
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:old:1']);
  });

  it('has a turn in every log before the second in any', async () => {
    node.followers.follow('notes', kinds('made'), noting());
    await happen('a-busy', ...Array<string>(300).fill('made'));
    await happen('b-quiet', 'made');
    await node.followers.catchUp();
    const order = await effects();
    expect(order).toHaveLength(301);
    expect(order.indexOf('notes:b-quiet:1')).toBeLessThan(100);
  });

  it('that gathers is told at most so often, of all that has come meanwhile', async () => {
    const turns: number[] = [];
    node.followers.follow('heads', 'all', {
      restMs: HOUR,
      inside: (_tx, events) => Promise.resolve(void turns.push(events.length)),
    });
    await happen('one', 'made');
    await node.followers.catchUp();
    for (let nth = 0; nth < 5; nth += 1) await happen('one', 'made');
    await node.followers.catchUp();
    expect(turns).toEqual([1]);
    clock.pass(HOUR);
    await node.followers.catchUp();
    expect(turns.reduce((sum, events) => sum + events)).toBe(6);
  });

  it('passes what it does not follow without a write, until there is much of it', async () => {
    node.followers.follow('notes', kinds('made'), noting());
    await happen('one', 'made', 'other');
    await node.followers.catchUp();
    const { seq, fence } = await cursor('notes', 'one');
    await happen('one', ...Array<string>(499).fill('other'));
    await node.followers.catchUp();
    expect([seq, (await cursor('notes', 'one')).seq]).toEqual([2, 2]);
    await happen('one', 'other');
    await node.followers.catchUp();
    expect(await cursor('notes', 'one')).toMatchObject({ seq: 502, fence });
  });

  it('is woken by a commit, and by no other process’s poll', async () => {
    let told: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => (told = resolve));
    node.followers.follow(
      'notes',
      kinds('made'),
      noting(() => told()),
    );
    await node.followers.start();
    await happen('one', 'made');
    await heard;
    await node.followers.stop();
    expect(await effects()).toEqual(['notes:one:1']);
  });

  it('works for a log on one node, on another when that one stops, at once', async () => {
    const other = nodes.node(clock, dialect === 'sqlite' ? node.db : undefined);
    for (const { followers } of [node, other]) followers.follow('notes', kinds('made'), noting());
    await happen('one', 'made');
    await node.followers.catchUp();
    await happen('one', 'made');
    await other.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1']);
    await node.followers.stop();
    await other.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:2']);
  });

  it('that was given up for lost changes nothing when it comes back', async () => {
    const other = nodes.node(clock, dialect === 'sqlite' ? node.db : undefined);
    const sent: string[] = [];
    let resume: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (resume = resolve));
    let isIn: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (isIn = resolve));
    node.followers.follow('mail', kinds('made'), {
      outside: async ({ id }) => {
        sent.push(`first ${id}`);
        isIn();
        await frozen;
      },
    });
    other.followers.follow('mail', kinds('made'), {
      outside: ({ id }) => Promise.resolve(void sent.push(`second ${id}`)),
    });
    await node.followers.catchUp();
    await happen('one', 'made', 'made');
    const first = node.followers.catchUp();
    await inside;
    clock.pass(30_000);
    await other.followers.catchUp();
    const after = await cursor('mail', 'one');
    resume();
    await first;
    expect(sent).toEqual(['first mail:one:1', 'second mail:one:1', 'second mail:one:2']);
    expect(await cursor('mail', 'one')).toEqual(after);
    expect([after.seq, after.fence]).toEqual([2, 2]);
  });

  it('does nothing twice when it was not told that a commit went well', async () => {
    node.followers.follow('notes', kinds('made'), noting());
    await happen('one', 'made');
    await node.followers.catchUp();
    await happen('one', 'made', 'made');
    // The commit that handled the second event, of which the worker did not hear.
    await node.db.write(SYSTEM, (tx) => tx.manager.update(FollowerCursorRow, { logId: 'one' }, { seq: 2 }));
    await node.followers.catchUp();
    clock.pass(30_000);
    await node.followers.catchUp();
    expect(await effects()).toEqual(['notes:one:1', 'notes:one:3']);
  });

  it('does not go back when another has come further between its look and its lease', async () => {
    await happen('one', 'made', 'made', 'made');
    node.followers.follow('notes', kinds('made'), noting());
    await node.followers.catchUp();
    const { fence, seq } = await cursor('notes', 'one');
    const turns = new Turns({ name: 'notes', kinds: kinds('made'), ...noting() }, node);
    const seen = { logId: 'one', head: 2, isKnown: true, isFree: true };
    await turns.take(new Held(fence, seq, 0, clock.now() + 1), seen, new AbortController().signal);
    expect((await cursor('notes', 'one')).seq).toBe(3);
    expect(await effects()).toHaveLength(3);
  });

  it('ends a try outside that takes too long, whether it listens or not', async () => {
    let signal: AbortSignal | undefined;
    const { rhythm } = (node = nodes.quick(clock));
    node.followers.follow('mail', kinds('made'), {
      outside: (_event, given) => {
        signal = given;
        return new Promise(() => undefined);
      },
    });
    await node.followers.catchUp();
    await happen('one', 'made');
    const started = performance.now();
    await node.followers.catchUp();
    expect(performance.now() - started).toBeLessThan(rhythm.leaseMs * 3);
    expect(signal?.aborted).toBe(true);
    expect(await cursor('mail', 'one')).toMatchObject({ seq: 0, failures: 1 });
  });

  it('sends little to the database: a look, then in each turn the events, its effects and its move', async () => {
    node.followers.follow('notes', kinds('made'), {
      inside: async (tx, events) => {
        const rows = events.map(({ id, logId, seq }) => ({ effect: id, logId, seq }));
        await tx.manager.insert(EffectRow, rows);
      },
    });
    await happen('one', 'made');
    await node.followers.catchUp();
    expect((await nodes.traffic(() => node.followers.catchUp())).statements).toHaveLength(1);
    await happen('one', 'made', 'made', 'made');
    const { transactions, statements } = await nodes.traffic(() => node.followers.catchUp());
    expect(transactions.map((sent) => sent.map((one) => one.split(' ')[0]))).toEqual([
      ['SELECT', 'INSERT', 'UPDATE'],
    ]);
    expect(statements).toHaveLength(5);
  });

  it('lets requests come in between its turns, however much it has to catch up with', async () => {
    node.followers.follow('notes', kinds('made'), noting());
    await happen('one', ...Array<string>(300).fill('made'));
    let cameIn = 0;
    let isDone = false;
    const comeIn = (): void => {
      cameIn += 1;
      if (!isDone) setImmediate(comeIn);
    };
    setImmediate(comeIn);
    await node.followers.catchUp();
    isDone = true;
    expect(await effects()).toHaveLength(300);
    expect(cameIn).toBeGreaterThan(3);
  });

  it('has a name of its own that rows can hold', () => {
    node.followers.follow('notes', 'all', noting());
    expect(() => node.followers.follow('notes', 'all', noting())).toThrow('two of the name notes');
    expect(() => node.followers.follow('No name', 'all', noting())).toThrow('no name');
  });

  if (dialect === 'mysql') {
    it('that was given up for lost in the middle of a transaction cannot commit it', async () => {
      const other = nodes.node(clock);
      let resume: () => void = () => undefined;
      const frozen = new Promise<void>((resolve) => (resume = resolve));
      let isIn: () => void = () => undefined;
      const inside = new Promise<void>((resolve) => (isIn = resolve));
      node.followers.follow(
        'notes',
        kinds('made'),
        noting(async () => {
          isIn();
          await frozen;
        }),
      );
      other.followers.follow('notes', kinds('made'), noting());
      await happen('one', 'made');
      const first = node.followers.catchUp();
      await inside;
      clock.pass(30_000);
      await other.followers.catchUp();
      expect(await effects()).toEqual(['notes:one:1']);
      resume();
      await first;
      expect(await effects()).toEqual(['notes:one:1']);
      expect(await node.db.read(SYSTEM, ({ manager }) => manager.countBy(EventRow, { logId: 'one' }))).toBe(
        1,
      );
    });
  }
});

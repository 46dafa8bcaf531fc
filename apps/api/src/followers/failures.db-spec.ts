import { EventRow } from '../db/event.row';
import { followersUnderTest, noting } from '../testing/followers-under-test';
import { kinds } from '../testing/happen';
import { dialect } from '../testing/test-database';
import { MOST_FAILURES } from './back-off';
import { FollowerCursorRow } from './follower.row';
import { Held, SYSTEM, Turns } from './turn';

const HOUR = 3_600_000;

describe('A follower', () => {
  const here = followersUnderTest();

  it('that fails leaves nothing behind, waits longer each time, and then has its effect once', async () => {
    let failures = 3;
    const tried: number[] = [];
    here.node.followers.follow(
      'notes',
      kinds('made'),
      noting(() => {
        tried.push(here.clock.now());
        if (failures-- > 0) throw new Error('not now');
      }),
    );
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual([]);
    expect(await here.cursor('notes', 'one')).toMatchObject({ seq: 0, failures: 1, error: 'Error: not now' });
    for (let second = 0; second < 20; second += 1) {
      here.clock.pass(1_000);
      await here.node.followers.catchUp();
    }
    const waits = tried.map((at, nth) => (at - (tried[nth - 1] ?? at)) / 1_000);
    expect(waits).toEqual([0, 1, expect.any(Number), expect.any(Number)]);
    expect(waits[3]).toBeGreaterThanOrEqual(2);
    expect(await here.effects()).toEqual(['notes:one:1']);
    expect(await here.cursor('notes', 'one')).toMatchObject({ seq: 1, failures: 0, error: null });
  });

  it('is told one by one of events of which one fails, so that the others have their effect at once', async () => {
    here.node.followers.follow(
      'notes',
      kinds('made'),
      noting(({ seq }) => {
        if (seq === 4) throw new Error('never');
      }),
    );
    await here.happen('one', ...Array<string>(6).fill('made'));
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:2', 'notes:one:3']);
    expect(await here.cursor('notes', 'one')).toMatchObject({ seq: 3, failures: 1 });
  });

  it('leaves an event behind that fails for hours, goes on with the next, and can be given it again', async () => {
    let broken = true;
    here.node.followers.follow(
      'notes',
      kinds('made'),
      noting(({ seq }) => {
        if (seq === 2 && broken) throw new Error('no such thing');
      }),
    );
    await here.happen('one', 'made', 'made', 'made');
    for (let tried = 0; tried < MOST_FAILURES; tried += 1) {
      expect(await here.node.letters.list()).toEqual([]);
      await here.node.followers.catchUp();
      here.clock.pass(HOUR);
    }
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:3']);
    const letter = { name: 'notes', logId: 'one', seq: 2, error: 'Error: no such thing' };
    expect(await here.node.letters.list()).toMatchObject([letter]);
    expect(await here.node.report.lines()).toEqual([
      'follower notes in log installation: event 0 of 0',
      'follower notes in log one: event 3 of 3',
      expect.stringMatching(/^left behind by notes: event 2 of log one at 2026-.*Z: Error: no such thing$/),
    ]);
    expect(await here.node.letters.retry()).toMatchObject([{ letter, error: 'Error: no such thing' }]);
    broken = false;
    expect(await here.node.letters.retry()).toMatchObject([{ letter, error: null }]);
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:one:2']);
    expect(await here.node.letters.list()).toEqual([]);
  });

  it('whose effects are outside is given an event again under the same id, and none from before it came', async () => {
    await here.happen('old', 'made');
    const sent: string[] = [];
    here.node.followers.follow('mail', kinds('made'), {
      outside: ({ id }) => {
        sent.push(id);
        return sent.length === 2 ? Promise.reject(new Error('the server is down')) : Promise.resolve();
      },
    });
    await here.node.followers.catchUp();
    await here.happen('old', 'made', 'made');
    await here.happen('new', 'made');
    await here.node.followers.catchUp();
    here.clock.pass(HOUR);
    await here.node.followers.catchUp();
    expect(sent.filter((id) => id.includes(':old:'))).toHaveLength(
      sent.includes('mail:new:1') ? sent.length - 1 : 0,
    );
    expect([...new Set(sent)].sort()).toEqual(['mail:new:1', 'mail:old:2', 'mail:old:3']);
    expect(sent).toHaveLength(4);
  });

  it('works for a log on one node, on another when that one stops, at once', async () => {
    const other = here.nodes.node(here.clock, dialect === 'sqlite' ? here.node.db : undefined);
    for (const { followers } of [here.node, other]) followers.follow('notes', kinds('made'), noting());
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    await here.happen('one', 'made');
    await other.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1']);
    await here.node.followers.stop();
    await other.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:2']);
  });

  it('that was given up for lost changes nothing when it comes back', async () => {
    const other = here.nodes.node(here.clock, dialect === 'sqlite' ? here.node.db : undefined);
    const sent: string[] = [];
    let resume: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (resume = resolve));
    let isIn: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (isIn = resolve));
    here.node.followers.follow('mail', kinds('made'), {
      outside: async ({ id }) => {
        sent.push(`first ${id}`);
        isIn();
        await frozen;
      },
    });
    other.followers.follow('mail', kinds('made'), {
      outside: ({ id }) => Promise.resolve(void sent.push(`second ${id}`)),
    });
    await here.node.followers.catchUp();
    await here.happen('one', 'made', 'made');
    const first = here.node.followers.catchUp();
    await inside;
    here.clock.pass(30_000);
    await other.followers.catchUp();
    const after = await here.cursor('mail', 'one');
    resume();
    await first;
    expect(sent).toEqual(['first mail:one:1', 'second mail:one:1', 'second mail:one:2']);
    expect(await here.cursor('mail', 'one')).toEqual(after);
    expect([after.seq, after.fence]).toEqual([2, 2]);
  });

  it('does nothing twice when it was not told that a commit went well', async () => {
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    await here.happen('one', 'made', 'made');
    // The commit that handled the second event, of which the worker did not hear.
    await here.node.db.write(SYSTEM, (tx) =>
      tx.manager.update(FollowerCursorRow, { logId: 'one' }, { seq: 2 }),
    );
    await here.node.followers.catchUp();
    here.clock.pass(30_000);
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:3']);
  });

  it('does not go back when another has come further between its look and its lease', async () => {
    await here.happen('one', 'made', 'made', 'made');
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.node.followers.catchUp();
    const { fence, seq } = await here.cursor('notes', 'one');
    const turns = new Turns({ name: 'notes', kinds: kinds('made'), ...noting() }, here.node);
    const seen = { logId: 'one', head: 2, isKnown: true, isFree: true };
    await turns.take(new Held(fence, seq, 0, here.clock.now() + 1), seen, new AbortController().signal);
    expect((await here.cursor('notes', 'one')).seq).toBe(3);
    expect(await here.effects()).toHaveLength(3);
  });

  it('ends a try outside that takes too long, whether it listens or not', async () => {
    let signal: AbortSignal | undefined;
    const { rhythm } = (here.node = here.nodes.quick(here.clock));
    here.node.followers.follow('mail', kinds('made'), {
      outside: (_event, given) => {
        signal = given;
        return new Promise(() => undefined);
      },
    });
    await here.node.followers.catchUp();
    await here.happen('one', 'made');
    const started = performance.now();
    await here.node.followers.catchUp();
    expect(performance.now() - started).toBeLessThan(rhythm.leaseMs * 3);
    expect(signal?.aborted).toBe(true);
    expect(await here.cursor('mail', 'one')).toMatchObject({ seq: 0, failures: 1 });
  });

  if (dialect === 'mysql') {
    it('that was given up for lost in the middle of a transaction cannot commit it', async () => {
      const other = here.nodes.node(here.clock);
      let resume: () => void = () => undefined;
      const frozen = new Promise<void>((resolve) => (resume = resolve));
      let isIn: () => void = () => undefined;
      const inside = new Promise<void>((resolve) => (isIn = resolve));
      here.node.followers.follow(
        'notes',
        kinds('made'),
        noting(async () => {
          isIn();
          await frozen;
        }),
      );
      other.followers.follow('notes', kinds('made'), noting());
      await here.happen('one', 'made');
      const first = here.node.followers.catchUp();
      await inside;
      here.clock.pass(30_000);
      await other.followers.catchUp();
      expect(await here.effects()).toEqual(['notes:one:1']);
      resume();
      await first;
      expect(await here.effects()).toEqual(['notes:one:1']);
      expect(
        await here.node.db.read(SYSTEM, ({ manager }) => manager.countBy(EventRow, { logId: 'one' })),
      ).toBe(1);
    });
  }
});

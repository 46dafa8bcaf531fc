import { EffectRow } from '../testing/effect.row';
import { followersUnderTest, noting } from '../testing/followers-under-test';
import { happen as record, kinds } from '../testing/happen';
import type { FollowedEvent } from './follower';

const HOUR = 3_600_000;

describe('A follower', () => {
  const here = followersUnderTest();

  it('is told of the kinds that it follows, in the order of the log, with an id that says which', async () => {
    const told: FollowedEvent[] = [];
    here.node.followers.follow(
      'notes',
      kinds('made', 'sent'),
      noting((event) => void told.push(event)),
    );
    await here.happen('one', 'made', 'other', 'sent');
    await here.happen('two', 'other', 'made');
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:two:2']);
    const { id, ...rest } = told[1] ?? ({} as FollowedEvent);
    expect([id, rest]).toEqual([
      'notes:one:3',
      {
        logId: 'one',
        seq: 3,
        at: here.clock.now(),
        actor: 'somebody',
        action: 'sent',
        object: 'thing:1',
        data: { action: 'sent' },
      },
    ]);
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:one:1', 'notes:one:3', 'notes:two:2', 'notes:one:4']);
  });

  it('of everything is told of everything, also of what it records itself, once', async () => {
    here.node.followers.follow('all', 'all', {
      inside: async (tx, events) => {
        for (const { id, logId, seq, action } of events) {
          await tx.manager.insert(EffectRow, { effect: id, logId, seq });
          if (action === 'made') await record(tx, logId, 'noted');
        }
      },
    });
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['all:one:1', 'all:one:2']);
  });

  it('whose effects are inside is told of the past as well', async () => {
    await here.happen('old', 'made');
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.node.followers.catchUp();
    expect(await here.effects()).toEqual(['notes:old:1']);
  });

  it('has a turn in every log before the second in any', async () => {
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.happen('a-busy', ...Array<string>(300).fill('made'));
    await here.happen('b-quiet', 'made');
    await here.node.followers.catchUp();
    const order = await here.effects();
    expect(order).toHaveLength(301);
    expect(order.indexOf('notes:b-quiet:1')).toBeLessThan(100);
  });

  it('that gathers is told at most so often, of all that has come meanwhile', async () => {
    const turns: number[] = [];
    here.node.followers.follow('heads', 'all', {
      restMs: HOUR,
      inside: (_tx, events) => Promise.resolve(void turns.push(events.length)),
    });
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    for (let nth = 0; nth < 5; nth += 1) await here.happen('one', 'made');
    await here.node.followers.catchUp();
    expect(turns).toEqual([1]);
    here.clock.pass(HOUR);
    await here.node.followers.catchUp();
    expect(turns.reduce((sum, events) => sum + events)).toBe(6);
  });

  it('passes what it does not follow without a write, until there is much of it', async () => {
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.happen('one', 'made', 'other');
    await here.node.followers.catchUp();
    const { seq, fence } = await here.cursor('notes', 'one');
    await here.happen('one', ...Array<string>(499).fill('other'));
    await here.node.followers.catchUp();
    expect([seq, (await here.cursor('notes', 'one')).seq]).toEqual([2, 2]);
    await here.happen('one', 'other');
    await here.node.followers.catchUp();
    expect(await here.cursor('notes', 'one')).toMatchObject({ seq: 502, fence });
  });

  it('is woken by a commit, and by no other process’s poll', async () => {
    let told: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => (told = resolve));
    here.node.followers.follow(
      'notes',
      kinds('made'),
      noting(() => told()),
    );
    await here.node.followers.start();
    await here.happen('one', 'made');
    await heard;
    await here.node.followers.stop();
    expect(await here.effects()).toEqual(['notes:one:1']);
  });

  it('sends little to the database: a look, then in each turn the events, its effects and its move', async () => {
    here.node.followers.follow('notes', kinds('made'), {
      inside: async (tx, events) => {
        const rows = events.map(({ id, logId, seq }) => ({ effect: id, logId, seq }));
        await tx.manager.insert(EffectRow, rows);
      },
    });
    await here.happen('one', 'made');
    await here.node.followers.catchUp();
    expect((await here.nodes.traffic(() => here.node.followers.catchUp())).statements).toHaveLength(1);
    await here.happen('one', 'made', 'made', 'made');
    const { transactions, statements } = await here.nodes.traffic(() => here.node.followers.catchUp());
    expect(transactions.map((sent) => sent.map((one) => one.split(' ')[0]))).toEqual([
      ['SELECT', 'INSERT', 'UPDATE'],
    ]);
    expect(statements).toHaveLength(5);
  });

  it('lets requests come in between its turns, however much it has to catch up with', async () => {
    here.node.followers.follow('notes', kinds('made'), noting());
    await here.happen('one', ...Array<string>(300).fill('made'));
    let cameIn = 0;
    let isDone = false;
    const comeIn = (): void => {
      cameIn += 1;
      if (!isDone) setImmediate(comeIn);
    };
    setImmediate(comeIn);
    await here.node.followers.catchUp();
    isDone = true;
    expect(await here.effects()).toHaveLength(300);
    expect(cameIn).toBeGreaterThan(3);
  });

  it('has a name of its own that rows can hold', () => {
    here.node.followers.follow('notes', 'all', noting());
    expect(() => here.node.followers.follow('notes', 'all', noting())).toThrow('two of the name notes');
    expect(() => here.node.followers.follow('No name', 'all', noting())).toThrow('no name');
  });
});

import { treeRoot, verifyLog, type LogReport } from '@countersign/domain/ledger';
import { checkLog } from '../db/check-log';
import { CheckpointRow } from '../db/checkpoint.row';
import { nameless } from '../db/context';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import { FollowerCursorRow } from '../followers/follower.row';
import { SYSTEM } from '../followers/turn';
import { TestClock, TestNodes, type TestNode } from '../testing/test-node';
import { Checkpoints } from './checkpoints';

const LOG = 'log-one';
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('The checkpoints of a log', () => {
  let nodes: TestNodes;
  let clock: TestClock;
  let node: TestNode;

  beforeAll(async () => {
    nodes = await TestNodes.open();
    clock = new TestClock();
    node = nodes.node(clock);
    new Checkpoints(node.followers).onModuleInit();
    for (const events of [3, 40, 1]) {
      await happen(events);
      await node.followers.catchUp();
      clock.pass(3_600_000);
    }
  });
  afterAll(() => nodes.close());

  const happen = (events: number): Promise<void> =>
    node.db.write(nameless('somebody'), async (tx) => {
      for (let nth = 0; nth < events; nth += 1)
        tx.events.push({
          log: LOG,
          event: { action: 'test.made', object: 'thing:1', data: { nth }, rows: [] },
        });
    });
  const kept = (): Promise<CheckpointRow[]> =>
    node.db.read(SYSTEM, ({ manager }) =>
      manager.find(CheckpointRow, { where: { logId: LOG }, order: { size: 'ASC' } }),
    );
  const events = (): Promise<EventRow[]> =>
    node.db.read(SYSTEM, ({ manager }) =>
      manager.find(EventRow, { where: { logId: LOG }, order: { seq: 'ASC' } }),
    );
  const verified = async (rows: readonly EventRow[]): Promise<LogReport> => {
    const keptHeads = (await kept()).map(({ size, root }) => ({ size, root: bytes(root) }));
    return verifyLog({ logId: LOG, events: rows, keptHeads, keys: [] }, { sha256, verify: () => false });
  };

  it('are the heads of the tree as it grew, with the chain beside them', async () => {
    const [rows, heads] = [await events(), await kept()];
    expect([heads[0]?.size, heads.at(-1)?.size]).toEqual([4, 45]);
    for (const { size, root, chain } of heads) {
      const leaves = rows.slice(0, size).map(({ leaf }) => bytes(leaf));
      expect(root).toBe(Buffer.from(await treeRoot(leaves, sha256)).toString('hex'));
      expect(chain).toBe(rows[size - 1]?.chain);
    }
  });

  it('are made once an hour where little happens', async () => {
    const before = (await kept()).length;
    for (let nth = 0; nth < 3; nth += 1) {
      await happen(1);
      await node.followers.catchUp();
    }
    expect((await kept()).length).toBe(before + 1);
    clock.pass(3_600_000);
    await node.followers.catchUp();
    expect((await kept()).at(-1)?.size).toBe((await events()).length);
  });

  it('are what the check of a log holds it against', async () => {
    const check = () => node.db.read(SYSTEM, ({ manager }) => checkLog(manager, LOG));
    expect((await check()).report).toMatchObject({ findingCount: 0 });
    const [first] = await kept();
    const forge = (root: string) =>
      node.db.write(SYSTEM, (tx) => tx.update(CheckpointRow, { logId: LOG, size: 4 }, { root }));
    await forge('f'.repeat(64));
    expect((await check()).report.findings).toMatchObject([{ code: 'ledger/root-differs', size: 4 }]);
    await forge(first?.root ?? '');
  });

  it('show a log whose end was cut and written anew with all its hashes', async () => {
    const rows = await events();
    expect(await verified(rows)).toMatchObject({ findings: [] });
    const other = await node.db.read(SYSTEM, ({ manager }) =>
      manager.find(EventRow, { where: { logId: LOG }, order: { seq: 'ASC' }, take: 41 }),
    );
    const cut = await verified(other);
    expect(cut.findings).toContainEqual(
      expect.objectContaining({ code: 'ledger/root-differs', size: 45, recomputed: null }),
    );
  });

  it('go on from the last one, also over events of which the follower was not told', async () => {
    await node.followers.catchUp();
    await happen(5);
    const last = (await kept()).at(-1)?.size ?? 0;
    // A turn that was left behind as a dead letter: the cursor has passed its event.
    const passed = { name: 'checkpoints', logId: LOG };
    await node.db.write(SYSTEM, (tx) => tx.update(FollowerCursorRow, passed, { seq: last + 3 }));
    clock.pass(3_600_000);
    await node.followers.catchUp();
    clock.pass(3_600_000);
    await node.followers.catchUp();
    expect((await kept()).at(-1)?.size).toBe(last + 5);
    expect(await verified(await events())).toMatchObject({ findings: [] });
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNote, treeRoot, verifyLog, type LogReport } from '@countersign/domain/ledger';
import { checkLog } from '../db/check-log';
import { CheckpointRow } from '../db/checkpoint.row';
import { nameless } from '../db/context';
import { EventRow } from '../db/event.row';
import { sha256 } from '../db/salt';
import { SYSTEM } from '../followers/turn';
import { TestClock, TestNodes, type TestNode } from '../testing/test-node';
import { Checkpoints } from './checkpoints';
import { verifyEd25519 } from './ed25519';
import { trustOf } from './log-trust';
import { noteName } from './note-files';
import { noteKeyOf, originOf } from './origins';
import { SigningKeys } from './signing-keys';

const LOG = 'log-one';
const ORIGIN = originOf('log.example.org', LOG);
const HOUR = 3_600_000;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('The checkpoints of a log', () => {
  let nodes: TestNodes;
  let clock: TestClock;
  let node: TestNode;
  let keys: SigningKeys;
  let checkpoints: Checkpoints;
  let folder: string;

  beforeAll(async () => {
    nodes = await TestNodes.open();
    clock = new TestClock();
    node = nodes.node(clock);
    folder = join(nodes.folder, 'checkpoints');
    keys = new SigningKeys(node.db, {
      keysDir: join(nodes.folder, 'keys'),
      publicUrl: 'https://log.example.org',
    });
    await keys.start();
    checkpoints = new Checkpoints(node.timers, node.db, keys, { checkpointsDir: folder });
    checkpoints.onModuleInit();
    for (const events of [3, 40, 1]) {
      await happen(events);
      await checkpoints.signAll();
      clock.pass(HOUR);
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
  const check = (heldOutside: readonly string[] = []) =>
    node.db.read(SYSTEM, async ({ manager }) =>
      checkLog(manager, LOG, await trustOf(manager, LOG, heldOutside)),
    );
  const change = (set: Partial<CheckpointRow>, size = 4) =>
    node.db.write(SYSTEM, (tx) => tx.update(CheckpointRow, { logId: LOG, size }, set));

  it('are the heads of the tree as it grew, with the chain beside them', async () => {
    const [rows, heads] = [await events(), await kept()];
    expect(heads.map(({ size }) => size)).toEqual([4, 44, 45]);
    for (const { size, root, chain } of heads) {
      const leaves = rows.slice(0, size).map(({ leaf }) => bytes(leaf));
      expect(root).toBe(Buffer.from(await treeRoot(leaves, sha256)).toString('hex'));
      expect(chain).toBe(rows[size - 1]?.chain);
    }
  });

  it('are signed notes, in the database and as files whose names sort as they grew', async () => {
    const key = noteKeyOf(keys.of('checkpoint').multikey, ORIGIN);
    for (const row of await kept()) {
      const note = readFileSync(join(folder, noteName(row)), 'utf8');
      expect(note).toBe(row.note);
      const checked = await checkNote(note, [key], { sha256, verify: verifyEd25519 });
      expect(checked).toMatchObject({ value: { checkpoint: { origin: ORIGIN, size: row.size } } });
    }
    expect(readdirSync(folder).filter((name) => name.startsWith(LOG))).toHaveLength(3);
  });

  it('are made where the log grew, and nowhere else', async () => {
    await checkpoints.signAll();
    expect((await kept()).at(-1)?.size).toBe(45);
    await happen(1);
    await checkpoints.signAll();
    expect((await kept()).at(-1)?.size).toBe(46);
  });

  it('are made by the clock, and with the last events when the server stops', async () => {
    await node.timers.catchUp();
    await happen(2);
    clock.pass(HOUR);
    await node.timers.catchUp();
    expect((await kept()).at(-1)?.size).toBe(48);
    await checkpoints.start();
    await happen(2);
    await checkpoints.beforeApplicationShutdown();
    expect((await kept()).at(-1)?.size).toBe(50);
    await happen(1);
    await checkpoints.beforeApplicationShutdown();
    expect((await kept()).at(-1)?.size).toBe(50);
  });

  it('are what the check of a log holds it against: root and signature', async () => {
    expect((await check()).report).toMatchObject({ findingCount: 0 });
    const [first, second] = await kept();
    if (!first?.note || !second?.note) throw new Error('there are no notes');
    await change({ root: 'f'.repeat(64) });
    expect((await check()).report.findings).toMatchObject([{ code: 'ledger/root-differs', size: 4 }]);
    await change({ root: first.root, note: first.note.replace(/\n4\n/, '\n5\n') });
    expect((await check()).report.findings).toMatchObject([{ code: 'ledger/signature-bad' }]);
    await change({ note: second.note.replaceAll('log.example.org', 'other.example.org') });
    expect((await check()).report.findings).toMatchObject([{ code: 'ledger/key-unknown' }]);
    await change({ note: first.note });
    expect((await check()).report).toMatchObject({ findingCount: 0 });
  });

  it('show a log whose end was cut and written anew with all its hashes', async () => {
    const rows = await events();
    expect(await verified(rows)).toMatchObject({ findings: [] });
    const cut = await verified(rows.slice(0, 41));
    expect(cut.findings).toContainEqual(
      expect.objectContaining({ code: 'ledger/root-differs', size: 45, recomputed: null }),
    );
  });

  it('vouch for the next key: what grew since is signed by both, and old notes stay good', async () => {
    const before = keys.of('checkpoint').multikey;
    const old = (await kept()).at(-1)?.note ?? '';
    clock.pass(HOUR);
    await keys.rotate('checkpoint', { reason: 'a drill', distrustAfter: null });
    clock.pass(1);
    await checkpoints.signAll();
    const after = keys.of('checkpoint').multikey;
    const newest = (await kept()).at(-1);
    const rotated = (await events()).at(-1);
    expect([rotated?.action, rotated?.seq]).toEqual(['log.key-rotated', newest?.size]);
    for (const multikey of [before, after]) {
      const checking = { sha256, verify: verifyEd25519 };
      expect(await checkNote(newest?.note ?? '', [noteKeyOf(multikey, ORIGIN)], checking)).toMatchObject({
        ok: true,
      });
    }
    expect((await check([old])).report.findings).toEqual([]);
    clock.pass(HOUR);
    await happen(1);
    await checkpoints.signAll();
    const alone = (await kept()).at(-1)?.note ?? '';
    expect(alone.match(/\u2014/g)).toHaveLength(1);
  });

  it('of a key that became known prove nothing that it signed later', async () => {
    const held = (await kept()).at(-1)?.note ?? '';
    const known = clock.now();
    clock.pass(HOUR);
    await happen(1);
    await checkpoints.signAll();
    const late = (await kept()).at(-1)?.note ?? '';
    await keys.rotate('checkpoint', { reason: 'it became known', distrustAfter: known });
    await checkpoints.signAll();
    expect((await check([held])).report.findings).toEqual([]);
    expect((await check([held, late])).report.findings).toMatchObject([
      { code: 'ledger/key-distrusted', checkpoint: { list: 'held-outside', index: 1 } },
    ]);
  });

  it('are signed on after a clock that was put back, which the check notes and takes for no fault', async () => {
    expect((await check()).clockBack).toEqual([]);
    clock.pass(-2 * HOUR);
    await happen(1);
    await checkpoints.signAll();
    const { report, clockBack } = await check([(await kept()).at(-1)?.note ?? '']);
    expect([report.findings, clockBack]).toEqual([[], [report.size]]);
    // A distrusted key is believed up to the newest event of its time, whatever the clock did before.
    clock.pass(3 * HOUR);
    await happen(1);
    await checkpoints.signAll();
    const before = (await kept()).at(-1)?.note ?? '';
    await keys.rotate('checkpoint', { reason: 'it became known', distrustAfter: clock.now() });
    await checkpoints.signAll();
    expect((await check([before])).report.findings).toEqual([]);
  });

  it('are written as files once the folder takes them', async () => {
    const blocked = join(nodes.folder, 'blocked', 'folder');
    const elsewhere = new Checkpoints(node.timers, node.db, keys, { checkpointsDir: blocked });
    await elsewhere.signAll();
    expect(existsSync(join(blocked, noteName((await kept()).at(-1) as CheckpointRow)))).toBe(true);
  });
});

import fc from 'fast-check';
import { signCheckpoint, treeRoot, verifyLog, type JsonValue, type LogToVerify } from './index';
import { adapters, onNode, publicKeyOfSeed, sha256Now, test1 } from './testdata/crypto-adapters';
import { derived, toHex } from './testdata/files';
import {
  checkpointOf,
  headOf,
  key,
  logId,
  nextSigner,
  sampleLog,
  signer,
  written,
  type Happening,
  type WrittenEvent,
} from './testdata/sample-log';
import { casesToRun } from '../testing/cases';

const rows = sampleLog(20);
const log = (change: Partial<LogToVerify> = {}): LogToVerify => ({
  logId,
  events: rows,
  head: headOf(rows),
  keys: [key],
  ...change,
});
const verify = (change: Partial<LogToVerify> = {}) => verifyLog(log(change), onNode);
const changed = (seq: number, change: Partial<WrittenEvent>): readonly WrittenEvent[] =>
  rows.map((row) => (row.seq === seq ? { ...row, ...change } : row));
const row = (seq: number): WrittenEvent => rows[seq - 1] as WrittenEvent;
const other = 'f'.repeat(64);

describe.each(adapters)('A log as it was written, with $name,', (adapter) => {
  it('has no finding, against every checkpoint of its past', async () => {
    const past = await Promise.all(Array.from({ length: 21 }, (_, size) => checkpointOf(rows, size)));
    const report = await verifyLog(log({ kept: [past[20] ?? ''], heldOutside: past }), adapter);
    const leaves = rows.map(({ leaf }) => Buffer.from(leaf, 'hex'));
    expect(report).toEqual({
      size: 20,
      root: toHex(await treeRoot(leaves, sha256Now)),
      chain: row(20).chain,
      findings: [],
      findingCount: 0,
      redacted: [],
    });
  });

  it('is the worked vector with its checkpoint', async () => {
    const events = derived.events.map((body, position): WrittenEvent => {
      const { seq, at, actor, action, object } = JSON.parse(body) as Record<string, string> & { seq: number };
      return {
        seq,
        at: Date.parse(at ?? ''),
        actorId: actor ?? '',
        action: action ?? '',
        object: object ?? '',
        body,
        leaf: derived.leafHash[position] ?? '',
        chain: derived.chainHash[position + 1] ?? '',
      };
    });
    const keys = [{ name: derived.logId, publicKey: test1.publicKey }];
    const report = await verifyLog(
      { logId: derived.logId, events, keys, kept: [derived.checkpoint] },
      adapter,
    );
    expect(report).toMatchObject({ size: 3, root: derived.merkleRoot, findings: [] });
  });
});

describe('A log', () => {
  it('may come in a stream', async () => {
    async function* stream() {
      yield* rows;
    }
    const kept = [await checkpointOf(rows)];
    expect(await verify({ events: stream(), kept })).toMatchObject({ size: 20, findingCount: 0 });
  });

  it('is held against the heads that were kept with it, which need no signature', async () => {
    const headAt = async (size: number) => {
      const leaves = rows.slice(0, size).map(({ leaf }) => Buffer.from(leaf, 'hex'));
      return { size, root: await treeRoot(leaves, sha256Now) };
    };
    const keptHeads = [await headAt(0), await headAt(7), await headAt(20)];
    expect(await verify({ keptHeads, keys: [] })).toMatchObject({ findings: [] });
    const [cut, forged] = [rows.slice(0, 19), { size: 7, root: Buffer.from(other, 'hex') }];
    expect((await verify({ events: cut, head: headOf(cut), keptHeads })).findings).toEqual([
      {
        code: 'ledger/root-differs',
        size: 20,
        signed: toHex(keptHeads[2]?.root ?? Buffer.of()),
        recomputed: null,
      },
    ]);
    expect((await verify({ keptHeads: [forged] })).findings).toEqual([
      {
        code: 'ledger/root-differs',
        size: 7,
        signed: other,
        recomputed: toHex(keptHeads[1]?.root ?? Buffer.of()),
      },
    ]);
  });

  it('without events has the first chain hash and the root of nothing', async () => {
    const kept = [await checkpointOf([])];
    const report = await verify({ events: [], head: headOf([]), kept });
    expect(report).toMatchObject({ size: 0, findings: [], chain: headOf([]).chain });
    expect(report.root).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('read under the id of another log breaks at its first event', async () => {
    expect(await verifyLog({ ...log(), logId: 'example.org/logbook/program/2' }, onNode)).toMatchObject({
      findings: [{ code: 'ledger/chain-breaks', seq: 1, stored: row(1).chain }],
    });
  });

  const happening = fc.record({
    at: fc.integer({ min: -8.64e15, max: 8.64e15 }),
    actor: fc.string({ unit: 'grapheme' }),
    action: fc.constantFrom('entry.submitted', 'entry.approved', 'key.rotated'),
    object: fc.string(),
    data: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>, {
      maxKeys: 3,
    }),
  });

  /** Checkpoints are signed by the first key, then by both, then by the next; the first is distrusted in between. */
  const findingsIn = async (happenings: readonly Happening[], cut: number) => {
    const events = written(happenings);
    const distrustAfterSize = cut % (events.length + 1);
    const keys = [{ ...key, distrustAfterSize }, nextSigner.key];
    const held = await checkpointOf(events, distrustAfterSize);
    const latest = await checkpointOf(events, events.length, cut % 2 ? [nextSigner] : [signer, nextSigner]);
    const notes = { kept: [held, latest], heldOutside: [latest] };
    return (await verify({ events, head: headOf(events), keys, ...notes })).findings;
  };

  it('gives no false alarm in 10,000 honest histories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 6 }), fc.nat(), async (happenings, cut) => {
        expect(await findingsIn(happenings, cut)).toEqual([]);
      }),
      { numRuns: casesToRun(10_000, 300) },
    );
  }, 240_000);

  it('gives no false alarm in long honest histories', async () => {
    const long = fc.array(happening, { minLength: 50, maxLength: 200, size: 'max' });
    await fc.assert(
      fc.asyncProperty(long, fc.nat(), async (happenings, cut) => {
        expect(await findingsIn(happenings, cut)).toEqual([]);
      }),
      { numRuns: casesToRun(50, 10) },
    );
  }, 120_000);
});

describe('The finding', () => {
  const findings = async (change: Partial<LogToVerify>) => (await verify(change)).findings;

  it('on a changed content names the event with the stored and the recomputed hash', async () => {
    const body = row(7).body.replace('"version":1', '"version":2');
    expect(await findings({ events: changed(7, { body }) })).toEqual([
      {
        code: 'ledger/leaf-differs',
        seq: 7,
        stored: row(7).leaf,
        recomputed: toHex(sha256Now(Buffer.from(`\0${body}`))),
      },
    ]);
  });

  it.each<[string, Partial<WrittenEvent>]>([
    ['time', { at: row(7).at + 1 }],
    ['actor', { actorId: 'u0' }],
    ['action', { action: 'entry.returned' }],
    ['object', { object: 'entry:e4' }],
  ])('on a changed %s beside an untouched text tells what it would have hashed to', async (_name, change) => {
    expect(await findings({ events: changed(7, change) })).toEqual([
      {
        code: 'ledger/leaf-differs',
        seq: 7,
        stored: row(7).leaf,
        recomputed: expect.not.stringContaining(row(7).leaf),
      },
    ]);
  });

  it.each(['{"v":1}', 'no json', '{"data":{"x":"\\ud800"}}', 'null'])(
    'on the text %s that was hashed as an event has nothing to recompute',
    async (body) => {
      const leaf = toHex(sha256Now(Buffer.from(`\0${body}`)));
      expect((await findings({ events: changed(7, { body, leaf }) }))[0]).toEqual({
        code: 'ledger/leaf-differs',
        seq: 7,
        stored: leaf,
        recomputed: null,
      });
    },
  );

  it('on an impossible time has nothing to recompute', async () => {
    expect(await findings({ events: changed(7, { at: NaN }) })).toMatchObject([
      { code: 'ledger/leaf-differs', seq: 7, recomputed: null },
    ]);
  });

  it('on a changed chain hash names the event and the one after it', async () => {
    expect(await findings({ events: changed(7, { chain: other }) })).toMatchObject([
      { code: 'ledger/chain-breaks', seq: 7, stored: other, recomputed: row(7).chain },
      { code: 'ledger/chain-breaks', seq: 8, stored: row(8).chain },
    ]);
    expect(await findings({ events: changed(7, { chain: 'no hash' }) })).toMatchObject([
      { code: 'ledger/chain-breaks', seq: 7, stored: 'no hash' },
    ]);
  });

  it('on a missing event names its number, and the break of the chain', async () => {
    expect(await findings({ events: rows.filter(({ seq }) => seq !== 7) })).toMatchObject([
      { code: 'ledger/seq-gap', seq: 7, found: 8 },
      { code: 'ledger/chain-breaks', seq: 8 },
    ]);
  });

  it('on a head that is not the last event tells which', async () => {
    expect(await findings({ events: rows.slice(0, 18) })).toEqual([
      { code: 'ledger/seq-gap', seq: 19, found: null },
    ]);
    expect(await findings({ head: { seq: 18, chain: row(18).chain } })).toEqual([
      { code: 'ledger/seq-gap', seq: 18, found: 20 },
    ]);
    expect(await findings({ head: { seq: 20, chain: other } })).toEqual([
      { code: 'ledger/chain-breaks', seq: 20, stored: other, recomputed: row(20).chain },
    ]);
  });

  it('on a tree that is not the signed one tells whose checkpoint says so', async () => {
    const events = sampleLog(21)
      .slice(1)
      .map((one) => ({ ...one, seq: one.seq - 1 }));
    const note = await checkpointOf(rows, 12);
    const codes = (await findings({ events, kept: [note], heldOutside: [note] })).filter(
      ({ code }) => code === 'ledger/root-differs' || code === 'ledger/not-consistent',
    );
    const signed = toHex(
      await treeRoot(
        rows.slice(0, 12).map(({ leaf }) => Buffer.from(leaf, 'hex')),
        sha256Now,
      ),
    );
    expect(codes).toEqual([
      { code: 'ledger/root-differs', size: 12, signed, recomputed: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { code: 'ledger/not-consistent', size: 12, signed, recomputed: expect.not.stringContaining(signed) },
    ]);
  });

  it('on a checkpoint of more events than there are has no root to compare', async () => {
    const note = await checkpointOf(sampleLog(25));
    expect(await findings({ kept: [note] })).toMatchObject([
      { code: 'ledger/root-differs', size: 25, recomputed: null },
    ]);
  });

  it('on a checkpoint that proves nothing tells which and why', async () => {
    const good = await checkpointOf(rows);
    const sign = onNode.signer(test1.seed);
    const head = { origin: logId, size: 20, root: new Uint8Array(32) };
    const otherLog = await signCheckpoint({ ...head, origin: 'other.example' }, [{ key, sign }], sha256Now);
    const witness = { name: 'witness.example', publicKey: test1.publicKey };
    const byWitness = await signCheckpoint(head, [{ key: witness, sign }], sha256Now);
    const report = await findings({
      kept: [good, 'no note'],
      heldOutside: [good.replace('\n20\n', '\n19\n'), otherLog, byWitness],
      keys: [key, witness, { name: logId, publicKey: publicKeyOfSeed(sha256Now(Buffer.from('old'))) }],
    });
    expect(report).toEqual([
      { code: 'ledger/note-malformed', checkpoint: { list: 'kept', index: 1 } },
      { code: 'ledger/signature-bad', checkpoint: { list: 'held-outside', index: 0 } },
      { code: 'ledger/other-log', checkpoint: { list: 'held-outside', index: 1 } },
      { code: 'ledger/key-unknown', checkpoint: { list: 'held-outside', index: 2 } },
    ]);
  });

  it('is counted when there are more than can be listed', async () => {
    const events = sampleLog(1200).map((one) => ({ ...one, leaf: other }));
    const report = await verify({ events, head: headOf(events) });
    expect([report.findings.length, report.findingCount]).toEqual([1000, 2400]);
  });
});

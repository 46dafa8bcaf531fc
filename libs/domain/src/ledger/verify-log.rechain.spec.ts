import { verifyLog, type LogFinding, type LogToVerify } from './index';
import { adapters, onNode, publicKeyOfSeed, sha256Now, type CryptoAdapter } from './testdata/crypto-adapters';
import {
  checkpointOf,
  headOf,
  key,
  logId,
  sampleLog,
  type Signer,
  type WrittenEvent,
} from './testdata/sample-log';
import { forged, rechained, renumbered } from './testdata/tampered-log';
import { spreadOf } from '../testing/cases';

jest.setTimeout(120_000);

const LENGTH = 200;
const rows = sampleLog(LENGTH);
const longer = sampleLog(LENGTH + 1);
const extra = longer[LENGTH] as WrittenEvent;
const seqs = rows.map(({ seq }) => seq);
const places = spreadOf(seqs, 21);
const some = seqs.filter((seq) => seq % 50 === 0 || seq === 1);
const positionsFor = (adapter: CryptoAdapter): readonly number[] => (adapter === onNode ? places : some);

/** Each way to tamper with a log at a place; null where there is no such place. */
const tampered: readonly (readonly [string, (seq: number) => readonly WrittenEvent[] | null])[] = [
  ['a deleted event', (seq) => rows.filter((row) => row.seq !== seq)],
  ['an inserted event', (seq) => rows.toSpliced(seq - 1, 0, extra)],
  ['a copied event', (seq) => rows.toSpliced(seq, 0, rows[seq - 1] as WrittenEvent)],
  [
    'an approval copied from elsewhere',
    (seq) => rows.toSpliced(seq - 1, 0, rows[((seq | 1) + 100) % LENGTH] as WrittenEvent),
  ],
  ['two neighbors swapped', (seq) => (seq < LENGTH ? swapped(seq, seq + 1) : null)],
  ['two far apart swapped', (seq) => (seq <= LENGTH / 2 ? swapped(seq, seq + LENGTH / 2) : null)],
];

function swapped(one: number, other: number): readonly WrittenEvent[] {
  const [first, second] = [rows[one - 1], rows[other - 1]] as [WrittenEvent, WrittenEvent];
  return rows.with(one - 1, second).with(other - 1, first);
}

/** Signed checkpoints over the first events, by their number; the last is over one event more than the log has. */
let notes: readonly string[] = [];
beforeAll(async () => {
  notes = await Promise.all(Array.from({ length: LENGTH + 2 }, (_, size) => checkpointOf(longer, size)));
});

async function findingsIn(
  events: readonly WrittenEvent[],
  adapter: CryptoAdapter,
  about: Partial<LogToVerify> = {},
): Promise<readonly LogFinding[]> {
  return (await verifyLog({ logId, events, keys: [key], ...about }, adapter)).findings;
}
const codesOf = (findings: readonly LogFinding[]) => new Set(findings.map(({ code }) => code));

const strangerSeed = sha256Now(Buffer.from('stranger'));
/** A key that nobody pinned, under the name of the log's own. */
const stranger: Signer = {
  key: { name: logId, publicKey: publicKeyOfSeed(strangerSeed) },
  sign: onNode.signer(strangerSeed),
};

/** The numbers of a tampered log made anew, and its hashes up to a place; behind it they stay. */
function rechainedUntil(events: readonly WrittenEvent[], seq: number): readonly WrittenEvent[] {
  return [...rechained(events.slice(0, seq)), ...renumbered(events).slice(seq)];
}

describe.each(adapters)('In a log of 200 events, with $name,', (adapter) => {
  const positions = positionsFor(adapter);

  it.each(tampered)(
    '%s is found at every place, with all hashes made anew until there',
    async (_name, tamper) => {
      for (const seq of positions) {
        const events = tamper(seq);
        if (!events) continue;
        // What is wrong is found at the next event, whatever comes after, and behind the last by the head.
        const read = rechainedUntil(events, seq).slice(0, seq + 1);
        const isEnd = read.length < seq + 1 || events.length === read.length;
        const found = codesOf(await findingsIn(read, adapter, isEnd ? { head: headOf(rows) } : {}));
        expect([seq, found.has('ledger/chain-breaks') || found.has('ledger/seq-gap')]).toEqual([seq, true]);
      }
    },
  );

  it.each(tampered)(
    '%s with all hashes made anew is found by any later checkpoint',
    async (_name, tamper) => {
      for (const seq of positions) {
        const events = tamper(seq);
        if (!events) continue;
        // The checkpoint is over one event more than the place, or over the last one where the log became shorter.
        const whole = rechained(events.slice(0, seq + 1));
        const heldOutside = [notes[Math.max(whole.length, seq)] ?? ''];
        const found = await findingsIn(whole, adapter, { head: headOf(whole), heldOutside });
        expect([seq, codesOf(found)]).toEqual([seq, new Set(['ledger/not-consistent'])]);
        if (some.includes(seq)) expect(await findingsIn(whole, adapter, { head: headOf(whole) })).toEqual([]);
      }
    },
  );
});

describe('A re-chained log', () => {
  it('is not helped by a checkpoint over it that no pinned key signed, wherever it was changed', async () => {
    for (const seq of places) {
      const note = notes[seq] ?? '';
      const [, signature = ''] = note.split('\n\n');
      const events = rechained(forged(rows, seq).slice(0, seq));
      const own = await checkpointOf(events, seq, [stranger]);
      const moved = `${own.split('\n\n')[0]}\n\n${signature}`;
      const about = { head: headOf(events), kept: [own, moved], heldOutside: [note] };
      expect([seq, await findingsIn(events, onNode, about)]).toMatchObject([
        seq,
        [
          { code: 'ledger/key-unknown', checkpoint: { list: 'kept', index: 0 } },
          { code: 'ledger/signature-bad', checkpoint: { list: 'kept', index: 1 } },
          { code: 'ledger/not-consistent', size: seq },
        ],
      ]);
    }
  });

  it('is found by every checkpoint from the change on, and by none from before', async () => {
    for (const seq of some) {
      const events = rechained(forged(rows, seq));
      const found = await findingsIn(events, onNode, {
        head: headOf(events),
        heldOutside: notes.slice(1, -1),
      });
      expect(found.map((one) => ('size' in one ? one.size : null))).toEqual(seqs.slice(seq - 1));
    }
  });

  it('that was cut at any place and grew again is found by a checkpoint over what was cut', async () => {
    for (const seq of places) {
      const events = rechained([...rows.slice(0, seq - 1), extra, extra]);
      const about = { head: headOf(events), heldOutside: [notes[seq] ?? ''] };
      expect([seq, codesOf(await findingsIn(events, onNode, about))]).toEqual([
        seq,
        new Set(['ledger/not-consistent']),
      ]);
    }
  });
});

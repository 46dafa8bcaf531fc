import { verifyLog, type LogFinding, type LogToVerify } from './index';
import { adapters, onNode, onWebCrypto, type CryptoAdapter } from './testdata/crypto-adapters';
import { checkpointOf, headOf, key, logId, sampleLog, type WrittenEvent } from './testdata/sample-log';
import { forged, nudged, rechained } from './testdata/tampered-log';
import { spreadOf } from '../testing/cases';

jest.setTimeout(120_000);

const LENGTH = 200;
const rows = sampleLog(LENGTH);
const longer = sampleLog(LENGTH + 1);
const seqs = rows.map(({ seq }) => seq);
const columns = ['seq', 'at', 'actorId', 'action', 'object', 'body', 'leaf', 'chain'] as const;
/** What a changed column is found by; every byte of every column is changed in stored-event.tamper.spec.ts. */
const codeOf: Readonly<Record<(typeof columns)[number], LogFinding['code']>> = {
  seq: 'ledger/seq-gap',
  at: 'ledger/leaf-differs',
  actorId: 'ledger/leaf-differs',
  action: 'ledger/leaf-differs',
  object: 'ledger/leaf-differs',
  body: 'ledger/leaf-differs',
  leaf: 'ledger/leaf-differs',
  chain: 'ledger/chain-breaks',
};

const some = seqs.filter((seq) => seq % 40 === 0 || seq === 1);

/** Every position; with WebCrypto, where a hash takes a turn of the event loop, some and both ends. */
const positionsFor = (adapter: CryptoAdapter): readonly number[] =>
  adapter === onNode ? spreadOf(seqs, 21) : some;

type Codes = ReadonlySet<LogFinding['code']>;

async function codes(
  events: readonly WrittenEvent[],
  adapter: CryptoAdapter,
  about: Partial<LogToVerify> = {},
): Promise<Codes> {
  const report = await verifyLog({ logId, events, keys: [key], ...about }, adapter);
  expect(report.findings.length).toBe(report.findingCount);
  return new Set(report.findings.map(({ code }) => code));
}

/** The first events of a log: what is wrong is found as soon as it is read, whatever comes after. */
const readUntil = (events: readonly WrittenEvent[], count: number) => events.slice(0, count);

describe.each(adapters)('In a log of 200 events, with $name,', (adapter) => {
  const positions = positionsFor(adapter);
  const head = headOf(rows);

  it('nothing is found while it is as it was written', async () => {
    const kept = [await checkpointOf(rows)];
    expect(await codes(rows, adapter, { head, kept })).toEqual(new Set());
  });

  it.each(columns)('a changed byte of the column %s is found at every event', async (column) => {
    // Ten logs, of each of which every tenth event is changed, so that one finding does not hide another.
    for (let first = 1; first <= (adapter === onNode ? 10 : 1); first += 1) {
      const changed = seqs.filter((seq) => seq % 10 === first % 10);
      const events = rows.map((row) => {
        if (!changed.includes(row.seq)) return row;
        const value = row[column];
        // Another place in the text for each event.
        const at = typeof value === 'string' ? (row.seq * 31) % value.length : 0;
        return { ...row, [column]: nudged(value, at) };
      });
      const { findings } = await verifyLog({ logId, events, keys: [key] }, adapter);
      const code = codeOf[column];
      const found = findings.flatMap((one) => (one.code === code && 'seq' in one ? [one.seq] : []));
      expect(found).toEqual(expect.arrayContaining(changed));
      // An event after a changed number or chain hash does not follow it; all others are left alone.
      const touched = new Set(changed.flatMap((seq) => [seq, seq + 1, seq + 2]));
      expect(findings.filter((one) => !('seq' in one && touched.has(one.seq)))).toEqual([]);
    }
  });

  it('a deleted event is found at every place, the last by the head', async () => {
    for (const seq of positions) {
      const events = readUntil(
        rows.filter((row) => row.seq !== seq),
        seq,
      );
      const found = await codes(events, adapter, seq === LENGTH ? { head } : {});
      expect([seq, found.has('ledger/seq-gap')]).toEqual([seq, true]);
    }
  });

  it('two swapped events are found, whether their numbers go with them or stay', async () => {
    for (const seq of positions.filter((one) => one < LENGTH)) {
      const [one, next] = [rows[seq - 1] as WrittenEvent, rows[seq] as WrittenEvent];
      const swap = (keepNumber: boolean) =>
        rows.map((row) => {
          if (row !== one && row !== next) return row;
          const instead = row === one ? next : one;
          return keepNumber ? { ...instead, seq: row.seq } : instead;
        });
      expect([seq, await codes(readUntil(swap(false), seq + 1), adapter)]).toEqual([
        seq,
        new Set(['ledger/seq-gap', 'ledger/chain-breaks']),
      ]);
      expect([seq, await codes(readUntil(swap(true), seq + 1), adapter)]).toEqual([
        seq,
        new Set(['ledger/leaf-differs', 'ledger/chain-breaks']),
      ]);
    }
  });

  it('an inserted event is found at every place', async () => {
    for (const seq of [...positions, LENGTH + 1]) {
      const copy = longer[LENGTH] as WrittenEvent;
      const events = [...rows.slice(0, seq - 1), { ...copy, seq }, ...rows.slice(seq - 1)];
      const found = await codes(readUntil(events, seq + 1), adapter, seq > LENGTH ? { head } : {});
      expect([seq, found.has('ledger/seq-gap')]).toEqual([seq, true]);
    }
  });

  it('a copied event is found at every place', async () => {
    for (const seq of positions) {
      const events = rows.flatMap((row) => (row.seq === seq ? [row, row] : [row]));
      expect([seq, await codes(readUntil(events, seq + 1), adapter)]).toEqual([
        seq,
        new Set(['ledger/seq-gap', 'ledger/chain-breaks']),
      ]);
    }
  });

  it('a cut tail is found by the head, and without it only by a later checkpoint', async () => {
    const note = await checkpointOf(rows);
    for (const seq of positions) {
      const events = rows.slice(0, seq - 1);
      const cut = headOf(events);
      expect([seq, await codes(events, adapter, { head })]).toEqual([seq, new Set(['ledger/seq-gap'])]);
      if (some.includes(seq)) expect(await codes(events, adapter, { head: cut })).toEqual(new Set());
      expect([seq, await codes(events, adapter, { head: cut, heldOutside: [note] })]).toEqual([
        seq,
        new Set(['ledger/not-consistent']),
      ]);
    }
  });

  it('a change with all hashes made anew is found by a later checkpoint, and by nothing else', async () => {
    const note = await checkpointOf(rows);
    // Every position is in verify-log.rechain.spec.ts, with the other ways to tamper.
    for (const seq of some) {
      const events = rechained(forged(rows, seq));
      const about = { head: headOf(events) };
      expect(await codes(events, adapter, about)).toEqual(new Set());
      expect([seq, await codes(events, adapter, { ...about, kept: [note] })]).toEqual([
        seq,
        new Set(['ledger/root-differs']),
      ]);
    }
  });
});

it('A re-chained log of a platform that hashes later is found as one that hashes at once', async () => {
  const events = rechained(forged(rows, 77));
  const note = await checkpointOf(rows, 100);
  const about = { logId, events, keys: [key], heldOutside: [note] };
  expect(await verifyLog(about, onWebCrypto)).toEqual(await verifyLog(about, onNode));
});

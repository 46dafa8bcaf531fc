import { verifyLog, type LogFinding, type LogToVerify, type StoredEvent } from './index';
import { adapters, onNode, onWebCrypto, sha256Now, type CryptoAdapter } from './testdata/crypto-adapters';
import { toHex } from './testdata/files';
import { checkpointOf, headOf, key, logId, sampleLog } from './testdata/sample-log';

jest.setTimeout(60_000);

const LENGTH = 200;
const rows = sampleLog(LENGTH);
const longer = sampleLog(LENGTH + 1);
const seqs = rows.map(({ seq }) => seq);
const columns = ['seq', 'at', 'actorId', 'action', 'object', 'body', 'leaf', 'chain'] as const;

const some = seqs.filter((seq) => seq % 40 === 0 || seq === 1);

/** Every position; with WebCrypto, where a hash takes a turn of the event loop, some and both ends. */
const positionsFor = (adapter: CryptoAdapter): readonly number[] => (adapter === onNode ? seqs : some);

type Codes = ReadonlySet<LogFinding['code']>;

async function codes(
  events: readonly StoredEvent[],
  adapter: CryptoAdapter,
  about: Partial<LogToVerify> = {},
): Promise<Codes> {
  const report = await verifyLog({ logId, events, keys: [key], ...about }, adapter);
  expect(report.findings.length).toBe(report.findingCount);
  return new Set(report.findings.map(({ code }) => code));
}

/** The first events of a log: what is wrong is found as soon as it is read, whatever comes after. */
const readUntil = (events: readonly StoredEvent[], count: number) => events.slice(0, count);

/** The same text with the lowest bit of one UTF-16 unit turned, or a number one off. */
function nudged(value: string | number, at: number): string | number {
  if (typeof value === 'number') return value + 1;
  const unit = value.charCodeAt(at) ^ 1;
  return value.slice(0, at) + String.fromCharCode(unit) + value.slice(at + 1);
}

/** The log with new contents, all hashes made anew by one who knows the format but has no key. */
function rechained(events: readonly StoredEvent[]): readonly StoredEvent[] {
  let chain = sha256Now(Buffer.from(`logbook/v1:${logId}`));
  return events.map((row, position) => {
    const seq = position + 1;
    const body = row.body.replace(/"seq":\d+/, `"seq":${seq}`);
    const leaf = sha256Now(Buffer.concat([Buffer.from([0]), Buffer.from(body)]));
    chain = sha256Now(Buffer.concat([Buffer.from([2]), chain, leaf]));
    return { ...row, seq, body, leaf: toHex(leaf), chain: toHex(chain) };
  });
}

/** The log with one action changed in its text and its column alike. */
function forged(seq: number): readonly StoredEvent[] {
  return rows.map((row) =>
    row.seq === seq
      ? { ...row, action: 'entry.returned', body: row.body.replace(row.action, 'entry.returned') }
      : row,
  );
}

describe.each(adapters)('In a log of 200 events, with $name,', (adapter) => {
  const positions = positionsFor(adapter);
  const head = headOf(rows);

  it('nothing is found while it is as it was written', async () => {
    const kept = [await checkpointOf(rows)];
    expect(await codes(rows, adapter, { head, kept })).toEqual(new Set());
  });

  it.each(columns)(
    'a changed byte of the column %s is found at every event, as it is read',
    async (column) => {
      for (const seq of positions) {
        const events = readUntil(rows, seq).map((row) => {
          const value = row[column];
          // Another place in the text for each event.
          const at = typeof value === 'string' ? (seq * 31) % value.length : 0;
          return row.seq === seq ? { ...row, [column]: nudged(value, at) } : row;
        });
        const expected = column === 'chain' ? 'ledger/chain-breaks' : 'ledger/leaf-differs';
        expect([seq, (await codes(events, adapter)).has(expected)]).toEqual([seq, true]);
      }
    },
  );

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
      const [one, next] = [rows[seq - 1] as StoredEvent, rows[seq] as StoredEvent];
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
      const copy = longer[LENGTH] as StoredEvent;
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

  it('a change with all hashes made anew is found by any later checkpoint, and by nothing else', async () => {
    const note = await checkpointOf(rows);
    for (const seq of positions) {
      const events = rechained(forged(seq));
      const about = { head: headOf(events) };
      if (some.includes(seq)) expect(await codes(events, adapter, about)).toEqual(new Set());
      expect([seq, await codes(events, adapter, { ...about, kept: [note] })]).toEqual([
        seq,
        new Set(['ledger/root-differs']),
      ]);
    }
  });
});

describe('In a log of 5 events', () => {
  it('every changed character of every column is found', async () => {
    const small = rows.slice(0, 5);
    let changes = 0;
    for (const row of small) {
      for (const column of columns) {
        const value = row[column];
        const length = typeof value === 'string' ? value.length : 1;
        for (let at = 0; at < length; at += 1) {
          const events = small.map((one) => (one === row ? { ...one, [column]: nudged(value, at) } : one));
          const found = await codes(events, onNode);
          expect([row.seq, column, at, found.size > 0]).toEqual([row.seq, column, at, true]);
          changes += 1;
        }
      }
    }
    expect(changes).toBeGreaterThan(1000);
  });
});

it('A re-chained log of a platform that hashes later is found as one that hashes at once', async () => {
  const events = rechained(forged(77));
  const note = await checkpointOf(rows, 100);
  const about = { logId, events, keys: [key], heldOutside: [note] };
  expect(await verifyLog(about, onWebCrypto)).toEqual(await verifyLog(about, onNode));
});

import { firstChainHash } from './index';
import { checkStoredEvent } from './stored-event';
import { onWebCrypto, sha256Now } from './testdata/crypto-adapters';
import { logId, sampleLog, type WrittenEvent } from './testdata/sample-log';
import { spreadOf } from '../testing/cases';
import { nudged, numberWithTurnedBit, releafed, withTurnedBit } from './testdata/tampered-log';

jest.setTimeout(120_000);

const rows = sampleLog(200);
const changedRows = spreadOf(rows, 20);
const columns = ['seq', 'at', 'actorId', 'action', 'object', 'body', 'leaf', 'chain'] as const;
const first = firstChainHash(logId, sha256Now);

/** The chain hash before an event. */
const before = (seq: number): Uint8Array => {
  const previous = rows[seq - 2];
  return previous ? Buffer.from(previous.chain, 'hex') : first;
};

/** What verifyLog looks at when it reads one event: its number, then its content and its link. */
const isFound = async (seq: number, row: WrittenEvent, sha256 = sha256Now): Promise<boolean> =>
  row.seq !== seq || (await checkStoredEvent(row, before(seq), sha256)).findings.length > 0;

/** The event with one bit of one byte of one column turned; null where that is no other value. */
function turned(row: WrittenEvent, column: (typeof columns)[number], at: number, bit: number) {
  const value = row[column];
  const other =
    typeof value === 'string' ? withTurnedBit(value, at, bit) : numberWithTurnedBit(value, at, bit);
  return other === value ? null : { ...row, [column]: other };
}

const bytesOf = (value: string | number): number =>
  typeof value === 'string' ? Buffer.byteLength(value) : 8;

describe('In a log of 200 events', () => {
  it('no event is found while it is as it was written', async () => {
    for (const row of rows) expect([row.seq, await isFound(row.seq, row)]).toEqual([row.seq, false]);
  });

  it.each(columns)('every changed byte of the column %s is found in every event', async (column) => {
    const missed: unknown[] = [];
    let changes = 0;
    for (const row of changedRows) {
      for (let at = 0; at < bytesOf(row[column]); at += 1) {
        // Another bit for each byte and event; the sixth makes small letters of capitals, the eighth breaks UTF-8.
        const bit = (row.seq + at) % 8;
        const changed = turned(row, column, at, bit);
        if (!changed) missed.push([row.seq, at, bit, 'unchanged']);
        else if (!(await isFound(row.seq, changed))) missed.push([row.seq, at, bit]);
        changes += 1;
      }
    }
    expect(missed).toEqual([]);
    expect(changes).toBe(changedRows.reduce((sum, row) => sum + bytesOf(row[column]), 0));
  });

  it('every changed bit of every column is found in some events, and every changed sign', async () => {
    const missed: unknown[] = [];
    for (const row of rows.filter(({ seq }) => seq % 66 === 1)) {
      for (const column of columns) {
        for (let at = 0; at < bytesOf(row[column]); at += 1) {
          for (let bit = 0; bit < 8; bit += 1) {
            const changed = turned(row, column, at, bit);
            if (changed && !(await isFound(row.seq, changed))) missed.push([row.seq, column, at, bit]);
          }
        }
        for (let at = 0; at < String(row[column]).length; at += 1) {
          const changed = { ...row, [column]: nudged(row[column], at) };
          if (!(await isFound(row.seq, changed))) missed.push([row.seq, column, at]);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it('every column that is emptied or has something behind it is found in every event', async () => {
    const missed: unknown[] = [];
    for (const row of rows) {
      for (const column of columns) {
        const value = row[column];
        const others =
          typeof value === 'string'
            ? ['', `${value} `, `${value}\0`, ` ${value}`]
            : [0, -value, NaN, value + 0.5];
        for (const other of others) {
          if (!(await isFound(row.seq, { ...row, [column]: other }))) missed.push([row.seq, column, other]);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it('any event in the place of any other is found, with its number or that of the place, hashed anew or not', async () => {
    const missed: unknown[] = [];
    for (const row of changedRows) {
      for (const other of rows) {
        if (row === other) continue;
        const body = other.body.replace(/"seq":\d+/, `"seq":${row.seq}`);
        const moved = { ...other, seq: row.seq };
        const others = [other, moved, releafed({ ...moved, body })];
        for (const [nth, one] of others.entries())
          if (!(await isFound(row.seq, one))) missed.push([row.seq, other.seq, nth]);
      }
    }
    expect(missed).toEqual([]);
  });

  it('any column of another event is found in every event, from the next and from far away', async () => {
    const missed: unknown[] = [];
    for (const row of rows) {
      for (const other of [rows[row.seq % 200], rows[(row.seq + 97) % 200]] as WrittenEvent[]) {
        for (const column of columns) {
          if (row[column] === other[column]) continue;
          const changed = { ...row, [column]: other[column] };
          if (!(await isFound(row.seq, changed))) missed.push([row.seq, other.seq, column]);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});

it('A changed byte of every column is found by a platform that hashes later, too', async () => {
  for (const column of columns) {
    const row = rows[99] as WrittenEvent;
    const changed = turned(row, column, 1, 1) as WrittenEvent;
    const { sha256 } = onWebCrypto;
    expect([column, (await checkStoredEvent(changed, before(100), sha256)).findings]).toEqual([
      column,
      (await checkStoredEvent(changed, before(100), sha256Now)).findings,
    ]);
    expect([column, await isFound(100, changed)]).toEqual([column, true]);
  }
});

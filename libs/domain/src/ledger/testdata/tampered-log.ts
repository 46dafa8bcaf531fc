import { sha256Now } from './crypto-adapters';
import { toHex } from './files';
import { logId, type WrittenEvent } from './sample-log';

/** The same text with the lowest bit of one UTF-16 unit turned, or a number one off. */
export function nudged(value: string | number, at: number): string | number {
  if (typeof value === 'number') return value + 1;
  const unit = value.charCodeAt(at) ^ 1;
  return value.slice(0, at) + String.fromCharCode(unit) + value.slice(at + 1);
}

/** A text with one bit of one byte of its UTF-8 form turned, as a database would hand it out. */
export function withTurnedBit(text: string, at: number, bit: number): string {
  const bytes = Buffer.from(text);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  return bytes.toString('utf8');
}

/** A number with one bit of one byte of its double turned. */
export function numberWithTurnedBit(value: number, at: number, bit: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  return bytes.readDoubleBE();
}

/** The event with its leaf hash made anew; its chain hash stays. */
export function releafed(row: WrittenEvent): WrittenEvent {
  const leaf = sha256Now(Buffer.concat([Buffer.from([0]), Buffer.from(row.body)]));
  return { ...row, leaf: toHex(leaf) };
}

/** The events numbered anew, in column and text, with the hashes they had. */
export function renumbered(events: readonly WrittenEvent[]): readonly WrittenEvent[] {
  return events.map((row, position) => {
    const seq = position + 1;
    return { ...row, seq, body: row.body.replace(/"seq":\d+/, `"seq":${seq}`) };
  });
}

/** The events numbered anew and all hashes made anew by one who knows the format but has no key. */
export function rechained(events: readonly WrittenEvent[]): readonly WrittenEvent[] {
  let chain = sha256Now(Buffer.from(`logbook/v1:${logId}`));
  return renumbered(events).map((row) => {
    const whole = releafed(row);
    chain = sha256Now(Buffer.concat([Buffer.from([2]), chain, Buffer.from(whole.leaf, 'hex')]));
    return { ...whole, chain: toHex(chain) };
  });
}

/** The log with one action changed in its text and its column alike. */
export function forged(rows: readonly WrittenEvent[], seq: number): readonly WrittenEvent[] {
  return rows.map((row) =>
    row.seq === seq
      ? { ...row, action: 'entry.returned', body: row.body.replace(row.action, 'entry.returned') }
      : row,
  );
}

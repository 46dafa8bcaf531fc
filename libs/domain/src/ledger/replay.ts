import { DomainError } from '../refusal';
import { canonicalJson, type JsonObject } from './canonical-json';
import type { LedgerEvent } from './event-hash';
import type { RowChange } from './row-change';

/** Rows of the tables of a log, by table and by the canonical JSON of their key; each with the columns of its key. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, JsonObject>>;

/**
 * Builds the tables of a log from its events alone. An epoch starts with a snapshot of every row, so that what was before
 * it need not be read.
 */
export class Replay {
  private readonly built = new Map<string, Map<string, JsonObject>>();

  /** The tables after the events that were applied. */
  get tables(): Tables {
    return this.built;
  }

  /**
   * Applies the next event; one of the first epoch changes nothing.
   * Throws `ledger/impossible-replay`, with the number of the event, for a row that is inserted twice, or changed or
   * removed while it is not there.
   */
  apply(event: LedgerEvent): void {
    if (event.v === 1) return;
    for (const change of event.rows) this.change(change, event.seq);
  }

  private change([table, act, key, set]: RowChange, seq: number): void {
    const rows = this.built.get(table) ?? new Map<string, JsonObject>();
    this.built.set(table, rows);
    const place = canonicalJson(key);
    const before = rows.get(place);
    if ((act === 'insert') !== (before === undefined))
      throw new DomainError('ledger/impossible-replay', `event ${seq} cannot ${act} ${table} ${place}`);
    if (act === 'remove') rows.delete(place);
    else rows.set(place, { ...before, ...key, ...set });
  }
}

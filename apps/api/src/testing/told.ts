import type { EventV2, JsonObject } from '@countersign/domain/ledger';
import type { EventRow } from '../db/event.row';

/** What a stored event says. */
export function told(row: Pick<EventRow, 'body'>): EventV2 {
  return JSON.parse(row.body ?? 'null') as EventV2;
}

/** What an event set in the rows of a table, in order; a row that was removed is null. */
export function setIn(row: Pick<EventRow, 'body'>, table: string): (JsonObject | null)[] {
  return told(row)
    .rows.filter(([name]) => name === table)
    .map(([, act, , set]) => (act === 'remove' ? null : set));
}

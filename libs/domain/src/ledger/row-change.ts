import { isJsonObject, type JsonObject, type JsonValue } from './canonical-json';

/**
 * One change of one row that belongs to an event: its table, what was done, the values of its primary key, and the
 * columns that were set, by the names the database has for them. An `insert` has every other column that is neither
 * derived nor listed as volatile, a `change` those that were changed, a `remove` none.
 */
export type RowChange = readonly [table: string, act: RowAct, key: JsonObject, set: JsonObject];

const rowActs = ['insert', 'change', 'remove'] as const;
/** What was done to a row. */
export type RowAct = (typeof rowActs)[number];

/** Whether a value has the form of a row's change. */
export function isRowChange(value: JsonValue | RowChange): boolean {
  if (!Array.isArray(value)) return false;
  const parts: readonly JsonValue[] = value;
  const [table, act, key, set] = parts;
  return (
    parts.length === 4 &&
    typeof table === 'string' &&
    rowActs.some((one) => one === act) &&
    isJsonObject(key) &&
    isJsonObject(set)
  );
}

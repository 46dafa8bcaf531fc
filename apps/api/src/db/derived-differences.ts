import { canonicalJson, type JsonValue } from '@countersign/domain/ledger';
import { valueDigest, type RowDifference } from './row-differences';

/** Key of a row, of a table or of something that is counted. */
export type FactKey = Readonly<Record<string, string | number>>;

/** Where a row does not say what it should; its columns that no fact names say what they like. */
export function unlike<Row extends object>(
  table: string,
  key: FactKey,
  row: Row | undefined,
  facts: Partial<Row> | undefined,
): readonly RowDifference[] {
  if (!row || !facts)
    return [difference(table, key, { column: null, expected: facts ? key : null, found: row ? key : null })];
  return Object.entries(facts)
    .map(([column, expected]) => ({ column, expected, found: row[column as keyof Row] }))
    .filter(({ expected, found }) => expected !== found)
    .map((one) => difference(table, key, one));
}

/** Something in a table that is not what it was made from gives. */
export function difference(
  table: string,
  key: FactKey,
  { column, expected, found }: { column: string | null; expected: unknown; found: unknown },
): RowDifference {
  const digest = (value: unknown) =>
    value === null && column === null ? null : valueDigest(value as JsonValue);
  return { table, key: canonicalJson(key), column, expected: digest(expected), found: digest(found) };
}

import { canonicalJson } from '@countersign/domain/ledger';
import { valueDigest, type RowDifference } from '../db/row-differences';

/** A difference in a column, where there is one. */
export function unlike(
  table: string,
  key: Readonly<Record<string, string>>,
  column: string,
  [expected, found]: readonly [string, string | null],
): readonly RowDifference[] {
  if (expected === found) return [];
  return [
    { table, key: canonicalJson(key), column, expected: valueDigest(expected), found: valueDigest(found) },
  ];
}

import { refused, type Refused } from '../refusal';
import { memberPrint, procedureSight } from './changes';
import type { DraftProcedure } from './entry';

const { selfHelp: _own, ...compared } = procedureSight;
const fields = Object.keys(compared) as (keyof typeof compared)[];

/**
 * Rows that equal an earlier one of their entry in all but the fellow's own rating: the same thing written twice, which
 * would count twice per procedure and per level. What differs, such as another level or side, is another row.
 * Code: `entry/row-repeated` at the later row (detail: place, from 1, of the earlier).
 */
export function checkRepeatedRows(procedures: readonly DraftProcedure[]): Refused[] {
  const prints = procedures.map(fingerprint);
  return prints.flatMap((print, position) => {
    const first = prints.indexOf(print);
    if (first === position) return [];
    return [refused('entry/row-repeated', `/procedures/${position}`, { place: first + 1 })];
  });
}

/** Whatever order the members of a list were picked in. */
function fingerprint(procedure: DraftProcedure): string {
  return JSON.stringify(fields.map((field) => inOrder(procedure[field] ?? null)));
}

function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return typeof value === 'string' ? value.trim() : value;
  return value.map(memberPrint).sort();
}

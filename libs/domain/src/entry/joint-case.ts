import type { Side } from '../catalogue';
import { refused, type Refused } from '../refusal';
import type { DraftProcedure } from './entry';

/** The part of a procedure that tells who did what, where. */
export type CaseProcedure = Pick<DraftProcedure, 'itemId' | 'side' | 'levels' | 'role'>;

/**
 * Whether the roles of two fellows who log the same case can both be true: not both `performed` the same procedure on
 * the same side. Levels do not tell the two apart; who did some of the levels logs `performed-part`.
 * Gives an `entry/two-performed` for each procedure of `mine` that conflicts, with the JSON pointer of its role.
 */
export function checkCaseRoles(mine: readonly CaseProcedure[], theirs: readonly CaseProcedure[]): Refused[] {
  const performedByThem = theirs.filter(({ role }) => role === 'performed');
  return mine.flatMap((procedure, position) => {
    const conflicts =
      procedure.role === 'performed' &&
      performedByThem.some((other) => isSameProcedureAndSide(procedure, other));
    return conflicts
      ? [refused('entry/two-performed', `/procedures/${position}/role`, { itemId: procedure.itemId })]
      : [];
  });
}

function isSameProcedureAndSide(one: CaseProcedure, other: CaseProcedure): boolean {
  if (one.itemId !== other.itemId) return false;
  const sidesOfOne = sidesOf(one);
  const sidesOfOther = sidesOf(other);
  return (
    sidesOfOne.size === 0 || sidesOfOther.size === 0 || [...sidesOfOne].some((side) => sidesOfOther.has(side))
  );
}

/** Sides worked on; none when the item has no sides, or none was recorded, which may have been any. */
function sidesOf(procedure: CaseProcedure): ReadonlySet<Side> {
  const recorded = [procedure.side, ...procedure.levels.map(({ side }) => side)];
  return new Set(
    recorded.flatMap((side): Side[] => {
      if (side === undefined) return [];
      return side === 'bilateral' ? ['left', 'right'] : [side];
    }),
  );
}

/** How many cases count of those that are to be reached, one or more. */
export interface CountOfNeed {
  readonly approved: number;
  readonly need: number;
}

/** Parts into which a share is rounded: far finer than a case can be, far coarser than what adding up leaves. */
const PARTS = 1e9;

/**
 * The share of their targets that fellows have together in one competency, 0..1, each at most the own; 0 without anybody.
 * Rounded, so that shares which are equal in exact arithmetic are equal in whatever order they were added up: columns of the
 * map that are equally empty stay as the requirements have them.
 */
export function filledShare(cells: readonly CountOfNeed[]): number {
  const sum = cells.reduce((total, { approved, need }) => total + Math.min(1, approved / need), 0);
  return Math.round((PARTS * sum) / Math.max(1, cells.length)) / PARTS;
}

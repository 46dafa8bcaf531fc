import type { CatalogueItem } from '../catalogue';
import type { DraftProcedure, LevelAndSide } from './entry';
import { jointsOf } from './medial-branch';

/** How one logged procedure counts; every number is shown beside the others. */
export interface ProcedureCount {
  /** Always one: one item, one patient, one session. */
  readonly sessions: 1;
  /** Levels treated, at least 1. */
  readonly levels: number;
  /** Facet joints, one per side; only for medial branches. */
  readonly joints?: number;
}

/**
 * Counts one procedure by its item's unit. An item counted by level counts every level on every side: two for
 * bilateral, one for left, right, midline or no side. Any other item counts its different levels whatever the side: two
 * stimulator leads at one vertebra are one level. Where nothing but muscles, nerves or joints can be named, or no level
 * has been recorded yet, the session is the one level.
 */
export function countProcedure(
  procedure: Pick<DraftProcedure, 'levels'>,
  item: CatalogueItem,
): ProcedureCount {
  const levels = Math.max(1, levelCount(procedure.levels, item));
  if (!namesMedialBranches(item)) return { sessions: 1, levels };
  return { sessions: 1, levels, joints: jointsOf(procedure.levels).joints.length };
}

function levelCount(treated: readonly LevelAndSide[], item: CatalogueItem): number {
  if (item.countUnit === 'level') {
    return treated.reduce((sum, { side }) => sum + (side === 'bilateral' ? 2 : 1), 0);
  }
  return item.levels.length === 0 ? 1 : new Set(treated.map(({ level }) => level)).size;
}

/** Stimulating one medial branch treats no joint; only items counted by nerve do. */
function namesMedialBranches(item: CatalogueItem): boolean {
  return item.levelType === 'medial-branch' && item.countUnit === 'level';
}

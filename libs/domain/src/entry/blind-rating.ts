import type { CatalogueIndex } from '../catalogue';
import type { DraftContent, DraftProcedure } from './entry';

/** After this time an unanswered rating is open to the other side anyway, ms (72 hours). */
export const BLIND_MS = 72 * 3_600_000;

/** What both sides have said about one version. */
export interface RatingState {
  /** The fellow rated every procedure of the version. */
  readonly selfRated: boolean;
  /** When the supervisor decided with a rating; null while none. */
  readonly ratedAt: number | null;
  /** When the version was submitted; null for a draft. */
  readonly submittedAt: number | null;
}

/**
 * Ratings are blind: neither side sees the other's until both are in, or 72 hours after the one that came first.
 * Tells whether the supervisor's rating is open to the fellow and the self-rating to everybody else.
 */
export function ratingsOpen(state: RatingState, now: number): { toFellow: boolean; toOthers: boolean } {
  const bothIn = state.selfRated && state.ratedAt !== null;
  return {
    toFellow: bothIn || (state.ratedAt !== null && now - state.ratedAt >= BLIND_MS),
    toOthers: bothIn || (state.submittedAt !== null && now - state.submittedAt >= BLIND_MS),
  };
}

/** Whether the fellow has rated every procedure; an experience has nothing to rate. */
export function isSelfRated(
  content: Pick<DraftContent, 'procedures'>,
  catalogue: Pick<CatalogueIndex, 'item'>,
): boolean {
  const isRated = ({ itemId, selfHelp }: DraftProcedure) =>
    selfHelp !== undefined || catalogue.item(itemId)?.kind === 'experience';
  return content.procedures.every(isRated);
}

import type { LineCorrection, Rating } from '@countersign/domain/entry';
import type { CorrectionView, DecisionView, RatingView } from '@countersign/contracts/entries/views';
import type { NamedPerson } from '../people/people';
import type { SeenParts } from './entry-sight';
import { personView } from './person-view';
import type { RatedDecision } from './rated-decisions';

/** A decision with exactly the parts that its reader sees. */
export function decisionView(
  decision: RatedDecision,
  seen: SeenParts,
  people: ReadonlyMap<string, NamedPerson>,
): DecisionView {
  const { kind, at, byId, onBehalfOfId, undoneAt, ratings, corrections } = decision;
  const { keepDoing, nextTimeText, reasonCode, reasonText } = decision;
  return {
    kind,
    by: personView(people, byId),
    ...(onBehalfOfId === null ? {} : { onBehalfOf: personView(people, onBehalfOfId) }),
    at,
    undone: undoneAt !== null,
    ...(seen.reason && reasonCode !== null ? { reasonCode } : {}),
    ...(seen.reason && reasonText !== null ? { reasonText } : {}),
    ...(seen.rating && ratings.length > 0 ? { ratings: ratings.map(ratingView) } : {}),
    ...(seen.rating && keepDoing !== null ? { keepDoing } : {}),
    ...(seen.rating && nextTimeText !== null ? { nextTimeText } : {}),
    ...(seen.corrections && corrections.length > 0 ? { corrections: corrections.map(correctionView) } : {}),
  };
}

function ratingView({ position, help, nextTime, scope }: Rating): RatingView {
  return { position, help, ...(nextTime === null ? {} : { nextTime }), scope };
}

function correctionView({ position, role, supervision }: LineCorrection): CorrectionView {
  return {
    position,
    ...(role === undefined ? {} : { role: recordedOrNot(role) }),
    ...(supervision === undefined ? {} : { supervision: recordedOrNot(supervision) }),
  };
}

function recordedOrNot<Value>({
  recorded,
  corrected,
}: {
  readonly recorded: Value | null;
  readonly corrected: Value;
}): { recorded?: Value; corrected: Value } {
  return recorded === null ? { corrected } : { recorded, corrected };
}

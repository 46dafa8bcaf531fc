import type { LineCorrection, Rating } from '@countersign/domain/entry';
import type { CorrectionView, DecisionView, RatingView } from '@countersign/contracts/entries/views';
import type { Texts } from '../db/texts';
import type { Names } from '../programs/names';
import type { SeenParts } from './entry-sight';
import type { RatedDecision } from './rated-decisions';
import { removed } from './removed-text';

/** A decision with exactly the parts that its reader sees. */
export function decisionView(
  decision: RatedDecision,
  seen: SeenParts,
  { names, texts }: { names: Names; texts: Texts },
): DecisionView {
  const { kind, at, byId, onBehalfOfId, undoneAt, ratings, corrections, reasonCode } = decision;
  const seenTexts = { reasonText: seen.reason, keepDoing: seen.rating, nextTimeText: seen.rating };
  const fields = (Object.keys(seenTexts) as (keyof typeof seenTexts)[]).filter((field) => seenTexts[field]);
  const gone = fields.flatMap((field) => removed(texts, `/${field}`, decision[field]));
  return {
    kind,
    by: names.person(byId),
    ...(onBehalfOfId === null ? {} : { onBehalfOf: names.person(onBehalfOfId) }),
    at,
    undone: undoneAt !== null,
    ...(seen.reason && reasonCode !== null ? { reasonCode } : {}),
    ...(seen.rating && ratings.length > 0 ? { ratings: ratings.map(ratingView) } : {}),
    ...Object.fromEntries(fields.flatMap((field) => said(field, texts.words(decision[field])))),
    ...(gone.length > 0 ? { removed: gone } : {}),
    ...(seen.corrections && corrections.length > 0 ? { corrections: corrections.map(correctionView) } : {}),
  };
}

function said(field: string, words: string | undefined): [string, string][] {
  return words === undefined ? [] : [[field, words]];
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

import type { DecisionKind } from '@countersign/domain/entry';
import type { CorrectionView, DecisionView, RatingView } from '../entries/views';
import { procedureRoleWords, supervisionWords } from './procedure';
import { helpReceived, nextTimeSteps } from './rating';
import { returnReasonWords } from './review';

/** What somebody did, before "by" and the name. */
export const decisionWords: Readonly<Record<DecisionKind, string>> = {
  approved: 'Approved',
  returned: 'Returned',
  accepted: 'Correction accepted',
  contested: 'Correction contested',
  upheld: 'Correction upheld',
  reversed: 'Correction reversed',
};

/** A line below a decision: what it is about, and what was said. */
export interface SaidLine {
  readonly label: string;
  readonly text: string;
}

/**
 * What a decision says, line by line: ratings, corrections with both values, texts. `itemNames` are the procedures of the
 * version in their order; they are named where there are several.
 */
export function decisionLines(decision: DecisionView, itemNames: readonly string[]): SaidLine[] {
  const { ratings = [], corrections = [], keepDoing, nextTimeText } = decision;
  const nameAt = (position: number) => (itemNames.length > 1 ? itemNames[position] : undefined);
  const together = ratings.some(({ scope }) => scope === 'all') ? ratings.slice(0, 1) : ratings;
  return [
    ...together.flatMap((rating) =>
      ratingLines(rating, ratings === together ? nameAt(rating.position) : undefined),
    ),
    ...corrections.flatMap((one) => correctionLines(one, nameAt(one.position))),
    ...(keepDoing === undefined ? [] : [{ label: 'Keep doing', text: keepDoing }]),
    ...(nextTimeText === undefined ? [] : [{ label: 'Do differently', text: nextTimeText }]),
    ...reasonLines(decision),
  ];
}

function ratingLines({ help, nextTime }: RatingView, name: string | undefined): SaidLine[] {
  const helpStep = helpReceived.find((step) => step.value === help);
  const nextStep = nextTimeSteps.find((step) => step.value === nextTime);
  return [
    ...(helpStep ? [{ label: named(`Help ${help}`, name), text: helpStep.full }] : []),
    ...(nextStep ? [{ label: named('Next time', name), text: nextStep.full }] : []),
  ];
}

function correctionLines({ role, supervision }: CorrectionView, name: string | undefined): SaidLine[] {
  const change = (recorded: string | undefined, corrected: string) =>
    `${recorded ?? 'nothing'} → ${corrected}`;
  return [
    ...(role
      ? [
          {
            label: named('Role corrected', name),
            text: change(
              role.recorded && procedureRoleWords[role.recorded].name,
              procedureRoleWords[role.corrected].name,
            ),
          },
        ]
      : []),
    ...(supervision
      ? [
          {
            label: named('Supervision corrected', name),
            text: change(
              supervision.recorded && supervisionWords[supervision.recorded].name,
              supervisionWords[supervision.corrected].name,
            ),
          },
        ]
      : []),
  ];
}

function named(label: string, name: string | undefined): string {
  return name === undefined ? label : `${name}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

function reasonLines({ kind, reasonCode, reasonText }: DecisionView): SaidLine[] {
  if (kind === 'returned' && reasonCode !== undefined) {
    const reason = returnReasonWords[reasonCode];
    // The reason stays when its words were removed.
    return [
      reasonText === undefined ? { label: 'Reason', text: reason } : { label: reason, text: reasonText },
    ];
  }
  return reasonText === undefined ? [] : [{ label: 'Why', text: reasonText }];
}

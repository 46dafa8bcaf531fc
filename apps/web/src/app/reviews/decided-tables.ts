import type { PastDecisionView } from '@countersign/contracts/reviews/views';
import type { SaidLine } from '@countersign/contracts/words/decision';
import { pastKindWords } from '@countersign/contracts/words/review';
import type { Cell, Tables } from '../platform/tables';

/** A decision as the page says it. */
export interface DecidedLine {
  readonly fellow: string;
  /** The supervisor for whom the reader stood in. */
  readonly forWhom: string | undefined;
  readonly what: string;
  readonly said: readonly SaidLine[];
  readonly became: string | undefined;
  readonly selfRatings: readonly string[];
}

/** Decisions in the order of the page, each as it is said there. */
export function decidedTables(rows: readonly (readonly Cell[])[]): Tables {
  return {
    tables: [
      {
        name: 'Decisions',
        head: [
          ...['Decided (UTC)', 'Decision', 'For', 'Fellow', 'Procedures', 'Performed on', 'What was said'],
          ...['The correction', 'Self-rating', 'Entry'],
        ],
        rows,
      },
    ],
  };
}

/** The row of one decision. */
export function decidedRow({ at, kind, entry }: PastDecisionView, line: DecidedLine): readonly Cell[] {
  return [
    ...[{ at }, pastKindWords[kind], line.forWhom, line.fellow, line.what],
    ...[
      { on: entry.content.performedOn },
      line.said.map(({ label, text }) => `${label}: ${text}`).join('\n'),
    ],
    ...[line.became, line.selfRatings.join('; '), entry.id],
  ];
}

import type { MiddleView, SupervisorHabitsView } from '../reviews/habits-views';
import { counted, percent } from './count';

/** A measure of how somebody approves. */
export interface HabitMeasure {
  readonly name: string;
  /** What it is, and what it cannot tell. */
  readonly meaning: string;
}

/** The measures in the order of their columns. */
export const habitMeasures: Readonly<
  Record<'batches' | 'seconds' | 'age' | 'corrected' | 'returned', HabitMeasure>
> = {
  batches: {
    name: 'Batch size',
    meaning:
      'Entries approved by one act with the password; the middle batch and the largest. Entries decided one by one are no batch.',
  },
  seconds: {
    name: 'Seconds an entry',
    meaning:
      'Time since the act before, where that is at most ten minutes ago, shared among the entries of a batch; the middle of them. What was read before a sitting began is not known, so short times may be honest ones.',
  },
  age: {
    name: 'Age at approval',
    meaning: 'Days from when an entry was sent to its approval; the middle of them.',
  },
  corrected: {
    name: 'Corrected',
    meaning: 'Of the approvals, those that set role or supervision right.',
  },
  returned: {
    name: 'Returned',
    meaning: 'Of the decisions, those that sent an entry back. Neither many nor few is better by itself.',
  },
};

/** `3`, `2.5`: one place where it is not whole. */
export function middleInWords({ median }: MiddleView): string {
  return median === undefined ? 'none' : (Math.round(median * 10) / 10).toLocaleString();
}

/** `12 % of 40`, `none of 0`: a share never stands without what it is of. */
export function shareInWords(part: number, whole: number): string {
  return whole === 0 ? 'nothing yet' : `${percent(part / whole)}, ${part} of ${whole.toLocaleString()}`;
}

/** `median 4 of 6 batches, largest 12`. */
export function batchesInWords({ batchSize }: Pick<SupervisorHabitsView, 'batchSize'>): string {
  return batchSize.n === 0
    ? 'no batches'
    : `${middleInWords(batchSize)} in ${counted(batchSize.n, 'batch', 'batches')}, largest ${batchSize.largest}`;
}

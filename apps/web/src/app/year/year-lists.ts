import type { FellowYearView, LeaveLineView, RotationLineView } from '@countersign/contracts/schedule/views';
import { counted } from '@countersign/contracts/words/count';

interface Stretches {
  readonly rotations: readonly RotationLineView[];
  readonly leave: readonly LeaveLineView[];
}

/** A fellow's year as it is looked at: what is now and next, and behind a line what is over. */
export interface YearLists extends Stretches {
  /** Absent where nothing is over; `said` counts it. */
  readonly over?: Stretches & { readonly said: string };
}

/** What of a fellow's year is over on that day, and what is not. */
export function yearLists(
  { rotations, leave }: Pick<FellowYearView, keyof Stretches>,
  today: string,
): YearLists {
  const isOver = ({ toOn }: { readonly toOn: string }) => toOn < today;
  const isAhead = ({ toOn }: { readonly toOn: string }) => toOn >= today;
  const over = { rotations: rotations.filter(isOver), leave: leave.filter(isOver) };
  const said = [
    ...(over.rotations.length === 0
      ? []
      : [counted(over.rotations.length, 'past rotation', 'past rotations')]),
    ...(over.leave.length === 0 ? [] : [counted(over.leave.length, 'past leave', 'past leaves')]),
  ].join(', ');
  return {
    rotations: rotations.filter(isAhead),
    leave: leave.filter(isAhead),
    ...(said === '' ? {} : { over: { ...over, said } }),
  };
}

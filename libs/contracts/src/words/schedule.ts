import { leaveKinds, type LeaveKind } from '@countersign/domain/people';

const leaveWords: Readonly<Record<LeaveKind, string>> = {
  vacation: 'Vacation',
  conference: 'Conference',
  sick: 'Sick leave',
  parental: 'Parental leave',
  other: 'Other leave',
};

/** What a leave is called; one from a set-up file keeps its own word. */
export function leaveInWords(kind: string): string {
  const known = leaveKinds.find((one) => one === kind);
  return known === undefined ? kind : leaveWords[known];
}

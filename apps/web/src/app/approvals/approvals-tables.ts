import type { ApprovalHabitsView } from '@countersign/contracts/reviews/habits-views';
import { habitMeasures } from '@countersign/contracts/words/approval-habits';
import { personInWords } from '@countersign/contracts/words/person';
import type { Tables } from '../platform/tables';

const head: readonly string[] = [
  ...['Supervisor', 'Decided', 'Approved', 'Returned', 'Corrected'],
  ...['Batches', 'Batch size, median', 'Batch size, largest'],
  ...['Seconds an entry, median', 'Entries timed', 'Days to approval, median', 'Approvals with an age'],
];

/** The approvals by name as on the screen, with the period and what each measure means. */
export function approvalsTables({ asOf, days, supervisors }: ApprovalHabitsView): Tables {
  return {
    about: [
      ['As of (UTC)', { at: asOf }],
      ['Days', days],
      ['Order', 'By name: the same for everybody, no ranking'],
      ...Object.values(habitMeasures).map(({ name, meaning }) => [name, meaning]),
    ],
    tables: [
      {
        name: 'Approvals',
        head,
        rows: supervisors.map((row) => [
          ...[personInWords(row.supervisor), row.decided, row.approved, row.returned, row.corrected],
          ...[row.batchSize.n, row.batchSize.median, row.batchSize.largest],
          ...[row.secondsAnEntry.median, row.secondsAnEntry.n],
          ...[row.daysToApproval.median, row.daysToApproval.n],
        ]),
      },
    ],
  };
}

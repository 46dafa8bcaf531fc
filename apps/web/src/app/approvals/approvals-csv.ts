import Papa from 'papaparse';
import type { ApprovalHabitsView } from '@countersign/contracts/reviews/habits-views';
import { habitMeasures } from '@countersign/contracts/words/approval-habits';
import { personInWords } from '@countersign/contracts/words/person';

type Cell = string | number;

const head: readonly string[] = [
  ...['Supervisor', 'Decided', 'Approved', 'Returned', 'Corrected'],
  ...['Batches', 'Batch size, median', 'Batch size, largest'],
  ...['Seconds an entry, median', 'Entries timed', 'Days to approval, median', 'Approvals with an age'],
];

/** The table as comma-separated values, by name as on the screen; above it stand the period and what each measure means. */
export function approvalsCsv({ asOf, days, supervisors }: ApprovalHabitsView): string {
  const about: Cell[][] = [
    ['As of (UTC)', new Date(asOf).toISOString()],
    ['Days', days],
    ['Order', 'By name: the same for everybody, no ranking'],
    ...Object.values(habitMeasures).map(({ name, meaning }) => [name, meaning]),
    [],
  ];
  const rows = supervisors.map((row): Cell[] => [
    ...[personInWords(row.supervisor), row.decided, row.approved, row.returned, row.corrected],
    ...[row.batchSize.n, row.batchSize.median ?? '', row.batchSize.largest],
    ...[row.secondsAnEntry.median ?? '', row.secondsAnEntry.n],
    ...[row.daysToApproval.median ?? '', row.daysToApproval.n],
  ]);
  const text = Papa.unparse([...about, [...head], ...rows], { escapeFormulae: true, newline: '\r\n' });
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

import Papa from 'papaparse';
import type { SourceYieldView, YieldView } from '@countersign/contracts/dashboards/yield-views';
import { personInWords } from '@countersign/contracts/words/person';

type Cell = string | number;

const head = [
  ...['Approved entries', 'Waiting', 'Fellows', 'Procedures', 'Performed or taught', 'Ended otherwise'],
  ...['Simulated', 'Weeks on service there', 'Entries in rotations', 'Months'],
];

/** The numbers of the page as comma-separated values: a row for each site and supervisor, the groups as columns. */
export function yieldCsv(view: YieldView): string {
  const groups = view.groups.map(({ title }) => title);
  const row = (kind: string, one: SourceYieldView, own: readonly Cell[]): Cell[] => [
    ...[kind, personInWords(one.source), one.entries, one.waiting, one.fellows, one.procedures],
    ...[one.firstOperator, one.endedOtherwise, one.simulations, ...own],
    ...view.groups.map(({ id }) => one.groups.find(({ group }) => group === id)?.entries ?? 0),
  ];
  const text = Papa.unparse(
    [
      ['From', view.fromOn, 'Through', view.toOn],
      [],
      ['Kind', 'Name', ...head, ...groups],
      ...view.sites.map((one) =>
        row('Site', one, [one.rotations?.weeks.toFixed(1) ?? '', one.rotations?.entries ?? '', '']),
      ),
      ...view.supervisors.map((one) => row('Supervisor', one, ['', '', one.months.toFixed(1)])),
    ],
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

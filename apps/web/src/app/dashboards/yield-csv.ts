import Papa from 'papaparse';
import type {
  SourceYieldView,
  UnloggedLineView,
  YieldView,
} from '@countersign/contracts/dashboards/yield-views';
import { personInWords } from '@countersign/contracts/words/person';
import { notCountedInWords } from '@countersign/contracts/words/unlogged';

type Cell = string | number;

const head = [
  ...['Approved entries', 'Waiting', 'Fellows', 'Procedures', 'Performed or taught', 'Ended otherwise'],
  ...['Simulated', 'Weeks on service there', 'Entries in rotations', 'Months'],
];

const dayHead = [
  ...['Planned, at least', 'Planned, at most', 'With a case, at least', 'With a case, at most'],
  ...['Without, at least', 'Without, at most', 'Why no number'],
];

function dayRow(kind: string, line: UnloggedLineView): Cell[] {
  const name = personInWords(line.of);
  if (line.days === undefined) return [kind, name, '', '', '', '', '', '', notCountedInWords(line) ?? ''];
  const { planned, covered, unlogged } = line.days;
  return [kind, name, ...[planned, covered, unlogged].flatMap(({ low, high }) => [low, high]), ''];
}

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
      [],
      ['Procedure days', 'Through', view.unlogged.throughOn ?? ''],
      ['Kind', 'Name', ...dayHead],
      ...view.unlogged.fellows.map((one) => dayRow('Fellow', one)),
      ...view.unlogged.sites.map((one) => dayRow('Site', one)),
    ],
    { escapeFormulae: true, newline: '\r\n' },
  );
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

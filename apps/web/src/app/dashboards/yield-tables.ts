import type {
  SourceYieldView,
  UnloggedLineView,
  YieldView,
} from '@countersign/contracts/dashboards/yield-views';
import { personInWords } from '@countersign/contracts/words/person';
import { notCountedInWords } from '@countersign/contracts/words/unlogged';
import { rounded } from '../platform/numbers';
import type { Cell, Tables } from '../platform/tables';

const head = [
  ...['Kind', 'Name', 'Approved entries', 'Waiting', 'Fellows', 'Procedures', 'Performed or taught'],
  ...['Ended otherwise', 'Simulated', 'Weeks on service there', 'Entries in rotations', 'Months'],
];

const dayHead = [
  ...['Kind', 'Name', 'Planned, at least', 'Planned, at most', 'With a case, at least'],
  ...['With a case, at most', 'Without, at least', 'Without, at most', 'Why no number'],
];

function dayRow(kind: string, line: UnloggedLineView): Cell[] {
  const { planned, covered, unlogged } = line.days ?? {};
  const why = line.days === undefined ? (notCountedInWords(line) ?? undefined) : undefined;
  return [
    ...[kind, personInWords(line.of)],
    ...[planned, covered, unlogged].flatMap((days) => [days?.low, days?.high]),
    why,
  ];
}

/** The numbers of the page: a row for each site and supervisor, the groups as columns; below, procedure days. */
export function yieldTables(view: YieldView): Tables {
  const { throughOn } = view.unlogged;
  const row = (kind: string, one: SourceYieldView, own: readonly Cell[]): Cell[] => [
    ...[kind, personInWords(one.source), one.entries, one.waiting, one.fellows, one.procedures],
    ...[one.firstOperator, one.endedOtherwise, one.simulations, ...own],
    ...view.groups.map(({ id }) => one.groups.find(({ group }) => group === id)?.entries ?? 0),
  ];
  return {
    about: [
      ['From', { on: view.fromOn }],
      ['Through', { on: view.toOn }],
      ['Procedure days through', throughOn === undefined ? undefined : { on: throughOn }],
    ],
    tables: [
      {
        name: 'Sites and supervisors',
        head: [...head, ...view.groups.map(({ title }) => title)],
        rows: [
          ...view.sites.map((one) => {
            const { weeks, entries } = one.rotations ?? {};
            return row('Site', one, [weeks === undefined ? weeks : rounded(weeks, 1), entries, undefined]);
          }),
          ...view.supervisors.map((one) =>
            row('Supervisor', one, [undefined, undefined, rounded(one.months, 1)]),
          ),
        ],
      },
      {
        name: 'Procedure days',
        head: dayHead,
        rows: [
          ...view.unlogged.fellows.map((one) => dayRow('Fellow', one)),
          ...view.unlogged.sites.map((one) => dayRow('Site', one)),
        ],
      },
    ],
  };
}

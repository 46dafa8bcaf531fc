import type {
  CaseMixView,
  DelayView,
  FellowMixView,
  MixCountView,
} from '@countersign/contracts/dashboards/case-mix-views';
import type { DashboardView, FellowRowView } from '@countersign/contracts/dashboards/views';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import { competenceWords } from '@countersign/contracts/words/competence';
import { diagnosisGroupWords, painCategoryWords } from '@countersign/contracts/words/entry';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import type { Sheet, SheetCell } from '../platform/workbook';
import type { SignedCompetency } from '../sign-offs/sign-offs';

/** The table of the program: a row for each fellow and competency, the groups, and what the numbers are made by. */
export function programSheets(view: DashboardView, signed: readonly SignedCompetency[]): Sheet[] {
  const { fellows, groups } = view;
  return [
    {
      name: 'Competencies',
      head: [
        ...['Fellow', 'Base specialty', 'Competency', 'Approved', 'Waiting', 'Target', 'Rules met', 'Rules'],
        ...['Competence', 'Judged cases', 'Sign-off', 'Signed on'],
      ],
      rows: fellows.flatMap((row) => competencyRows(view, row, signed)),
    },
    {
      name: 'Groups',
      head: ['Fellow', ...groups.map(({ title }) => title)],
      rows: fellows.map((row) => [
        row.fellow.name,
        ...groups.map(({ id }) => row.groups.find(({ groupId }) => groupId === id)?.approved ?? 0),
      ]),
    },
    aboutSheet(view),
  ];
}

function competencyRows(
  { competencies }: DashboardView,
  { fellow, baseSpecialty, competencies: cells }: FellowRowView,
  signed: readonly SignedCompetency[],
): SheetCell[][] {
  return competencies.flatMap(({ id, title }): SheetCell[][] => {
    const cell = cells.find(({ competencyId }) => competencyId === id);
    if (!cell) return [];
    const held = signed.findLast((one) => one.fellowId === fellow.id && one.standsAs.includes(id));
    return [
      [
        ...[fellow.name, baseSpecialty, title, cell.approved, cell.waiting, cell.need],
        ...[cell.rulesMet, cell.rules, competenceWords[cell.competence.state], cell.competence.n],
        held ? signOffStandingWords[held.state] : null,
        held ? { on: held.signedOn } : null,
      ],
    ];
  });
}

function aboutSheet({ programName, asOfOn, requirementSet: set }: DashboardView): Sheet {
  return {
    name: 'About',
    head: ['What', 'Value'],
    rows: [
      ['Program', programName],
      ['As of', { on: asOfOn }],
      ['Requirements', set.title],
      ['Version of the requirements', set.version],
      ['In force from', { on: set.effectiveOn }],
      ['Source of the requirements', set.source],
    ],
  };
}

/** A line of the case mix: what it is, and how much of it a fellow has. */
type MixLine = readonly [string, (fellow: FellowMixView) => number];

/** The case mix, a sheet for each part, fellows as columns. */
export function caseMixSheets(view: CaseMixView): Sheet[] {
  const { fellows, groups, sites, supervisors } = view;
  const names = fellows.map(({ fellow }) => fellow.name);
  const sheet = (name: string, lines: readonly MixLine[]): Sheet => ({
    name,
    head: [name, ...names],
    rows: lines.map(([line, of]) => [line, ...fellows.map(of)]),
  });
  return [
    careSheet(view, names),
    sheet(
      'Groups',
      groups.map(({ id, title }): MixLine => [title, (fellow) => countIn(fellow.groups, id)]),
    ),
    sheet('Pain', painLines(view)),
    sheet('Diagnoses', diagnosisLines(view)),
    sheet(
      'Sites',
      sites.map(({ id, name }): MixLine => [name, (fellow) => countIn(fellow.sites, id)]),
    ),
    sheet(
      'Supervisors',
      supervisors.map(({ id, name }): MixLine => [name, (fellow) => countIn(fellow.supervisors, id)]),
    ),
    sheet('Simulation', [['Simulated entries', ({ simulations }) => simulations]]),
    delaySheet('Procedure to log', view.logging),
    delaySheet('Log to decision', view.deciding),
    { name: 'About', head: ['What', 'Value'], rows: [['As of', { on: view.asOfOn }]] },
  ];
}

function careSheet({ fellows }: CaseMixView, names: readonly string[]): Sheet {
  return {
    name: 'Care',
    head: ['Care', ...names.flatMap((name) => [name, `${name}: aim`])],
    rows: (fellows[0]?.care ?? []).map(({ kind }) => [
      careKindWords[kind],
      ...fellows.flatMap(({ care }): SheetCell[] => {
        const one = care.find((cell) => cell.kind === kind);
        return [one?.count ?? 0, one?.aim ?? null];
      }),
    ]),
  };
}

function painLines({ fellows }: CaseMixView): MixLine[] {
  const kinds = [...new Set(fellows.flatMap(({ pain }) => pain.map(({ category }) => category)))];
  return kinds.map((kind) => [
    kind === undefined ? 'Not recorded' : painCategoryWords[kind],
    ({ pain }) => pain.find(({ category }) => category === kind)?.count ?? 0,
  ]);
}

function diagnosisLines({ fellows }: CaseMixView): MixLine[] {
  const families = [...new Set(fellows.flatMap(({ diagnoses }) => diagnoses.map(({ group }) => group)))];
  return families.map((family) => [
    family === undefined ? 'Not recorded' : diagnosisGroupWords[family],
    ({ diagnoses }) => diagnoses.find(({ group }) => group === family)?.count ?? 0,
  ]);
}

function countIn(counts: readonly MixCountView[], id: string): number {
  return counts.find((one) => one.id === id)?.count ?? 0;
}

function delaySheet(name: string, delays: readonly DelayView[]): Sheet {
  return {
    name,
    head: ['Person', 'n', 'Median days', 'At least', 'Longer than 14 days'],
    rows: delays.map(({ person, n, medianDays, isAtLeast, slow }) => [
      ...[person.name, n, medianDays ?? null, isAtLeast === true ? 'yes' : null, slow],
    ]),
  };
}

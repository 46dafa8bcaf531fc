import type { CaseMixView, DelayView, FellowMixView } from '@countersign/contracts/dashboards/case-mix-views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { careKindWords } from '@countersign/contracts/words/case-mix';
import { competenceWords } from '@countersign/contracts/words/competence';
import { diagnosisGroupWords, painCategoryWords } from '@countersign/contracts/words/entry';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import type { Sheet, SheetCell } from '../platform/workbook';
import type { SignedCompetency } from '../sign-offs/sign-offs';

/** The table of the program: a row for each fellow and competency, the groups, and what the numbers are made by. */
export function programSheets(view: DashboardView, signed: readonly SignedCompetency[]): Sheet[] {
  const { fellows, competencies, groups, requirementSet: set } = view;
  const heldOf = (fellowId: string, competencyId: string) =>
    signed.findLast((one) => one.fellowId === fellowId && one.competencyId === competencyId);
  return [
    {
      name: 'Competencies',
      head: [
        ...['Fellow', 'Base specialty', 'Competency', 'Approved', 'Waiting', 'Target', 'Rules met', 'Rules'],
        ...['Competence', 'Judged cases', 'Sign-off', 'Signed on'],
      ],
      rows: fellows.flatMap((row) =>
        competencies.flatMap(({ id, title }): SheetCell[][] => {
          const cell = row.competencies.find(({ competencyId }) => competencyId === id);
          if (!cell) return [];
          const held = heldOf(row.fellow.id, id);
          return [
            [
              ...[row.fellow.name, row.baseSpecialty, title, cell.approved, cell.waiting, cell.need],
              ...[cell.rulesMet, cell.rules, competenceWords[cell.competence.state], cell.competence.n],
              held ? signOffStandingWords[held.state] : null,
              held ? { on: held.signedOn } : null,
            ],
          ];
        }),
      ),
    },
    {
      name: 'Groups',
      head: ['Fellow', ...groups.map(({ title }) => title)],
      rows: fellows.map((row) => [
        row.fellow.name,
        ...groups.map(({ id }) => row.groups.find(({ groupId }) => groupId === id)?.approved ?? 0),
      ]),
    },
    {
      name: 'About',
      head: ['What', 'Value'],
      rows: [
        ['Program', view.programName],
        ['As of', { on: view.asOfOn }],
        ['Requirements', set.title],
        ['Version of the requirements', set.version],
        ['In force from', { on: set.effectiveOn }],
        ['Source of the requirements', set.source],
      ],
    },
  ];
}

/** The case mix, a sheet for each part, fellows as columns. */
export function caseMixSheets(view: CaseMixView): Sheet[] {
  const { fellows, groups, sites, supervisors } = view;
  const names = fellows.map(({ fellow }) => fellow.name);
  const sheet = (
    name: string,
    lines: readonly (readonly [string, (fellow: FellowMixView) => number])[],
  ): Sheet => ({
    name,
    head: [name, ...names],
    rows: lines.map(([line, of]) => [line, ...fellows.map(of)]),
  });
  const count = (counts: readonly { readonly id: string; readonly count: number }[], id: string) =>
    counts.find((one) => one.id === id)?.count ?? 0;
  const kinds = [...new Set(fellows.flatMap(({ pain }) => pain.map(({ category }) => category)))];
  const families = [...new Set(fellows.flatMap(({ diagnoses }) => diagnoses.map(({ group }) => group)))];
  return [
    {
      name: 'Care',
      head: ['Care', ...names.flatMap((name) => [name, `${name}: aim`])],
      rows: (fellows[0]?.care ?? []).map(({ kind }) => [
        careKindWords[kind],
        ...fellows.flatMap(({ care }): SheetCell[] => {
          const one = care.find((cell) => cell.kind === kind);
          return [one?.count ?? 0, one?.aim ?? null];
        }),
      ]),
    },
    sheet(
      'Groups',
      groups.map(({ id, title }) => [title, (fellow) => count(fellow.groups, id)] as const),
    ),
    sheet(
      'Pain',
      kinds.map((kind) => [
        kind === undefined ? 'Not recorded' : painCategoryWords[kind],
        ({ pain }) => pain.find(({ category }) => category === kind)?.count ?? 0,
      ]),
    ),
    sheet(
      'Diagnoses',
      families.map((family) => [
        family === undefined ? 'Not recorded' : diagnosisGroupWords[family],
        ({ diagnoses }) => diagnoses.find(({ group }) => group === family)?.count ?? 0,
      ]),
    ),
    sheet(
      'Sites',
      sites.map(({ id, name }) => [name, (fellow) => count(fellow.sites, id)]),
    ),
    sheet(
      'Supervisors',
      supervisors.map(({ id, name }) => [name, (fellow) => count(fellow.supervisors, id)]),
    ),
    sheet('Simulation', [['Simulated entries', ({ simulations }) => simulations]]),
    delaySheet('Procedure to log', view.logging),
    delaySheet('Log to decision', view.deciding),
    { name: 'About', head: ['What', 'Value'], rows: [['As of', { on: view.asOfOn }]] },
  ];
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

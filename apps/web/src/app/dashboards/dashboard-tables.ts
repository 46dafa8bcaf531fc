import type { DashboardView, FellowRowView } from '@countersign/contracts/dashboards/views';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { personInWords } from '@countersign/contracts/words/person';
import { competenceWords } from '@countersign/contracts/words/competence';
import { signedInWords } from '@countersign/contracts/words/sign-off';
import type { Cell, Table, Tables } from '../platform/tables';
import { newestOf } from '../sign-offs/newest-of';

/** A file is read anywhere: days in it are those of UTC. */
const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The map: a row for each fellow and competency, in the order of the screen; with it what the numbers are made by. */
export function competencyTables(view: DashboardView, signOffs: readonly SignOffView[] = []): Tables {
  const newest = newestOf(signOffs);
  const rowsOf = ({ fellow, baseSpecialty, competencies }: FellowRowView): Cell[][] =>
    view.competencies.flatMap(({ id, title }) => {
      const cell = competencies.find(({ competencyId }) => competencyId === id);
      if (!cell) return [];
      const { held } = newest(fellow.id, id);
      const signed = held?.signatures.at(-1)?.at;
      return [
        [
          ...[personInWords(fellow), baseSpecialty, title, cell.approved, cell.waiting, cell.need],
          ...[cell.rulesMet, cell.rules, competenceWords[cell.competence.state], cell.competence.n],
          ...[held && signedInWords(held, utcDay), signed === undefined ? signed : { on: utcDay(signed) }],
        ],
      ];
    });
  return tablesOf(view, {
    name: 'Competencies',
    head: [
      ...['Fellow', 'Base specialty', 'Competency', 'Approved', 'Waiting', 'Target', 'Rules met', 'Rules'],
      ...['Competence', 'Judged cases', 'Sign-off', 'Signed on'],
    ],
    rows: view.fellows.flatMap(rowsOf),
  });
}

/** The procedure groups in the order of the screen, a row for each fellow; with it the same as {@link competencyTables}. */
export function groupTables(view: DashboardView): Tables {
  const { groups, fellows } = view;
  return tablesOf(view, {
    name: 'Groups',
    head: [
      ...['Fellow', 'Base specialty'],
      ...groups.flatMap(({ title }) => [`${title}: approved`, `${title}: waiting`]),
    ],
    rows: fellows.map((row) => [
      ...[personInWords(row.fellow), row.baseSpecialty],
      ...groups.flatMap(({ id }) => {
        const cell = row.groups.find(({ groupId }) => groupId === id);
        return [cell?.approved ?? 0, cell?.waiting ?? 0];
      }),
    ]),
  });
}

function tablesOf({ asOfOn, programName, requirementSet: set }: DashboardView, table: Table): Tables {
  return {
    about: [
      ['As of', { on: asOfOn }],
      ['Program', programName],
      ['Requirements', set.title],
      ['Version of the requirements', set.version],
      ['In force from', { on: set.effectiveOn }],
      ['Source of the requirements', set.source],
    ],
    tables: [table],
  };
}

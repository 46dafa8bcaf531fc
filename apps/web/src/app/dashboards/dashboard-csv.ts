import Papa from 'papaparse';
import { competenceWords } from '@countersign/contracts/words/competence';
import { signedInWords } from '@countersign/contracts/words/sign-off';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import { newestOf } from '../sign-offs/newest-of';

type Cell = string | number;

/**
 * The map as comma-separated values, the same order as on the screen. Above the table stands what it is: the date, the
 * program, the rules and their source; every column has a name of its own.
 */
export function competencyCsv(view: DashboardView, signOffs: readonly SignOffView[] = []): string {
  const { competencies, fellows } = view;
  const newest = newestOf(signOffs);
  const head = [
    ...who,
    ...competencies.flatMap(({ title, need }) => [
      `${title}: approved of ${need}`,
      `${title}: waiting`,
      `${title}: rules met`,
      `${title}: rules`,
      `${title}: competence`,
      `${title}: judged cases`,
      `${title}: sign-off`,
    ]),
  ];
  const rows = fellows.map((row) => [
    ...[row.fellow.name, row.baseSpecialty],
    ...competencies.flatMap((column): Cell[] => {
      const cell = row.competencies.find((one) => one.competencyId === column.id);
      if (!cell) return ['', '', '', '', '', '', ''];
      const { held } = newest(row.fellow.id, column.id);
      const word = competenceWords[cell.competence.state];
      return [
        ...[cell.approved, cell.waiting, cell.rulesMet, cell.rules],
        ...[word, cell.competence.n, held ? signedInWords(held, utcDay) : ''],
      ];
    }),
  ]);
  return fileOf(view, [head, ...rows]);
}

/** The procedure groups as comma-separated values, the same order as on the screen; headed like {@link competencyCsv}. */
export function groupCsv(view: DashboardView): string {
  const { groups, fellows } = view;
  const head = [...who, ...groups.flatMap(({ title }) => [`${title}: approved`, `${title}: waiting`])];
  const rows = fellows.map((row) => [
    ...[row.fellow.name, row.baseSpecialty],
    ...groups.flatMap(({ id }): Cell[] => {
      const cell = row.groups.find((one) => one.groupId === id);
      return [cell?.approved ?? 0, cell?.waiting ?? 0];
    }),
  ]);
  return fileOf(view, [head, ...rows]);
}

/** A file is read anywhere: days in it are those of UTC. */
const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const who = ['Fellow', 'Base specialty'];

/** With a byte-order mark, without which Excel takes UTF-8 for something else; formulas are kept from being any. */
function fileOf({ asOfOn, programName, requirementSet }: DashboardView, table: readonly Cell[][]): string {
  const { title, version, source } = requirementSet;
  const about: Cell[][] = [
    ['As of', asOfOn],
    ['Program', programName],
    ['Requirements', title],
    ['Version of the requirements', version],
    ['Source of the requirements', source],
    [],
  ];
  const text = Papa.unparse([...about, ...table], { escapeFormulae: true, newline: '\r\n' });
  return `${Papa.BYTE_ORDER_MARK}${text}`;
}

import { competenceWords } from '@countersign/contracts/words/competency';
import type { DashboardView } from '@countersign/contracts/dashboards/views';

/** The map as comma-separated values (RFC 4180), the same order as on the screen. */
export function competencyCsv({ competencies, fellows, asOfOn, requirementSet }: DashboardView): string {
  const head = [
    'Fellow',
    'Base specialty',
    ...competencies.flatMap((column) => [
      `${column.title} (of ${column.need})`,
      'waiting',
      'competence',
      'judged cases',
    ]),
  ];
  const rows = fellows.map((row) => [
    row.fellow.name,
    row.baseSpecialty,
    ...competencies.flatMap((column) => {
      const cell = row.competencies.find((one) => one.competencyId === column.id);
      return cell
        ? [cell.approved, cell.waiting, competenceWords[cell.competence.state], cell.competence.n]
        : ['', '', '', ''];
    }),
  ]);
  const { title, version, source } = requirementSet;
  return fileOf([head, ...rows, [`As of ${asOfOn}; ${title}, version ${version}; ${source}`]]);
}

/** The procedure groups as comma-separated values, the same order as on the screen. */
export function groupCsv({ groups, fellows, asOfOn }: DashboardView): string {
  const head = ['Fellow', 'Base specialty', ...groups.flatMap(({ title }) => [title, 'waiting'])];
  const rows = fellows.map((row) => [
    row.fellow.name,
    row.baseSpecialty,
    ...groups.flatMap(({ id }) => {
      const cell = row.groups.find((one) => one.groupId === id);
      return [cell?.approved ?? 0, cell?.waiting ?? 0];
    }),
  ]);
  return fileOf([head, ...rows, [`As of ${asOfOn}`]]);
}

function fileOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n');
}

function quoted(value: string | number): string {
  const text = String(value);
  // A leading sign would be read as a formula by a spreadsheet.
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

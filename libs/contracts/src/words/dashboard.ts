import type {
  CompetencyCellView,
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '../dashboards/views';
import { competenceWords } from './competence';
import { allOf } from './list';

/** A cell of the map as a sentence, for those who hear it. */
export function cellSentence(
  row: FellowRowView,
  column: CompetencyColumnView,
  cell: CompetencyCellView,
): string {
  const waiting = cell.waiting > 0 ? `, ${cell.waiting} waiting` : '';
  const met = cell.met ? '; all rules met' : `; ${rulesMetInWords(cell)} rules met`;
  return `${row.fellow.name}, ${column.title}: ${cell.approved} of ${cell.need} approved${waiting}; ${competenceWords[cell.competence.state]}${met}`;
}

/** How many rules are met, as a column says it: `3 of 4`. */
export function rulesMetInWords({ rulesMet, rules }: CompetencyCellView): string {
  return `${rulesMet} of ${rules}`;
}

const noFellows = 'No fellows in this program today';

/** What the map shows, as its title: where most fellows are furthest from the target. */
export function competencyFinding({ competencies, fellows }: DashboardView): string {
  if (fellows.length === 0) return noFellows;
  const gaps = competencies.filter((column) => {
    const below = fellows.filter(
      (row) =>
        (row.competencies.find((cell) => cell.competencyId === column.id)?.approved ?? 0) < column.need * 0.4,
    );
    return below.length > fellows.length / 2;
  });
  if (gaps.length === 0) return 'Every competency is on its way for most fellows';
  return `${titlesInWords(gaps)}: most fellows are below 40 % of the target`;
}

/** What the table of groups shows, as its title: the groups that no or few fellows have met yet. */
export function groupFinding({ groups, fellows }: DashboardView): string {
  if (fellows.length === 0) return noFellows;
  const missing = groups.filter(({ id }) =>
    fellows.some((row) => (row.groups.find((cell) => cell.groupId === id)?.approved ?? 0) === 0),
  );
  if (missing.length === 0) return 'Every fellow has approved procedures in every group';
  const names = missing.length > 2 ? `${missing.length} of ${groups.length} groups` : titlesInWords(missing);
  return `${names}: at least one fellow has no approved procedure`;
}

/** The first two titles as they are written, and how many there are besides. */
function titlesInWords(titled: readonly { readonly title: string }[]): string {
  const named = titled.slice(0, 2).map(({ title }) => title);
  return allOf(titled.length > 2 ? [...named, `${titled.length - 2} more`] : named);
}

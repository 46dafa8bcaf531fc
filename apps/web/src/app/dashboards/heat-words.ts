import type {
  CompetencyCellView,
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';
import { competenceWords } from '../platform/words';

/** Fill of a tile: 0 none, 1 under 20 %, 2 to 39, 3 to 59, 4 to 99, 5 target met. */
export function fillStep(approved: number, need: number): number {
  if (approved === 0) return 0;
  const share = approved / need;
  return share >= 1 ? 5 : share >= 0.6 ? 4 : share >= 0.4 ? 3 : share >= 0.2 ? 2 : 1;
}

/** A cell as a sentence, for those who hear it. */
export function cellSentence(
  row: FellowRowView,
  column: CompetencyColumnView,
  cell: CompetencyCellView,
): string {
  const waiting = cell.waiting > 0 ? `, ${cell.waiting} waiting` : '';
  const met = cell.met ? '; all rules met' : '';
  return `${row.fellow.name}, ${column.title}: ${cell.approved} of ${column.need} approved${waiting}; ${competenceWords[cell.competence.state]}${met}`;
}

/** What the map shows, as its title: where most fellows are furthest from the target. */
export function competencyFinding({ competencies, fellows }: DashboardView): string {
  if (fellows.length === 0) return 'No fellows in this program today';
  const gaps = competencies.filter((column) => {
    const below = fellows.filter(
      (row) =>
        (row.competencies.find((cell) => cell.competencyId === column.id)?.approved ?? 0) < column.need * 0.4,
    );
    return below.length > fellows.length / 2;
  });
  const [first, second] = gaps;
  if (!first) return 'Every competency is on its way for most fellows';
  const rest = gaps.length > 2 ? ` and ${gaps.length - 2} more` : '';
  const names = second
    ? `${first.title}${rest === '' ? ' and ' : ', '}${lower(second.title)}${rest}`
    : first.title;
  return `${names}: most fellows are below 40 % of the target`;
}

function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** What the table of groups shows, as its title: the groups that no or few fellows have met yet. */
export function groupFinding({ groups, fellows }: DashboardView): string {
  if (fellows.length === 0) return 'No fellows in this program today';
  const missing = groups.filter(({ id }) =>
    fellows.some((row) => (row.groups.find((cell) => cell.groupId === id)?.approved ?? 0) === 0),
  );
  if (missing.length === 0) return 'Every fellow has approved procedures in every group';
  const names = missing.length > 2 ? `${missing.length} of ${groups.length} groups` : namesOf(missing);
  return `${names}: at least one fellow has no approved procedure`;
}

function namesOf([first, second]: readonly { readonly title: string }[]): string {
  return second ? `${first?.title} and ${lower(second.title)}` : (first?.title ?? '');
}

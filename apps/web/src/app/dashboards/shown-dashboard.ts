import { filledShare } from '@countersign/domain/competency';
import type {
  CompetencyColumnView,
  DashboardView,
  FellowRowView,
} from '@countersign/contracts/dashboards/views';

/** In what order the competencies stand. */
export const columnOrders = ['emptiest', 'set'] as const;
/** One of {@link columnOrders}. */
export type ColumnOrder = (typeof columnOrders)[number];

/** What is shown of the program; the address says it. */
export interface Shown {
  readonly order: ColumnOrder;
  /** Fellows of this cohort alone; undefined for all. */
  readonly cohort: string | undefined;
}

/** The cohorts of the fellows, by name. */
export function cohortsIn({ fellows }: DashboardView): string[] {
  return [...new Set(fellows.flatMap(({ cohort }) => (cohort === undefined ? [] : [cohort])))].sort();
}

/**
 * The part of the program that is shown, in the order in which it is shown: map, cards, table and file are drawn from it, so
 * that none of them has another order or other fellows than the heading says.
 */
export function shownDashboard(view: DashboardView, { order, cohort }: Shown): DashboardView {
  const fellows = cohort === undefined ? view.fellows : view.fellows.filter((row) => row.cohort === cohort);
  const asked = view.competencies.filter(({ id }) => fellows.some((row) => cellOf(row, id) !== undefined));
  const place = (column: CompetencyColumnView) => (order === 'set' ? column.place : shareOf(column, fellows));
  return {
    ...view,
    fellows,
    competencies: asked.toSorted((one, other) => place(one) - place(other) || one.place - other.place),
  };
}

/** What the heading says of the order. */
export function orderInWords({ order, cohort }: Shown): string {
  const columns = order === 'set' ? 'as in the requirements' : 'emptiest first';
  return `Competencies: ${columns}. Fellows: by name${cohort === undefined ? '' : `, cohort ${cohort}`}.`;
}

/** The share of the target that the fellows have together. */
function shareOf({ id }: CompetencyColumnView, fellows: readonly FellowRowView[]): number {
  return filledShare(fellows.flatMap((row) => cellOf(row, id) ?? []));
}

function cellOf({ competencies }: FellowRowView, id: string) {
  return competencies.find(({ competencyId }) => competencyId === id);
}

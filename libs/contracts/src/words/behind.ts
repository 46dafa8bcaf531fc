import type { CellForecastView } from '../dashboards/attention-views';
import type { DashboardView } from '../dashboards/views';
import { counted } from './count';

/** A number that a fellow may not reach by the end of training. */
export interface BehindLine {
  readonly competencyId: string;
  readonly title: string;
  readonly count: number;
  readonly need: number;
  /** Chance that it is reached by the end of training. */
  readonly byEnd: number;
  /** Cases expected to be missing then. */
  readonly missing: number;
}

/** A fellow with what that fellow may not reach; with no line there is nothing of the kind. */
export interface BehindFellow {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly BehindLine[];
}

/** From this chance on a number is taken to be on its way. */
const ON_ITS_WAY = 0.8;

/** Each fellow by name, with the numbers that are not likely to be reached, the least likely first. It is no ranking. */
export function behindOf(
  { fellows, competencies }: Pick<DashboardView, 'fellows' | 'competencies'>,
  forecasts: readonly CellForecastView[],
): BehindFellow[] {
  const titles = new Map(competencies.map(({ id, title }) => [id, title]));
  return fellows.map(({ fellow: { id, name } }) => ({
    ...{ id, name },
    lines: forecasts
      .filter(({ fellowId, byEnd }) => fellowId === id && byEnd < ON_ITS_WAY)
      .map(({ competencyId, count, need, byEnd, shortfall }) => ({
        ...{ competencyId, count, need, byEnd, missing: shortfall },
        title: titles.get(competencyId) ?? competencyId,
      }))
      .sort((one, other) => one.byEnd - other.byEnd),
  }));
}

/** What the page shows, as its title. */
export function behindFinding(fellows: readonly BehindFellow[]): string {
  const some = fellows.filter(({ lines }) => lines.some(({ byEnd }) => byEnd < 0.5)).length;
  if (some === 0) return 'No number is less likely than not to be reached by the end of training';
  const who = counted(some, 'fellow is', 'fellows are');
  return `${who} less likely than not to reach every number by the end of training`;
}

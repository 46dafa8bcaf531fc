import type { CellForecastView } from '../dashboards/attention-views';
import type { DashboardView } from '../dashboards/views';
import { allOf } from './list';

/** What fellows together are expected to miss in one competency. */
export interface ClassLine {
  readonly competencyId: string;
  readonly title: string;
  /** Fellows who have not reached the target, and those for whom it is less likely than not by the end of training. */
  readonly open: number;
  readonly unlikely: number;
  /** Cases expected to be missing at the ends of their trainings, together. */
  readonly missing: number;
}

/** Below this number of cases nothing is said to be missing. */
const HARDLY_ANY = 0.5;

/** Competencies in which cases are expected to be missing, most of all first. */
export function classForecast(
  { competencies }: Pick<DashboardView, 'competencies'>,
  forecasts: readonly CellForecastView[],
): ClassLine[] {
  return competencies
    .flatMap(({ id, title }): ClassLine[] => {
      const own = forecasts.filter(({ competencyId }) => competencyId === id);
      const missing = own.reduce((sum, { shortfall }) => sum + shortfall, 0);
      const unlikely = own.filter(({ byEnd }) => byEnd < 0.5).length;
      return missing < HARDLY_ANY && unlikely === 0
        ? []
        : [{ competencyId: id, title, open: own.length, unlikely, missing }];
    })
    .sort((one, other) => other.missing - one.missing);
}

/** What the forecast shows, as its title. */
export function classFinding(lines: readonly ClassLine[]): string {
  const all = lines.reduce((sum, { missing }) => sum + missing, 0);
  if (all < HARDLY_ANY) return 'Hardly any case is expected to be missing by the end of training';
  const first = lines.slice(0, 2).map(({ title }) => title);
  return `About ${Math.round(all)} cases are expected to be missing by the end of training, most in ${allOf(first)}`;
}

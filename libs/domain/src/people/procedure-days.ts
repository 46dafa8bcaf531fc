import type { PlannedDay, ServiceStretch } from './planned-days';

/** The newest days that are not asked about: what was done on them may still be written up. A choice. */
export const LOGGING_LAG_DAYS = 7;
/** Working days of a week; a rotation may plan procedures on so many of them. */
const WORKING_DAYS = 5;
/** Below so many planned days no share is said. A choice. */
const FEWEST_FOR_SHARE = 10;

/** A rotation that may say on how many days a week it plans procedures, 1 to 5. */
export interface ProcedureStretch extends ServiceStretch {
  readonly procedureDays: number | null;
}

/** Two numbers between which one lies that nobody wrote down. */
export interface DayRange {
  readonly low: number;
  readonly high: number;
}

/** Procedure days that were planned, and what was logged on them. */
export interface CoveredDays {
  readonly planned: DayRange;
  /** Those of them with a logged procedure. */
  readonly covered: DayRange;
  /** Those of them without one. */
  readonly unlogged: DayRange;
}

/**
 * How many procedure days were planned and how many of them have no logged procedure, week by week, so that a busy week
 * hides no empty one. Nobody says which days of a week are procedure days: a whole week of a rotation holds as many as the
 * rotation says, and of a week cut by leave or by the end of the rotation only a range is known. Logged days are taken to be
 * procedure days first, so that `unlogged` is the fewest that there can be. Days of rotations without a number are no
 * procedure days.
 * @param days planned days of one fellow
 * @param logged civil dates on which that fellow did a procedure
 */
export function coveredDays(
  days: readonly PlannedDay<ProcedureStretch>[],
  logged: ReadonlySet<string>,
): CoveredDays {
  const weeks = new Map<string, { planned: number; working: number; logged: number }>();
  for (const { on, week, rotation } of days) {
    const planned = rotation.procedureDays;
    if (planned === null) continue;
    const key = `${week} ${rotation.fromOn}`;
    const known = weeks.get(key) ?? { planned, working: 0, logged: 0 };
    weeks.set(key, { planned, working: known.working + 1, logged: known.logged + (logged.has(on) ? 1 : 0) });
  }
  return sumOfDays(
    [...weeks.values()].map((week) => {
      const low = Math.max(0, week.planned - (WORKING_DAYS - week.working));
      const high = Math.min(week.planned, week.working);
      return {
        planned: { low, high },
        covered: { low: Math.min(low, week.logged), high: Math.min(high, week.logged) },
        unlogged: { low: Math.max(0, low - week.logged), high: Math.max(0, high - week.logged) },
      };
    }),
  );
}

/** All of them together. */
export function sumOfDays(parts: readonly CoveredDays[]): CoveredDays {
  const add = (of: keyof CoveredDays): DayRange => ({
    low: parts.reduce((sum, part) => sum + part[of].low, 0),
    high: parts.reduce((sum, part) => sum + part[of].high, 0),
  });
  return { planned: add('planned'), covered: add('covered'), unlogged: add('unlogged') };
}

/**
 * Share of the planned procedure days without a logged procedure, 0..1, as a range that holds it whatever the cut weeks
 * were; null below ten planned days.
 */
export function unloggedShare({ planned, covered, unlogged }: CoveredDays): DayRange | null {
  if (planned.low < FEWEST_FOR_SHARE) return null;
  return {
    low: unlogged.low / Math.max(1, unlogged.low + covered.high),
    high: unlogged.high / Math.max(1, unlogged.high + covered.low),
  };
}

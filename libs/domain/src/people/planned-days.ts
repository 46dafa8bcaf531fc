import { dayAfter, isWithin, type Stretch } from '../calendar';

/** A rotation of a fellow as far as days are counted by it. */
export interface ServiceStretch extends Stretch {
  /** On-service share in percent. */
  readonly service: number;
}

/** A working day of a rotation. */
export interface PlannedDay<R extends ServiceStretch> {
  readonly on: string;
  /** Monday of its week. */
  readonly week: string;
  readonly rotation: R;
}

/** Where a fellow is and is not. */
export interface FellowSchedule<R extends ServiceStretch> {
  /** In any order, without overlap. */
  readonly rotations: readonly R[];
  /** In any order, overlaps allowed. */
  readonly leave: readonly Stretch[];
}

/**
 * The working days, Monday to Friday, of a span on which a fellow is in a rotation with any service and not on leave; the
 * earliest first. Holidays of an institution are not known.
 */
export function plannedDays<R extends ServiceStretch>(
  { rotations, leave }: FellowSchedule<R>,
  span: Stretch,
): PlannedDay<R>[] {
  return rotations
    .filter(({ service }) => service > 0)
    .flatMap((rotation) => {
      const days: PlannedDay<R>[] = [];
      const last = rotation.toOn < span.toOn ? rotation.toOn : span.toOn;
      for (
        let on = rotation.fromOn > span.fromOn ? rotation.fromOn : span.fromOn;
        on <= last;
        on = dayAfter(on, 1)
      ) {
        const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
        if (weekday === 0 || weekday === 6 || leave.some((one) => isWithin(on, one))) continue;
        days.push({ on, week: dayAfter(on, 1 - weekday), rotation });
      }
      return days;
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** On-service weeks at each site: a planned day is a fifth of one, by the share of its rotation. */
export function weeksBySite(
  days: readonly PlannedDay<ServiceStretch & { readonly siteId: string }>[],
): ReadonlyMap<string, number> {
  const percents = new Map<string, number>();
  for (const { rotation } of days)
    percents.set(rotation.siteId, (percents.get(rotation.siteId) ?? 0) + rotation.service);
  return new Map([...percents].map(([siteId, sum]) => [siteId, sum / 500]));
}

/** Average length of a month in days. */
const MONTH_DAYS = 365.25 / 12;

/** Months, by days, of a span on which each of these held at once: one stretch of every list. */
export function monthsOfAll(lists: readonly (readonly Stretch[])[], span: Stretch): number {
  let days = 0;
  for (let on = span.fromOn; on <= span.toOn; on = dayAfter(on, 1))
    if (lists.every((list) => list.some((one) => isWithin(on, one)))) days += 1;
  return days / MONTH_DAYS;
}

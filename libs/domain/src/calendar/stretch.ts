import { utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';

const DAY_MS = 86_400_000;

/** The days from one civil date to another, both of them included. */
export interface Stretch {
  readonly fromOn: string;
  readonly toOn: string;
}

/** From this day on a last day means that none is set. */
const OPEN_END = '2999-01-01';

/** Whether a last day means that none is set. */
export function isOpenEnd(toOn: string): boolean {
  return toOn >= OPEN_END;
}

/** Whether a day lies in the stretch. */
export function isWithin(on: string, { fromOn, toOn }: Stretch): boolean {
  return fromOn <= on && on <= toOn;
}

/** The latest day up to `today` that lies in one of the stretches; undefined where all of them are still to come. */
export function latestWithin(today: string, stretches: readonly Stretch[]): string | undefined {
  return stretches
    .filter(({ fromOn }) => fromOn <= today)
    .map(({ toOn }) => (toOn < today ? toOn : today))
    .sort()
    .at(-1);
}

/** The stretch that lies nearest to a day: the one that holds it, else the one whose end is the fewest days away. */
export function nearestOf<S extends Stretch>(on: string, stretches: readonly S[]): S | undefined {
  const away = (one: Stretch): number =>
    isWithin(on, one) ? 0 : Math.min(daysBetween(on, one.fromOn), daysBetween(one.toOn, on));
  return stretches.toSorted((one, other) => away(one) - away(other))[0];
}

/** The civil date so many days after another one. */
export function dayAfter(on: string, days: number): string {
  return formatISO(addDays(utc(on), days), { representation: 'date' });
}

/** How many days lie between two civil dates, in whichever order. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(utc(one).getTime() - utc(other).getTime()) / DAY_MS;
}

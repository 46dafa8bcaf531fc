import { utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';

/** The days from one civil date to another, both of them included. */
export interface Stretch {
  readonly fromOn: string;
  readonly toOn: string;
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
  const away = ({ fromOn, toOn }: Stretch): number =>
    on < fromOn ? daysBetween(on, fromOn) : on > toOn ? daysBetween(toOn, on) : 0;
  return stretches.toSorted((one, other) => away(one) - away(other))[0];
}

/** The civil date so many days after another one. */
export function dayAfter(on: string, days: number): string {
  return formatISO(addDays(utc(on), days), { representation: 'date' });
}

function daysBetween(fromOn: string, toOn: string): number {
  return utc(toOn).getTime() - utc(fromOn).getTime();
}

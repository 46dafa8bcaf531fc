import { dayAfter, isCivilDate, type Stretch } from '@countersign/domain/calendar';
import { turnOfYear } from '@countersign/domain/people';
import { clipped, yearsAfter } from './picture-days';

/**
 * The academic year of today as the trainings have it: it begins where most of them change. Where none changes it begins on
 * the day of the year on which the longest training did; without any training with the calendar's year.
 */
export function yearOf(trainings: readonly Stretch[], today: string): Stretch {
  const begun = trainings.map(({ fromOn }) => fromOn).sort()[0] ?? `${today.slice(0, 4)}-01-01`;
  let fromOn = turnOfYear(trainings, today) ?? begun;
  while (fromOn > today) fromOn = yearsAfter(fromOn, -1);
  while (yearsAfter(fromOn, 1) <= today) fromOn = yearsAfter(fromOn, 1);
  return yearFrom(fromOn);
}

/** The year that begins on a day. */
export function yearFrom(fromOn: string): Stretch {
  return { fromOn, toOn: dayAfter(yearsAfter(fromOn, 1), -1) };
}

/** The first year from this one on in which one of the trainings has a day; this one where none is still to come. */
export function yearWithAny(usual: Stretch, trainings: readonly Stretch[]): Stretch {
  const last =
    trainings
      .map(({ toOn }) => toOn)
      .sort()
      .at(-1) ?? '';
  let year = usual;
  while (year.fromOn <= last && trainings.every((one) => clipped(one, year) === undefined))
    year = yearFrom(yearsAfter(year.fromOn, 1));
  return year.fromOn <= last ? year : usual;
}

/** The year that the address names by its first day; the one of today where it names none. */
export function yearInAddress(from: string, usual: Stretch): Stretch {
  return isCivilDate(from) && from < '2900' ? yearFrom(from) : usual;
}

/** `2026–27`; `2026` where it ends in the year in which it begins. */
export function yearName({ fromOn, toOn }: Stretch): string {
  const [first, last] = [fromOn.slice(0, 4), toOn.slice(0, 4)];
  return first === last ? first : `${first}–${last.slice(2)}`;
}

import { dayAfter, daysBetween, isOpenEnd, type Stretch } from '../calendar';

/** So many days before and after the day on which the year changes, people leave and come with it. A choice. */
export const ROLL_OVER_DAYS = 60;
/** So far ahead the change of the year is looked for: one year, with a leap day. */
const YEAR_DAYS = 366;

/**
 * The first day of the new academic year, found from the trainings of a program: of the days from {@link ROLL_OVER_DAYS} ago
 * to a year ahead the one on which most of them change, each by its first day and by the day after its last one; of as many
 * the nearest, and of two as near the earlier. Undefined where no training changes: nobody has said when the year does.
 */
export function turnOfYear(trainings: readonly Stretch[], today: string): string | undefined {
  const [from, to] = [dayAfter(today, -ROLL_OVER_DAYS), dayAfter(today, YEAR_DAYS)];
  const changes = new Map<string, number>();
  for (const { fromOn, toOn } of trainings)
    for (const on of isOpenEnd(toOn) ? [fromOn] : [fromOn, dayAfter(toOn, 1)])
      if (from <= on && on <= to) changes.set(on, (changes.get(on) ?? 0) + 1);
  const [first] = [...changes].sort(
    ([one, many], [other, others]) =>
      others - many || daysBetween(today, one) - daysBetween(today, other) || (one < other ? -1 : 1),
  );
  return first?.[0];
}

/** Whether a day belongs to the change of the year on the other one. */
export function isAroundTurn(day: string, on: string): boolean {
  return daysBetween(day, on) <= ROLL_OVER_DAYS;
}

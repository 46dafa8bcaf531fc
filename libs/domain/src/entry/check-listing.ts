import { isCivilDate } from '../calendar';
import { refused, type Refused } from '../refusal';

/** The days of a list of entries; each end may be left open. */
export interface ListedDays {
  readonly fromOn?: string | undefined;
  readonly toOn?: string | undefined;
}

/**
 * Everything that cannot be in what is asked of a list: a day that is in no calendar (`entry/impossible-date`), a last day
 * before the first (`entry/reversed-days`).
 */
export function checkListing({ fromOn, toOn }: ListedDays): Refused[] {
  const unreal = Object.entries({ fromOn, toOn }).flatMap(([field, day]) =>
    day === undefined || isCivilDate(day) ? [] : [refused('entry/impossible-date', `/${field}`)],
  );
  if (unreal.length > 0 || fromOn === undefined || toOn === undefined || fromOn <= toOn) return unreal;
  return [refused('entry/reversed-days', '/toOn')];
}

import { DomainError } from '../refusal';

/** Smallest number that is shown across programs; a smaller cell could point at a person. */
export const SMALLEST_SHOWN = 11;

/**
 * A count as it may be shown across programs: itself, or null where it is below {@link SMALLEST_SHOWN}, zero included,
 * because a zero beside a total gives the rest away. Throws `access/count-impossible` for what is no count.
 */
export function shownCount(count: number): number | null {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new DomainError('access/count-impossible', 'a count is a whole number, zero or more', 'count');
  return count < SMALLEST_SHOWN ? null : count;
}

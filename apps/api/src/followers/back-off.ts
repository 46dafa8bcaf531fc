const FIRST_MS = 1_000;
const CEILING_MS = 3_600_000;

/** Failures in a row after which an event is set aside: the waits between them add up to two to four hours. */
export const MOST_FAILURES = 16;

/**
 * How long to wait after so many failures in a row, in ms: a second, then twice as long each time, up to an hour; each
 * between half and all of that, so that what failed together does not come back together.
 * @param failures from 1
 * @param chance in [0, 1)
 */
export function backOffMs(failures: number, chance: number): number {
  const full = Math.min(CEILING_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(full * (0.5 + chance / 2));
}

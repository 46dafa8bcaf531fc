/** Wrong tries that anybody may need, before the next one waits. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4_000;

/** Wrong tries of an address in a minute, before it is told to wait for the next minute. */
export const TRIES_A_MINUTE = 60;
/** How many different accounts are tried from an address in a minute, before whatever else comes from it waits longest. */
export const NAMES_A_MINUTE = 100;

/**
 * How long, in ms, the next try for an account waits after so many wrong ones in a row: not at all up to three, then twice
 * as long each time, four seconds at most. It waits and is then looked at, so that the right password always opens:
 * slowing down is no lock that anybody could close for somebody else.
 */
export function waitAfter(wrongTries: number): number {
  if (wrongTries <= FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrongTries - FREE_TRIES - 1));
}

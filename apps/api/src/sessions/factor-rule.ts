/** Days in which people set up a second factor once their program asks for one. */
export const FACTOR_GRACE_MS = 14 * 24 * 3_600_000;

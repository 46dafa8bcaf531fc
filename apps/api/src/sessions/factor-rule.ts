/** How long somebody signs nothing whose password or second factor somebody else let be replaced, ms: a day. */
export const SIGNING_REST_MS = 24 * 3_600_000;

/** Days in which people set up a second factor once their program asks for one. */
export const FACTOR_GRACE_MS = 14 * 24 * 3_600_000;

/** argon2id with 19 MiB, two passes, one lane: OWASP's floor for an interactive sign-in. */
export const PASSWORD_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

import fc from 'fast-check';

/** Numbers that no caller should ask with, and some that only look as if. */
export const nasty = fc.oneof(
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, -1, 0.5, 1.5, -2.5),
  fc.constantFrom(5e-324, 1e-300, 1e-15, 1 - 1e-16, 1 + 1e-15, 1e6, 1e6 + 1, 2 ** 31, 2 ** 53, 1e15, 1e300),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER),
  fc.double(),
);
/** Any such value. */
export type Any = fc.Arbitrary<unknown>;

/** Sensible numbers most of the time, so that the nasty ones get past the guards of the others. */
export const near = (...sensible: number[]): fc.Arbitrary<number> =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...sensible) }, { weight: 1, arbitrary: nasty });
/** A share, mostly between 0 and 1. */
export const share = near(0.05, 0.1, 0.3, 0.8, 0.9, 0, 1);
/** A count, mostly a whole number. */
export const count = near(0, 1, 2, 5, 12, 40);
/** A worth, mostly above zero. */
export const worth = near(0.5, 1, 2, 8, 100);
/** Weeks, mostly zero or more. */
export const weeks = near(0, 0.2, 1, 10, 60);
/** Outcomes of cases, mostly 0 and 1. */
export const outcomes = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 1) }, nasty), {
  maxLength: 30,
});
/** Cases that a chart looks ahead. */
export const horizon = near(1, 5, 30);
/** A record of such values. */
export const record = (fields: Record<string, Any>): Any => fc.record(fields);
/** A list of such values. */
export const list = (of: Any, maxLength = 6): Any => fc.array(of, { maxLength });
/** Two failure rates. */
export const rates = record({ adequate: share, inadequate: share });
/** A chart with a floor. */
export const chart = record({
  up: near(0.2, 0.5, 1),
  down: near(0.2, 1, 1.1),
  upOn: fc.constantFrom('failure', 'success'),
});
/** A Beta distribution. */
export const beta = record({ a: worth, b: worth });
/** A rate of cases. */
export const caseRate = record({ a: worth, b: worth, overDispersion: near(1, 1.5, 4) });
/** A chart at a failure rate. */
export const underRate = record({ chart, limit: near(1, 2, 4), failureRate: share });
/** What is asked for a limit. */
export const question = record({ chart, failureRate: share, horizon, target: share });
/** A CUSUM design. */
export const design = record({ rates, alpha: share, beta: share });

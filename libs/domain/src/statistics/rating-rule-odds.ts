import { DomainError } from '../refusal';
import { positiveCount, probabilityIn } from './preconditions';
import { rememberByKey } from './remember-by-key';

/**
 * A rule about ratings as far as chance is concerned: of the newest `n` rated cases, or of all and at least `n`, `percent`
 * percent are successes. The last n, all at a level, is 100 percent of the newest n.
 */
export interface RatingRuleDesign {
  readonly of: 'newest' | 'all';
  /** Cases, a whole number from 1. */
  readonly n: number;
  /** A whole number, 1 to 100. */
  readonly percent: number;
}

/** Whose cases, and how many of them. */
export interface RatedFellow {
  /** The share of cases that succeed, the same for every case, 0..1. */
  readonly successShare: number;
  /** Cases up to which it is asked. */
  readonly cases: number;
}

/** Beyond this number of cases nobody asks. */
const MOST_ODDS_CASES = 200;

/** States of the chain, about a second of computing, beyond which a share of the newest is not told. */
const MOST_STATES = 200_000;

/** The newest cases that fit in one number, a bit for each. */
const MOST_NEWEST = 30;

/** Whether the chance can be computed: a share of very many newest cases has too many outcomes, and no rule is none. */
export function isComputable({ of, n, percent }: RatingRuleDesign): boolean {
  if (!(n >= 1 && percent >= 1 && percent <= 100)) return false;
  const need = needOf(n, percent);
  return of === 'all' || need === n || (n <= MOST_NEWEST && choose(n, n - need + 1) <= MOST_STATES);
}

function needOf(n: number, percent: number): number {
  return Math.ceil((percent * n) / 100);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return Math.round(ways);
}

/**
 * P(a rule about ratings is met at some time by case `cases`), 0..1, for somebody who succeeds in a constant share of
 * independent cases, looked at after every case. Exact: by the chain of successes in a row where all must succeed, of the
 * outcomes of the newest cases where a share of them must, and of the number of successes where it is a share of all.
 *
 * Throws `statistics/count-invalid`, `statistics/probability-out-of-range`, or `statistics/too-many-cases` beyond
 * {@link MOST_ODDS_CASES} cases, or where it is not {@link isComputable}.
 * Source: Feller, An Introduction to Probability Theory and Its Applications I, 3rd ed., XIII.7 for runs; Fu & Koutras,
 * J Am Stat Assoc 1994;89:1050 for the embedding of scans and runs in a chain.
 */
export function chanceOfMeeting(
  { of, n, percent }: RatingRuleDesign,
  { successShare, cases }: RatedFellow,
): number {
  positiveCount(n, 'n');
  positiveCount(cases, 'cases');
  if (positiveCount(percent, 'percent') > 100)
    throw new DomainError('statistics/probability-out-of-range', 'percent must lie in 1..100', 'percent');
  probabilityIn(successShare, 'successShare');
  if (cases > MOST_ODDS_CASES)
    throw new DomainError('statistics/too-many-cases', `at most ${MOST_ODDS_CASES} cases`, 'cases');
  if (n > cases) return 0;
  if (of === 'all') return shareOfAll({ n, percent, successShare, cases });
  const need = needOf(n, percent);
  if (need === n) return runOf(n, { successShare, cases });
  if (!isComputable({ of, n, percent }))
    throw new DomainError('statistics/too-many-cases', 'a share of so many newest cases', 'n');
  return shareOfNewest(chainOf({ n, need }), { successShare, cases });
}

/** `n` successes in a row: the state is how many there are at the end of the record. */
function runOf(n: number, { successShare, cases }: RatedFellow): number {
  let inRow: number[] = Array.from({ length: n }, (_, run) => (run === 0 ? 1 : 0));
  let met = 0;
  for (let done = 0; done < cases; done++) {
    met += (inRow[n - 1] ?? 0) * successShare;
    const all = inRow.reduce((sum, mass) => sum + mass, 0);
    inRow = inRow.map((_, run) =>
      run === 0 ? all * (1 - successShare) : (inRow[run - 1] ?? 0) * successShare,
    );
  }
  return Math.min(1, met);
}

/** Where each state leads after a failure and after a success; -1: the rule is met. The first state is that without a case. */
interface Chain {
  readonly onFailure: Int32Array;
  readonly onSuccess: Int32Array;
}

/**
 * The chain of at least `need` successes among the newest `n`. A state is where among these the newest failures are, one more
 * of them than the rule allows: an older one is never what decides. A case that was not yet done is a failure, and with
 * `need` successes before there are n cases the rule will be met at the n-th.
 */
const chainOf = rememberByKey<{ readonly n: number; readonly need: number }, Chain>(
  ({ n, need }) => `${n} ${need}`,
  ({ n, need }) => {
    const window = 2 ** n - 1;
    const kept = n - need + 1;
    const start = 2 ** kept - 1;
    const numbers = new Map([[start, 0]]);
    const states = [start];
    const numberOf = (outcomes: number): number => {
      const state = newestFailures(outcomes & window, kept);
      if (state < 0) return -1;
      const known = numbers.get(state) ?? states.length;
      if (known === states.length) {
        numbers.set(state, known);
        states.push(state);
      }
      return known;
    };
    const [failed, succeeded]: [number[], number[]] = [[], []];
    // The list grows while it is walked, until every state that can be reached is in it.
    for (const state of states) {
      failed.push(numberOf(state * 2 + 1));
      succeeded.push(numberOf(state * 2));
    }
    return { onFailure: Int32Array.from(failed), onSuccess: Int32Array.from(succeeded) };
  },
);

/** The lowest so many bits that are set; -1 where there are fewer. */
function newestFailures(outcomes: number, kept: number): number {
  let left = outcomes;
  let newest = 0;
  for (let found = 0; found < kept; found++) {
    if (left === 0) return -1;
    const lowest = left & -left;
    newest |= lowest;
    left ^= lowest;
  }
  return newest;
}

function shareOfNewest({ onFailure, onSuccess }: Chain, { successShare, cases }: RatedFellow): number {
  let masses = new Float64Array(onFailure.length);
  masses[0] = 1;
  let met = 0;
  for (let done = 0; done < cases; done++) {
    const next = new Float64Array(masses.length);
    for (let state = 0; state < masses.length; state++) {
      const mass = masses[state] ?? 0;
      if (mass === 0) continue;
      const failed = onFailure[state] ?? -1;
      next[failed] = (next[failed] ?? 0) + mass * (1 - successShare);
      const succeeded = onSuccess[state] ?? -1;
      if (succeeded < 0) met += mass * successShare;
      else next[succeeded] = (next[succeeded] ?? 0) + mass * successShare;
    }
    masses = next;
  }
  return Math.min(1, met);
}

/** At least a share of all cases, once there are `n`: the state is the number of successes. */
function shareOfAll({ n, percent, successShare, cases }: Omit<RatingRuleDesign, 'of'> & RatedFellow): number {
  let bySuccesses: number[] = [1];
  let met = 0;
  for (let done = 1; done <= cases; done++) {
    const next = Array.from(
      { length: done + 1 },
      (_, successes) =>
        (bySuccesses[successes] ?? 0) * (1 - successShare) + (bySuccesses[successes - 1] ?? 0) * successShare,
    );
    if (done >= n) {
      const need = needOf(done, percent);
      for (let successes = need; successes <= done; successes++) {
        met += next[successes] ?? 0;
        next[successes] = 0;
      }
    }
    bySuccesses = next;
  }
  return Math.min(1, met);
}

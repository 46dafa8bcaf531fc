import { DomainError, ok, refused, type Result } from '../refusal';
import type { FitFault } from './fit-fault';
import { possibleBeta, type BetaDistribution } from './beta-posterior';
import { eventsWithin, nonEmpty, positiveCount } from './preconditions';
import { logBeta } from './special-functions';

/** One person's record: `events` of `trials`, whole numbers. */
export interface EventCounts {
  readonly events: number;
  readonly trials: number;
}

/** The fitted distribution of the event rate across people. */
export interface FittedPrior extends BetaDistribution {
  /** Log-likelihood at the maximum, binomial coefficients included. */
  readonly logLikelihood: number;
}

/** A slope of the log-likelihood (per unit of ln a, ln b) below this is flat. */
const FLAT = 1e-9;
/** Rounding of the log-likelihood, relative to its value. */
const NOISE = 1e-13;
/** Steps are smooth and few; a search that needs more is not converging. */
const MOST_STEPS = 200;
/** Worth a + b beyond which people differ no more than by chance, and below which each is all or nothing. */
const WORTH_RANGE = { lowest: 1e-4, highest: 1e6 } as const;

/** The fit adds up a term per trial: more trials than this, which no person has, would take minutes. */
const MOST_TRIALS = 1e6;

/** Slope and curvature of the log-likelihood in x = ln a, y = ln b. */
interface Shape {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Sums of 1/(from+k) and 1/(from+k)^2 over k < terms: differences of di- and trigamma at whole distances. */
function inverseSums(from: number, terms: number): { readonly first: number; readonly second: number } {
  let first = 0;
  let second = 0;
  for (let k = 0; k < terms; k++) {
    const inverse = 1 / (from + k);
    first += inverse;
    second += inverse * inverse;
  }
  return { first, second };
}

function logLikelihood(people: readonly EventCounts[], { a, b }: BetaDistribution): number {
  return people.reduce((sum, { events, trials }) => {
    const others = trials - events;
    const choices = -Math.log(trials + 1) - logBeta(events + 1, others + 1);
    return sum + choices + logBeta(a + events, b + others) - logBeta(a, b);
  }, 0);
}

function shapeAt(people: readonly EventCounts[], { a, b }: BetaDistribution): Shape {
  let [da, db, daa, dab, dbb] = [0, 0, 0, 0, 0];
  for (const { events, trials } of people) {
    const event = inverseSums(a, events);
    const other = inverseSums(b, trials - events);
    const all = inverseSums(a + b, trials);
    da += event.first - all.first;
    db += other.first - all.first;
    daa += all.second - event.second;
    dab += all.second;
    dbb += all.second - other.second;
  }
  return { x: a * da, y: b * db, xx: a * (a * daa + da), xy: a * b * dab, yy: b * (b * dbb + db) };
}

/**
 * The next point uphill: Newton's step, damped (Levenberg–Marquardt) until the damped surface bends down and the
 * likelihood does not fall by more than its rounding.
 */
function uphill(people: readonly EventCounts[], from: FittedPrior, shape: Shape): FittedPrior {
  for (let damping = 0; damping < 1e12; damping = damping === 0 ? 1e-4 : damping * 4) {
    const xx = damping - shape.xx;
    const yy = damping - shape.yy;
    const determinant = xx * yy - shape.xy * shape.xy;
    if (xx <= 0 || determinant <= 0) continue;
    const dx = (yy * shape.x + shape.xy * shape.y) / determinant;
    const dy = (xx * shape.y + shape.xy * shape.x) / determinant;
    if (Math.max(Math.abs(dx), Math.abs(dy)) > 2) continue;
    const next = { a: from.a * Math.exp(dx), b: from.b * Math.exp(dy) };
    const value = logLikelihood(people, next);
    if (value >= from.logLikelihood - NOISE * Math.abs(from.logLikelihood))
      return { ...next, logLikelihood: value };
  }
  return from;
}

/** All events of all people over all trials; the people are checked before, and have a trial. */
export function pooledRate(people: readonly EventCounts[]): number {
  const events = people.reduce((sum, person) => sum + person.events, 0);
  return events / people.reduce((sum, person) => sum + person.trials, 0);
}

function checked(people: readonly EventCounts[]): readonly EventCounts[] {
  for (const { events, trials } of nonEmpty(people, 'people')) {
    eventsWithin(events, positiveCount(trials, 'trials'));
    if (trials > MOST_TRIALS) {
      throw new DomainError('statistics/too-many-cases', `trials must not exceed ${MOST_TRIALS}`, 'trials');
    }
  }
  return people;
}

/**
 * The Beta distribution of the rate across people that makes their records most likely: the maximum of
 * sum ln C(n,y) B(a+y, b+n-y) / B(a,b) over a, b > 0 (empirical Bayes for the beta-binomial).
 *
 * Refused with `statistics/one-outcome-only` (every case ended alike), `statistics/no-spread-between-people` (records
 * differ no more than by chance, so the best worth is endless), `statistics/all-or-nothing` (each person has one outcome
 * only, so the best worth is nothing) or `statistics/not-converged` (no top was found in 200 steps). Throws `statistics/empty`, `statistics/count-invalid`,
 * `statistics/events-exceed-trials` or `statistics/too-many-cases` (over a million). Source: Spiegelhalter et al.,
 * Bayesian Approaches to Clinical Trials, 2004.
 */
export function fitBetaPrior(people: readonly EventCounts[]): Result<FittedPrior, FitFault> {
  const rate = pooledRate(checked(people));
  if (rate === 0 || rate === 1) return refused('statistics/one-outcome-only');
  const start = { a: 10 * rate, b: 10 * (1 - rate) };
  let best: FittedPrior = { ...start, logLikelihood: logLikelihood(people, start) };
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const shape = shapeAt(people, best);
    if (best.a + best.b > WORTH_RANGE.highest) return refused('statistics/no-spread-between-people');
    if (best.a + best.b < WORTH_RANGE.lowest) return refused('statistics/all-or-nothing');
    if (Math.hypot(shape.x, shape.y) < FLAT) return ok(best);
    const next = uphill(people, best, shape);
    if (next.a === best.a && next.b === best.b) break;
    best = next;
  }
  // What slope is left at a top is the rounding of sums over all trials.
  const { x, y } = shapeAt(people, best);
  const rounding = FLAT * people.reduce((sum, { trials }) => sum + trials, 1);
  return Math.hypot(x, y) < rounding ? ok(best) : refused('statistics/not-converged');
}

/**
 * The mean of a person's rate once the prior is updated by the person's own record: (a + events) / (a + b + trials).
 *
 * Throws `statistics/not-positive`, `statistics/shape-too-large`, `statistics/count-invalid` or
 * `statistics/events-exceed-trials`. Source: Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.4.
 */
export function shrunkRate(prior: BetaDistribution, { events, trials }: EventCounts): number {
  const { a, b } = possibleBeta(prior);
  eventsWithin(events, trials);
  return (a + events) / (a + b + trials);
}

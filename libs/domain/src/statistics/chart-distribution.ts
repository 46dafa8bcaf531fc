import { DomainError } from '../refusal';
import { possibleChart, SCORE_TOLERANCE, upProbability, type BarrierChart } from './barrier-chart';
import { openRate, positiveCount, positiveNumber } from './preconditions';

/**
 * The exact distribution of the first signal of a {@link BarrierChart}.
 *
 * Within one excursion above zero the score is i*up - j*down with whole i and j, so the states are integer pairs and no
 * grid or simulation is needed (the grid of Brook & Evans, Biometrika 1972;59:539, is exact only by chance). Every
 * return to zero starts afresh, so the excursions are combined by the renewal equation.
 */

/** A chart, its limit, and the constant failure rate of the person who is charted. */
export interface ChartUnderRate {
  readonly chart: BarrierChart;
  /** Signal limit, above zero, in the units of the chart. */
  readonly limit: number;
  /** True failure rate, strictly between 0 and 1. */
  readonly failureRate: number;
}

/** Beyond this number of cases no distribution is computed: no fellow's logbook reaches it. */
const LONGEST_HORIZON = 10_000;

/** Probability that is left in an unfinished excursion when its remainder no longer changes a result. */
const NEGLIGIBLE = 1e-18;

/** How an excursion that starts at zero may end at its n-th case. */
interface ExcursionEnd {
  readonly signaled: number;
  readonly returned: number;
}

function checked(design: ChartUnderRate): ChartUnderRate {
  possibleChart(design.chart);
  positiveNumber(design.limit, 'limit');
  openRate(design.failureRate, 'failureRate');
  return design;
}

/** Steps of the computation, about a second of them, beyond which an excursion is taken for endless. */
const MOST_STEPS = 5e7;

/**
 * Yields the ends of an excursion at case 1, 2, 3 … until next to nothing is left above zero. Throws
 * `statistics/run-too-long` where that takes longer than anybody waits.
 */
function* excursionEnds(design: ChartUnderRate): Generator<ExcursionEnd> {
  const { chart, limit } = design;
  const goesUp = upProbability(chart, design.failureRate);
  let fewestDowns = 0;
  let alive: number[] = [1];
  let steps = 0;
  for (let cases = 1; alive.length > 0; cases++) {
    const next: number[] = [];
    let signaled = 0;
    let returned = 0;
    let nextFewest = -1;
    steps += alive.length + 1;
    if (steps > MOST_STEPS) {
      throw new DomainError('statistics/run-too-long', 'the chart all but never ends', 'limit');
    }
    for (let k = 0; k <= alive.length; k++) {
      const downs = fewestDowns + k;
      const mass = (alive[k] ?? 0) * goesUp + (k > 0 ? (alive[k - 1] ?? 0) * (1 - goesUp) : 0);
      const score = (cases - downs) * chart.up - downs * chart.down;
      if (score >= limit - SCORE_TOLERANCE) signaled += mass;
      else if (score <= SCORE_TOLERANCE) returned += mass;
      else if (mass > NEGLIGIBLE || next.length > 0) {
        if (nextFewest < 0) nextFewest = downs;
        next.push(mass);
      }
    }
    yield { signaled, returned };
    if (next.every((mass) => mass <= NEGLIGIBLE)) return;
    alive = next;
    fewestDowns = nextFewest;
  }
}

/** Yields the probability that the first signal comes at case 1, 2, 3 … without end. */
function* firstSignalProbabilities(design: ChartUnderRate): Generator<number> {
  const ends = excursionEnds(design);
  const seen: ExcursionEnd[] = [];
  const atZero = [1];
  for (;;) {
    const end = ends.next();
    if (end.done !== true) seen.push(end.value);
    let signaled = 0;
    let returned = 0;
    for (let length = 1; length <= seen.length; length++) {
      const start = atZero[atZero.length - length] ?? 0;
      const { signaled: s, returned: r } = seen[length - 1] as ExcursionEnd;
      signaled += start * s;
      returned += start * r;
    }
    atZero.push(returned);
    yield signaled;
  }
}

/**
 * P(signal by case n) for n = 1 … `horizon`.
 *
 * `horizon` is a whole number of cases in 1..{@link LONGEST_HORIZON}. Throws `statistics/count-invalid`,
 * `statistics/horizon-too-long`, `statistics/not-positive`, `statistics/outcome-unknown` or
 * `statistics/rate-out-of-range`. Source: Brook & Evans, Biometrika 1972;59:539, on exact states instead of a grid.
 */
export function signalProbabilities(design: ChartUnderRate, horizon: number): number[] {
  checked(design);
  if (positiveCount(horizon, 'horizon') > LONGEST_HORIZON) {
    throw new DomainError(
      'statistics/horizon-too-long',
      `horizon must not exceed ${LONGEST_HORIZON}`,
      'horizon',
    );
  }
  const byCase: number[] = [];
  let sum = 0;
  for (const probability of firstSignalProbabilities(design)) {
    sum += probability;
    byCase.push(Math.min(1, sum));
    if (byCase.length === horizon) break;
  }
  return byCase;
}

/** P(signal by case `horizon`), 0..1. Ranges, errors and source as {@link signalProbabilities}. */
export function signalProbability(design: ChartUnderRate, horizon: number): number {
  return signalProbabilities(design, horizon)[horizon - 1] as number;
}

/**
 * The first case by which the chance of a signal is one half, or null if that lies beyond {@link LONGEST_HORIZON}.
 * Errors and source as {@link signalProbabilities}.
 */
export function medianCasesToSignal(design: ChartUnderRate): number | null {
  checked(design);
  let sum = 0;
  let cases = 0;
  for (const probability of firstSignalProbabilities(design)) {
    cases += 1;
    sum += probability;
    if (sum >= 0.5) return cases;
    if (cases === LONGEST_HORIZON) break;
  }
  return null;
}

/**
 * The average run length: expected number of cases until the signal.
 *
 * By renewal it is E[cases in an excursion] / P(an excursion signals). Throws `statistics/not-positive`,
 * `statistics/outcome-unknown`, `statistics/rate-out-of-range`, `statistics/signal-out-of-reach` where an excursion
 * signals with a probability below 1e-15, or `statistics/run-too-long` where an excursion practically never ends.
 * Source: Wald's identity for a chart that starts afresh at zero; Page, Biometrika 1954;41:100.
 */
export function averageRunLength(design: ChartUnderRate): number {
  let cases = 0;
  let expectedCases = 0;
  let signals = 0;
  for (const { signaled, returned } of excursionEnds(checked(design))) {
    cases += 1;
    expectedCases += cases * (signaled + returned);
    signals += signaled;
  }
  if (signals > 1e-15) return expectedCases / signals;
  throw new DomainError('statistics/signal-out-of-reach', 'the chart all but never signals', 'limit');
}

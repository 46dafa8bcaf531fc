/* The light of a competency, from its judged cases in their order (docs/statistics.md, sections 2 to 5). */
import { betaCdf, betaQuantile, chart, reached, runLength, signalChances } from './numerics.mjs';

const TARGET = 0.8;
const KEPT = 0.95;

/**
 * @typedef {object} Rule
 * @property {number} adequateFailureRate
 * @property {number} inadequateFailureRate
 * @property {number} limit
 * @property {number} monitoringLimit
 */

/** What one case adds to the learning chart; the monitoring chart takes the opposite. @param {Rule} rule */
export function stepsOf({ adequateFailureRate: pa, inadequateFailureRate: pu }) {
  return { success: Math.log((1 - pa) / (1 - pu)), failure: -Math.log(pu / pa) };
}

/**
 * Both charts of a record, without a review.
 * @param {readonly number[]} failures
 * @param {Rule} rule
 */
export function chartsOf(failures, rule) {
  const { success, failure } = stepsOf(rule);
  const learning = chart(failures, { success, failure });
  const signal = reached(learning, rule.limit);
  const monitoring =
    signal === null ? [] : chart(failures.slice(signal), { success: -success, failure: -failure });
  const alarm = reached(monitoring, rule.monitoringLimit);
  return {
    scores: [...learning.slice(0, signal ?? failures.length), ...monitoring],
    ...{ signal, alarm: signal === null || alarm === null ? null : signal + alarm },
    // The first case after the last zero before the signal.
    change: signal === null ? null : learning.slice(0, signal).findLastIndex((score) => score < 1e-9) + 2,
    monitored: signal === null ? 0 : failures.length - signal,
  };
}

/**
 * The light as a reader of ratings sees it.
 * @param {readonly number[] | null} failures null where there is no chart
 * @param {Rule} rule
 */
export function lightOf(failures, rule) {
  if (failures === null) return { state: 'not-charted', n: 0, target: TARGET };
  const n = failures.length;
  const successes = failures.filter((failed) => failed === 0).length;
  const light = { n, target: TARGET, successes };
  if (n === 0) return { ...light, state: 'none' };
  if (n < 10) return { ...light, state: 'insufficient' };
  const { signal, alarm, change } = chartsOf(failures, rule);
  let [a, b] = [1, 1];
  for (const failed of failures.slice(change === null ? 0 : change - 1)) {
    a = 1 + KEPT * (a - 1) + (1 - failed);
    b = 1 + KEPT * (b - 1) + failed;
  }
  const pAtLeastTarget = 1 - betaCdf(TARGET, a, b);
  const since = signal === null ? [] : failures.slice(signal);
  const failuresSince = since.filter((failed) => failed === 1).length;
  return {
    ...{ ...light, pAtLeastTarget },
    state: stateOf({ n, signal, alarm, failuresSince, pAtLeastTarget }),
    low: betaQuantile(0.05, 1 + successes, 1 + n - successes),
    high: betaQuantile(0.95, 1 + successes, 1 + n - successes),
    ...(signal === null ? {} : { signalCase: signal, failuresSince }),
    ...(alarm === null ? {} : { alarmCase: alarm }),
  };
}

/** @param {{ n: number, signal: number | null, alarm: number | null, failuresSince: number, pAtLeastTarget: number }} of */
function stateOf({ n, signal, alarm, failuresSince, pAtLeastTarget }) {
  if (alarm !== null) return 'concern_relapse';
  if (signal !== null) return failuresSince > 0 && pAtLeastTarget < 0.5 ? 'concern_drift' : 'competent';
  return n >= 20 && pAtLeastTarget <= 0.05 ? 'concern_low' : 'learning';
}

/** @template T @param {Map<string, T>} kept @param {unknown} key @param {() => T} make @returns {T} */
function once(kept, key, make) {
  const text = JSON.stringify(key);
  const known = kept.get(text) ?? make();
  kept.set(text, known);
  return known;
}

/** @type {Map<string, number[]>} */
const chances = new Map();
/** @type {Map<string, number>} */
const lengths = new Map();

/**
 * The chance of a signal at the inadequate rate within so many cases, and of an alarm at the adequate one.
 * @param {Rule} rule
 * @param {{ learning: number, monitored: number }} cases
 */
export function chanceOfFalse(rule, { learning, monitored }) {
  const { success, failure } = stepsOf(rule);
  const up = { success, failure, limit: rule.limit, failureRate: rule.inadequateFailureRate };
  const down = { ...watchOf(rule), failureRate: rule.adequateFailureRate };
  const within = (/** @type {typeof up} */ chartAt, /** @type {number} */ n) =>
    n === 0 ? 0 : (once(chances, chartAt, () => signalChances(chartAt, 130))[n - 1] ?? 0);
  return { signals: within(up, learning), alarms: within(down, monitored) };
}

/** Cases from one false alarm of the monitoring chart to the next. @param {Rule} rule */
export function casesPerFalseAlarm(rule) {
  return once(lengths, rule, () => runLength({ ...watchOf(rule), failureRate: rule.adequateFailureRate }));
}

/** The monitoring chart. @param {Rule} rule */
export function watchOf(rule) {
  const { success, failure } = stepsOf(rule);
  return { success: -success, failure: -failure, limit: rule.monitoringLimit };
}

/**
 * The limit of a chart: the lowest score that it can have within the horizon and that keeps the promise, and midway from there
 * to the next lower one. Every score is found by walking; the chances are those of a chart with a limit there.
 * @param {{ success: number, failure: number }} steps
 * @param {{ failureRate: number, horizon: number, promised: number }} about
 */
export function limitOf({ success, failure }, { failureRate, horizon, promised }) {
  const scores = new Set([0]);
  let now = new Set([0]);
  for (let n = 0; n < horizon; n += 1) {
    const next = new Set();
    for (const score of now)
      for (const step of [success, failure]) next.add(Math.round(Math.max(0, score + step) * 1e9) / 1e9);
    for (const score of next) scores.add(score);
    now = next;
  }
  const sorted = [...scores].sort((one, other) => one - other);
  const holds = (/** @type {number} */ k) =>
    (signalChances({ success, failure, failureRate, limit: sorted[k] ?? 0 }, horizon).at(-1) ?? 1) <=
    promised;
  let [low, high] = [0, sorted.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

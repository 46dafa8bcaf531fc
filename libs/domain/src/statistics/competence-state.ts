import { DomainError } from '../refusal';
import { SCORE_TOLERANCE } from './barrier-chart';
import {
  DEFAULT_RETENTION,
  DEFAULT_TARGET_RATE,
  discountedPosterior,
  probabilityOfReaching,
  UNIFORM_PRIOR,
  type BetaDistribution,
} from './beta-posterior';
import type { FailureRates } from './failure-rates';
import { calibrateLcCusum, DEFAULT_COMPETENCE_PROMISE, lcCusum } from './lc-cusum';
import { calibrateMonitoring, monitoringCusum } from './monitoring-cusum';
import { binaryOutcomes, probabilityIn, wholeCount } from './preconditions';

/**
 * What the record of one fellow in one procedure says today. It recommends a look; people entrust.
 *
 * - `insufficient`: too few cases for any word.
 * - `learning`: no signal yet; this is not incompetence.
 * - `competent`: the LC-CUSUM has signaled, and nothing since speaks against it.
 * - `concern_drift`: it has signaled, a case failed after that, and what came since the change no longer makes the target
 *   likely.
 * - `concern_low`: after many cases the target is very unlikely.
 * - `concern_relapse`: the monitoring chart raised an alarm after the signal.
 */
export type CompetenceState =
  'insufficient' | 'learning' | 'competent' | 'concern_drift' | 'concern_low' | 'concern_relapse';

/** The parameters of the rule, as a program sets them and as the chart prints them. */
export interface CompetenceRule {
  readonly rates: FailureRates;
  /** Limit of the LC-CUSUM: the midpoint of its calibration. */
  readonly lcLimit: number;
  /** Limit of the monitoring chart: the midpoint of its calibration. */
  readonly monitoringLimit: number;
  /** Success rate to reach, 0..1. */
  readonly targetRate: number;
  /** Retention of evidence per case, 0..1. */
  readonly retention: number;
  /** Below this number of cases the state is `insufficient`. */
  readonly fewestCases: number;
  /** From this number of cases on `concern_low` is possible. */
  readonly fewestCasesForLow: number;
  /** At or below this probability of reaching the target the state is `concern_low`, 0..1. */
  readonly lowProbability: number;
  readonly prior: BetaDistribution;
}

/** The state with the numbers that explain it. Case numbers are 1-based over the whole record. */
export interface CompetenceAssessment {
  readonly state: CompetenceState;
  readonly cases: number;
  readonly lcSignalCase: number | null;
  readonly alarmCase: number | null;
  /**
   * The case from which on the record is taken to be at the adequate rate, estimated at the signal: the first after the
   * chart was last at zero. Null without a signal.
   */
  readonly changeCase: number | null;
  /**
   * P(success rate >= target), recent cases weighing most: of all cases until the signal, from then on of the cases since
   * {@link changeCase}, so that a poor start does not weigh on what it ended in.
   */
  readonly probabilityOfTarget: number;
  /** The LC-CUSUM after the last case; from the signal on as it was at the signal, for the chart has said its word. */
  readonly lcScore: number;
}

/** At or above this probability of the target a signal still stands. */
const STILL_LIKELY = 0.5;

/** What the charts of a procedure promise: over how many cases false signals and false alarms count, and how many. */
export interface ChartPromise {
  /** Number of cases. */
  readonly horizon: number;
  /** Highest accepted chance of a false signal by then, and of a false alarm as many cases after a signal, 0..1. */
  readonly falseRate: number;
}

/** The promise of both charts, until a director sets another. */
export const DEFAULT_CHART_PROMISE: ChartPromise = {
  horizon: DEFAULT_COMPETENCE_PROMISE.horizon,
  falseRate: DEFAULT_COMPETENCE_PROMISE.falseCompetenceTarget,
};

/**
 * The rule for a pair of failure rates and a promise, with exactly calibrated limits. The numbers are choices that a program
 * director confirms per procedure before the first case. Throws the errors of the two calibrations. Sources: those of the
 * two charts; the other numbers are the product's own choices.
 */
export function defaultCompetenceRule(
  rates: FailureRates,
  { horizon, falseRate }: ChartPromise = DEFAULT_CHART_PROMISE,
): CompetenceRule {
  return {
    rates,
    lcLimit: calibrateLcCusum({ rates, horizon, falseCompetenceTarget: falseRate }).midpoint,
    monitoringLimit: calibrateMonitoring({ rates, horizon, falseAlarmTarget: falseRate }).midpoint,
    targetRate: DEFAULT_TARGET_RATE,
    retention: DEFAULT_RETENTION,
    fewestCases: 10,
    fewestCasesForLow: 20,
    lowProbability: 0.05,
    prior: UNIFORM_PRIOR,
  };
}

/** A fellow's record in one procedure. */
export interface OutcomeRecord {
  /** 1 for a failure, 0 for a success, oldest case first. */
  readonly failures: readonly number[];
  /**
   * The case after which both charts start again at zero, because a supervisor reviewed the alarm there. None: 0.
   */
  readonly restartAfterCase?: number;
}

function shifted(caseNumber: number | null, offset: number): number | null {
  return caseNumber === null ? null : caseNumber + offset;
}

/** Checks what only some states read; the charts and the posterior check the rest. */
function possibleRule(rule: CompetenceRule): void {
  wholeCount(rule.fewestCases, 'fewestCases');
  wholeCount(rule.fewestCasesForLow, 'fewestCasesForLow');
  probabilityIn(rule.lowProbability, 'lowProbability');
}

/**
 * The state of a record, first match: fewer than the fewest cases `insufficient`; alarm `concern_relapse`; signal, a
 * failure after it and P(target) < 0.5 `concern_drift`; signal otherwise `competent`; enough cases and P(target) at or
 * below the low probability `concern_low`; else `learning`. An alarm stands until a supervisor reviews it and the charts
 * restart.
 *
 * The whole rule is checked, whichever state it comes to. Throws `statistics/outcome-not-binary`,
 * `statistics/count-invalid`, `statistics/probability-out-of-range`, `statistics/restart-beyond-record` and the errors of
 * the charts and of the posterior for an impossible rule. Sources: those of `lcCusum`, `monitoringCusum` and
 * `discountedPosterior`; for the change Page, Biometrika 1954;41:100 and Hinkley, Biometrika 1971;58:509; their order is
 * the product's own choice.
 */
export function competenceState(record: OutcomeRecord, rule: CompetenceRule): CompetenceAssessment {
  possibleRule(rule);
  const failures = binaryOutcomes(record.failures, 'failures');
  const start = wholeCount(record.restartAfterCase ?? 0, 'restartAfterCase');
  if (start > failures.length) {
    throw new DomainError(
      'statistics/restart-beyond-record',
      'the record ends before the restart',
      'restartAfterCase',
    );
  }
  const charted = failures.slice(start);
  const { path, signalCase } = lcCusum({ rates: rule.rates, limit: rule.lcLimit }, charted);
  const watched = signalCase === null ? [] : charted.slice(signalCase);
  const { alarmCase } = monitoringCusum({ rates: rule.rates, limit: rule.monitoringLimit }, watched);
  const changeCase = signalCase === null ? null : caseOfChange(path, signalCase);
  const now = changeCase === null ? failures : charted.slice(changeCase - 1);
  const successes = now.map((failure) => 1 - failure);
  const posterior = discountedPosterior(rule.prior, successes, rule.retention);
  const facts = {
    cases: failures.length,
    lcSignalCase: shifted(signalCase, start),
    alarmCase: shifted(alarmCase, start + (signalCase ?? 0)),
    changeCase: shifted(changeCase, start),
    probabilityOfTarget: probabilityOfReaching(posterior, rule.targetRate),
    lcScore: path.at(signalCase === null ? -1 : signalCase - 1) ?? 0,
  };
  return { ...facts, state: stateOf(facts, rule, watched.includes(1)) };
}

/**
 * Where a chart says that the record changed, for the case of its signal: the first case after the last one before it that
 * left the chart at zero; 1-based, as the signal is. Sources: Page, Biometrika 1954;41:100; Hinkley, Biometrika 1971;58:509.
 */
export function caseOfChange(path: readonly number[], signalCase: number): number {
  return path.slice(0, signalCase).findLastIndex((score) => score <= SCORE_TOLERANCE) + 2;
}

function stateOf(
  facts: Omit<CompetenceAssessment, 'state'>,
  rule: CompetenceRule,
  failedSince: boolean,
): CompetenceState {
  if (facts.cases < rule.fewestCases) return 'insufficient';
  if (facts.alarmCase !== null) return 'concern_relapse';
  if (facts.lcSignalCase !== null) {
    return failedSince && facts.probabilityOfTarget < STILL_LIKELY ? 'concern_drift' : 'competent';
  }
  const low = facts.probabilityOfTarget <= rule.lowProbability;
  return low && facts.cases >= rule.fewestCasesForLow ? 'concern_low' : 'learning';
}

import { ATTENTION_RULE } from './attention';
import { averageRunLength } from './chart-distribution';
import type { CompetenceRule } from './competence-state';
import { monitoringChart } from './monitoring-cusum';
import { positiveNumber, wholeCount } from './preconditions';
import { DomainError } from '../refusal';

/** What is watched, for the number of flags that chance alone raises. */
export interface Watched {
  /** Cases of each fellow and procedure under a monitoring chart in the period of the list. */
  readonly monitoredCases: readonly number[];
  /** Cases from one false alarm to the next: the average run length of the monitoring chart at the adequate rate. */
  readonly casesPerFalseAlarm: number;
  /** Pairs of fellow and procedure that are watched for silence on the day of the list. */
  readonly watchedForSilence: number;
}

/** Flags that chance alone is expected to raise, printed beside the list. */
export interface ExpectedFalseFlags {
  readonly alarms: number;
  readonly silences: number;
  readonly total: number;
}

/**
 * Expected false flags, in flags: one alarm per average run length of monitored cases (816 by default), and silence in 5 % of the
 * pairs that are watched, because the time since the last case of a steady rate passes its own 5 % limit 5 % of the time
 * (the rate of a renewal process is one over its mean interval).
 *
 * Throws `statistics/count-invalid`, `statistics/not-positive` or, for alarms beyond all numbers,
 * `statistics/not-computable`.
 */
export function expectedFalseFlags(watched: Watched): ExpectedFalseFlags {
  const cases = watched.monitoredCases.reduce((sum, count) => sum + wholeCount(count, 'monitoredCases'), 0);
  const alarms = cases / positiveNumber(watched.casesPerFalseAlarm, 'casesPerFalseAlarm');
  if (!(alarms < Infinity)) {
    throw new DomainError('statistics/not-computable', 'alarms are too frequent', 'casesPerFalseAlarm');
  }
  const silences = ATTENTION_RULE.silenceBelow * wholeCount(watched.watchedForSilence, 'watchedForSilence');
  return { alarms, silences, total: alarms + silences };
}

/**
 * Cases from one false alarm of the monitoring chart of a rule to the next: its average run length at the adequate rate,
 * about 816 for the default rule. Errors as `averageRunLength`.
 */
export function casesPerFalseAlarm({ rates, monitoringLimit }: CompetenceRule): number {
  const chart = monitoringChart(rates);
  return averageRunLength({ chart, limit: monitoringLimit, failureRate: rates.adequate });
}

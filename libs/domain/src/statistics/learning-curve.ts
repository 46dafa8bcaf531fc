import { DomainError } from '../refusal';
import { earliestSignal } from './barrier-chart';
import { caseOfChange, type CompetenceRule } from './competence-state';
import { lcCusum, lcCusumChart } from './lc-cusum';
import { monitoringCusum } from './monitoring-cusum';
import { binaryOutcomes, nonNegativeNumber, wholeCount } from './preconditions';

/** One chart of a curve. Case numbers are 1-based over the whole record. */
export interface CurvePanel {
  readonly chart: 'learning' | 'monitoring';
  /** The case of the first score. */
  readonly fromCase: number;
  /** The score after each case from there on. */
  readonly path: readonly number[];
  /** At or above it the chart speaks. */
  readonly limit: number;
  /** The case at which it did: a signal of learning, an alarm of monitoring; null where it has not. */
  readonly reachedCase: number | null;
  /** From which case on the record is taken to have changed, as the chart says it where it speaks; else null. */
  readonly changeCase: number | null;
}

/** What stands between two reviews of alarms: learning until its signal, then monitoring from the next case on. */
export interface CurveStretch {
  /** The first case of the stretch. */
  readonly fromCase: number;
  /** Learning, and monitoring where the signal came and cases followed. */
  readonly panels: readonly CurvePanel[];
}

/** A record with the cases after which a review let both charts start again. */
export interface ReviewedRecord {
  /** 1 for a failure, 0 for a success, oldest case first. */
  readonly failures: readonly number[];
  /** Ascending, each within the record; several after one case are one. */
  readonly restartsAfter: readonly number[];
}

/**
 * The charts of a record, drawn case by case: for each stretch the LC-CUSUM until its signal and the monitoring chart from
 * the next case on; a review ends a stretch, and both start at zero again. Of the last stretch signal and alarm are those
 * of `competenceState` with the same restart.
 *
 * Throws `statistics/outcome-not-binary`, `statistics/count-invalid`, `statistics/restart-beyond-record` and the errors of
 * the charts. Sources: those of `lcCusum` and `monitoringCusum`.
 */
export function learningCurve(record: ReviewedRecord, rule: CompetenceRule): CurveStretch[] {
  const failures = binaryOutcomes(record.failures, 'failures');
  const restarts = record.restartsAfter.map((after) => wholeCount(after, 'restartsAfter'));
  if (restarts.some((after, k) => after > failures.length || after < (restarts[k - 1] ?? 0))) {
    throw new DomainError(
      'statistics/restart-beyond-record',
      'the charts start again within the record, and in its order',
      'restartsAfter',
    );
  }
  const starts = [...new Set([0, ...restarts])];
  return starts.map((start, k) => stretchOf(failures.slice(start, starts[k + 1]), start, rule));
}

function stretchOf(failures: readonly number[], start: number, rule: CompetenceRule): CurveStretch {
  const learning = lcCusum({ rates: rule.rates, limit: rule.lcLimit }, failures);
  const { signalCase } = learning;
  const signaled = signalCase ?? failures.length;
  const panels = [
    panel({ chart: 'learning', start, limit: rule.lcLimit }, learning.path.slice(0, signaled), signalCase),
  ];
  if (signalCase !== null && signalCase < failures.length) {
    const watched = failures.slice(signalCase);
    const { path, alarmCase } = monitoringCusum({ rates: rule.rates, limit: rule.monitoringLimit }, watched);
    const about = { chart: 'monitoring', start: start + signalCase, limit: rule.monitoringLimit } as const;
    panels.push(panel(about, path, alarmCase));
  }
  return { fromCase: start + 1, panels };
}

function panel(
  { chart, start, limit }: Pick<CurvePanel, 'chart' | 'limit'> & { readonly start: number },
  path: readonly number[],
  reached: number | null,
): CurvePanel {
  return {
    ...{ chart, limit, path, fromCase: start + 1 },
    reachedCase: reached === null ? null : start + reached,
    changeCase: reached === null ? null : start + caseOfChange(path, reached),
  };
}

/**
 * The successes in a row that would bring a learning chart from this score to its limit, at least one. Throws
 * `statistics/negative` (the score), and the errors of `earliestSignal` and `lcCusumChart`.
 */
export function successesToSignal(score: number, { rates, lcLimit }: CompetenceRule): number {
  const missing = lcLimit - nonNegativeNumber(score, 'score');
  const chart = lcCusumChart(rates);
  return missing > 0 ? earliestSignal(chart, missing) : 1;
}

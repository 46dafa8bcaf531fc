import type { Competency } from '@countersign/domain/competency';
import { calibrateLcCusum, lcCusum } from '@countersign/domain/statistics';
import type { SignedChart } from '@countersign/domain/signing';
import { chartedOf, failuresOf, type ChartGrounds } from './charted';

/** Decimals of a score and of a rate, as they are printed and signed. */
const SCORE_DIGITS = 3;
const RATE_DIGITS = 2;

/**
 * The learning curve of one fellow in one competency as a document holds it: numbers that are no counts are rounded and
 * texts, so that the same record gives the same bytes. After a review of an alarm it is that of the cases since. Null where
 * the competency has no chart, or no case is judged.
 */
export function competenceChart(
  competency: Pick<Competency, 'id' | 'about'>,
  grounds: ChartGrounds,
): SignedChart | null {
  const charted = chartedOf(competency, grounds);
  if (charted === null || charted.cases.length === 0) return null;
  const { rule, design, cases, reviews, assessed } = charted;
  const { rates } = rule;
  const start = reviews.at(-1)?.afterCase ?? 0;
  const failures = failuresOf(cases.slice(start));
  const { path } = lcCusum({ rates, limit: rule.lcLimit }, failures);
  const falseCompetenceTarget = design.falsePercent / 100;
  const { horizon } = design;
  const { earliestSignal } = calibrateLcCusum({ rates, horizon, falseCompetenceTarget });
  const isTold = cases.length >= rule.fewestCases;
  const since = (at: number | null) => (at === null ? null : at - start);
  return {
    ...{ state: assessed.state, failures, path: path.map((score) => score.toFixed(SCORE_DIGITS)) },
    ...{ limit: rule.lcLimit.toFixed(SCORE_DIGITS), earliestSignal },
    ...{ signalCase: since(assessed.lcSignalCase), alarmCase: since(assessed.alarmCase) },
    probability: isTold ? assessed.probabilityOfTarget.toFixed(RATE_DIGITS) : null,
    target: rule.targetRate.toFixed(RATE_DIGITS),
    adequateFailureRate: rates.adequate.toFixed(RATE_DIGITS),
    inadequateFailureRate: rates.inadequate.toFixed(RATE_DIGITS),
    falseSignal: falseCompetenceTarget.toFixed(RATE_DIGITS),
    horizon,
  };
}

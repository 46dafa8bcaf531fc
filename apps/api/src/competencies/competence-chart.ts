import type { Fact } from '@countersign/domain/competency';
import { hasChart, judgedCases, type Competency } from '@countersign/domain/competency';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  calibrateLcCusum,
  competenceState,
  DEFAULT_COMPETENCE_PROMISE,
  DEFAULT_FAILURE_RATES,
  defaultCompetenceRule,
  lcCusum,
} from '@countersign/domain/statistics';
import type { SignedChart } from '@countersign/domain/signing';

/** Adequate and inadequate failure rates, until a program sets its own per procedure. */
const rates = DEFAULT_FAILURE_RATES;
const { horizon, falseCompetenceTarget } = DEFAULT_COMPETENCE_PROMISE;

/** Decimals of a score and of a rate, as they are printed and signed. */
const SCORE_DIGITS = 3;
const RATE_DIGITS = 2;

/**
 * The learning curve of one fellow in one competency as a document holds it: numbers that are no counts are rounded and
 * texts, so that the same record gives the same bytes. Null where the competency has no chart, or no case is judged.
 */
export function competenceChart(
  about: Competency['about'],
  facts: readonly Fact[],
  { catalogue }: Pick<CatalogueIndex, 'catalogue'>,
): SignedChart | null {
  if (!hasChart(about, catalogue)) return null;
  const failures = judgedCases(about, facts);
  if (failures.length === 0) return null;
  const rule = defaultCompetenceRule(rates);
  const assessed = competenceState({ failures }, rule);
  const { path } = lcCusum({ rates, limit: rule.lcLimit }, failures);
  const { earliestSignal } = calibrateLcCusum({ rates, horizon, falseCompetenceTarget });
  const isTold = failures.length >= rule.fewestCases;
  return {
    ...{ state: assessed.state, failures, path: path.map((score) => score.toFixed(SCORE_DIGITS)) },
    ...{ limit: rule.lcLimit.toFixed(SCORE_DIGITS), earliestSignal },
    ...{ signalCase: assessed.lcSignalCase, alarmCase: assessed.alarmCase },
    probability: isTold ? assessed.probabilityOfTarget.toFixed(RATE_DIGITS) : null,
    target: rule.targetRate.toFixed(RATE_DIGITS),
    adequateFailureRate: rates.adequate.toFixed(RATE_DIGITS),
    inadequateFailureRate: rates.inadequate.toFixed(RATE_DIGITS),
    falseSignal: falseCompetenceTarget.toFixed(RATE_DIGITS),
    horizon,
  };
}

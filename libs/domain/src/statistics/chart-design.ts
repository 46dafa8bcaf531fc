import { DomainError, ok, refused, type Result } from '../refusal';
import { DEFAULT_CHART_PROMISE, defaultCompetenceRule, type CompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';

/** What a director sets for the charts of a competency, in whole numbers. */
export interface ChartDesign {
  /** Percent of cases not going well of somebody who is there. */
  readonly adequatePercent: number;
  /** Percent of cases not going well of somebody who must not be called so. */
  readonly inadequatePercent: number;
  /** Cases over which false signals and false alarms count. */
  readonly horizon: number;
  /** The most false signals by then, and false alarms, in percent. */
  readonly falsePercent: number;
}

/** The design of charts that nobody set: 10 % against 30 %, at most 5 % within 50 cases. Our choice. */
export const DEFAULT_CHART_DESIGN: ChartDesign = {
  adequatePercent: Math.round(100 * DEFAULT_FAILURE_RATES.adequate),
  inadequatePercent: Math.round(100 * DEFAULT_FAILURE_RATES.inadequate),
  horizon: DEFAULT_CHART_PROMISE.horizon,
  falsePercent: Math.round(100 * DEFAULT_CHART_PROMISE.falseRate),
};

/** The rule of a design, with exactly calibrated limits. Throws the errors of `defaultCompetenceRule`. */
export function ruleOfDesign(design: ChartDesign): CompetenceRule {
  const { adequatePercent, inadequatePercent, horizon, falsePercent } = design;
  const rates = { adequate: adequatePercent / 100, inadequate: inadequatePercent / 100 };
  return defaultCompetenceRule(rates, { horizon, falseRate: falsePercent / 100 });
}

/**
 * The rule of a design that somebody asks for. Refusals: `chart/rates-reversed` where the adequate rate is not the lower
 * one, `chart/limit-unattainable` where even a perfect run would signal too often within the horizon. Throws the other
 * errors of `defaultCompetenceRule` for numbers that no form lets through.
 */
export function checkChartDesign(design: ChartDesign): Result<CompetenceRule> {
  if (design.adequatePercent >= design.inadequatePercent)
    return refused('chart/rates-reversed', '/inadequatePercent');
  try {
    return ok(ruleOfDesign(design));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'statistics/target-unattainable')
      return refused('chart/limit-unattainable', '/falsePercent');
    throw error;
  }
}

import { openRate, positiveNumber } from './preconditions';

/** The scores of one case whose own risk of failure is known, in nats. */
export interface RiskAdjustedScore {
  readonly onFailure: number;
  readonly onSuccess: number;
}

/**
 * The log-likelihood-ratio scores of a risk-adjusted chart: failure ln R - ln(1-p+Rp), success -ln(1-p+Rp).
 *
 * `risk` p is the predicted chance that this case fails, strictly between 0 and 1; `oddsMultiplier` R > 0 is the change
 * of the odds to detect (above 1 worse, below 1 better). Throws `statistics/rate-out-of-range` or
 * `statistics/not-positive`. Source: Steiner et al., Biostatistics 2000;1:441.
 */
export function riskAdjustedScore(risk: number, oddsMultiplier: number): RiskAdjustedScore {
  openRate(risk, 'risk');
  positiveNumber(oddsMultiplier, 'oddsMultiplier');
  const shift = Math.log(1 - risk + oddsMultiplier * risk);
  return { onFailure: Math.log(oddsMultiplier) - shift, onSuccess: -shift };
}

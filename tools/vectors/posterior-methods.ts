import {
  benjaminiHochberg,
  betaPosterior,
  calibrationScores,
  competenceState,
  credibleInterval,
  dependability,
  discountedPosterior,
  errorToPersonRatio,
  exactRatingsFor,
  fewestCasesFor,
  fitBetaPrior,
  funnelLimit,
  intervalCoverage,
  meanRate,
  predictiveProbabilities,
  probabilityOfReaching,
  rateDeviation,
  ratingsFor,
  reliabilityOf,
  shrunkRate,
  type BetaDistribution,
} from '@countersign/domain/statistics';
import { answerEach, askedFractions } from './asked-keys';
import {
  numberAt,
  numberOr,
  numbersAt,
  VectorShapeError,
  type VectorMethod,
  type VectorMethods,
  type VectorRecord,
} from './vector-method';

function prior(parameters: VectorRecord): BetaDistribution {
  return { a: numberAt(parameters, 'a0'), b: numberAt(parameters, 'b0') };
}

function targetProbability(
  parameters: VectorRecord,
  posterior: BetaDistribution,
): { readonly p_ge_target: number | null } {
  const none = parameters['target'] === undefined || parameters['target'] === null;
  return { p_ge_target: none ? null : probabilityOfReaching(posterior, numberAt(parameters, 'target')) };
}

const beta_binomial: VectorMethod = (parameters, input) => {
  const counts = { successes: numberAt(input, 'successes'), failures: numberAt(input, 'failures') };
  const posterior = betaPosterior(prior(parameters), counts);
  const { low, high } = credibleInterval(posterior, numberAt(parameters, 'level'));
  const summary = { mean: meanRate(posterior), sd: rateDeviation(posterior), lo: low, hi: high };
  return { ...posterior, ...summary, ...targetProbability(parameters, posterior), published: summary };
};

const beta_binomial_predictive: VectorMethod = (parameters) => {
  const posterior = { a: numberAt(parameters, 'a'), b: numberAt(parameters, 'b') };
  return {
    pmf: predictiveProbabilities(posterior, numberAt(parameters, 'm')),
    next_is_success: meanRate(posterior),
  };
};

const beta_binomial_discounted: VectorMethod = (parameters, input) => {
  const before = prior(parameters);
  const posterior = discountedPosterior(before, numbersAt(input, 'success'), numberAt(parameters, 'lam'));
  return {
    ...posterior,
    mean: meanRate(posterior),
    ...targetProbability(parameters, posterior),
    effective_n: posterior.a + posterior.b - before.a - before.b,
  };
};

/** The question stands in the key: `target0.7_conf0.8_failures0`. */
const beta_binomial_min_cases: VectorMethod = (parameters, _input, asked) =>
  Object.fromEntries(
    asked.map((key) => {
      const found = /^target([\d.]+)_conf([\d.]+)_failures(\d+)$/.exec(key);
      if (found === null)
        throw new VectorShapeError(`"${key}" does not name target, confidence and failures`);
      const [target, confidence, failures] = found.slice(1).map(Number) as [number, number, number];
      return [key, fewestCasesFor(prior(parameters), { target, confidence, failures })];
    }),
  );

const beta_binomial_eb_prior_ml: VectorMethod = (_parameters, input) => {
  const trials = numbersAt(input, 'trials');
  const people = numbersAt(input, 'events').map((events, k) => ({ events, trials: trials[k] ?? Number.NaN }));
  const fitted = fitBetaPrior(people);
  if (!fitted.ok) return fitted;
  const { a, b, logLikelihood } = fitted.value;
  return {
    a,
    b,
    loglik: logLikelihood,
    shrunk_means: people.map((person) => shrunkRate(fitted.value, person)),
  };
};

const spearman_brown_d_study: VectorMethod = (_parameters, input, asked) => {
  const ratio = errorToPersonRatio(numberAt(input, 'reliability'), numberAt(input, 'n'));
  const exact = (rho: number): number => exactRatingsFor(rho, ratio);
  return {
    error_to_person_variance_ratio: ratio,
    single_rating_reliability: reliabilityOf(1, ratio),
    ...answerEach(askedFractions(asked, /^n_for_(\d+)$/), (rho) => ratingsFor(rho, ratio)),
    ...answerEach(askedFractions(asked, /^implied_n_real_for_(\d+)$/), exact),
    ...answerEach(askedFractions(asked, /^published_n_for_(\d+)$/), exact),
  };
};

const g_coefficient_rated_by_several: VectorMethod = (parameters, input) => {
  const variances = {
    person: numberAt(parameters, 'var_person'),
    rater: numberAt(parameters, 'var_rater'),
    residual: numberAt(parameters, 'var_residual'),
  };
  const ratings = numberAt(input, 'ratings');
  const spreads = numbersAt(input, 'distinct_raters');
  return { dependability: spreads.map((raters) => dependability(variances, { ratings, raters })) };
};

const funnel_exact_binomial_limits: VectorMethod = (parameters, input, asked) => {
  const record = { rate: numberAt(parameters, 'target'), n: numberAt(input, 'n') };
  return answerEach(askedFractions(asked, /^(?:lower|upper)_(\d+)$/), (tail) => funnelLimit(record, tail));
};

const calibration_scores: VectorMethod = (_parameters, input) => {
  const scores = calibrationScores({
    probabilities: numbersAt(input, 'p'),
    outcomes: numbersAt(input, 'outcome'),
  });
  return {
    brier: scores.brier,
    log_score: scores.logScore,
    mean_p: scores.meanProbability,
    mean_outcome: scores.meanOutcome,
    spiegelhalter_z: scores.spiegelhalterZ,
  };
};

const interval_coverage: VectorMethod = (parameters, input) => {
  const counts = { inside: numberAt(input, 'inside'), total: numberAt(input, 'total') };
  const { coverage, pValue } = intervalCoverage(counts, numberAt(parameters, 'nominal'));
  return { coverage, p_value_two_sided: pValue };
};

const benjamini_hochberg: VectorMethod = (parameters, input) => ({
  rejected_indices: benjaminiHochberg(numbersAt(input, 'p'), numberAt(parameters, 'q')),
});

const competence_state: VectorMethod = (parameters, input) => {
  const [a, b] = numbersAt(parameters, 'prior') as readonly [number, number];
  const found = competenceState(
    { failures: numbersAt(input, 'failures'), restartAfterCase: numberOr(input, 'restart_after_case', 0) },
    {
      rates: {
        adequate: numberAt(parameters, 'p_adequate'),
        inadequate: numberAt(parameters, 'p_inadequate'),
      },
      lcLimit: numberAt(parameters, 'h_lc'),
      monitoringLimit: numberAt(parameters, 'h_mon'),
      targetRate: numberAt(parameters, 'target'),
      retention: numberAt(parameters, 'lam'),
      fewestCases: numberAt(parameters, 'n_min'),
      fewestCasesForLow: numberAt(parameters, 'n_low'),
      lowProbability: numberAt(parameters, 'low'),
      prior: { a, b },
    },
  );
  return {
    state: found.state,
    n: found.cases,
    lc_signal_case: found.lcSignalCase,
    mon_alarm_case: found.alarmCase,
    change_case: found.changeCase,
    p_ge_target: found.probabilityOfTarget,
    lc_score: found.lcScore,
  };
};

/** Every method of posteriors, priors, reliability, calibration and competence, by its name in the vectors. */
export const posteriorMethods: VectorMethods = {
  beta_binomial,
  beta_binomial_predictive,
  beta_binomial_discounted,
  beta_binomial_min_cases,
  beta_binomial_eb_prior_ml,
  spearman_brown_d_study,
  g_coefficient_rated_by_several,
  funnel_exact_binomial_limits,
  calibration_scores,
  interval_coverage,
  benjamini_hochberg,
  competence_state,
};

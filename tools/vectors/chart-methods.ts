import {
  averageRunLength,
  computeLcCusumLimit,
  cusumParameters,
  earliestSignal,
  holdingBarrierScores,
  lcCusum,
  lcCusumChart,
  likelihoodRatioChart,
  limitNearest,
  limitWithin,
  medianCasesToSignal,
  repeatedSprt,
  riskAdjustedScore,
  shiftOdds,
  signalProbability,
  type CusumDesign,
  type FailureRates,
  type LimitQuestion,
} from '@countersign/domain/statistics';
import { answerEach, askedNumbers } from './asked-keys';
import { posteriorMethods } from './posterior-methods';
import {
  numberAt,
  numbersAt,
  type VectorMethod,
  type VectorMethods,
  type VectorRecord,
} from './vector-method';

/** Vectors call the adequate rate p0 and the inadequate rate p1 here. */
function cusumDesign(parameters: VectorRecord): CusumDesign {
  const rates = { adequate: numberAt(parameters, 'p0'), inadequate: numberAt(parameters, 'p1') };
  return { rates, alpha: numberAt(parameters, 'alpha'), beta: numberAt(parameters, 'beta') };
}

function lcRates(parameters: VectorRecord): FailureRates {
  return { adequate: numberAt(parameters, 'p_adequate'), inadequate: numberAt(parameters, 'p_inadequate') };
}

/** The rate that an alarm speaks for stands as it is (`p_out`) or as a multiple of the odds of the rate in control. */
function monitorQuestion(parameters: VectorRecord): Omit<LimitQuestion, 'target'> {
  const assumed = numberAt(parameters, 'p_in');
  const { p_out: given = null } = parameters;
  const alternative =
    given === null
      ? shiftOdds(assumed, numberAt(parameters, 'odds_multiplier'))
      : numberAt(parameters, 'p_out');
  const chart = likelihoodRatioChart({ assumed, alternative });
  return { chart, failureRate: assumed, horizon: numberAt(parameters, 'n') };
}

const cusum_params: VectorMethod = (parameters) => {
  const found = cusumParameters(cusumDesign(parameters));
  return {
    P: found.failureEvidence,
    Q: found.successEvidence,
    a: found.upperEvidence,
    b: found.lowerEvidence,
    s: found.successStep,
    h0: found.lowerLimit,
    h1: found.upperLimit,
    min_n_accept_no_failures: found.fewestSuccesses,
    min_n_reject_all_failures: found.fewestFailures,
    asn_p0: found.expectedCasesIfAdequate,
    asn_p1: found.expectedCasesIfInadequate,
    published_h0: found.lowerLimit,
    published_h1: found.upperLimit,
    published_s: found.successStep,
    first_n_accept_with_0_failures: found.fewestSuccesses,
  };
};

const cusum_sprt_restart: VectorMethod = (parameters, input) => {
  const { path, verdicts } = repeatedSprt(cusumDesign(parameters), numbersAt(input, 'failures'));
  return { path, events: verdicts.map(({ caseNumber, verdict }) => [caseNumber, verdict]) };
};

const cusum_holding_barrier_down: VectorMethod = (parameters, input) => {
  const { rates } = cusumDesign(parameters);
  return { scores: holdingBarrierScores(rates, numbersAt(input, 'failures')) };
};

const cusum_monitor_exact_limit: VectorMethod = (parameters) => {
  const question = { ...monitorQuestion(parameters), target: numberAt(parameters, 'alpha') };
  const nearest = parameters['rule'] === undefined || String(parameters['rule']).includes('nearest');
  const { limit, achieved } = nearest ? limitNearest(question) : limitWithin(question);
  return { limit, P_max_ge_limit: achieved };
};

const cusum_monitor_false_signal_probability: VectorMethod = (parameters) => {
  const { chart, failureRate, horizon } = monitorQuestion(parameters);
  const exact = signalProbability({ chart, failureRate, limit: numberAt(parameters, 'h') }, horizon);
  return { exact, published_simulation: exact };
};

const cusum_monitor_calibrate: VectorMethod = (parameters) => {
  const found = limitWithin({ ...monitorQuestion(parameters), target: numberAt(parameters, 'alpha') });
  return { h: found.limit, h_open_lower: found.openLower, h_mid: found.midpoint, achieved: found.achieved };
};

const risk_adjusted_cusum_score: VectorMethod = (parameters, input, asked) => {
  const logit = (): number =>
    numberAt(parameters, 'intercept') + numberAt(parameters, 'slope') * numberAt(input, 'parsonnet');
  const p = input['p'] === undefined ? 1 / (1 + Math.exp(-logit())) : numberAt(input, 'p');
  const { onSuccess, onFailure } = riskAdjustedScore(p, numberAt(parameters, 'odds_ratio'));
  const published = asked.includes('published') ? onSuccess : [onSuccess, onFailure];
  return { p, w_no_failure: onSuccess, w_failure: onFailure, published };
};

const lc_cusum_weights: VectorMethod = (parameters) => {
  const { up, down } = lcCusumChart(lcRates(parameters));
  return { w_success: up, w_failure: -down, successes_to_pay_for_one_failure: down / up };
};

const lc_cusum_path: VectorMethod = (parameters, input) => {
  const design = { rates: lcRates(parameters), limit: numberAt(parameters, 'h') };
  const { path, signalCase } = lcCusum(design, numbersAt(input, 'failures'));
  return { path, first_signal: signalCase };
};

/** P(signal by case n) at both rates for a limit. */
function lcSignals(
  rates: FailureRates,
  limit: number,
): Record<'adequate' | 'inadequate', (n: number) => number> {
  const chart = lcCusumChart(rates);
  return {
    adequate: (n) => signalProbability({ chart, limit, failureRate: rates.adequate }, n),
    inadequate: (n) => signalProbability({ chart, limit, failureRate: rates.inadequate }, n),
  };
}

const lc_cusum_calibrate: VectorMethod = (parameters, _input, asked) => {
  const rates = lcRates(parameters);
  const found = computeLcCusumLimit({
    rates,
    horizon: numberAt(parameters, 'horizon'),
    falseCompetenceTarget: numberAt(parameters, 'false_competence_target'),
  });
  const { chart, limit } = { chart: lcCusumChart(rates), limit: found.limit };
  return {
    h: limit,
    h_open_lower: found.openLower,
    h_mid: found.midpoint,
    false_competence: found.achieved,
    earliest_signal: found.earliestSignal,
    P_signal_if_adequate: answerEach(askedNumbers(asked, /^by_?(\d+)$/), lcSignals(rates, limit).adequate),
    median_cases_if_adequate: medianCasesToSignal({ chart, limit, failureRate: rates.adequate }),
    ARL_inadequate: averageRunLength({ chart, limit, failureRate: rates.inadequate }),
    ARL_adequate: averageRunLength({ chart, limit, failureRate: rates.adequate }),
  };
};

const lc_cusum_false_signal: VectorMethod = (parameters) => {
  const signals = lcSignals(lcRates(parameters), numberAt(parameters, 'h'));
  const exact = signals.inadequate(numberAt(parameters, 'horizon'));
  return { exact, published_simulation: exact };
};

const lc_cusum_published_consistency: VectorMethod = (parameters, _input, asked) => {
  const rates = lcRates(parameters);
  const limit = numberAt(parameters, 'h');
  const chart = lcCusumChart(rates);
  const earliest = earliestSignal(chart, limit);
  const implied = [(earliest - 1) * chart.up, earliest * chart.up];
  const signals = lcSignals(rates, limit);
  return {
    earliest_signal: earliest,
    h_interval_implied: implied,
    h_interval_implied_kestin_units: implied.map((value) => value / (chart.up + chart.down)),
    median_if_adequate: medianCasesToSignal({ chart, limit, failureRate: rates.adequate }),
    ...answerEach(askedNumbers(asked, /^(?:false_competence_)?by_?(\d+)$/), signals.inadequate),
    ...answerEach(askedNumbers(asked, /^P_signal_if_adequate_by_?(\d+)$/), signals.adequate),
  };
};

/** A limit that was meant for a chart without a floor, Wald's ln((1-beta)/alpha), answers the same questions. */
const lc_cusum_misuse_wald_limit: VectorMethod = (parameters, input, asked) => {
  const wald = (): number =>
    Math.log((1 - numberAt(parameters, 'beta_nominal')) / numberAt(parameters, 'alpha_nominal'));
  const h = parameters['h'] === undefined ? wald() : numberAt(parameters, 'h');
  return lc_cusum_published_consistency({ ...parameters, h }, input, asked);
};

/** Every method of charts, posteriors, reliability, calibration and competence, by its name in the vectors. */
export const chartMethods: VectorMethods = {
  cusum_params,
  cusum_sprt_restart,
  cusum_holding_barrier_down,
  cusum_monitor_exact_limit,
  cusum_monitor_false_signal_probability,
  cusum_monitor_calibrate,
  risk_adjusted_cusum_score,
  lc_cusum_weights,
  lc_cusum_path,
  lc_cusum_calibrate,
  lc_cusum_false_signal,
  lc_cusum_published_consistency,
  lc_cusum_misuse_wald_limit,
  ...posteriorMethods,
};

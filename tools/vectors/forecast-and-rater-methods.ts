import {
  caseProbabilities,
  caseQuantile,
  caseRate,
  expectedShortfall,
  forecastTarget,
  meanCaseRate,
  probabilityOfCases,
  probabilityOfSilence,
  serviceExposure,
  weeksToCases,
  type CaseRate,
  type RotationSpan,
} from '@countersign/domain/statistics';
import { answerEach, askedNumbers } from './asked-keys';
import { raterMethods } from './rater-methods';
import { recordsAt, textsAt } from './vector-lists';
import {
  numberAt,
  numberOr,
  numbersAt,
  textAt,
  VectorShapeError,
  type VectorMethod,
  type VectorMethods,
  type VectorRecord,
} from './vector-method';

/** The belief that a vector gives: a posterior Gamma(a, b), with an over-dispersion where it names one. */
function givenRate(parameters: VectorRecord): CaseRate {
  return {
    a: numberAt(parameters, 'a'),
    b: numberAt(parameters, 'b'),
    overDispersion: numberOr(parameters, 'phi', 1),
  };
}

/** Counts may be one number or one per unit of exposure. */
function totalCount(input: VectorRecord): number {
  if (typeof input['counts'] === 'number') return input['counts'];
  return numbersAt(input, 'counts').reduce((sum, count) => sum + count, 0);
}

function updatedRate(parameters: VectorRecord, input: VectorRecord): CaseRate {
  const prior = { a: numberAt(parameters, 'a0'), b: numberAt(parameters, 'b0') };
  const record = { count: totalCount(input), weeks: numberAt(input, 'exposure') };
  return caseRate(prior, record, numberOr(parameters, 'phi', 1));
}

/** The last names of the asked paths under `name`: the quantiles of `total_time_quantiles.0.025`. */
function keysUnder(asked: readonly string[], name: string): string[] {
  return asked.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
}

function byQuantile(
  asked: readonly string[],
  name: string,
  answer: (quantile: number) => number,
): Record<string, number> {
  return Object.fromEntries(keysUnder(asked, name).map((key) => [key, answer(Number(key))]));
}

/** The quantiles that the R package accrual prints. */
const ACCRUAL_QUANTILES = [0.025, 0.5, 0.975];

/** How far a list is asked for: `pmf.3` asks for 0 to 3. */
function lastAsked(asked: readonly string[], name: string): number {
  return Math.max(0, ...keysUnder(asked, name).map(Number));
}

const gamma_poisson_time: VectorMethod = (parameters, input, asked) => {
  const rate = givenRate(parameters);
  const cases = Math.max(0, numberAt(parameters, 'target') - numberAt(parameters, 'already'));
  const total = (quantile: number): number =>
    numberOr(input, 'elapsed', 0) + weeksToCases(rate, { cases, quantile });
  return {
    total_time_quantiles: byQuantile(asked, 'total_time_quantiles', total),
    R_accrual_T_inform: ACCRUAL_QUANTILES.map(total),
  };
};

const negative_binomial_count: VectorMethod = (parameters, input, asked) => {
  const rate = givenRate(parameters);
  const weeks = numberAt(parameters, 'exposure');
  const total = (quantile: number): number =>
    numberOr(input, 'already', 0) + caseQuantile(rate, { quantile, weeks });
  return {
    total_count_quantiles: byQuantile(asked, 'total_count_quantiles', total),
    R_accrual_n_inform: ACCRUAL_QUANTILES.map(total),
    ...answerEach(askedNumbers(asked, /^P_at_least_(\d+)_more$/), (cases) =>
      probabilityOfCases(rate, { cases, weeks }),
    ),
  };
};

const negative_binomial_pmf: VectorMethod = (parameters, _input, asked) => {
  const most = Math.max(lastAsked(asked, 'pmf'), lastAsked(asked, 'published'));
  const pmf = caseProbabilities(givenRate(parameters), { most, weeks: numberAt(parameters, 'exposure') });
  const upTo = (name: string): number[] => pmf.slice(0, lastAsked(asked, name) + 1);
  return { pmf: upTo('pmf'), published: upTo('published') };
};

/** `next_unit_pmf0_3` asks for the probabilities of 0 to 3 cases in the next unit of exposure. */
const gamma_poisson_posterior: VectorMethod = (parameters, input, asked) => {
  const rate = updatedRate(parameters, input);
  const next = asked.flatMap((path) => /^(next_unit_pmf0_(\d+))\.0$/.exec(path) ?? []);
  const [name, most] = [next[1], Number(next[2] ?? 0)];
  return {
    ...{ a: rate.a, b: rate.b, mean: meanCaseRate(rate) },
    ...(name === undefined ? {} : { [name]: caseProbabilities(rate, { most, weeks: 1 }) }),
  };
};

const gamma_poisson_zero_cases: VectorMethod = (parameters, input, asked) => {
  const rate = updatedRate(parameters, input);
  const cases = numberAt(input, 'remaining');
  const weeksAt = (quantile: number): number => weeksToCases(rate, { cases, quantile });
  return {
    ...{ a: rate.a, b: rate.b, mean: meanCaseRate(rate), median_weeks: weeksAt(0.5) },
    ...answerEach(askedNumbers(asked, /^q(\d+)$/), (percent) => weeksAt(percent / 100)),
    ...answerEach(askedNumbers(asked, /^P_within_(\d+)$/), (weeks) =>
      probabilityOfCases(rate, { cases, weeks }),
    ),
  };
};

function rotationsOf(input: VectorRecord): RotationSpan[] {
  return recordsAt(input, 'rotations').map((rotation) => ({
    startsOn: textAt(rotation, 'start'),
    endsOn: textAt(rotation, 'end'),
    multiplier: numberAt(rotation, 'multiplier'),
  }));
}

const forecast_dates: VectorMethod = (parameters, input) => {
  const prior = { a: numberAt(parameters, 'a0'), b: numberAt(parameters, 'b0') };
  const record = { count: numberAt(input, 'count'), weeks: numberAt(input, 'exposure_weeks') };
  const rate = caseRate(prior, record, numberOr(parameters, 'phi', 1));
  const today = textAt(input, 'today');
  const daysOff = textsAt(input, 'days_off').map((on) => ({ startsOn: on, endsOn: on }));
  const exposure = serviceExposure(
    { rotations: rotationsOf(input), daysOff },
    { after: today, until: textAt(input, 'training_end') },
  );
  const found = forecastTarget({
    ...{ rate, count: record.count, target: numberAt(input, 'target'), today, exposure },
    quantiles: numbersAt(parameters, 'quantiles'),
  });
  return {
    ...(found.status === 'already-met' ? { status: 'already met' } : {}),
    ...{ a: rate.a, b: rate.b, rate_mean: found.meanRate, remaining: found.remaining },
    exposure_to_end_weeks: found.weeksToEnd,
    quantiles: Object.fromEntries(
      found.dates.map(({ quantile, weeks, on }) => [String(quantile), { exposure_weeks: weeks, date: on }]),
    ),
    P_by_end: found.probabilityByEnd,
    expected_total_at_end: found.expectedAtEnd,
    expected_shortfall: found.expectedShortfall,
  };
};

const expected_shortfall: VectorMethod = (parameters, input) => {
  const rate = givenRate(parameters);
  const remaining = numberAt(input, 'remaining');
  const weeks = numberAt(parameters, 'exposure_to_end');
  return {
    expected_shortfall: expectedShortfall(rate, { remaining, weeks }),
    P_by_end: probabilityOfCases(rate, { cases: remaining, weeks }),
  };
};

const p_silence: VectorMethod = (parameters, input) => {
  const weeks = input['exposure_since_last_case'];
  const silence = (value: number): number => probabilityOfSilence(givenRate(parameters), value);
  if (typeof weeks === 'number') return { p: silence(weeks) };
  if (Array.isArray(weeks)) return { p: numbersAt(input, 'exposure_since_last_case').map(silence) };
  throw new VectorShapeError('"exposure_since_last_case" must be a number or a list of numbers');
};

/** Every method of forecasts and raters, by its name in the vectors. */
export const forecastAndRaterMethods: VectorMethods = {
  gamma_poisson_time,
  negative_binomial_count,
  negative_binomial_pmf,
  gamma_poisson_posterior,
  gamma_poisson_zero_cases,
  forecast_dates,
  expected_shortfall,
  p_silence,
  ...raterMethods,
};

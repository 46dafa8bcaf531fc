import { calibrationBins, calibrationScores, intervalCoverage } from './calibration';
import { forecastTarget, type Forecast } from './forecast';
import { probabilityOfCases } from './forecast-count';
import { caseRate, PRIOR_CASES } from './forecast-rate';
import { serviceExposure, splitExposure, weeksThrough, type ServiceExposure } from './service-exposure';
import { gammaOfShapeTwo, poisson, seeded } from './testdata/seeded';
import { casesToRun } from '../testing/cases';

/** Half-year rotations, three of four with cases, for so long that no interval is cut off; leave every August. */
const years = Array.from({ length: 49 }, (_, k) => 2026 + k);
const exposure = serviceExposure(
  {
    rotations: years.flatMap((year) => [
      { startsOn: `${year}-01-01`, endsOn: `${year}-03-31`, multiplier: 1 },
      { startsOn: `${year}-04-01`, endsOn: `${year}-06-30`, multiplier: 0.2 },
      { startsOn: `${year}-07-01`, endsOn: `${year}-09-30`, multiplier: 1 },
      { startsOn: `${year}-10-01`, endsOn: `${year}-12-31`, multiplier: 0 },
    ]),
    daysOff: years.map((year) => ({ startsOn: `${year}-08-10`, endsOn: `${year}-08-21` })),
  },
  { after: '2026-06-30', until: '2074-12-31' },
);
const TODAY = '2027-02-14';
const END_OF_TRAINING = '2027-09-30';
const TARGET = 15;
const PRIOR = { a: PRIOR_CASES, b: 4 };
const FELLOWS = casesToRun(2000, 700);

const { past, future } = splitExposure(exposure, TODAY);
const toEndOfTraining = future.filter(({ on }) => on <= END_OF_TRAINING);

/** The days on which cases came, one line per case, until `most` are there or the service ends. */
function casesOf(
  days: ServiceExposure,
  rate: number,
  { random, most }: { random: () => number; most: number },
): string[] {
  const cases: string[] = [];
  let before = 0;
  for (const { on, weeks } of days) {
    const today = weeks > before ? poisson(random, rate * (weeks - before)) : 0;
    for (let k = 0; k < today; k++) cases.push(on);
    before = weeks;
    if (cases.length >= most) break;
  }
  return cases;
}

interface Simulated {
  readonly forecast: Forecast;
  readonly chanceHeld: number;
  readonly held: boolean;
  readonly chanceByEnd: number;
  readonly metByEnd: number;
}

function simulated(random: () => number): Simulated | null {
  const rate = gammaOfShapeTwo(random, PRIOR.b);
  const count = casesOf(past, rate, { random, most: Infinity }).length;
  if (count >= TARGET) return null;
  const belief = caseRate(PRIOR, { count, weeks: past.at(-1)?.weeks ?? 0 });
  const asked = { rate: belief, count, target: TARGET, today: TODAY, quantiles: [0.1, 0.9] };
  const forecast = forecastTarget({ ...asked, exposure: future });
  const [low, high] = [forecast.dates[0]?.on ?? '', forecast.dates[1]?.on ?? ''];
  const cases = TARGET - count;
  const reachedOn = casesOf(future, rate, { random, most: cases })[cases - 1] ?? 'never';
  const dayBefore = future[future.findIndex(({ on }) => on === low) - 1]?.on ?? TODAY;
  const chanceBy = (on: string): number =>
    probabilityOfCases(belief, { cases, weeks: weeksThrough(future, on) });
  return {
    forecast,
    chanceHeld: chanceBy(high) - chanceBy(dayBefore),
    held: low <= reachedOn && reachedOn <= high,
    chanceByEnd: forecastTarget({ ...asked, exposure: toEndOfTraining }).probabilityByEnd,
    metByEnd: reachedOn <= END_OF_TRAINING ? 1 : 0,
  };
}

describe('forecasts of simulated fellows with rates from the prior, one forecast each', () => {
  const random = seeded(20265);
  const fellows = Array.from({ length: FELLOWS }, () => simulated(random)).filter((one) => one !== null);

  test('are of many fellows, and no interval reaches beyond the end of the schedule', () => {
    expect(fellows.length).toBeGreaterThan(FELLOWS / 2);
    expect(fellows.filter(({ forecast }) => forecast.dates.some(({ on }) => on === null))).toHaveLength(0);
  });

  test('hold the date in 80 % of the 80 % intervals, within the exact binomial band', () => {
    const inside = fellows.filter(({ held }) => held).length;
    // Whole days at both ends make an interval hold a little more than it promises; that much is known exactly.
    const promised = fellows.reduce((sum, { chanceHeld }) => sum + chanceHeld, 0) / fellows.length;
    expect(promised).toBeGreaterThanOrEqual(0.8);
    expect(promised).toBeLessThan(0.83);
    expect(intervalCoverage({ inside, total: fellows.length }, promised).pValue).toBeGreaterThan(0.01);
  });

  test('are right as often as they say about the end of training', () => {
    const scores = calibrationScores({
      probabilities: fellows.map(({ chanceByEnd }) => chanceByEnd),
      outcomes: fellows.map(({ metByEnd }) => metByEnd),
    });
    expect(Math.abs(scores.spiegelhalterZ ?? Infinity)).toBeLessThan(2.58);
    expect(scores.meanOutcome).toBeGreaterThan(0.1);
    expect(scores.meanOutcome).toBeLessThan(0.9);
    expect(Math.abs(scores.meanOutcome - scores.meanProbability)).toBeLessThan(0.03);
  });

  test('would be caught if their intervals held 75 % or 86 %', () => {
    for (const share of [0.75, 0.86]) {
      const inside = Math.round(share * fellows.length);
      expect(intervalCoverage({ inside, total: fellows.length }, 0.8).pValue).toBeLessThan(0.01);
    }
  });

  test('are right in every fifth of the probabilities, within the exact binomial band', () => {
    const bins = calibrationBins({
      probabilities: fellows.map(({ chanceByEnd }) => chanceByEnd),
      outcomes: fellows.map(({ metByEnd }) => metByEnd),
    });
    for (const { count, meanProbability, meanOutcome } of bins) {
      expect(count).toBeGreaterThan(20);
      const inside = Math.round((meanOutcome ?? 0) * count);
      // One in a hundred for all five bins together.
      expect(intervalCoverage({ inside, total: count }, meanProbability ?? 0).pValue).toBeGreaterThan(
        0.01 / 5,
      );
    }
  });

  test('would be caught if they believed in rates 30 % too high', () => {
    const wrong = seeded(20266);
    const outcomes = Array.from({ length: 500 }, () => {
      const rate = gammaOfShapeTwo(wrong, PRIOR.b);
      const weeks = toEndOfTraining.at(-1)?.weeks ?? 0;
      const met = poisson(wrong, rate * weeks) >= 8 ? 1 : 0;
      return {
        p: probabilityOfCases(caseRate({ a: 2, b: PRIOR.b / 1.3 }, { count: 0, weeks: 0 }), {
          cases: 8,
          weeks,
        }),
        met,
      };
    });
    const scores = calibrationScores({
      probabilities: outcomes.map(({ p }) => p),
      outcomes: outcomes.map(({ met }) => met),
    });
    expect(Math.abs(scores.spiegelhalterZ ?? 0)).toBeGreaterThan(2.58);
  });
});

import { ATTENTION_RULE, attentionOf, type AttentionFacts } from './attention';
import { intervalCoverage } from './calibration';
import { defaultCompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';
import { casesPerFalseAlarm, expectedFalseFlags } from './false-flags';
import { probabilityOfSilence } from './forecast-rate';
import { monitoringCusum } from './monitoring-cusum';
import { seeded } from './testdata/seeded';

const RULE = defaultCompetenceRule(DEFAULT_FAILURE_RATES);

test('one false alarm comes in about 816 cases, exactly and in a simulated fellow who fails 10 %', () => {
  const exact = casesPerFalseAlarm(RULE);
  expect(exact).toBeCloseTo(816, 0);
  const random = seeded(20287);
  const cases = 400_000;
  let [alarms, from] = [0, 0];
  const failures = Array.from({ length: cases }, () => (random() < RULE.rates.adequate ? 1 : 0));
  while (from < cases) {
    const stretch = failures.slice(from, from + 5000);
    const { alarmCase } = monitoringCusum({ rates: RULE.rates, limit: RULE.monitoringLimit }, stretch);
    if (alarmCase !== null) alarms += 1;
    from += alarmCase ?? stretch.length;
  }
  const expected = expectedFalseFlags({
    ...{ monitoredCases: [cases], casesPerFalseAlarm: exact, watchedForSilence: 0 },
  });
  // Alarms of a renewal process vary at most as those of a Poisson process: three standard errors.
  expect(Math.abs(alarms - expected.alarms)).toBeLessThan(3 * Math.sqrt(expected.alarms));
});

test('silence is flagged in 5 % of the fellows whose rate is steady and known', () => {
  const random = seeded(20288);
  const pairs = 3000;
  const facts: AttentionFacts = {
    ...{ fellowId: 'a', fellowName: 'Ayala', procedure: 'Pump', state: 'learning', silence: null },
    ...{ forecast: null, forecastFlagged: false },
    ratings: { recentCases: 0, recentRated: 0, ratings: 0, raters: 0 },
  };
  const flagged = Array.from({ length: pairs }, () => {
    // A long record at half a case a week; looked at on any day, the weeks since the last case are exponential.
    const weeks = -Math.log(1 - random()) / 0.5;
    const silence = probabilityOfSilence({ a: 5e5, b: 1e6, overDispersion: 1 }, weeks);
    return attentionOf({ ...facts, silence }).reason === 'silence';
  }).filter(Boolean).length;
  const { silences } = expectedFalseFlags({
    ...{ monitoredCases: [], casesPerFalseAlarm: 816, watchedForSilence: pairs },
  });
  expect(silences).toBe(ATTENTION_RULE.silenceBelow * pairs);
  expect(intervalCoverage({ inside: flagged, total: pairs }, silences / pairs).pValue).toBeGreaterThan(0.01);
});

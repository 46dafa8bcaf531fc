import { lcCusum } from './lc-cusum';
import { competenceState, defaultCompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';
import { seeded } from './testdata/seeded';
import { casesToRun } from '../testing/cases';

const RULE = defaultCompetenceRule(DEFAULT_FAILURE_RATES);
const FELLOWS = casesToRun(100_000, 5_000);
const CASES = 50;

/** The share of simulated fellows who are signaled within 50 cases if their failure rate is `rateAt(case)`. */
function shareSignaled(seed: number, rateAt: (caseIndex: number) => number, fellows = FELLOWS): number {
  const random = seeded(seed);
  const failures = Array<number>(CASES).fill(0);
  let signaled = 0;
  for (let fellow = 0; fellow < fellows; fellow++) {
    for (let k = 0; k < CASES; k++) failures[k] = random() < rateAt(k) ? 1 : 0;
    if (lcCusum({ rates: RULE.rates, limit: RULE.lcLimit }, failures).signalCase !== null) signaled += 1;
  }
  return signaled / fellows;
}

/** Three standard errors of a simulated share of 0.05 or 0.91. */
const NOISE = 3 * Math.sqrt((0.05 * 0.95) / FELLOWS);

describe('the default competence chart, in simulated fellows', () => {
  test('calls at most 5 % of 100,000 who always fail 30 % competent by case 50', () => {
    const share = shareSignaled(20261, () => 0.3);
    expect(share).toBeLessThanOrEqual(0.05);
    expect(Math.abs(share - 0.0491208345)).toBeLessThan(NOISE);
  });

  test('signals at least 90 % of 100,000 who fail 10 %', () => {
    const share = shareSignaled(20262, () => 0.1);
    expect(share).toBeGreaterThanOrEqual(0.9);
    expect(Math.abs(share - 0.9058440537)).toBeLessThan(2 * NOISE);
  });

  test('signals nine in ten of those who learn from 50 % to 5 % failures', () => {
    const share = shareSignaled(20263, (k) => 0.05 + 0.45 * Math.exp(-k / 10), casesToRun(10_000, 2_000));
    expect(Math.abs(share - 0.92)).toBeLessThan(0.015);
  });
});

test('no simulated fellow is competent before the tenth case', () => {
  const random = seeded(20264);
  for (let fellow = 0; fellow < 5000; fellow++) {
    const failures = Array.from({ length: 9 }, () => (random() < 0.02 ? 1 : 0));
    expect(competenceState({ failures }, RULE).state).toBe('insufficient');
  }
});

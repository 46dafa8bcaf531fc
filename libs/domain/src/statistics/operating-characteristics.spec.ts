import { competenceState, defaultCompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';
import { operatingCharacteristics } from './operating-characteristics';
import { seeded } from './testdata/seeded';

const RULE = defaultCompetenceRule(DEFAULT_FAILURE_RATES);
const asked = { failureRates: [0.1, 0.2, 0.3], horizon: 50 };

describe('the operating characteristics of the competence light', () => {
  test('hold what its limits promise: at most 5 % of signals and alarms are false over 50 cases', () => {
    const [adequate, , inadequate] = operatingCharacteristics(RULE, asked);
    expect(inadequate?.signal).toBeCloseTo(0.04912, 5);
    expect(adequate?.signal).toBeCloseTo(0.906, 3);
    expect(adequate?.alarm).toBeLessThanOrEqual(0.05);
  });

  test('say that a constant 20 % failer signals about one time in three, as simulated records do', () => {
    const [, between] = operatingCharacteristics(RULE, asked);
    expect(between?.signal).toBeCloseTo(0.34, 2);
    const next = seeded(20);
    const runs = 2000;
    const signaled = Array.from({ length: runs }, () => {
      const failures = Array.from({ length: 50 }, () => (next() < 0.2 ? 1 : 0));
      return competenceState({ failures }, RULE).lcSignalCase !== null;
    }).filter(Boolean).length;
    // Four standard errors of a simulation of this size.
    expect(Math.abs(signaled / runs - (between?.signal ?? 0))).toBeLessThan(4 * Math.sqrt(0.25 / runs));
  });

  test('refuse a rate that nobody can have and a horizon without cases', () => {
    expect(() => operatingCharacteristics(RULE, { ...asked, failureRates: [1] })).toThrow(
      expect.objectContaining({ code: 'statistics/rate-out-of-range' }),
    );
    expect(() => operatingCharacteristics(RULE, { ...asked, horizon: 0 })).toThrow(
      expect.objectContaining({ code: 'statistics/count-invalid' }),
    );
  });
});

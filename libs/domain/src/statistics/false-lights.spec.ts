import { defaultCompetenceRule } from './competence-state';
import { expectedFalseLights } from './false-lights';
import { DEFAULT_FAILURE_RATES } from './failure-rates';

const rule = defaultCompetenceRule(DEFAULT_FAILURE_RATES);

it('Chance sets as many lights as the exact charts say: 4.912 % signals and 4.75 % alarms within 50 cases', () => {
  const one = expectedFalseLights([{ rule, learning: 50, monitored: 50 }]);
  expect(one.signals).toBeCloseTo(0.04912, 5);
  expect(one.alarms).toBeCloseTo(0.0475, 3);
  const many = expectedFalseLights(Array.from({ length: 84 }, () => ({ rule, learning: 50, monitored: 0 })));
  expect(many.signals).toBeCloseTo(84 * 0.04912, 3);
  expect(many.alarms).toBe(0);
});

it('Chance sets no light before one is possible, and no fewer than of its last known case beyond it', () => {
  expect(expectedFalseLights([{ rule, learning: 16, monitored: 0 }])).toEqual({ signals: 0, alarms: 0 });
  const far = expectedFalseLights([{ rule, learning: 100_000, monitored: 0 }]).signals;
  expect(far).toBe(expectedFalseLights([{ rule, learning: 400, monitored: 0 }]).signals);
});

it('Chance refuses cases that are no count', () => {
  expect(() => expectedFalseLights([{ rule, learning: -1, monitored: 0 }])).toThrow(
    expect.objectContaining({ code: 'statistics/count-invalid' }),
  );
});

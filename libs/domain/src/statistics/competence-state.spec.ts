import fc from 'fast-check';
import { earliestSignal } from './barrier-chart';
import { competenceState, defaultCompetenceRule, type CompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES, type FailureRates } from './failure-rates';
import { lcCusumChart } from './lc-cusum';

const RULE = defaultCompetenceRule(DEFAULT_FAILURE_RATES);
const clean = (cases: number): number[] => Array<number>(cases).fill(0);
const failed = (cases: number): number[] => Array<number>(cases).fill(1);
const stateOf = (failures: readonly number[], rule: CompetenceRule = RULE): string =>
  competenceState({ failures }, rule).state;

describe('The competence light: the state of a record', () => {
  test('has default limits calibrated exactly for 10 % against 30 %', () => {
    expect(RULE.lcLimit).toBeCloseTo(4.1179387683, 9);
    expect(RULE.monitoringLimit).toBeCloseTo(4.0929040984, 9);
  });

  test('is insufficient after 2 of 2', () => {
    expect(competenceState({ failures: [0, 0] }, RULE)).toEqual({
      state: 'insufficient',
      cases: 2,
      lcSignalCase: null,
      alarmCase: null,
      changeCase: null,
      probabilityOfTarget: expect.closeTo(0.4822555387, 9),
      lcScore: expect.closeTo(0.5026288566, 9),
    });
  });

  test('is insufficient without any case', () => {
    expect(competenceState({ failures: [] }, RULE)).toMatchObject({
      state: 'insufficient',
      cases: 0,
      lcScore: 0,
    });
  });

  test('is competent on the case of the signal of a mixed record', () => {
    const failures = [1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, ...clean(12)];
    expect(stateOf(failures.slice(0, 29))).toBe('learning');
    expect(competenceState({ failures }, RULE)).toEqual({
      state: 'competent',
      cases: 30,
      lcSignalCase: 30,
      alarmCase: null,
      changeCase: 9,
      probabilityOfTarget: expect.closeTo(0.8991904041, 9),
      lcScore: expect.closeTo(4.1789907052, 9),
    });
  });

  test('is learning on 16 clean cases and competent on the 17th', () => {
    expect(stateOf(clean(16))).toBe('learning');
    expect(stateOf(clean(17))).toBe('competent');
  });

  test('is a drift where recent cases no longer make the target likely but no alarm was raised', () => {
    const drifting = [...clean(17), 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1];
    expect(competenceState({ failures: drifting }, RULE)).toMatchObject({
      state: 'concern_drift',
      lcSignalCase: 17,
      alarmCase: null,
    });
  });

  test('is judged from the change point on once the chart has signaled: a poor start is no drift', () => {
    const late = { failures: [...failed(20), ...clean(17)] };
    expect(competenceState(late, RULE)).toMatchObject({
      state: 'competent',
      changeCase: 21,
      probabilityOfTarget: expect.closeTo(0.9403939052, 9),
    });
  });

  test('is no drift without a failure after the signal, however unlikely the target is', () => {
    const strict = { ...RULE, targetRate: 0.99 };
    const { state, probabilityOfTarget } = competenceState({ failures: clean(17) }, strict);
    expect(probabilityOfTarget).toBeLessThan(0.5);
    expect(state).toBe('competent');
    expect(stateOf([...clean(17), 1], strict)).toBe('concern_drift');
  });

  test('keeps the score of the signal: what follows is for the monitoring chart', () => {
    const { lcScore } = competenceState({ failures: clean(17) }, RULE);
    expect(competenceState({ failures: [...clean(17), ...failed(3)] }, RULE).lcScore).toBe(lcScore);
    expect(competenceState({ failures: clean(60) }, RULE).lcScore).toBe(lcScore);
    const reviewed = { failures: [...clean(17), ...failed(4), 0, 0], restartAfterCase: 21 };
    expect(competenceState(reviewed, RULE).lcScore).toBeCloseTo(0.5026288566, 9);
  });

  test('is a relapse from the alarm on, until a supervisor reviews it and the charts restart', () => {
    const relapsed = [...clean(17), ...failed(4)];
    expect(competenceState({ failures: relapsed }, RULE)).toMatchObject({
      state: 'concern_relapse',
      alarmCase: 21,
    });
    expect(stateOf([...relapsed, ...clean(60)])).toBe('concern_relapse');
    const reviewed = { failures: [...relapsed, ...clean(17)], restartAfterCase: 21 };
    expect(competenceState(reviewed, RULE)).toMatchObject({
      state: 'competent',
      lcSignalCase: 38,
      alarmCase: null,
    });
    const waiting = { failures: [...relapsed, ...clean(16)], restartAfterCase: 21 };
    expect(competenceState(waiting, RULE).state).toBe('learning');
  });

  test('is low only from 20 cases on', () => {
    expect(stateOf(failed(19))).toBe('learning');
    expect(stateOf(failed(20))).toBe('concern_low');
  });

  test('is never competent before ten cases nor before the earliest signal, for any rates and record', () => {
    const rates = fc
      .tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 8, max: 40 }))
      .map(([adequate, gap]): FailureRates => ({
        adequate: adequate / 100,
        inadequate: (adequate + gap) / 100,
      }));
    const record = fc.array(
      fc.integer({ min: 0, max: 15 }).map((n) => (n === 0 ? 1 : 0)),
      {
        minLength: 1,
        maxLength: 80,
        size: 'max',
      },
    );
    let competent = 0;
    fc.assert(
      fc.property(rates, record, (pair, failures) => {
        const rule = defaultCompetenceRule(pair);
        const { state, cases } = competenceState({ failures }, rule);
        if (state !== 'competent') return;
        competent += 1;
        expect(cases).toBeGreaterThanOrEqual(Math.max(10, earliestSignal(lcCusumChart(pair), rule.lcLimit)));
      }),
      { seed: 7, numRuns: 400 },
    );
    expect(competent).toBeGreaterThan(20);
  });

  test('moves its signal later, never earlier, if a success becomes a failure', () => {
    const record = fc.array(
      fc.integer({ min: 0, max: 7 }).map((n) => (n === 0 ? 1 : 0)),
      { minLength: 1, maxLength: 70 },
    );
    fc.assert(
      fc.property(record, fc.nat(), (failures, at) => {
        const worse = failures.map((failure, k) => (k === at % failures.length ? 1 : failure));
        const signal = (cases: readonly number[]): number =>
          competenceState({ failures: cases }, RULE).lcSignalCase ?? Number.POSITIVE_INFINITY;
        expect(signal(worse)).toBeGreaterThanOrEqual(signal(failures));
      }),
    );
  });

  test('refuses a restart beyond the record', () => {
    expect(() => competenceState({ failures: [0, 0], restartAfterCase: 3 }, RULE)).toThrow(
      expect.objectContaining({ code: 'statistics/restart-beyond-record' }),
    );
  });
});

import fc from 'fast-check';
import { competenceState, defaultCompetenceRule } from './competence-state';
import { DEFAULT_FAILURE_RATES } from './failure-rates';
import { learningCurve, successesToSignal } from './learning-curve';

const rule = defaultCompetenceRule(DEFAULT_FAILURE_RATES);
const good = (count: number): number[] => Array.from({ length: count }, () => 0);
const bad = (count: number): number[] => Array.from({ length: count }, () => 1);
const whole = (failures: readonly number[], ...restartsAfter: number[]) => ({ failures, restartsAfter });

describe('A learning curve', () => {
  it('is learning until its signal, and monitoring from the next case on', () => {
    const [stretch] = learningCurve(whole([...good(17), ...good(3)]), rule);
    expect(
      stretch?.panels.map(({ chart, fromCase, path, reachedCase }) => ({
        chart,
        fromCase,
        cases: path.length,
        reachedCase,
      })),
    ).toEqual([
      { chart: 'learning', fromCase: 1, cases: 17, reachedCase: 17 },
      { chart: 'monitoring', fromCase: 18, cases: 3, reachedCase: null },
    ]);
  });

  it('names the case of an alarm and the change that the chart sees before it', () => {
    const [stretch] = learningCurve(whole([...good(21), ...bad(4)]), rule);
    // Four failures of ln(0.3/0.1) pass 4.093 with the fourth.
    expect(stretch?.panels[1]).toMatchObject({ fromCase: 18, reachedCase: 25, changeCase: 22 });
  });

  it('starts again at zero after a review, and keeps what was before', () => {
    const record = [...good(17), ...bad(4), ...good(5)];
    const [before, after] = learningCurve(whole(record, 21), rule);
    expect(before?.panels.map(({ reachedCase }) => reachedCase)).toEqual([17, 21]);
    expect(after).toMatchObject({
      fromCase: 22,
      panels: [{ chart: 'learning', fromCase: 22, reachedCase: null }],
    });
    expect(after?.panels[0]?.path[0]).toBeCloseTo(Math.log(0.9 / 0.7), 9);
  });

  it('of no case is one empty panel; a review after the last case begins one', () => {
    expect(learningCurve(whole([]), rule)).toMatchObject([{ fromCase: 1, panels: [{ path: [] }] }]);
    expect(learningCurve(whole([0], 1), rule).map(({ fromCase }) => fromCase)).toEqual([1, 2]);
  });

  it('refuses reviews beyond the record or out of order', () => {
    for (const restarts of [[3], [2, 1]])
      expect(() => learningCurve(whole([0, 0], ...restarts), rule)).toThrow(
        expect.objectContaining({ code: 'statistics/restart-beyond-record' }),
      );
  });

  it('says of its last stretch what the light says, whatever the record', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0, 0, 1), { maxLength: 120 }),
        fc.array(fc.nat(120), { maxLength: 3 }),
        (failures, cuts) => {
          const restartsAfter = cuts.filter((cut) => cut <= failures.length).sort((a, b) => a - b);
          const stretches = learningCurve({ failures, restartsAfter }, rule);
          const last = stretches.at(-1);
          const light = competenceState({ failures, restartAfterCase: restartsAfter.at(-1) ?? 0 }, rule);
          expect(last?.panels[0]?.reachedCase).toBe(light.lcSignalCase);
          expect(last?.panels[0]?.changeCase).toBe(light.changeCase);
          expect(last?.panels[1]?.reachedCase ?? null).toBe(light.alarmCase);
          // Every case has one score.
          const scores = stretches.flatMap(({ panels }) => panels.flatMap(({ path }) => path));
          expect(scores).toHaveLength(failures.length);
        },
      ),
    );
  });
});

it('The successes still needed reach the limit, and one fewer does not', () => {
  const record = [...good(4), 1, ...good(9)];
  const score = learningCurve(whole(record), rule)[0]?.panels[0]?.path.at(-1) ?? 0;
  const needed = successesToSignal(score, rule);
  expect(competenceState({ failures: [...record, ...good(needed - 1)] }, rule).lcSignalCase).toBeNull();
  expect(competenceState({ failures: [...record, ...good(needed)] }, rule).lcSignalCase).toBe(
    record.length + needed,
  );
});

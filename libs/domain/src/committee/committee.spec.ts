import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { fact } from '../competency/testdata/build';
import { checkDecision, milestoneCodes, milestoneEvidence, type DecidedMilestone } from './index';
import { milestones } from './milestones';

const day = (nth: number) => `2026-09-${String(nth + 1).padStart(2, '0')}`;
const done = (helps: readonly number[], raters = 3) =>
  helps.map((help, nth) =>
    fact(`f${nth}`, {
      ...{ entryId: `e${nth}`, performedOn: day(nth), supervisorId: `s${nth % raters}`, scope: 'each' },
      help: help as 1 | 2 | 3 | 4 | 5,
    }),
  );
const pc4 = (facts: ReturnType<typeof done>) => milestoneEvidence(facts).find(({ code }) => code === 'PC4');

describe('What the record says of a milestone', () => {
  it('is the median of the newest ten cases, never above four', () => {
    expect(pc4(done([1, 1, 1, ...Array<number>(10).fill(3)]))).toMatchObject({
      entries: 13,
      rated: 13,
      suggested: 3,
    });
    expect(pc4(done([3, 3, 3, 3, 3, 4, 4, 4, 4, 4]))?.suggested).toBe(3.5);
    expect(pc4(done(Array<number>(10).fill(5)))?.suggested).toBe(4);
  });

  it('is nothing with too few cases, or too few supervisors', () => {
    expect(pc4(done(Array<number>(9).fill(3)))?.suggested).toBeNull();
    expect(pc4(done(Array<number>(12).fill(3), 2))).toMatchObject({ rated: 12, raters: 2, suggested: null });
  });

  it('takes lines that were rated in one tap as one case', () => {
    const tap = done(Array<number>(12).fill(3)).map((one) => ({
      ...one,
      entryId: 'e',
      scope: 'all' as const,
    }));
    expect(pc4(tap)).toMatchObject({ entries: 1, rated: 1, suggested: null });
  });

  it('leaves out what waits and what was no patient', () => {
    const waits = done([3, 3]).map((one) => ({ ...one, status: 'submitted' as const }));
    const simulated = done([3, 3]).map((one) => ({ ...one, simulation: true }));
    expect([pc4(waits)?.entries, pc4(simulated)?.entries]).toEqual([0, 0]);
  });

  it('names every part once, and items that the catalogue has', () => {
    expect(milestones.map(({ code }) => code)).toEqual([...milestoneCodes]);
    const known = new Set(shipped.catalogue.items.map(({ id }) => id));
    expect(milestones.flatMap(({ about }) => about.items ?? []).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('A decision of the committee', () => {
  const evidence = [{ code: 'PC4' as const, suggested: 3 }];
  const levels = (change: Partial<DecidedMilestone> = {}): DecidedMilestone[] =>
    milestoneCodes.map((code) => ({ code, level: 3, reason: null, ...(code === 'PC4' ? change : {}) }));
  const check = (milestones: DecidedMilestone[], lookAgainOn: string | null = null) => {
    const result = checkDecision({ milestones, lookAgainOn }, evidence, '2026-11-23');
    return result.ok ? 'ok' : [result.code, result.field];
  };

  it('decides every part once, with a level in halves or as not to be said yet', () => {
    expect(check(levels())).toBe('ok');
    expect(check(levels().slice(1))).toEqual(['committee/milestone-missing', '/milestones']);
    expect(check([...levels(), ...levels()])).toEqual(['committee/milestone-twice', '/milestones/11/code']);
    for (const level of [0, 0.5, 5.5, 2.25, Number.NaN])
      expect(check(levels({ level }))).toEqual(['committee/level-impossible', '/milestones/3/level']);
  });

  it('gives a reason where it differs from the suggestion, also where it cannot say yet', () => {
    for (const level of [2.5, null]) {
      expect(check(levels({ level, reason: ' ' }))).toEqual([
        'committee/reason-needed',
        '/milestones/3/reason',
      ]);
      expect(check(levels({ level, reason: 'Wait for the review.' }))).toBe('ok');
    }
  });

  it('looks again on a later day', () => {
    expect(check(levels(), '2026-11-24')).toBe('ok');
    for (const on of ['2026-11-23', '2027-02-30'])
      expect(check(levels(), on)).toEqual(['committee/day-impossible', '/lookAgainOn']);
  });
});

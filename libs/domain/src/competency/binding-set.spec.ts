import { bindingSet, countingSet } from './binding-set';
import type { RequirementSet } from './requirement-set';
import { competency, requirementSet } from './testdata/build';

const version = (number: number, effectiveOn: string, change: Partial<RequirementSet> = {}) =>
  requirementSet([competency('a')], { version: number, effectiveOn, ...change });
const unverified = { verifiedBy: null, verifiedOn: null, verifiedAgainst: null };

function bindingOn(asOf: string, versions: readonly RequirementSet[], cohort = '2026') {
  return bindingSet(versions, { cohort, asOf })?.version ?? null;
}

describe('the set that binds a cohort', () => {
  const versions = [version(2, '2026-07-01'), version(3, '2027-01-01'), version(1, '2025-07-01')];

  it('is the version effective latest by the day, whatever order they come in', () => {
    for (const order of [versions, versions.toReversed()]) {
      expect(bindingOn('2025-06-30', order)).toBeNull();
      expect(bindingOn('2025-07-01', order)).toBe(1);
      expect(bindingOn('2026-12-31', order)).toBe(2);
      expect(bindingOn('2027-01-01', order)).toBe(3);
    }
  });

  it('is the higher version of two from the same day', () => {
    const both = [version(4, '2026-07-01'), version(5, '2026-07-01')];
    expect(bindingOn('2026-07-01', both)).toBe(5);
    expect(bindingOn('2026-07-01', both.toReversed())).toBe(5);
  });

  it('is a demonstration where a demo program holds one', () => {
    const demonstration = version(4, '2027-02-01', { ...unverified, demonstration: true });
    expect(bindingOn('2027-06-30', [...versions, demonstration])).toBe(4);
  });

  it('of somebody without a cohort is one for every cohort', () => {
    const forOthers = version(6, '2026-08-01', { cohort: '2025' });
    const bound = bindingSet([...versions, forOthers], { cohort: null, asOf: '2026-12-31' });
    expect(bound?.version).toBe(2);
  });

  it('is never an example or one that no director has verified', () => {
    expect(bindingOn('2027-06-30', [...versions, version(4, '2027-02-01', unverified)])).toBe(3);
    expect(bindingOn('2027-06-30', [version(1, '2026-07-01', { ...unverified, example: true })])).toBeNull();
  });

  it('is one for this cohort or for every cohort', () => {
    const forOthers = version(6, '2026-08-01', { cohort: '2025' });
    expect(bindingOn('2026-12-31', [...versions, forOthers])).toBe(2);
    expect(bindingOn('2026-12-31', [...versions, forOthers], '2025')).toBe(6);
  });

  it('is of two sets from the same day the one published last, which comes first', () => {
    const [mine, theirs] = [version(1, '2026-07-01', { id: 'new' }), version(9, '2026-07-01')];
    expect(bindingSet([mine, theirs], { cohort: null, asOf: '2026-07-01' })).toBe(mine);
    expect(bindingSet([theirs, mine], { cohort: null, asOf: '2026-07-01' })).toBe(theirs);
  });

  it('is refused for a day that does not exist', () => {
    expect(() => bindingOn('2026-02-30', versions)).toThrow(
      expect.objectContaining({ name: 'DomainError', code: 'requirement/date-impossible', field: '/asOf' }),
    );
  });
});

describe('the set by which numbers are counted', () => {
  const of = { cohort: '2026', asOf: '2026-12-31' };
  const early = version(1, '2026-07-01', unverified);

  it('is the one that binds, also where a later one only waits to be looked at', () => {
    const bound = version(1, '2026-07-01');
    expect(countingSet([version(2, '2026-08-01', unverified), bound], of)).toEqual({
      set: bound,
      binds: true,
    });
  });

  it('is the last published for this or every cohort while none binds, and says so', () => {
    const later = version(2, '2027-01-01');
    const others = version(3, '2026-07-01', { cohort: '2025' });
    expect(countingSet([others, later, early], of)).toEqual({ set: later, binds: false });
    expect(countingSet([others, early], of)).toEqual({ set: early, binds: false });
  });

  it('is one for others where there is nothing else, and none where nothing was published', () => {
    const others = version(3, '2026-07-01', { cohort: '2025' });
    expect(countingSet([others], of)).toEqual({ set: others, binds: false });
    expect(countingSet([], of)).toBeNull();
  });
});

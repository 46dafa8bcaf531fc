import { bindingSet, countingSet, followedSet, nextVersion } from './binding-set';
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

  it('is one of another set from a later day, though its number is lower and it comes first or last', () => {
    const [mine, theirs] = [version(1, '2026-08-01', { id: 'new' }), version(9, '2026-07-01')];
    for (const order of [
      [mine, theirs],
      [theirs, mine],
    ])
      expect(bindingSet(order, { cohort: null, asOf: '2026-12-31' })).toBe(mine);
    expect(bindingSet([mine, theirs], { cohort: null, asOf: '2026-07-31' })).toBe(theirs);
  });

  it('is the first of two that are the same version', () => {
    const [one, other] = [version(4, '2026-07-01'), version(4, '2026-07-01')];
    expect(bindingSet([one, other], { cohort: null, asOf: '2026-07-01' })).toBe(one);
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

  it('is one for exactly this cohort before one for others', () => {
    const [others, own] = ['2025', '2026'].map((cohort) => version(3, '2027-07-01', { cohort }));
    expect(
      countingSet(
        [others, own].flatMap((set) => set ?? []),
        of,
      ),
    ).toEqual({ set: own, binds: false });
  });

  it('is one for others where there is nothing else, and none where nothing was published', () => {
    const others = version(3, '2026-07-01', { cohort: '2025' });
    expect(countingSet([others], of)).toEqual({ set: others, binds: false });
    expect(countingSet([], of)).toBeNull();
  });
});

describe('the version that a set follows', () => {
  const next = { id: 'set', cohort: '2026', effectiveOn: '2026-12-31' } as const;
  const named = (id: string, change: Partial<RequirementSet> = {}) =>
    version(1, '2026-07-01', { id, ...change });

  it('is the last of the same id, even where another binds its cohort', () => {
    const own = [version(2, '2027-07-01', { id: 'set', ...unverified }), named('set')];
    expect(followedSet([named('other'), ...own], next)).toBe(own[0]);
  });

  it('of a new set is the one by which its cohort would be counted on its first day', () => {
    const [later, forOthers, first] = [
      version(1, '2027-01-01', { id: 'later' }),
      named('for others', { cohort: '2025' }),
      named('first'),
    ];
    const published = [later, forOthers, first];
    expect(followedSet(published, next)).toBe(first);
    expect(followedSet(published, { ...next, cohort: '2025' })).toBe(forOthers);
    expect(followedSet(published, { ...next, effectiveOn: '2027-01-01' })).toBe(later);
    expect(followedSet(published, { id: 'set', effectiveOn: '2026-12-31' })).toBe(first);
  });

  it('is none where nothing was published', () => {
    expect(followedSet([], next)).toBeNull();
  });
});

describe('the number of the next version', () => {
  it('is one more than the highest of the same set, whatever others have, and 1 for a new set', () => {
    const published = [
      version(2, '2026-07-01'),
      version(3, '2027-07-01'),
      version(9, '2026-07-01', { id: 'x' }),
    ];
    const { id } = published[0] ?? { id: '' };
    expect(nextVersion(published, id)).toBe(4);
    expect(nextVersion(published.toReversed(), id)).toBe(4);
    expect(nextVersion(published, 'x')).toBe(10);
    expect(nextVersion(published, 'new')).toBe(1);
  });
});

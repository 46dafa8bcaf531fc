import { continuedAs, signOffsUnder, type SetStep } from './carry-over';
import type { HeldSignOff, SetVersion } from './assessment';

const v = (version: number, requirementSetId = 'set'): SetVersion => ({ requirementSetId, version });
const given = (
  at: SetVersion,
  competencyId: string,
  signedOn = '2026-01-01',
  endedOn: string | null = null,
) => ({
  ...at,
  ...{ competencyId, signedOn, endedOn },
});
const step = (
  from: SetVersion,
  to: SetVersion,
  ...pairs: readonly (readonly [string, string])[]
): SetStep => ({
  ...{ from, to },
  mapping: pairs.map(([old, now]) => ({ from: old, to: now })),
});
const steps = [step(v(2), v(3), ['b', 'c']), step(v(1), v(2), ['a', 'b'])];
const asOf = '2026-12-31';
const idsOf = (held: readonly HeldSignOff[]) => held.map(({ competencyId }) => competencyId);

describe('a sign-off under a later version', () => {
  it('stays where the mapping of every version between leads', () => {
    const held = [given(v(1), 'a')];
    expect(idsOf(signOffsUnder(v(1), held, { steps, asOf }))).toEqual(['a']);
    expect(idsOf(signOffsUnder(v(2), held, { steps, asOf }))).toEqual(['b']);
    expect(signOffsUnder(v(3), held, { steps, asOf })).toEqual([
      { competencyId: 'c', signedOn: '2026-01-01', endedOn: null },
    ]);
  });

  it('does not go back, nor to another set', () => {
    const held = [given(v(3), 'c')];
    expect(signOffsUnder(v(2), held, { steps, asOf })).toEqual([]);
    expect(signOffsUnder(v(3, 'other'), held, { steps, asOf })).toEqual([]);
  });

  it('of a merged competency is there when all that went into it are signed, from the last on', () => {
    const merged = [step(v(1), v(2), ['a', 'm'], ['b', 'm'])];
    const a = given(v(1), 'a', '2026-01-01');
    const b = given(v(1), 'b', '2026-03-01', '2026-11-30');
    expect(signOffsUnder(v(2), [a], { steps: merged, asOf })).toEqual([]);
    expect(signOffsUnder(v(2), [a, b], { steps: merged, asOf: '2026-06-01' })).toEqual([
      { competencyId: 'm', signedOn: '2026-03-01', endedOn: '2026-11-30' },
    ]);
    expect(signOffsUnder(v(2), [a, b], { steps: merged, asOf })).toEqual([]);
  });

  it('gives way to one given under the version itself', () => {
    const own = given(v(2), 'b', '2026-09-01');
    expect(signOffsUnder(v(2), [given(v(1), 'a'), own], { steps, asOf })).toEqual([own]);
  });
});

describe('the ids under which a competency goes on', () => {
  const signed = { ...v(1), competencyId: 'a' };

  it('are where each step leads, in any order of the steps', () => {
    expect(continuedAs(v(1), signed, steps)).toEqual(['a']);
    expect(continuedAs(v(2), signed, steps)).toEqual(['b']);
    expect(continuedAs(v(3), signed, steps.toReversed())).toEqual(['c']);
  });

  it('are several for one that was split, and one, once, for what was merged again', () => {
    const split = [
      step(v(1), v(2), ['a', 'b'], ['a', 'c'], ['x', 'd']),
      step(v(2), v(3), ['b', 'm'], ['c', 'm']),
    ];
    expect(continuedAs(v(2), signed, split)).toEqual(['b', 'c']);
    expect(continuedAs(v(3), signed, split)).toEqual(['m']);
  });

  it('are none where nothing continues it, back in time, in another set, or in a ring of steps', () => {
    expect(continuedAs(v(2), { ...signed, competencyId: 'z' }, steps)).toEqual([]);
    expect(continuedAs(v(1), { ...v(2), competencyId: 'b' }, steps)).toEqual([]);
    expect(continuedAs(v(2, 'other'), signed, steps)).toEqual([]);
    const ring = [step(v(3), v(2), ['b', 'b']), step(v(2), v(3), ['b', 'b'])];
    expect(continuedAs(v(2), signed, ring)).toEqual([]);
  });
});

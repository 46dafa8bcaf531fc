import fc from 'fast-check';
import { dayAfter, daysBetween } from '../calendar';
import {
  byExpiry,
  qualificationState,
  qualificationStates,
  qualificationWarnings,
  WARNING_DAYS,
  type QualificationFacts,
} from './index';

const TODAY = '2026-11-23';
const held = (change: Partial<QualificationFacts> = {}): QualificationFacts => ({
  ...{ standing: 'granted', fromOn: '2025-07-01', expiresOn: null, ended: false },
  ...change,
});

describe('A qualification on a day', () => {
  it.each([
    [{}, { name: 'valid' }],
    [{ fromOn: null }, { name: 'valid' }],
    [{ expiresOn: '2027-02-22' }, { name: 'valid' }],
    [{ expiresOn: '2027-02-21' }, { name: 'expiring', days: 90, within: 90 }],
    [{ expiresOn: '2027-01-23' }, { name: 'expiring', days: 61, within: 90 }],
    [{ expiresOn: '2027-01-22' }, { name: 'expiring', days: 60, within: 60 }],
    [{ expiresOn: '2026-12-24' }, { name: 'expiring', days: 31, within: 60 }],
    [{ expiresOn: '2026-12-23' }, { name: 'expiring', days: 30, within: 30 }],
    [{ expiresOn: TODAY }, { name: 'expiring', days: 0, within: 30 }],
    [{ expiresOn: '2026-11-22' }, { name: 'expired', days: 1 }],
    [{ fromOn: '2026-11-24', expiresOn: '2027-11-23' }, { name: 'not-begun' }],
    [{ fromOn: TODAY }, { name: 'valid' }],
    [{ standing: 'applied', expiresOn: '2026-11-01' }, { name: 'pending' }],
    [{ ended: true, expiresOn: '2026-11-01' }, { name: 'ended' }],
    [{ ended: true, standing: 'applied' }, { name: 'ended' }],
  ] as const)('with %j is %j', (change, state) => {
    expect(qualificationState(held(change), TODAY)).toEqual(state);
  });
});

const days = fc.integer({ min: -400, max: 400 }).map((ahead) => dayAfter(TODAY, ahead));
const facts: fc.Arbitrary<QualificationFacts> = fc.record({
  standing: fc.constantFrom('granted' as const, 'applied' as const),
  fromOn: fc.option(days),
  expiresOn: fc.option(days),
  ended: fc.boolean(),
});
/** As `checkQualification` lets it through. */
const possible = facts.filter(
  ({ fromOn, expiresOn }) => fromOn === null || expiresOn === null || fromOn <= expiresOn,
);

describe('Whatever its days', () => {
  it('a qualification goes from not begun to valid, to expiring, to expired, and never back', () => {
    const order = ['not-begun', 'valid', 'expiring', 'expired'];
    fc.assert(
      fc.property(possible, days, fc.nat({ max: 500 }), (of, on, later) => {
        const [before, after] = [on, dayAfter(on, later)].map((day) => qualificationState(of, day));
        if (of.ended || of.standing === 'applied') expect(after).toEqual(before);
        else
          expect(order.indexOf(after?.name ?? '')).toBeGreaterThanOrEqual(order.indexOf(before?.name ?? ''));
      }),
    );
  });

  it('one that expires says so on every one of its last days, and the days that it says add up', () => {
    fc.assert(
      fc.property(possible, days, (of, on) => {
        const state = qualificationState(of, on);
        if (state.name === 'expiring') {
          expect(dayAfter(on, state.days)).toBe(of.expiresOn);
          expect(state.days).toBeLessThanOrEqual(state.within);
          for (const other of WARNING_DAYS)
            if (other < state.within) expect(state.days).toBeGreaterThan(other);
        }
        if (state.name === 'expired') expect(dayAfter(on, -state.days)).toBe(of.expiresOn);
        if (state.name === 'valid' && of.expiresOn !== null)
          expect(daysBetween(on, of.expiresOn)).toBeGreaterThan(WARNING_DAYS[0]);
      }),
    );
  });

  it('what is renewed for more than 90 days warns no more', () => {
    fc.assert(
      fc.property(possible, days, fc.integer({ min: 91, max: 4000 }), (of, on, ahead) => {
        const renewed = { ...of, expiresOn: dayAfter(on, ahead) };
        expect(['expired', 'expiring']).not.toContain(qualificationState(renewed, on).name);
      }),
    );
  });

  it('warnings count what the states say, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(possible, { maxLength: 12 }), days, (all, on) => {
        const states = all.map((one) => qualificationState(one, on));
        const found = qualificationWarnings(all, on);
        expect(found.expired).toBe(states.filter(({ name }) => name === 'expired').length);
        expect(found.expiring).toBe(states.filter(({ name }) => name === 'expiring').length);
        expect(found.daysLeft === null).toBe(found.expiring === 0);
        expect(found.expiredOn === null).toBe(found.expired === 0);
        const least = states.flatMap((one) => (one.name === 'expiring' ? [one.days] : []));
        if (found.daysLeft !== null) expect(found.daysLeft).toBe(Math.min(...least));
        expect(qualificationWarnings(all.toReversed(), on)).toEqual(found);
      }),
    );
  });

  it('a list by expiry has expired ones before expiring, these before valid, and the ended last', () => {
    const order: readonly (readonly string[])[] = [['expired'], ['expiring'], ['valid', 'not-begun']];
    const places = [...order, ['pending'], ['ended']];
    fc.assert(
      fc.property(fc.array(possible, { maxLength: 12 }), days, (all, on) => {
        const begun = all.filter(({ fromOn }) => fromOn === null || fromOn <= on);
        const names = begun.toSorted(byExpiry).map((one) => qualificationState(one, on).name);
        const at = names.map((name) => places.findIndex((same) => same.includes(name)));
        expect(at).toEqual(at.toSorted((one, other) => one - other));
        expect(qualificationStates).toEqual(expect.arrayContaining(names));
      }),
    );
  });
});

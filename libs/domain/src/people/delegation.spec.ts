import fc from 'fast-check';
import { dayAfter } from '../calendar';
import {
  checkDelegation,
  delegationState,
  LONGEST_DELEGATION_DAYS,
  type DelegationFacts,
} from './delegation';

const always = [{ fromOn: '2020-01-01', toOn: '2030-12-31' }];
const facts: DelegationFacts = {
  today: '2026-11-23',
  open: [],
  supervises: { supervisor: always, delegate: always },
};
const asked = { supervisorId: 'osei', delegateId: 'rao', fromOn: '2026-11-23', toOn: '2026-11-30' };
const said = (change: Partial<typeof asked>, other: Partial<DelegationFacts> = {}) =>
  checkDelegation({ ...asked, ...change }, { ...facts, ...other }).map(({ code, field }) => [code, field]);

describe('A delegation', () => {
  it('is offered from today on, to another supervisor, for a year at most', () => {
    expect(said({})).toEqual([]);
    expect(said({ toOn: asked.fromOn })).toEqual([]);
    const last = dayAfter(asked.fromOn, LONGEST_DELEGATION_DAYS - 1);
    expect(said({ toOn: last })).toEqual([]);
    expect(said({ toOn: dayAfter(last, 1) })).toEqual([['delegation/too-long', '/toOn']]);
    expect(said({ fromOn: '2026-11-22' })).toEqual([['delegation/past', '/fromOn']]);
    expect(said({ toOn: '2026-11-22' })).toEqual([['delegation/reversed', '/toOn']]);
    expect(said({ fromOn: '2026-02-30', toOn: 'soon' })).toEqual([
      ['delegation/impossible-date', '/fromOn'],
      ['delegation/impossible-date', '/toOn'],
    ]);
    expect(said({ delegateId: 'osei' })).toEqual([['delegation/own', '/delegateId']]);
  });

  it('is between two who are supervisors from its first day to its last', () => {
    const until = (toOn: string) => [{ fromOn: '2020-01-01', toOn }];
    const supervises = { supervisor: until('2026-11-29'), delegate: until('2026-11-30') };
    expect(said({}, { supervises })).toEqual([['delegation/not-supervisor', '/supervisorId']]);
    expect(said({}, { supervises: { supervisor: always, delegate: [] } })).toEqual([
      ['delegation/not-supervisor', '/delegateId'],
    ]);
  });

  it('shares no day with another one of the same supervisor', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => dayAfter(facts.today, days));
    const stretch = fc
      .tuple(day, day)
      .map(([one, other]) => (one <= other ? { fromOn: one, toOn: other } : { fromOn: other, toOn: one }));
    fc.assert(
      fc.property(stretch, stretch, (mine, other) => {
        const days = ({ fromOn, toOn }: typeof mine) =>
          Array.from({ length: 41 }, (_, at) => dayAfter(facts.today, at)).filter(
            (on) => fromOn <= on && on <= toOn,
          );
        const shares = days(mine).some((on) => days(other).includes(on));
        expect(said(mine, { open: [other] }).length > 0).toBe(shares);
      }),
    );
  });

  it('is offered, then accepted or declined, then ended or over', () => {
    const life = { ...asked, acceptedAt: null, endedAt: null };
    const on = (change: object, today = '2026-11-24') => delegationState({ ...life, ...change }, today);
    expect([on({}), on({ acceptedAt: 1 }), on({ endedAt: 2 }), on({ acceptedAt: 1, endedAt: 2 })]).toEqual([
      'offered',
      'accepted',
      'declined',
      'ended',
    ]);
    expect([on({ acceptedAt: 1 }, '2026-11-30'), on({ acceptedAt: 1 }, '2026-12-01')]).toEqual([
      'accepted',
      'over',
    ]);
    expect(on({}, '2026-12-01')).toBe('over');
  });
});

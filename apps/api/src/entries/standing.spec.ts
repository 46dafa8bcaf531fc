import { entryStates, startLife, type DraftContent, type EntryLife } from '@countersign/domain/entry';
import { listedNumber, openedNumber, standingOf, type StandingVersion } from './standing';

const content = (supervisorId: string, performedOn: string): DraftContent => ({
  performedOn,
  simulation: false,
  supervisorId,
  procedures: [],
});
/** Sent to Amy and decided on by her. */
const first: StandingVersion = { number: 1, content: content('amy', '2026-11-01'), submittedAt: 10 };
/** Written for Ben, sent or not. */
const second = (submittedAt: number | null): StandingVersion => ({
  number: 2,
  content: content('ben', '2026-11-02'),
  submittedAt,
});
const life = (change: Partial<EntryLife>): EntryLife => ({
  ...startLife({ fellowId: 'fay', supervisorId: 'amy' }),
  ...change,
});
const ofAmy = { shownNumber: 1, supervisorId: 'amy', performedOn: '2026-11-01', submittedAt: 10 };
const ofBen = { shownNumber: 2, supervisorId: 'ben', performedOn: '2026-11-02', submittedAt: 20 };

describe('An entry stands', () => {
  it.each<[string, Partial<EntryLife>, StandingVersion[], object]>([
    [
      'as a draft for nobody',
      { state: 'draft' },
      [{ ...first, submittedAt: null }],
      { ...ofAmy, shownNumber: null, submittedAt: null },
    ],
    ['with what waits', { state: 'submitted' }, [first], ofAmy],
    [
      'with what was returned while its edit is not sent',
      { state: 'returned', number: 2 },
      [first, second(null)],
      ofAmy,
    ],
    ['with its new version once that is sent', { state: 'submitted', number: 2 }, [first, second(20)], ofBen],
    ['with what counts', { state: 'approved', approvedNumber: 1 }, [first], ofAmy],
    [
      'with what counts after a returned amendment',
      { state: 'approved', number: 2, approvedNumber: 1 },
      [first, second(20)],
      ofAmy,
    ],
    [
      'with what counts after a withdrawn amendment',
      { state: 'approved', number: 2, approvedNumber: 1 },
      [first, second(null)],
      ofAmy,
    ],
    [
      'between two supervisors while an amendment waits',
      { state: 'amended', number: 2, approvedNumber: 1 },
      [first, second(20)],
      { ...ofBen, shownNumber: 1, performedOn: '2026-11-01' },
    ],
    [
      'as the draft it is when a resubmission was taken back',
      { state: 'draft', number: 2 },
      [first, second(null)],
      { ...ofBen, shownNumber: 1, submittedAt: null },
    ],
  ])('%s', (_how, change, versions, standing) => {
    expect(standingOf(life(change), versions)).toEqual(standing);
  });
});

describe('The version that is shown', () => {
  const row = (change: object) => ({
    fellowId: 'fay',
    number: 2,
    shownNumber: 1,
    state: 'approved' as const,
    ...change,
  });

  it('in a list is what others see, to its fellow what is being written', () => {
    for (const state of entryStates)
      expect([state, listedNumber(row({ state }), 'amy'), listedNumber(row({ state }), 'fay')]).toEqual([
        state,
        1,
        state === 'draft' || state === 'returned' ? 2 : 1,
      ]);
    expect(listedNumber(row({ state: 'void', shownNumber: null }), 'fay')).toBe(2);
  });

  it('on its page is the amendment that waits, to its fellow and whoever decides', () => {
    const waiting = row({ state: 'amended' });
    expect(openedNumber(waiting, { id: 'fay', decides: false })).toBe(2);
    expect(openedNumber(waiting, { id: 'ben', decides: true })).toBe(2);
    expect(openedNumber(waiting, { id: 'dee', decides: false })).toBe(1);
    expect(openedNumber(row({}), { id: 'amy', decides: true })).toBe(1);
  });
});

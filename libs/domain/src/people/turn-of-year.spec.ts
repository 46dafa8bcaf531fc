import fc from 'fast-check';
import { dayAfter } from '../calendar';
import { isAroundTurn, turnOfYear } from './turn-of-year';

const year = (from: number) => ({ fromOn: `${from}-07-01`, toOn: `${from + 1}-06-30` });

describe('The day on which the year changes', () => {
  it.each([
    ['2026-11-30', '2027-07-01'],
    ['2027-06-30', '2027-07-01'],
    ['2027-07-20', '2027-07-01'],
    ['2027-08-30', '2027-07-01'],
    ['2027-08-31', '2028-07-01'],
  ])('is, seen from %s, %s', (today, on) => {
    const offCycle = { fromOn: '2026-09-01', toOn: '2027-08-31' };
    const trainings = [year(2026), year(2026), year(2027), year(2027), offCycle];
    expect(turnOfYear(trainings, today)).toBe(on);
  });

  it('is that of most trainings, of as many the nearest, and of two as near the earlier', () => {
    const offCycle = { fromOn: '2026-12-15', toOn: '2027-12-14' };
    expect(turnOfYear([year(2026), year(2026), offCycle], '2026-11-30')).toBe('2027-07-01');
    expect(turnOfYear([year(2026), offCycle], '2026-11-30')).toBe('2026-12-15');
    const two = [
      { fromOn: '2026-11-20', toOn: '2999-12-31' },
      { fromOn: '2026-12-10', toOn: '2999-12-31' },
    ];
    expect(turnOfYear(two, '2026-11-30')).toBe('2026-11-20');
  });

  it('is unknown where no training changes, and a last day that is not set changes none', () => {
    expect(turnOfYear([], '2026-11-30')).toBeUndefined();
    expect(turnOfYear([{ fromOn: '2020-07-01', toOn: '2999-12-31' }], '2026-11-30')).toBeUndefined();
  });

  it('is a day on which a training changes, near or within a year, whatever the order of the trainings', () => {
    const days = fc.integer({ min: -500, max: 900 }).map((n) => dayAfter('2026-11-30', n));
    const stretch = fc.tuple(days, days).map(([one = '', other = '']) => ({
      fromOn: one < other ? one : other,
      toOn: one < other ? other : one,
    }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (trainings) => {
        const on = turnOfYear(trainings, '2026-11-30');
        expect(turnOfYear(trainings.toReversed(), '2026-11-30')).toBe(on);
        if (on === undefined) return;
        expect(on >= '2026-10-01' && on <= '2027-12-01').toBe(true);
        expect(trainings.some(({ fromOn, toOn }) => fromOn === on || dayAfter(toOn, 1) === on)).toBe(true);
      }),
    );
  });
});

it('People who come or leave within 60 days of it do so with the year', () => {
  expect(isAroundTurn('2027-05-02', '2027-07-01')).toBe(true);
  expect(isAroundTurn('2027-05-01', '2027-07-01')).toBe(false);
  expect(isAroundTurn('2027-08-30', '2027-07-01')).toBe(true);
  expect(isAroundTurn('2027-08-31', '2027-07-01')).toBe(false);
});

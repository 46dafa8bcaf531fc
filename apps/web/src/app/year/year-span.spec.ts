import { yearInAddress, yearName, yearOf, yearWithAny } from './year-span';

const july = { fromOn: '2026-07-01', toOn: '2027-06-30' };
const offCycle = { fromOn: '2026-09-01', toOn: '2027-08-31' };
const endless = { fromOn: '2024-09-15', toOn: '2999-12-31' };

it.each([
  ['2026-11-23', [july, july, offCycle], july],
  ['2026-06-20', [july, july, offCycle], { fromOn: '2025-07-01', toOn: '2026-06-30' }],
  ['2026-07-01', [july, july], july],
  ['2027-05-30', [july, { fromOn: '2027-07-01', toOn: '2028-06-30' }], july],
  ['2026-11-23', [endless], { fromOn: '2026-09-15', toOn: '2027-09-14' }],
  ['2026-11-23', [], { fromOn: '2026-01-01', toOn: '2026-12-31' }],
])('On %s the year is the one that trainings have', (today, trainings, span) => {
  expect(yearOf(trainings, today)).toEqual(span);
});

it('takes a year from the address where it is a day, and names it', () => {
  expect(yearInAddress('2025-07-01', july)).toEqual({ fromOn: '2025-07-01', toOn: '2026-06-30' });
  expect(['', 'x', '2026-02-30', '2950-01-01'].map((from) => yearInAddress(from, july))).toEqual([
    july,
    july,
    july,
    july,
  ]);
  expect([yearName(july), yearName({ fromOn: '2026-01-01', toOn: '2026-12-31' })]).toEqual([
    '2026–27',
    '2026',
  ]);
});

it('of one who is to come shows the year in which the training begins', () => {
  const next = { fromOn: '2027-07-01', toOn: '2028-06-30' };
  expect(yearWithAny(july, [offCycle])).toEqual(july);
  expect(yearWithAny(july, [{ fromOn: '2027-07-12', toOn: '2028-06-30' }])).toEqual(next);
  expect([yearWithAny(july, []), yearWithAny(july, [{ fromOn: '2020-07-01', toOn: '2021-06-30' }])]).toEqual([
    july,
    july,
  ]);
});

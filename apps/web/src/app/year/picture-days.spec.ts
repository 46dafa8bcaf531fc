import { dayAfter, isWithin, type Stretch } from '@countersign/domain/calendar';
import * as fc from 'fast-check';
import {
  between,
  clipped,
  dayAt,
  daysFrom,
  gapsIn,
  lanesOf,
  lengthOf,
  mondaysOf,
  monthsOf,
  moved,
  placeOf,
  snapped,
  yearsAfter,
} from './picture-days';

const year = { fromOn: '2026-07-01', toOn: '2027-06-30' };
const day = fc.integer({ min: -60, max: 430 }).map((n) => dayAfter(year.fromOn, n));
const stretch = fc.tuple(day, day).map(([one, other]) => between(one, other));
const part = fc.constantFrom('whole' as const, 'first' as const, 'last' as const);
const daysOf = ({ fromOn, toOn }: Stretch) =>
  Array.from({ length: lengthOf({ fromOn, toOn }) }, (_, n) => dayAfter(fromOn, n));

it('draws a day where it is found again, whatever the width of the drawing', () => {
  fc.assert(
    fc.property(stretch, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (days, within) => {
      const place = placeOf(days, year);
      const inside = clipped(days, year);
      if (!place || !inside) return expect(place).toBe(inside);
      const oneDay = 1 / lengthOf(year);
      expect(dayAt(place.left + within * oneDay, year)).toBe(inside.fromOn);
      expect(dayAt(place.left + place.width - within * oneDay, year)).toBe(inside.toOn);
      expect(place.left + place.width).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
  expect([dayAt(-3, year), dayAt(7, year)]).toEqual([year.fromOn, year.toOn]);
});

it('moves what it is told by whole days, forth and back, and leaves a day', () => {
  fc.assert(
    fc.property(stretch, part, fc.integer({ min: -400, max: 400 }), (days, what, by) => {
      const there = moved(days, what, by);
      expect(lengthOf(there)).toBeGreaterThanOrEqual(1);
      if (what === 'whole') {
        expect(lengthOf(there)).toBe(lengthOf(days));
        expect(moved(there, what, -by)).toEqual(days);
      }
      if (what === 'first') expect(there.toOn).toBe(days.toOn);
      if (what === 'last') expect(there.fromOn).toBe(days.fromOn);
    }),
  );
  expect(moved({ fromOn: '2027-02-27', toOn: '2027-03-02' }, 'last', -9)).toEqual({
    ...{ fromOn: '2027-02-27', toOn: '2027-02-27' },
  });
});

it('snaps to days, and to weeks where weeks are asked for', () => {
  expect([snapped(3.4, false), snapped(-0.2, false), snapped(10, true), snapped(-11, true)]).toEqual([
    3, 0, 7, -14,
  ]);
});

it('finds as gaps exactly the days that nobody planned', () => {
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 6 }), (training, planned) => {
      const gaps = gapsIn(training, planned);
      const free = daysOf(training).filter((on) => !planned.some((one) => isWithin(on, one)));
      expect(gaps.flatMap(daysOf)).toEqual(free);
    }),
  );
});

it('lays in one lane only what shares no day, in as few lanes as there are at once', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
      const lanes = lanesOf(stretches);
      stretches.forEach((one, index) =>
        stretches.forEach((other, place) => {
          if (index < place && lanes[index] === lanes[place])
            expect(one.toOn < other.fromOn || other.toOn < one.fromOn).toBe(true);
        }),
      );
      const most = Math.max(
        0,
        ...stretches.map(({ fromOn }) => stretches.filter((one) => isWithin(fromOn, one)).length),
      );
      expect(new Set(lanes).size).toBe(most);
    }),
  );
});

it('has the months and weeks of a year that begins on any day', () => {
  const months = monthsOf({ fromOn: '2026-01-12', toOn: '2027-01-11' });
  expect(months).toHaveLength(13);
  expect([months[0], months[1], months[12]]).toEqual([
    { fromOn: '2026-01-12', toOn: '2026-01-31' },
    { fromOn: '2026-02-01', toOn: '2026-02-28' },
    { fromOn: '2027-01-01', toOn: '2027-01-11' },
  ]);
  expect(mondaysOf(year)[0]).toBe('2026-07-06');
  expect(mondaysOf({ fromOn: '2026-11-23', toOn: '2026-12-01' })).toEqual(['2026-11-23', '2026-11-30']);
  expect([yearsAfter('2026-07-01', -1), yearsAfter('2028-02-29', 1)]).toEqual(['2025-07-01', '2029-02-28']);
  expect([daysFrom('2026-07-01', '2026-06-30'), daysFrom('2026-07-01', '2026-07-03')]).toEqual([-1, 2]);
});

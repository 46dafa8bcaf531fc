import fc from 'fast-check';
import { dayAfter } from '../calendar';
import { serviceExposure } from '../statistics';
import { monthsOfAll, plannedDays, weeksBySite } from './planned-days';

const north = { siteId: 'north', fromOn: '2026-09-03', toOn: '2026-09-15', service: 100 };
const south = { siteId: 'south', fromOn: '2026-09-16', toOn: '2026-09-30', service: 50 };
const none = { siteId: 'south', fromOn: '2026-10-01', toOn: '2026-10-31', service: 0 };
const september = { fromOn: '2026-09-01', toOn: '2026-09-18' };

it('A planned day is a working day in a rotation with service, without leave, in the span', () => {
  const leave = [{ fromOn: '2026-09-10', toOn: '2026-09-13' }];
  const days = plannedDays({ rotations: [none, south, north], leave }, september);
  // Thu 3, Fri 4, Mon 7 to Wed 9, (Thu 10 and Fri 11 off), Mon 14, Tue 15 in the north; Wed 16 to Fri 18 in the south.
  expect(days.map(({ on }) => on.slice(8))).toEqual([
    '03',
    '04',
    '07',
    '08',
    '09',
    '14',
    '15',
    '16',
    '17',
    '18',
  ]);
  expect(days.map(({ week }) => week.slice(5))).toEqual([
    '08-31',
    '08-31',
    '09-07',
    '09-07',
    '09-07',
    '09-14',
    '09-14',
    '09-14',
    '09-14',
    '09-14',
  ]);
  expect([...weeksBySite(days)]).toEqual([
    ['north', 7 / 5],
    ['south', 0.5 * (3 / 5)],
  ]);
  expect(plannedDays({ rotations: [none], leave: [] }, { fromOn: '2026-10-01', toOn: '2026-10-31' })).toEqual(
    [],
  );
});

it('Weeks at a site are those by which forecasts are made', () => {
  const day = fc.integer({ min: 0, max: 120 }).map((n) => dayAfter('2026-07-01', n));
  const stretch = fc
    .tuple(day, day)
    .map(([one, other]) => (one < other ? { fromOn: one, toOn: other } : { fromOn: other, toOn: one }));
  const spanOf = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => ({ startsOn: fromOn, endsOn: toOn });
  fc.assert(
    fc.property(stretch, stretch, stretch, fc.integer({ min: 0, max: 100 }), (spent, away, span, service) => {
      const rotation = { ...spent, siteId: 'a', service };
      const exposure = serviceExposure(
        { rotations: [{ ...spanOf(spent), multiplier: service / 100 }], daysOff: [spanOf(away)] },
        { after: dayAfter(span.fromOn, -1), until: span.toOn },
      );
      const days = plannedDays({ rotations: [rotation], leave: [away] }, span);
      expect(weeksBySite(days).get('a') ?? 0).toBeCloseTo(exposure.at(-1)?.weeks ?? 0, 9);
    }),
  );
});

it('Months are those in which all of it held at once', () => {
  const role = [{ fromOn: '2026-01-01', toOn: '2026-03-31' }];
  const training = [
    { fromOn: '2026-03-01', toOn: '2026-12-31' },
    { fromOn: '2026-03-15', toOn: '2026-12-31' },
  ];
  const year = { fromOn: '2026-01-01', toOn: '2026-12-31' };
  expect(monthsOfAll([role, training], year)).toBeCloseTo(31 / (365.25 / 12), 9);
  expect(monthsOfAll([role, []], year)).toBe(0);
});

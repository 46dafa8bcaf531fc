import fc from 'fast-check';
import { dayAfter } from '../calendar';
import { plannedDays } from './planned-days';
import { coveredDays, sumOfDays, unloggedShare } from './procedure-days';

const two = { siteId: 'a', fromOn: '2026-09-07', toOn: '2026-09-24', service: 100, procedureDays: 2 };
const september = { fromOn: '2026-09-01', toOn: '2026-09-30' };
const days = (
  leave: { fromOn: string; toOn: string }[] = [],
  rotation: typeof two | (Omit<typeof two, 'procedureDays'> & { procedureDays: null }) = two,
) => plannedDays({ rotations: [rotation], leave }, september);

it('A whole week holds as many procedure days as its rotation says, a cut week a range', () => {
  // Two whole weeks; of the third Monday to Thursday, which may hold one or both.
  expect(coveredDays(days(), new Set()).planned).toEqual({ low: 5, high: 6 });
  // Leave from Tuesday to Friday of the first week leaves Monday, which may be none or one.
  const leave = [{ fromOn: '2026-09-08', toOn: '2026-09-11' }];
  expect(coveredDays(days(leave), new Set()).planned).toEqual({ low: 3, high: 5 });
  expect(coveredDays(days([], { ...two, procedureDays: null }), new Set())).toEqual(sumOfDays([]));
});

it('A busy week hides no empty one', () => {
  const busy = ['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-10'];
  expect(coveredDays(days(), new Set([...busy, '2026-09-22', '2026-09-05', '2026-09-12']))).toEqual({
    planned: { low: 5, high: 6 },
    covered: { low: 3, high: 3 },
    unlogged: { low: 2, high: 3 },
  });
});

it('No share is said of fewer than ten planned days', () => {
  const some = { planned: { low: 9, high: 12 }, covered: { low: 6, high: 8 }, unlogged: { low: 3, high: 4 } };
  expect(unloggedShare(some)).toBeNull();
  expect(unloggedShare({ ...some, planned: { low: 10, high: 12 } })).toEqual({ low: 3 / 11, high: 4 / 10 });
  expect(sumOfDays([some, some]).unlogged).toEqual({ low: 6, high: 8 });
});

it('Whatever days of the week held procedures, numbers and share lie in their ranges', () => {
  const weekdays = fc.subarray([0, 1, 2, 3, 4], { minLength: 1 });
  const cut = fc.record({
    fromOn: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 20, max: 80 }),
    awayFrom: fc.integer({ min: 0, max: 90 }),
    awayFor: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(weekdays, cut, fc.infiniteStream(fc.boolean()), (procedures, asked, isLogged) => {
      const day = (nth: number) => dayAfter('2026-07-01', nth);
      const rotation = {
        ...{ siteId: 'a', service: 80, procedureDays: procedures.length },
        ...{ fromOn: day(asked.fromOn), toOn: day(asked.fromOn + asked.length) },
      };
      const leave = [{ fromOn: day(asked.awayFrom), toOn: day(asked.awayFrom + asked.awayFor) }];
      const planned = plannedDays({ rotations: [rotation], leave }, { fromOn: day(0), toOn: day(200) });
      const held = planned.filter(({ on, week }) => procedures.some((nth) => dayAfter(week, nth) === on));
      const logged = new Set(held.map(({ on }) => on).filter(() => isLogged.next().value));
      const found = coveredDays(planned, logged);
      const within = (value: number, { low, high }: { low: number; high: number }) =>
        low <= value && value <= high;
      expect(within(held.length, found.planned)).toBe(true);
      expect(within(logged.size, found.covered)).toBe(true);
      expect(within(held.length - logged.size, found.unlogged)).toBe(true);
      const share = unloggedShare(found);
      if (share) expect(within((held.length - logged.size) / held.length, share)).toBe(true);
    }),
  );
});

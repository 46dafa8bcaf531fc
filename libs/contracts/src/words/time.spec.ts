import { ageText, dayFull, dayNear, dayRange, dayShort, dayWithWeekday, lateText } from './time';

it('writes a civil date as the same day in every time zone', () => {
  expect(dayShort('2026-11-13')).toBe('Nov 13');
  expect(dayWithWeekday('2026-11-13')).toBe('Fri, Nov 13');
  expect(dayFull('2026-03-01')).toBe('Mar 1, 2026');
});

it('names today and yesterday, and adds the year only when it differs', () => {
  expect(dayNear('2026-11-23', '2026-11-23')).toBe('Today, Nov 23');
  expect(dayNear('2026-11-22', '2026-11-23')).toBe('Yesterday, Nov 22');
  expect(dayNear('2026-11-13', '2026-11-23')).toBe('Fri, Nov 13');
  expect(dayNear('2025-11-13', '2026-11-23')).toBe('Nov 13, 2025');
});

it('shortens a range of one day to that day', () => {
  expect(dayRange('2026-11-16', '2026-11-16')).toBe('Nov 16');
  expect(dayRange('2026-11-16', '2026-11-18')).toBe('Nov 16 to Nov 18');
});

it('says an age in days, and how late an entry was', () => {
  expect([ageText(0), ageText(1), ageText(10)]).toEqual(['today', '1 day', '10 days']);
  expect(lateText(1)).toBe('late, 1 day after');
  expect(lateText(22)).toBe('late, 22 days after');
});

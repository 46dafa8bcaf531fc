import {
  ageText,
  clockTime,
  dayFull,
  dayNear,
  dayRange,
  dayShort,
  dayWithWeekday,
  instantFull,
  lateText,
  monthShort,
} from './time';

const today = '2026-11-23';

it('writes a civil date as the same day in every time zone', () => {
  expect(dayShort('2026-11-13', today)).toBe('Nov 13');
  expect(dayWithWeekday('2026-11-13', today)).toBe('Fri, Nov 13');
  expect(dayFull('2026-03-01')).toBe('Mar 1, 2026');
  expect([monthShort('2027-01-01', true), monthShort('2026-03-01', false)]).toEqual(['Jan 2027', 'Mar']);
});

it('names today and yesterday', () => {
  expect(dayNear('2026-11-23', today)).toBe('Today, Nov 23');
  expect(dayNear('2026-11-22', today)).toBe('Yesterday, Nov 22');
  expect(dayNear('2026-11-13', today)).toBe('Fri, Nov 13');
});

it('Time (e): a date of another year shows its year, however it is written', () => {
  expect(dayShort('2025-11-13', today)).toBe('Nov 13, 2025');
  expect(dayWithWeekday('2025-11-13', today)).toBe('Thu, Nov 13, 2025');
  expect(dayNear('2025-11-13', today)).toBe('Thu, Nov 13, 2025');
  expect(dayNear('2025-12-31', '2026-01-01')).toBe('Yesterday, Dec 31, 2025');
  expect(dayRange('2025-12-31', '2026-01-02', '2026-01-05')).toBe('Dec 31, 2025 to Jan 2');
});

it('shortens a range of one day to that day', () => {
  expect(dayRange('2026-11-16', '2026-11-16', today)).toBe('Nov 16');
  expect(dayRange('2026-11-16', '2026-11-18', today)).toBe('Nov 16 to Nov 18');
});

it('Time (f): a time is that of the program’s zone, and says so', () => {
  const at = Date.parse('2026-11-14T05:42:00Z');
  expect(instantFull(at, 'America/Chicago').replace(/\s/g, ' ')).toBe('Nov 13, 2026, 11:42 PM CST');
  expect(instantFull(at, 'Asia/Kolkata').replace(/\s/g, ' ')).toBe('Nov 14, 2026, 11:12 AM GMT+5:30');
  expect(clockTime(at, 'UTC').replace(/\s/g, ' ')).toBe('5:42 AM UTC');
});

it('says an age in days, and how late an entry was', () => {
  expect([ageText(0), ageText(1), ageText(10)]).toEqual(['today', '1 day', '10 days']);
  expect(lateText(1)).toBe('late, 1 day after');
  expect(lateText(22)).toBe('late, 22 days after');
});

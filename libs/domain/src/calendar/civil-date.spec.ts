import fc from 'fast-check';
import { isCivilDate, isWindow, lastDayInWindow, windowStart } from './civil-date';

describe('a civil date', () => {
  it.each(['2026-01-31', '2028-02-29', '1900-01-01', '2999-12-31'])('is %s', (day) => {
    expect(isCivilDate(day)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1899-12-31',
    '0206-03-10',
    '3000-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    'today',
  ])('is not %p', (day) => {
    expect(isCivilDate(day)).toBe(false);
  });
});

describe('a window', () => {
  it.each([
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-08-31', 6, '2026-02-28'],
    ['2026-12-31', 1, '2026-11-30'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-06-15', 12, '2025-06-15'],
    ['2026-01-10', 2, '2025-11-10'],
    ['1910-01-01', 600, '1860-01-01'],
  ])('that ends on %s and is %i months long starts on %s', (asOf, months, start) => {
    expect(windowStart(asOf, months)).toBe(start);
  });

  it.each([
    ['2026-06-15', 12, '2027-06-15'],
    ['2026-02-28', 6, '2026-08-31'],
    ['2026-02-27', 6, '2026-08-27'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-02-28', 12, '2028-02-29'],
    ['2026-04-30', 1, '2026-05-31'],
  ])('holds %s at %i months up to %s', (day, months, last) => {
    expect(lastDayInWindow(day, months)).toBe(last);
  });

  it.each([1, 12, 600])('may be %i months long', (months) => {
    expect(isWindow(months)).toBe(true);
  });

  it.each([0, -1, 1.5, 601, NaN, Infinity])('may not be %p months long', (months) => {
    expect(isWindow(months)).toBe(false);
  });

  it('holds a day exactly as long as it starts no later', () => {
    const days = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 36 }), (day, asOf, months) => {
        expect(windowStart(asOf, months) <= day).toBe(asOf <= lastDayInWindow(day, months));
      }),
    );
  });
});

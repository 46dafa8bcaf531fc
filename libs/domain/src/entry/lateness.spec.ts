import { lateness, LATE_AFTER_DAYS } from './lateness';

const limits = { softDays: 7, hardDays: 30 };

describe('lateness', () => {
  it('starts on the fifteenth day unless the program says otherwise, and is never too late', () => {
    expect(LATE_AFTER_DAYS).toBe(14);
    expect(lateness('2026-03-01', '2026-03-15')).toEqual({ days: 14, stamp: 'in-time' });
    expect(lateness('2026-03-01', '2026-03-16')).toEqual({ days: 15, stamp: 'late' });
    expect(lateness('2020-03-01', '2026-03-01')).toEqual({ days: 2191, stamp: 'late' });
  });

  it('counts days of the calendar, over leap days and changes of the clock', () => {
    expect(lateness('2024-02-28', '2024-03-01').days).toBe(2);
    expect(lateness('2026-03-07', '2026-03-09').days).toBe(2);
    expect(lateness('2026-03-09', '2026-03-09')).toEqual({ days: 0, stamp: 'in-time' });
  });

  it('follows the limits of the program, which are themselves in time', () => {
    expect(lateness('2026-03-01', '2026-03-08', limits).stamp).toBe('in-time');
    expect(lateness('2026-03-01', '2026-03-09', limits).stamp).toBe('late');
    expect(lateness('2026-03-01', '2026-03-31', limits).stamp).toBe('late');
    expect(lateness('2026-03-01', '2026-04-01', limits)).toEqual({ days: 31, stamp: 'past-hard-limit' });
    expect(lateness('2026-03-01', '2026-03-02', { softDays: 0, hardDays: 0 }).stamp).toBe('past-hard-limit');
    expect(lateness('2026-03-01', '2026-03-02', { softDays: 0, hardDays: null }).stamp).toBe('late');
  });

  it.each([
    [-1, null],
    [1.5, null],
    [7, -1],
    [7, 7.5],
    [7, 6],
  ])('has no meaning with limits %s and %s', (softDays, hardDays) => {
    expect(() => lateness('2026-03-01', '2026-03-02', { softDays, hardDays })).toThrow(
      expect.objectContaining({
        code: 'entry/impossible-limits',
        message: 'limits are whole days, the hard one not below the soft one',
      }),
    );
  });

  it('has no meaning for days that do not exist or lie before the procedure', () => {
    expect(() => lateness('2026-02-30', '2026-03-02')).toThrow(
      expect.objectContaining({
        code: 'entry/impossible-date',
        message: '2026-02-30 is not a date of the calendar',
      }),
    );
    expect(() => lateness('2026-02-20', 'soon')).toThrow(
      expect.objectContaining({ code: 'entry/impossible-date' }),
    );
    expect(() => lateness('2026-03-02', '2026-03-01')).toThrow(
      expect.objectContaining({
        code: 'entry/future-date',
        message: 'a procedure cannot lie after its submission',
      }),
    );
  });
});

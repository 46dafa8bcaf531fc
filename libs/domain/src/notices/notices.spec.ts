import {
  afterQuietHours,
  daysOnService,
  groupOf,
  isEscalationDue,
  isMailed,
  isNudgeDue,
  isSilent,
  mayRemind,
} from './index';
import { accountMailKinds, noticeKinds } from './notice-kinds';

describe('Notices', () => {
  it('are told by mail too, save two that the digest counts', () => {
    expect(noticeKinds.filter((kind) => !isMailed(kind))).toEqual(['sign-off-asked', 'correction-settled']);
  });

  it('can be stopped in three groups, and what opens an account cannot', () => {
    expect(accountMailKinds.map(groupOf)).toEqual([null, null]);
    expect(noticeKinds.filter((kind) => groupOf(kind) === 'reminders')).toEqual(['nudge', 'escalation']);
    expect(noticeKinds.filter((kind) => groupOf(kind) === 'digest')).toEqual(['digest']);
    expect(noticeKinds.filter((kind) => groupOf(kind) === 'news')).toHaveLength(8);
  });
});

describe('Quiet hours', () => {
  it.each([
    ['2026-11-23T18:00:00Z', 'America/Chicago', '2026-11-23T18:00:00Z'],
    ['2026-11-24T03:00:00Z', 'America/Chicago', '2026-11-24T13:00:00Z'],
    ['2026-11-24T02:59:00Z', 'America/Chicago', '2026-11-24T02:59:00Z'],
    ['2026-11-24T12:59:59Z', 'America/Chicago', '2026-11-24T13:00:00Z'],
    // The clock goes forward, and back, in the night.
    ['2026-03-08T06:30:00Z', 'America/Chicago', '2026-03-08T12:00:00Z'],
    ['2026-11-01T05:30:00Z', 'America/Chicago', '2026-11-01T13:00:00Z'],
    ['2026-11-23T20:10:00Z', 'Asia/Kolkata', '2026-11-24T02:00:00Z'],
    ['2026-11-23T22:00:00Z', 'UTC', '2026-11-24T07:00:00Z'],
  ])('end, for %s in %s, at %s', (at, zone, then) => {
    expect(new Date(afterQuietHours(Date.parse(at), zone)).toISOString()).toBe(
      new Date(Date.parse(then)).toISOString(),
    );
  });
});

describe('Reminders', () => {
  it.each([
    [0, 0, false, false],
    [1, 6, false, false],
    [1, 7, true, false],
    [1, 29, true, false],
    [1, 30, true, true],
    [24, 1, false, false],
    [25, 1, false, true],
  ])(
    'of %i waiting, the oldest for %i days: supervisor %s, others %s',
    (count, oldestDays, nudge, others) => {
      expect([isNudgeDue({ count, oldestDays }), isEscalationDue({ count, oldestDays })]).toEqual([
        nudge,
        others,
      ]);
    },
  );

  it('come once a week at most', () => {
    expect([mayRemind(null), mayRemind(6), mayRemind(7)]).toEqual([true, false, true]);
  });

  it.each([
    [4, [1, 2], false],
    [5, [1, 2], true],
    [5, [], true],
    [9, [8, 9, 20], false],
    [10, [8, 9, 20], true],
  ])('after %i days on service, with delays %j: %s', (onService, delays, silent) => {
    expect(isSilent({ days: 20, onService, delays })).toBe(silent);
  });

  it('count weekdays in a rotation with service and without leave', () => {
    const rotations = [
      { fromOn: '2026-11-02', toOn: '2026-11-13', service: 100 },
      { fromOn: '2026-11-14', toOn: '2026-11-30', service: 0 },
    ];
    const leave = [{ fromOn: '2026-11-09', toOn: '2026-11-10' }];
    expect(daysOnService({ rotations, leave }, '2026-11-03', '2026-11-20')).toBe(6);
    expect(daysOnService({ rotations, leave }, '2026-11-20', '2026-11-20')).toBe(0);
  });
});

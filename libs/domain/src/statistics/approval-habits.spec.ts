import fc from 'fast-check';
import { approvalHabits, SITTING_MS, type HabitDecision } from './approval-habits';

const DAY_MS = 86_400_000;
const start = 100 * DAY_MS;
const decided = (seconds: number, change: Partial<HabitDecision> = {}): HabitDecision => ({
  kind: 'approved',
  at: start + seconds * 1000,
  submittedAt: start - 2 * DAY_MS,
  corrected: false,
  batchId: null,
  ...change,
});

describe('How somebody decides', () => {
  it('is nothing before the first decision', () => {
    const none = { median: null, n: 0 };
    expect(approvalHabits([])).toEqual({
      ...{ decided: 0, approved: 0, returned: 0, corrected: 0 },
      ...{ batchSize: { ...none, largest: 0 }, secondsAnEntry: none, daysToApproval: none },
    });
  });

  it('counts returns and corrections, and only approvals have an age', () => {
    const habits = approvalHabits([
      decided(0, { corrected: true }),
      decided(20, { submittedAt: start - 4 * DAY_MS + 20_000 }),
      decided(40, { kind: 'returned', submittedAt: 0 }),
    ]);
    expect(habits).toMatchObject({ decided: 3, approved: 2, returned: 1, corrected: 1 });
    expect(habits.daysToApproval).toEqual({ median: 3, n: 2 });
  });

  it('takes a batch as one act that its entries share', () => {
    const batch = (batchId: string, seconds: number, entries: number) =>
      Array.from({ length: entries }, () => decided(seconds, { batchId }));
    const habits = approvalHabits([...batch('b', 100, 5), decided(0), ...batch('a', 160, 3)]);
    expect(habits.batchSize).toEqual({ median: 4, n: 2, largest: 5 });
    // 100 s for five entries and 60 s for three: 20 each, all eight.
    expect(habits.secondsAnEntry).toEqual({ median: 20, n: 8 });
  });

  it('knows nothing of what was read before a sitting began', () => {
    const sitting = SITTING_MS / 1000;
    const habits = approvalHabits([
      decided(0),
      decided(30),
      decided(30 + sitting + 1),
      decided(70 + sitting),
    ]);
    expect(habits.secondsAnEntry).toEqual({ median: 34.5, n: 2 });
    expect(approvalHabits([decided(0), decided(sitting)]).secondsAnEntry).toEqual({ median: 600, n: 1 });
  });

  it('is the same in whatever order the decisions come, and never negative', () => {
    const one = fc.record({
      kind: fc.constantFrom('approved' as const, 'returned' as const),
      at: fc.integer({ min: 0, max: 10 * SITTING_MS }),
      submittedAt: fc.nat(5 * SITTING_MS),
      corrected: fc.boolean(),
      batchId: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (decisions) => {
        const habits = approvalHabits(decisions);
        expect(approvalHabits(decisions.toReversed())).toEqual(habits);
        expect(habits.approved + habits.returned).toBe(decisions.length);
        expect(habits.secondsAnEntry.n).toBeLessThanOrEqual(Math.max(0, decisions.length - 1));
        for (const { median } of [habits.secondsAnEntry, habits.daysToApproval])
          expect(median ?? 0).toBeGreaterThanOrEqual(0);
        expect(habits.secondsAnEntry.median ?? 0).toBeLessThanOrEqual(SITTING_MS / 1000);
      }),
    );
  });
});

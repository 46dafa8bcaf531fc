import * as fc from 'fast-check';
import { BLIND_MS } from './blind-rating';
import { UNDO_MS } from './life';
import { ratingSight, type GivenRating, type RatingReader } from './rating-sight';

const at = 1_760_000_000_000;
const given: GivenRating = {
  ...{ fellowId: 'fellow', byId: 'supervisor', at },
  ...{ stands: true, selfRated: false, submittedAt: at - 1 },
};
const reader = (id: string, now: number): RatingReader => ({ id, now, mayRead: true, isAsked: false });

describe('A rating', () => {
  it('is nobody’s but its supervisor’s while it may be taken back', () => {
    const now = at + UNDO_MS;
    expect(ratingSight(given, reader('supervisor', now))).toEqual({ counts: false, shown: true });
    expect(ratingSight(given, reader('director', now))).toEqual({ counts: false, shown: false });
    expect(ratingSight(given, reader('director', now + 1))).toEqual({ counts: true, shown: true });
  });

  it('is the fellow’s with the self-rating, or 72 hours later', () => {
    const now = at + UNDO_MS + 1;
    expect(ratingSight({ ...given, selfRated: true }, reader('fellow', now))).toEqual({
      counts: true,
      shown: true,
    });
    expect(ratingSight(given, reader('fellow', at + BLIND_MS - 1))).toEqual({ counts: false, shown: false });
    expect(ratingSight(given, reader('fellow', at + BLIND_MS))).toEqual({ counts: true, shown: true });
  });

  it('that was taken back counts for nobody and is shown to its supervisor alone', () => {
    const undone = { ...given, stands: false };
    const later = at + 2 * BLIND_MS;
    expect(ratingSight(undone, reader('supervisor', later))).toEqual({ counts: false, shown: true });
    for (const id of ['fellow', 'director'])
      expect(ratingSight(undone, reader(id, later))).toEqual({ counts: false, shown: false });
  });

  it('is not shown to whoever is asked to decide again, though it counts', () => {
    const asked = { ...reader('supervisor', at + BLIND_MS), isAsked: true };
    expect(ratingSight(given, asked)).toEqual({ counts: true, shown: false });
  });

  it('counts for readers who may not read ratings, and is not shown to them', () => {
    const coordinator = { ...reader('coordinator', at + BLIND_MS), mayRead: false };
    expect(ratingSight(given, coordinator)).toEqual({ counts: true, shown: false });
  });
});

const people = ['fellow', 'supervisor', 'director'];
const anyGiven = fc.record({
  fellowId: fc.constant('fellow'),
  byId: fc.constantFrom('supervisor', 'director'),
  at: fc.integer({ min: 0, max: 2 * BLIND_MS }),
  stands: fc.boolean(),
  selfRated: fc.boolean(),
  submittedAt: fc.option(fc.integer({ min: 0, max: 2 * BLIND_MS })),
});
const anyReader = fc.record({
  id: fc.constantFrom(...people),
  now: fc.integer({ min: 0, max: 4 * BLIND_MS }),
  mayRead: fc.boolean(),
  isAsked: fc.boolean(),
});

describe('What a reader gets of a rating', () => {
  it('is the same in the numbers and with the entry, but for its own supervisor before it is final', () => {
    fc.assert(
      fc.property(anyGiven, anyReader, (rating, who) => {
        const { counts, shown } = ratingSight(rating, who);
        if (shown && who.id !== rating.byId) expect(counts).toBe(true);
        if (counts && who.mayRead && !who.isAsked) expect(shown).toBe(true);
      }),
    );
  });

  it('never tells the fellow in numbers what the entry hides, nor the other way round', () => {
    fc.assert(
      fc.property(anyGiven, anyReader, (rating, who) => {
        const { counts, shown } = ratingSight(rating, {
          ...who,
          id: 'fellow',
          mayRead: true,
          isAsked: false,
        });
        expect(counts).toBe(shown);
      }),
    );
  });

  it('stays once it is final: as time passes nothing that counts is lost', () => {
    fc.assert(
      fc.property(anyGiven, anyReader, fc.nat(BLIND_MS), (rating, who, later) => {
        if (!ratingSight(rating, who).counts) return;
        expect(ratingSight(rating, { ...who, now: who.now + later }).counts).toBe(true);
      }),
    );
  });

  it('is nothing for a reader without the right, whatever else is true', () => {
    fc.assert(
      fc.property(anyGiven, anyReader, (rating, who) => {
        expect(ratingSight(rating, { ...who, mayRead: false }).shown).toBe(false);
      }),
    );
  });
});

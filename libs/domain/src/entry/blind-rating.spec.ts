import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { BLIND_MS, isSelfRated, ratingsOpen } from './blind-rating';
import type { DraftProcedure } from './entry';

const start = 1_760_000_000_000;
const nothing = { selfRated: false, ratedAt: null, submittedAt: null };

describe('blind ratings', () => {
  it('are open to nobody while nothing has been said', () => {
    expect(ratingsOpen(nothing, start)).toEqual({ toFellow: false, toOthers: false });
    expect(ratingsOpen({ ...nothing, selfRated: true }, start)).toEqual({ toFellow: false, toOthers: false });
  });

  it('are open to both sides as soon as both are in', () => {
    const both = { selfRated: true, ratedAt: start, submittedAt: start };
    expect(ratingsOpen(both, start)).toEqual({ toFellow: true, toOthers: true });
  });

  it('open one side’s to the other after 72 hours without an answer, not a moment before', () => {
    expect(BLIND_MS).toBe(259_200_000);
    const rated = { selfRated: false, ratedAt: start, submittedAt: null };
    expect(ratingsOpen(rated, start + BLIND_MS - 1)).toEqual({ toFellow: false, toOthers: false });
    expect(ratingsOpen(rated, start + BLIND_MS)).toEqual({ toFellow: true, toOthers: false });
    const submitted = { selfRated: true, ratedAt: null, submittedAt: start };
    expect(ratingsOpen(submitted, start + BLIND_MS - 1)).toEqual({ toFellow: false, toOthers: false });
    expect(ratingsOpen(submitted, start + BLIND_MS)).toEqual({ toFellow: false, toOthers: true });
  });
});

describe('an entry is self-rated', () => {
  const bare: DraftProcedure = { itemId: 'tpi', levels: [], techniques: [], complications: [] };

  it('when every procedure has a rating; an experience needs none', () => {
    const rated = { ...bare, selfHelp: 3 as const };
    const visit = { ...bare, itemId: 'exp-continuity' };
    expect(isSelfRated({ procedures: [rated, visit] }, shipped)).toBe(true);
    expect(isSelfRated({ procedures: [rated, bare] }, shipped)).toBe(false);
  });
});

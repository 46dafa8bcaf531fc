import fc from 'fast-check';
import { entryStates } from '../entry';
import { can, entriesToRead, entriesToReview, inScope, roles } from './index';
import { as, both, coy, dee, entry, fay, P, Q, sam } from './testdata/actors';

describe('A scope', () => {
  it('of a fellow is the own entries in every state', () => {
    const scope = entriesToRead(fay, P);
    for (const state of entryStates) expect(inScope(scope, entry({ state }))).toBe(true);
    expect(inScope(scope, entry({ fellowId: 'other' }))).toBe(false);
    expect(inScope(scope, entry({ programId: Q }))).toBe(false);
  });

  it('of a supervisor is what names them and is no draft', () => {
    const scope = entriesToRead(sam, P);
    expect(inScope(scope, entry())).toBe(true);
    expect(inScope(scope, entry({ state: 'draft' }))).toBe(false);
    expect(inScope(scope, entry({ supervisorId: 'other' }))).toBe(false);
    expect(inScope(scope, entry({ supervisorId: null }))).toBe(false);
  });

  it.each([dee, coy])('of director and coordinator is the program without drafts', (actor) => {
    const scope = entriesToRead(actor, P);
    expect(inScope(scope, entry())).toBe(true);
    expect(inScope(scope, entry({ state: 'draft' }))).toBe(false);
    expect(inScope(scope, entry({ programId: Q }))).toBe(false);
  });

  it.each([sam, dee, coy])('of others holds nothing that was never sent, void or not', (actor) => {
    for (const state of entryStates) {
      expect(inScope(entriesToRead(actor, P), entry({ state, shownNumber: null }))).toBe(false);
      expect(inScope(entriesToRead(fay, P), entry({ state, shownNumber: null }))).toBe(true);
    }
    expect(inScope(entriesToRead(actor, P), entry({ state: 'void' }))).toBe(true);
  });

  it('of somebody without a role there is empty', () => {
    expect(entriesToRead(fay, Q)).toEqual([]);
    expect(entriesToReview(fay, P)).toEqual([]);
    expect(entriesToReview(sam, Q)).toEqual([]);
  });

  it('for review is what waits for this supervisor and is not the own entry', () => {
    const scope = entriesToReview(sam, P);
    const waiting = entryStates.filter((state) => inScope(scope, entry({ state })));
    expect(waiting).toEqual(['submitted', 'amended']);
    expect(inScope(scope, entry({ supervisorId: 'other' }))).toBe(false);
    expect(inScope(scope, entry({ programId: Q }))).toBe(false);
    expect(inScope(entriesToReview(both, P), entry({ fellowId: 'bo', supervisorId: 'bo' }))).toBe(false);
  });

  it('for review follows what was handed over, and whom it names reads on', () => {
    const handed = entry({ supervisorId: 'sam', assignedId: 'kim' });
    const kim = as('kim', 'supervisor');
    expect([inScope(entriesToReview(sam, P), handed), inScope(entriesToRead(sam, P), handed)]).toEqual([
      false,
      true,
    ]);
    expect([inScope(entriesToReview(kim, P), handed), inScope(entriesToRead(kim, P), handed)]).toEqual([
      true,
      true,
    ]);
    expect([can.review(sam, handed).ok, can.review(kim, handed).ok]).toEqual([false, true]);
    expect([can.readNarrative(sam, handed).ok, can.readNarrative(kim, handed).ok]).toEqual([true, true]);
  });

  it('of the fallback holds what has waited for so long, whomever it names, and nothing else', () => {
    const kim = { ...as('kim', 'supervisor'), fallbackFor: [{ programId: P, sentUntil: 1_000 }] };
    const sees = (change: Parameters<typeof entry>[0]) =>
      [entriesToReview, entriesToRead].map((scope) => inScope(scope(kim, P), entry(change)));
    expect(sees({ submittedAt: 1_000 })).toEqual([true, true]);
    expect(sees({ submittedAt: 1_001 })).toEqual([false, false]);
    expect(sees({ submittedAt: null })).toEqual([false, false]);
    expect(sees({ state: 'approved' })).toEqual([false, false]);
    expect(sees({ fellowId: 'kim' })).toEqual([false, false]);
    expect(sees({ programId: Q })).toEqual([false, false]);
    expect([can.review(kim, entry()).ok, can.review(kim, entry({ submittedAt: 1_001 })).ok]).toEqual([
      true,
      false,
    ]);
    const fellowToo = { ...as('kim', 'fellow'), fallbackFor: kim.fallbackFor };
    expect(inScope(entriesToReview(fellowToo, P), entry())).toBe(false);
  });

  it('with a forbidden list lets a missing value through, with a wanted list it does not', () => {
    expect(inScope([[{ field: 'supervisorId', notIn: ['sam'] }]], entry({ supervisorId: null }))).toBe(true);
    expect(inScope([[{ field: 'supervisorId', notIn: ['sam'] }]], entry())).toBe(false);
    expect(inScope([[{ field: 'supervisorId', in: ['sam'] }]], entry({ supervisorId: null }))).toBe(false);
    expect(inScope([[]], entry())).toBe(true);
  });

  it('for review lies within the scope for reading, for everybody', () => {
    const actor = fc.record({
      personId: fc.constantFrom('fay', 'sam', 'dee'),
      roles: fc.array(fc.record({ programId: fc.constantFrom(P, Q), role: fc.constantFrom(...roles) }), {
        maxLength: 4,
      }),
      standsInFor: fc.constantFrom([], [{ programId: P, supervisorId: 'dee' }]),
      fallbackFor: fc.constantFrom([], [{ programId: P, sentUntil: 1_500 }]),
    });
    const records = fc.record({
      programId: fc.constantFrom(P, Q),
      fellowId: fc.constantFrom('fay', 'sam'),
      supervisorId: fc.constantFrom('sam', 'dee', null),
      assignedId: fc.constantFrom('sam', 'dee', null),
      submittedAt: fc.constantFrom(1_000, 2_000, null),
      state: fc.constantFrom(...entryStates),
      shownNumber: fc.constantFrom(1, null),
    });
    fc.assert(
      fc.property(actor, records, (who, what) => {
        if (inScope(entriesToReview(who, P), what)) {
          expect(inScope(entriesToRead(who, P), what)).toBe(true);
          expect(can.review(who, what).ok).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

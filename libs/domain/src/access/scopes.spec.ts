import fc from 'fast-check';
import { entryStates } from '../entry';
import { can, entriesToRead, entriesToReview, inScope, roles } from './index';
import { both, coy, dee, entry, fay, P, Q, sam } from './testdata/actors';

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
    });
    const records = fc.record({
      programId: fc.constantFrom(P, Q),
      fellowId: fc.constantFrom('fay', 'sam'),
      supervisorId: fc.constantFrom('sam', 'dee', null),
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

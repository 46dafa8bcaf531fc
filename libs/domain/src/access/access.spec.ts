import fc from 'fast-check';
import { entryStates } from '../entry';
import {
  actions,
  audienceOf,
  can,
  entriesToRead,
  entriesToReview,
  holds,
  inScope,
  mayAttempt,
  roles,
} from './index';
import type { Action, Actor, EntryFacts, Role } from './index';

const P = 'program';
const Q = 'another program';
const as = (personId: string, ...held: Role[]): Actor => ({
  personId,
  roles: held.map((role) => ({ programId: P, role })),
});
const entry = (change: Partial<EntryFacts> = {}): EntryFacts => ({
  programId: P,
  fellowId: 'fay',
  supervisorId: 'sam',
  state: 'submitted',
  ...change,
});
const fay = as('fay', 'fellow');
const sam = as('sam', 'supervisor');
const dee = as('dee', 'director');
const coy = as('coy', 'coordinator');
const both = as('bo', 'supervisor', 'fellow');

describe('A role is held in a program', () => {
  it('and counts there only', () => {
    expect(holds(fay, P, ['fellow'])).toBe(true);
    expect(holds(fay, Q, ['fellow'])).toBe(false);
    expect(holds(fay, P, ['director', 'coordinator'])).toBe(false);
    expect(holds(both, P, ['fellow'])).toBe(true);
    expect(holds(as('x'), P, roles)).toBe(false);
  });
});

describe('The action table', () => {
  /** Typed by hand from the domain's table of roles and actions. */
  const oracle: Record<Action, string> = {
    'session.open': 'anyone',
    'session.read': 'signed-in',
    'session.close': 'signed-in',
    'demo.read': 'anyone',
    'demo.sign-in': 'anyone',
    'health.read': 'anyone',
    'api.describe': 'anyone',
    'catalogue.read': 'fellow supervisor director coordinator',
    'entry.log': 'fellow',
    'entry.edit': 'fellow',
    'entry.withdraw': 'fellow',
    'entry.amend': 'fellow',
    'entry.void': 'fellow director',
    'entry.read': 'fellow supervisor director coordinator',
    'entry.approve': 'supervisor',
    'entry.return': 'supervisor',
    'entry.undo-decision': 'supervisor',
    'queue.read': 'supervisor',
    'progress.read': 'fellow director coordinator',
    'dashboard.read': 'director coordinator',
  };

  it('is the one agreed on, row by row', () => {
    expect(Object.keys(actions).sort()).toEqual(Object.keys(oracle).sort());
    for (const [action, wanted] of Object.entries(oracle)) {
      const audience = audienceOf(action as Action);
      expect([action, typeof audience === 'string' ? audience : audience.join(' ')]).toEqual([
        action,
        wanted,
      ]);
    }
  });

  it('lets anyone, the signed-in and role holders through, nobody else', () => {
    expect(mayAttempt('session.open', null, null)).toBe(true);
    expect(mayAttempt('session.read', null, null)).toBe(false);
    expect(mayAttempt('session.read', as('x'), null)).toBe(true);
    expect(mayAttempt('entry.log', null, P)).toBe(false);
    expect(mayAttempt('entry.log', fay, P)).toBe(true);
    expect(mayAttempt('entry.log', fay, Q)).toBe(false);
    expect(mayAttempt('entry.log', fay, null)).toBe(false);
    expect(mayAttempt('entry.log', sam, P)).toBe(false);
  });
});

describe('A fellow', () => {
  it('logs in the own program and edits own entries, nobody else’s', () => {
    expect(can.log(fay, P)).toEqual({ ok: true, value: null });
    expect(can.log(fay, Q)).toEqual({ ok: false, code: 'access/not-allowed' });
    expect(can.log(sam, P).ok).toBe(false);
    expect(can.edit(fay, entry()).ok).toBe(true);
    expect(can.edit(fay, entry({ fellowId: 'other' })).ok).toBe(false);
    expect(can.edit(fay, entry({ programId: Q })).ok).toBe(false);
    expect(can.edit(as('fay', 'director'), entry()).ok).toBe(false);
  });

  it('makes an own entry void while it was never approved', () => {
    for (const state of ['draft', 'submitted', 'returned'])
      expect([state, can.void(fay, entry({ state })).ok]).toEqual([state, true]);
    for (const state of ['approved', 'amended'])
      expect([state, can.void(fay, entry({ state })).ok]).toEqual([state, false]);
    expect(can.void(as('x', 'fellow'), entry()).ok).toBe(false);
  });
});

describe('A supervisor', () => {
  it('reviews the entries that name them, never an own one, never without the role', () => {
    expect(can.review(sam, entry()).ok).toBe(true);
    expect(can.review(sam, entry({ supervisorId: 'other' }))).toEqual({
      ok: false,
      code: 'access/not-allowed',
    });
    expect(can.review(sam, entry({ supervisorId: null })).ok).toBe(false);
    expect(can.review(both, entry({ fellowId: 'bo', supervisorId: 'bo' }))).toEqual({
      ok: false,
      code: 'access/own-entry',
    });
    expect(can.review(as('sam', 'director'), entry()).ok).toBe(false);
    expect(can.review(sam, entry({ programId: Q })).ok).toBe(false);
  });
});

describe('A director', () => {
  it('makes approved entries void, and only those', () => {
    expect(can.void(dee, entry({ state: 'approved' })).ok).toBe(true);
    expect(can.void(dee, entry({ state: 'amended' })).ok).toBe(true);
    expect(can.void(dee, entry({ state: 'submitted' })).ok).toBe(false);
    expect(can.void(coy, entry({ state: 'approved' })).ok).toBe(false);
    expect(can.void(dee, entry({ state: 'approved', programId: Q })).ok).toBe(false);
  });
});

describe('Narrative and progress', () => {
  it('ratings and texts are read by fellow, named supervisor and director, not by the coordinator', () => {
    const may = (actor: Actor) => can.readNarrative(actor, entry()).ok;
    expect([
      may(fay),
      may(sam),
      may(dee),
      may(coy),
      may(as('x', 'fellow')),
      may(as('x', 'supervisor')),
    ]).toEqual([true, true, true, false, false, false]);
  });

  it('of a fellow is read by the fellow, the director and the coordinator', () => {
    const may = (actor: Actor) => can.readProgress(actor, P, 'fay').ok;
    expect([
      may(fay),
      may(dee),
      may(coy),
      may(sam),
      may(as('x', 'fellow')),
      may(as('fay', 'supervisor')),
    ]).toEqual([true, true, true, false, false, false]);
    expect(can.readProgress(dee, Q, 'fay').ok).toBe(false);
  });
});

describe('A scope', () => {
  const record = (change: Partial<EntryFacts> = {}) => entry(change);

  it('of a fellow is the own entries in every state', () => {
    const scope = entriesToRead(fay, P);
    for (const state of entryStates) expect(inScope(scope, record({ state }))).toBe(true);
    expect(inScope(scope, record({ fellowId: 'other' }))).toBe(false);
    expect(inScope(scope, record({ programId: Q }))).toBe(false);
  });

  it('of a supervisor is what names them and is no draft', () => {
    const scope = entriesToRead(sam, P);
    expect(inScope(scope, record())).toBe(true);
    expect(inScope(scope, record({ state: 'draft' }))).toBe(false);
    expect(inScope(scope, record({ supervisorId: 'other' }))).toBe(false);
    expect(inScope(scope, record({ supervisorId: null }))).toBe(false);
  });

  it.each([dee, coy])('of director and coordinator is the program without drafts', (actor) => {
    const scope = entriesToRead(actor, P);
    expect(inScope(scope, record())).toBe(true);
    expect(inScope(scope, record({ state: 'draft' }))).toBe(false);
    expect(inScope(scope, record({ programId: Q }))).toBe(false);
  });

  it('of somebody without a role there is empty', () => {
    expect(entriesToRead(fay, Q)).toEqual([]);
    expect(entriesToReview(fay, P)).toEqual([]);
    expect(entriesToReview(sam, Q)).toEqual([]);
  });

  it('for review is what waits for this supervisor and is not the own entry', () => {
    const scope = entriesToReview(sam, P);
    const waiting = entryStates.filter((state) => inScope(scope, record({ state })));
    expect(waiting).toEqual(['submitted', 'amended']);
    expect(inScope(scope, record({ supervisorId: 'other' }))).toBe(false);
    expect(inScope(scope, record({ programId: Q }))).toBe(false);
    expect(inScope(entriesToReview(both, P), record({ fellowId: 'bo', supervisorId: 'bo' }))).toBe(false);
  });

  it('with a forbidden list lets a missing value through, with a wanted list it does not', () => {
    expect(inScope([[{ field: 'supervisorId', notIn: ['sam'] }]], record({ supervisorId: null }))).toBe(true);
    expect(inScope([[{ field: 'supervisorId', notIn: ['sam'] }]], record())).toBe(false);
    expect(inScope([[{ field: 'supervisorId', in: ['sam'] }]], record({ supervisorId: null }))).toBe(false);
    expect(inScope([[]], record())).toBe(true);
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

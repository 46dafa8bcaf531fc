import fc from 'fast-check';
import { entryStates } from '../entry';
import {
  actions,
  audienceOf,
  can,
  entriesToRead,
  entriesToReview,
  inScope,
  mayAttempt,
  reaches,
  roles,
  shownCount,
  CLOSING_DAYS,
  tenureOf,
} from './index';
import { reachOf } from './actions';
import { decidesFor, holds } from './roles';
import type { Action, Actor, Ended, EntryFacts, Row, ScopedEntry, Role } from './index';

const P = 'program';
const Q = 'another program';
const as = (personId: string, ...held: Role[]): Actor => ({
  personId,
  roles: held.map((role) => ({ programId: P, role })),
});
type SentEntry = EntryFacts & Pick<ScopedEntry, 'shownNumber'>;
const entry = (change: Partial<SentEntry> = {}): SentEntry => ({
  programId: P,
  fellowId: 'fay',
  supervisorId: 'sam',
  state: 'submitted',
  shownNumber: 1,
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

describe('Identity (b): a role that has ended', () => {
  const was = (role: Role, ended: Ended): Actor => ({
    personId: 'fay',
    roles: [{ programId: P, role, ended }],
  });
  const allowedTo = (actor: Actor): string[] =>
    (Object.keys(actions) as Action[]).filter(
      (action) =>
        !['anyone', 'signed-in'].includes(String(audienceOf(action))) && mayAttempt(action, actor, P),
    );
  /** Typed by hand from docs/domain.md §2. */
  const reading = [
    ...['entry.read', 'rating.read', 'narrative.read'],
    ...['requirements.read', 'catalogue.read', 'progress.read'],
  ];

  it('leaves a fellow the own log for good, and the closing days to finish it', () => {
    expect(allowedTo(was('fellow', 'over')).sort()).toEqual(reading.toSorted());
    expect(allowedTo(was('fellow', 'closing')).sort()).toEqual(
      [
        ...reading,
        ...['entry.log', 'entry.edit', 'entry.withdraw', 'entry.amend', 'entry.void'],
        ...['entry.answer-correction', 'rating.give-oneself'],
      ].toSorted(),
    );
  });

  it.each(roles.filter((role) => role !== 'fellow'))('leaves a %s nothing', (role) => {
    expect(allowedTo(was(role, 'closing'))).toEqual([]);
    expect(entriesToRead(was(role, 'closing'), P)).toEqual([]);
    expect(holds(was(role, 'closing'), P, [role])).toBe(false);
  });

  it('lets a fellow read the own entries and nobody else’s, and change none once it is over', () => {
    const over = was('fellow', 'over');
    expect(inScope(entriesToRead(over, P), entry())).toBe(true);
    expect(inScope(entriesToRead(over, P), entry({ fellowId: 'other' }))).toBe(false);
    expect([can.edit(over, entry()).ok, can.edit(was('fellow', 'closing'), entry()).ok]).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['2026-06-30', 'to-come', 14],
    ['2026-07-01', 'in-force', 14],
    ['2027-06-30', 'in-force', 14],
    ['2027-07-01', 'closing', 14],
    ['2027-07-14', 'closing', 14],
    ['2027-07-15', 'over', 14],
    ['2027-07-01', 'over', 0],
    ['2027-07-30', 'closing', 30],
  ])('stands on %s as %s where %i closing days are given', (today, tenure, days) => {
    expect(tenureOf({ fromOn: '2026-07-01', toOn: '2027-06-30' }, today, days)).toBe(tenure);
    expect(CLOSING_DAYS).toBe(14);
  });
});

describe('The action table', () => {
  /**
   * Typed by hand from the domain's table of roles and rights, not from the code. F fellow, S supervisor, D director,
   * C coordinator, I institution, N staff (nurse); behind each how far it reaches: o own, n named, g given, p program,
   * s counts of supervisees, c counts across programs.
   */
  const oracle: Record<Action, string> = {
    'session.open': 'anyone',
    'session.read': 'signed-in',
    'session.close': 'signed-in',
    'demo.read': 'anyone',
    'demo.sign-in': 'anyone',
    'health.read': 'anyone',
    'api.describe': 'anyone',
    'credential.verify': 'anyone',
    'entry.log': 'Fo',
    'entry.edit': 'Fo',
    'entry.withdraw': 'Fo',
    'entry.amend': 'Fo',
    'entry.void': 'Fo Dp',
    'text.redact': 'Dp',
    'text.find-stopped': 'Dp',
    'entry.read': 'Fo Sn Dp Cp',
    'entry.approve': 'Sn',
    'entry.return': 'Sn',
    'entry.correct': 'Sn',
    'entry.undo-decision': 'Sn',
    'entry.answer-correction': 'Fo',
    'entry.resolve-correction': 'Dp',
    'queue.read': 'Sn',
    'rating.give': 'Sn',
    'rating.give-oneself': 'Fo',
    'rating.read': 'Fo Sg Dp',
    'narrative.read': 'Fo Sn Dp',
    'competency.sign-first': 'Sp',
    'competency.sign-final': 'Dp',
    'requirements.read': 'Fp Sp Dp Cp Ip',
    'requirements.draft': 'Dp Cp',
    'requirements.publish': 'Dp',
    'catalogue.read': 'Fp Sp Dp Cp Ip',
    'catalogue.draft': 'Dp Cp',
    'catalogue.publish': 'Dp',
    'people.manage': 'Dp Cp Ip',
    'delegation.manage': 'Fo So Dp Cp Ip',
    'progress.read': 'Fo Dp Cp',
    'dashboard.read': 'Dp Cp',
    'committee-packet.read': 'Dp Cp',
    'supervisee-counts.read': 'Ss',
    'institution-counts.read': 'Ic',
    'board.read': 'Fp Sp Dp Cp Np',
  };
  const letters: Record<Role, string> = {
    fellow: 'F',
    supervisor: 'S',
    director: 'D',
    coordinator: 'C',
    institution: 'I',
    staff: 'N',
  };
  const columns = Object.keys(letters) as Role[];

  it('is the one agreed on, row by row', () => {
    const found = Object.entries(actions).map(([action, row]: [string, Row]) => [
      action,
      typeof row === 'string'
        ? row
        : columns.flatMap((role) => (row[role] ? [letters[role] + row[role].slice(0, 1)] : [])).join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(oracle);
  });

  it('names the roles of a row as its audience', () => {
    expect(audienceOf('health.read')).toBe('anyone');
    expect(audienceOf('entry.void')).toEqual(['fellow', 'director']);
    expect([reachOf('entry.void', { role: 'fellow' }), reachOf('entry.void', { role: 'staff' })]).toEqual([
      'own',
      undefined,
    ]);
    expect(reachOf('session.read', { role: 'fellow' })).toBeUndefined();
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

describe('Somebody who stands in for a supervisor', () => {
  const standIn: Actor = { ...as('sub', 'supervisor'), standsInFor: [{ programId: P, supervisorId: 'sam' }] };

  it('decides on the entries that name either, in that program only', () => {
    expect(can.review(standIn, entry()).ok).toBe(true);
    expect(can.review(standIn, entry({ supervisorId: 'sub' })).ok).toBe(true);
    expect(can.review(standIn, entry({ supervisorId: 'other' })).ok).toBe(false);
    expect(decidesFor(standIn, Q)).toEqual(['sub']);
    expect(inScope(entriesToReview(standIn, P), entry())).toBe(true);
    expect(inScope(entriesToRead(standIn, P), entry())).toBe(true);
  });

  it('never decides on an own entry, and not without being a supervisor', () => {
    expect(can.review(standIn, entry({ fellowId: 'sub' })).ok).toBe(false);
    expect(can.review({ ...standIn, roles: fay.roles }, entry()).ok).toBe(false);
  });
});

describe('A correction', () => {
  it('is answered by its fellow and, contested, decided by a director who is not the fellow', () => {
    expect([fay, sam, dee].map((actor) => can.answerCorrection(actor, entry()).ok)).toEqual([
      true,
      false,
      false,
    ]);
    expect([fay, sam, dee].map((actor) => can.resolveCorrection(actor, entry()).ok)).toEqual([
      false,
      false,
      true,
    ]);
    expect(can.resolveCorrection(as('dee', 'director', 'fellow'), entry({ fellowId: 'dee' }))).toMatchObject({
      code: 'access/own-entry',
    });
  });
});

describe('A rating', () => {
  it('is read by its fellow, by the supervisor who gave it and by the director', () => {
    const may = (actor: Actor, byId = 'sam') =>
      can.readRating(actor, entry({ supervisorId: 'other' }), { byId }).ok;
    expect([fay, sam, dee, coy].map((actor) => may(actor))).toEqual([true, true, true, false]);
    expect(may(sam, 'other')).toBe(false);
    expect(can.readRating(as('fay', 'supervisor'), entry(), { byId: 'fay' }).ok).toBe(false);
  });
});

describe('A sign-off', () => {
  const competency = { programId: P, fellowId: 'fay' };

  it('is signed by a supervisor first and by the director last, by nobody for themselves', () => {
    const may = (actor: Actor, signature: 'first' | 'final') => can.signOff(actor, competency, signature);
    expect([may(sam, 'first').ok, may(dee, 'first').ok]).toEqual([true, false]);
    expect([may(sam, 'final').ok, may(dee, 'final').ok]).toEqual([false, true]);
    expect(may(as('fay', 'supervisor', 'director'), 'final')).toMatchObject({ code: 'access/own-sign-off' });
    expect(can.signOff(sam, { ...competency, programId: Q }, 'first').ok).toBe(false);
  });
});

describe('A delegation', () => {
  it('is one’s own affair, or that of those who keep the program’s people', () => {
    const ofSam = (actor: Actor) => can.delegate(actor, P, 'sam').ok;
    expect([sam, dee, coy, as('gme', 'institution')].map(ofSam)).toEqual([true, true, true, true]);
    expect([fay, as('x', 'supervisor'), as('nurse', 'staff')].map(ofSam)).toEqual([false, false, false]);
  });
});

describe('Counts', () => {
  it('are no records: who sees only counts reaches no single one', () => {
    const record = { programId: P, ofId: 'fay', supervisorId: 'gme' };
    expect(reaches('institution-counts.read', as('gme', 'institution'), record)).toBe(false);
    expect(reaches('supervisee-counts.read', sam, record)).toBe(false);
    expect(entriesToRead(as('gme', 'institution'), P)).toEqual([]);
    expect(entriesToRead(as('nurse', 'staff'), P)).toEqual([]);
  });

  it('below eleven are not shown across programs, zero neither', () => {
    expect([0, 10, 11, 500].map(shownCount)).toEqual([null, null, 11, 500]);
    for (const count of [-1, 1.5, NaN]) expect(() => shownCount(count)).toThrow(/whole number/);
  });
});

describe('A director', () => {
  it('removes words from entries of the own program, which nobody else may, nor the director from an own entry', () => {
    expect(can.redactText(dee, entry()).ok).toBe(true);
    expect(can.redactText(dee, entry({ programId: Q })).ok).toBe(false);
    for (const other of [fay, sam, coy]) expect(can.redactText(other, entry()).ok).toBe(false);
    const own = can.redactText(dee, entry({ fellowId: dee.personId }));
    expect(own).toMatchObject({ ok: false, code: 'access/own-entry' });
  });

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
  const record = entry;

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

  it.each([sam, dee, coy])('of others holds nothing that was never sent, void or not', (actor) => {
    for (const state of entryStates) {
      expect(inScope(entriesToRead(actor, P), record({ state, shownNumber: null }))).toBe(false);
      expect(inScope(entriesToRead(fay, P), record({ state, shownNumber: null }))).toBe(true);
    }
    expect(inScope(entriesToRead(actor, P), record({ state: 'void' }))).toBe(true);
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

import { can, entriesToRead, entriesToReview, inScope, reaches, roles } from './index';
import { shownCount } from './small-cells';
import { decidesFor } from './roles';
import { as, both, coy, dee, entry, fay, P, Q, sam } from './testdata/actors';
import type { Actor } from './index';

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

  const may = (act: 'askSignOff' | 'signOff' | 'decideOnSignOff', ...actors: Actor[]) =>
    actors.map((actor) => can[act](actor, competency).ok);
  const ofs = as('fay', 'fellow', 'supervisor', 'director');

  it('is signed, or declined, by supervisors and the director, by nobody for themselves', () => {
    expect(may('signOff', sam, dee, coy, as('fay', 'fellow'))).toEqual([true, true, false, false]);
    expect(can.signOff(ofs, competency)).toMatchObject({ code: 'access/own-sign-off' });
    expect(can.signOff(sam, { ...competency, programId: Q }).ok).toBe(false);
  });

  it('is asked for by its fellow and the director, and no other fellow', () => {
    expect(may('askSignOff', fay, dee, sam, coy, as('x', 'fellow'))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is suspended, reinstated, revoked and kept by the director, by nobody for themselves', () => {
    expect(may('decideOnSignOff', dee, sam, coy, fay)).toEqual([true, false, false, false]);
    expect(can.decideOnSignOff(ofs, competency)).toMatchObject({ code: 'access/own-sign-off' });
  });
});

describe('A delegation', () => {
  it('is one’s own affair, or that of those who keep the program’s people', () => {
    const ofSam = (actor: Actor) => can.delegate(actor, P, 'sam').ok;
    expect([sam, dee, coy, as('gme', 'institution')].map(ofSam)).toEqual([true, true, true, true]);
    expect([fay, as('x', 'supervisor'), as('nurse', 'staff')].map(ofSam)).toEqual([false, false, false]);
    // A fellow decides on nothing that somebody could decide in the place of.
    expect(can.delegate(fay, P, 'fay').ok).toBe(false);
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
  it('keeps every account; that of a director nobody else keeps, coordinator and institution included', () => {
    const office = as('ida', 'institution');
    const keeps = (actor: Actor) => roles.filter((role) => can.keepAccount(actor, P, role).ok);
    expect(keeps(dee)).toEqual(roles);
    for (const other of [coy, office]) {
      expect(keeps(other)).toEqual(roles.filter((role) => role !== 'director'));
      expect(can.keepAccount(other, P, 'director')).toMatchObject({ code: 'people/director-only' });
      expect(can.keepAccount(other, Q, 'staff')).toMatchObject({ code: 'access/not-allowed' });
    }
    for (const other of [fay, sam]) expect(keeps(other)).toEqual([]);
  });

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

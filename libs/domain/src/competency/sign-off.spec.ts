import {
  askSignOff,
  isHeld,
  isPending,
  signOffStates,
  signOffTransition,
  standingOn,
  turnOf,
  type SignOff,
  type SignOffEnd,
  type SignOffEvent,
} from './sign-off';
import type { SignOffReadiness, Waiver } from './sign-off-readiness';
import type { Signer } from './signers';

const requirements = { requirementSetId: 'set', version: 3 };
const ready: SignOffReadiness = { state: 'ready', requirements, unmet: [], waiver: null };
const notYet: SignOffReadiness = { state: 'not-yet', requirements, unmet: [0], waiver: null };
const waiver: Waiver = { text: 'Thirty cases at the last program', byId: 'dir-1', at: 5 };
const waived: SignOffReadiness = { state: 'ready', requirements, unmet: [0, 2], waiver };
const supervisor: Signer = { id: 'sup-1', roles: ['supervisor'] };
const director: Signer = { id: 'dir-1', roles: ['supervisor', 'director'] };
const end: SignOffEnd = { reasonCode: null, text: 'Complication under review', byId: 'dir-1', at: 30 };
const about = {
  fellowId: 'fellow-1',
  competencyId: 'scs-trial',
  highRisk: false,
  askedById: 'fellow-1',
  askedAt: 8,
};
const none = { held: null, renews: false };

function asked(readiness = ready, change: Partial<typeof about> = {}): SignOff {
  const result = askSignOff({ ...about, ...change }, readiness, none);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const signs = (actor: Signer, at: number, readiness = ready): SignOffEvent => ({
  kind: 'sign',
  readiness,
  actor,
  at,
});

function after(signOff: SignOff, ...events: SignOffEvent[]): SignOff {
  return events.reduce((current, event) => {
    const next = signOffTransition(current, event);
    if (!next.ok) throw new Error(next.code);
    return next.value;
  }, signOff);
}

function codeOf(signOff: SignOff, event: SignOffEvent): string | null {
  const result = signOffTransition(signOff, event);
  return result.ok ? null : result.code;
}

const partly = after(asked(), signs(supervisor, 10));
const signed = after(partly, signs(director, 20));
const bySupervisor = { byId: 'sup-1', as: 'supervisor', at: 10 } as const;
const byDirector = { byId: 'dir-1', as: 'director', at: 20 } as const;

describe('a sign-off is asked for', () => {
  it('when its rules are met, and keeps on which version', () => {
    expect(asked()).toEqual({
      ...about,
      ...{
        state: 'asked',
        requirements,
        unmet: [],
        waiver: null,
        signatures: [],
        end: null,
        flaggedAt: null,
      },
    });
    expect(asked(waived)).toMatchObject({ unmet: [0, 2], waiver });
    expect(askSignOff(about, notYet, none)).toMatchObject({ code: 'sign-off/not-ready' });
  });

  it('as a renewal of one that is signed, or has lapsed, and only so while one is held', () => {
    const renew = (held: SignOff | null) => askSignOff(about, ready, { held, renews: true });
    expect(renew(signed)).toMatchObject({ ok: true, value: { state: 'asked', signatures: [] } });
    expect(askSignOff(about, ready, { held: signed, renews: false })).toMatchObject({
      code: 'sign-off/held',
    });
    expect(renew(null)).toMatchObject({ code: 'sign-off/transition', detail: { state: 'none' } });
    const suspended = after(signed, { kind: 'suspend', end });
    expect(renew(suspended)).toMatchObject({ code: 'sign-off/transition', detail: { state: 'suspended' } });
  });
});

describe('a sign-off is signed', () => {
  it('by a supervisor, then the director', () => {
    expect(partly).toEqual({ ...asked(), state: 'partly-signed', signatures: [bySupervisor] });
    expect(signed).toEqual({ ...asked(), state: 'signed', signatures: [bySupervisor, byDirector] });
    expect(codeOf(asked(), signs({ id: 'dir-2', roles: ['director'] }, 9))).toBe('sign-off/supervisor-first');
    expect(codeOf(signed, signs({ id: 'dir-2', roles: ['director'] }, 21))).toBe('sign-off/transition');
  });

  it('by two supervisors before the director where it is high risk', () => {
    const one = after({ ...asked(), highRisk: true }, signs(supervisor, 10));
    expect(codeOf(one, signs({ id: 'dir-2', roles: ['director'] }, 11))).toBe('sign-off/supervisor-first');
    const two = after(one, signs({ id: 'sup-2', roles: ['supervisor'] }, 12));
    expect(two.state).toBe('partly-signed');
    expect(after(two, signs(director, 13)).state).toBe('signed');
  });

  it('by different people, none of them the fellow', () => {
    const byTheDirector = after(asked(), signs(director, 10));
    expect(codeOf(byTheDirector, signs(director, 20))).toBe('sign-off/signed-before');
    expect(codeOf(asked(), signs({ id: 'fellow-1', roles: ['supervisor'] }, 10))).toBe('sign-off/own');
  });

  it('on the version that was asked on, and with nothing more waived', () => {
    const other = { ...ready, requirements: { ...requirements, version: 4 } };
    const otherSet = { ...ready, requirements: { ...requirements, requirementSetId: 'another' } };
    expect(codeOf(asked(), signs(supervisor, 10, other))).toBe('sign-off/other-version');
    expect(codeOf(asked(), signs(supervisor, 10, otherSet))).toBe('sign-off/other-version');
    expect(codeOf(asked(), signs(supervisor, 10, notYet))).toBe('sign-off/not-ready');
    expect(codeOf(asked(), signs(supervisor, 10, waived))).toBe('sign-off/not-ready');
    expect(after(asked(waived), signs(supervisor, 10, { ...waived, unmet: [2] })).state).toBe(
      'partly-signed',
    );
    expect(codeOf(asked(waived), signs(supervisor, 10, { ...waived, unmet: [1] }))).toBe(
      'sign-off/not-ready',
    );
  });

  it('never before what it follows: a clock that went back signs nothing', () => {
    expect(codeOf(asked(), signs(supervisor, 7))).toBe('sign-off/instant-impossible');
    expect(codeOf(partly, signs(director, 9))).toBe('sign-off/instant-impossible');
    expect(codeOf(partly, signs(director, NaN))).toBe('sign-off/instant-impossible');
    expect(after(partly, signs(director, 10)).state).toBe('signed');
  });
});

describe('a request ends without its last signature', () => {
  const declines = (actor: Signer, change: Partial<SignOffEnd> = {}): SignOffEvent => ({
    kind: 'decline',
    actor,
    end: { ...end, byId: actor.id, reasonCode: 'other', text: 'Not with me yet', ...change },
  });

  it('where whose turn it is declines, with a reason', () => {
    expect(after(asked(), declines(supervisor))).toMatchObject({ state: 'declined', end: { byId: 'sup-1' } });
    expect(codeOf(asked(), declines({ id: 'dir-2', roles: ['director'] }))).toBe('sign-off/supervisor-first');
    expect(codeOf(asked(), declines({ id: 'fellow-1', roles: ['supervisor'] }))).toBe('sign-off/own');
    expect(codeOf(asked(), declines(supervisor, { text: ' ' }))).toBe('sign-off/reason-missing');
    expect(codeOf(asked(), declines(supervisor, { reasonCode: 'one-more-first', text: null }))).toBe(
      'sign-off/reason-missing',
    );
    expect(after(asked(), declines(supervisor, { reasonCode: 'somebody-else', text: null })).state).toBe(
      'declined',
    );
  });

  it('where a signer takes the signature back; it stays among the signatures', () => {
    expect(after(partly, declines(supervisor))).toMatchObject({
      state: 'declined',
      signatures: [bySupervisor],
    });
  });

  it('where whoever asked withdraws, and nobody else', () => {
    expect(after(partly, { kind: 'withdraw', byId: 'fellow-1', at: 11 }).state).toBe('withdrawn');
    expect(codeOf(partly, { kind: 'withdraw', byId: 'dir-1', at: 11 })).toBe('sign-off/not-requester');
    expect(codeOf(signed, { kind: 'withdraw', byId: 'fellow-1', at: 21 })).toBe('sign-off/transition');
  });
});

describe('what is signed', () => {
  it.each(['suspend', 'revoke'] as const)('is not %sed without a reason, or by the fellow', (kind) => {
    expect(codeOf(signed, { kind, end: { ...end, text: '\n' } })).toBe('sign-off/reason-missing');
    expect(codeOf(signed, { kind, end: { ...end, byId: 'fellow-1' } })).toBe('sign-off/own');
    expect(codeOf(asked(), { kind, end })).toBe('sign-off/transition');
  });

  it('is suspended and comes back, or is revoked for good; its signatures stay', () => {
    const suspended = after(signed, { kind: 'suspend', end });
    expect(suspended).toEqual({ ...signed, state: 'suspended', end });
    expect(after(suspended, { kind: 'reinstate', byId: 'dir-1', at: 31 })).toEqual(signed);
    expect(codeOf(suspended, { kind: 'reinstate', byId: 'fellow-1', at: 31 })).toBe('sign-off/own');
    const revoked = after(suspended, { kind: 'revoke', end });
    expect(revoked).toEqual({ ...signed, state: 'revoked', end });
    expect(codeOf(revoked, { kind: 'reinstate', byId: 'dir-1', at: 32 })).toBe('sign-off/transition');
  });

  it('makes way for a newer one, also while suspended', () => {
    expect(after(signed, { kind: 'replace', at: 40 }).state).toBe('renewed');
    expect(after(signed, { kind: 'suspend', end }, { kind: 'replace', at: 40 })).toMatchObject({
      state: 'renewed',
      end: null,
    });
  });

  it('is flagged once evidence changed, from the first time on, until the director decides', () => {
    const flagged = after(signed, { kind: 'flag', at: 25 }, { kind: 'flag', at: 27 });
    expect(flagged).toEqual({ ...signed, flaggedAt: 25 });
    expect(after(flagged, { kind: 'keep', end })).toEqual(signed);
    expect(codeOf(signed, { kind: 'keep', end })).toBe('sign-off/not-flagged');
    expect(codeOf(flagged, { kind: 'keep', end: { ...end, text: '' } })).toBe('sign-off/reason-missing');
    expect(codeOf(flagged, { kind: 'keep', end: { ...end, byId: 'fellow-1' } })).toBe('sign-off/own');
    expect(after(flagged, { kind: 'suspend', end }).flaggedAt).toBeNull();
  });

  it('is flagged and kept while suspended too', () => {
    const suspended = after(signed, { kind: 'suspend', end });
    const flagged = after(suspended, { kind: 'flag', at: 40 });
    expect([flagged.state, flagged.flaggedAt]).toEqual(['suspended', 40]);
    const kept = after(flagged, { kind: 'keep', end: { ...end, at: 50 } });
    expect([kept.state, kept.flaggedAt]).toEqual(['suspended', null]);
  });

  it('has nobody’s turn any more once it is complete, or has ended', () => {
    const refusalOf = (signOff: SignOff, who: Signer) => {
      const turn = turnOf(signOff, who);
      return turn.ok ? turn.value : [turn.code, turn.detail];
    };
    expect(refusalOf(partly, director)).toBe('director');
    expect(refusalOf(signed, director)).toEqual(['sign-off/complete', undefined]);
    expect(refusalOf(after(signed, { kind: 'suspend', end }), director)).toEqual([
      'sign-off/complete',
      undefined,
    ]);
    const revoked = after(signed, { kind: 'revoke', end });
    expect(refusalOf(revoked, director)).toEqual([
      'sign-off/transition',
      { state: 'revoked', event: 'sign' },
    ]);
  });

  it('has lapsed on a day without practice in its window, and nothing else has', () => {
    const clock = { lastPracticeOn: null, lastPracticeId: null, currentThroughOn: null };
    for (const state of signOffStates)
      expect(standingOn(state, { lapsed: true, ...clock })).toBe(state === 'signed' ? 'lapsed' : state);
    expect(standingOn('signed', { lapsed: false, ...clock })).toBe('signed');
    expect(standingOn('signed', null)).toBe('signed');
  });

  it('is held while signed or suspended, and pending before', () => {
    expect(signOffStates.filter((state) => isHeld({ state }))).toEqual(['signed', 'suspended']);
    expect(signOffStates.filter((state) => isPending({ state }))).toEqual(['asked', 'partly-signed']);
  });
});

import { signOffTransition, startSignOff } from './sign-off';
import type { SignOff, SignOffEvent, SignOffState } from './sign-off';
import type { SignOffReadiness, Waiver } from './sign-off-readiness';
import type { Signer } from './signers';

const requirements = { requirementSetId: 'set', version: 3 };
const ready: SignOffReadiness = { state: 'ready', requirements, unmet: [], waiver: null };
const notYet: SignOffReadiness = { state: 'not-yet', requirements, unmet: [0], waiver: null };
const waiver: Waiver = { text: 'Thirty cases at the last program', byId: 'dir-1', at: 5 };
const waived: SignOffReadiness = { state: 'ready', requirements, unmet: [0, 2], waiver };
/** What a sign-off keeps of the grounds it is signed on. */
const onRules = { requirements };
const onWaiver = { requirements, unmet: [0, 2], waiver };
const supervisor: Signer = { id: 'sup-1', roles: ['supervisor'] };
const director: Signer = { id: 'dir-1', roles: ['supervisor', 'director'] };
const end = { reason: 'Complication under review', byId: 'dir-1', at: 30 };
const start = startSignOff({ fellowId: 'fellow-1', competencyId: 'scs-trial', highRisk: false });

const assessed = (readiness: SignOffReadiness): SignOffEvent => ({ kind: 'assess', readiness });
const signs = (actor: Signer, at: number, readiness = ready): SignOffEvent => ({
  kind: 'sign',
  readiness,
  actor,
  at,
});
const lapsedNow: SignOffEvent = {
  kind: 'lapse',
  lapse: { lapsed: true, lastPracticeOn: null, lastPracticeId: null, currentThroughOn: null },
};

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

const partlySigned = after(start, signs(supervisor, 10));
const signed = after(partlySigned, signs(director, 20));
const underWaiver = after(start, signs(supervisor, 10, waived));
const lapsed = after(signed, lapsedNow);
const suspended = after(signed, { kind: 'suspend', end });
const revoked = after(signed, { kind: 'revoke', end });
const bySupervisor = { byId: 'sup-1', as: 'supervisor', at: 10 } as const;
const byDirector = { byId: 'dir-1', as: 'director', at: 20 } as const;

describe('a sign-off', () => {
  it('starts as not yet, with nothing but what it is about', () => {
    const about = { fellowId: 'f', competencyId: 'c', highRisk: true };
    const more = { ...about, state: 'signed', signatures: [byDirector] };
    expect(startSignOff(more)).toEqual({
      ...about,
      state: 'not-yet',
      requirements: null,
      unmet: [],
      waiver: null,
      signatures: [],
      end: null,
    });
  });

  it('becomes ready with its rules and not yet without them', () => {
    const isReady = after(start, assessed(ready));
    expect(isReady).toEqual({ ...start, ...onRules, state: 'ready' });
    expect(after(isReady, assessed(notYet))).toEqual(start);
    expect(after(start, assessed(notYet))).toEqual(start);
  });

  it('is signed by a supervisor, then the director', () => {
    const both = { ...start, ...onRules };
    expect(partlySigned).toEqual({ ...both, state: 'partly-signed', signatures: [bySupervisor] });
    expect(signed).toEqual({ ...both, state: 'signed', signatures: [bySupervisor, byDirector] });
  });

  it('needs two supervisors before the director where it is high risk', () => {
    const highRisk = after({ ...start, highRisk: true }, signs(supervisor, 10));
    expect(codeOf(highRisk, signs({ id: 'dir-2', roles: ['director'] }, 11))).toBe(
      'sign-off/supervisor-first',
    );
    const twice = after(highRisk, signs({ id: 'sup-2', roles: ['supervisor'] }, 12));
    expect(twice.state).toBe('partly-signed');
    expect(after(twice, signs(director, 13))).toMatchObject({
      state: 'signed',
      signatures: [{ byId: 'sup-1' }, { byId: 'sup-2' }, { byId: 'dir-1', as: 'director' }],
    });
  });

  it('is signed by different people, also where the director is a supervisor too', () => {
    const byTheDirector = after(start, signs(director, 10));
    expect(codeOf(byTheDirector, signs(director, 20))).toBe('sign-off/signed-before');
    expect(after(byTheDirector, signs({ id: 'dir-2', roles: ['director'] }, 20)).state).toBe('signed');
    const highRisk = after({ ...start, highRisk: true }, signs(supervisor, 10), signs(director, 11));
    expect(codeOf(highRisk, signs(supervisor, 12))).toBe('sign-off/signed-before');
    expect(codeOf(highRisk, signs(director, 12))).toBe('sign-off/signed-before');
    expect(after(highRisk, signs({ id: 'dir-2', roles: ['director'] }, 12)).state).toBe('signed');
  });

  it('keeps the waiver that its signatures rely on', () => {
    const first = after(start, assessed(waived), signs(supervisor, 10, waived));
    expect(first).toEqual({ ...start, ...onWaiver, state: 'partly-signed', signatures: [bySupervisor] });
    expect(after(first, signs(director, 20, waived))).toEqual({
      ...start,
      ...onWaiver,
      state: 'signed',
      signatures: [bySupervisor, byDirector],
    });
  });

  it('drops its signatures when the rules are no longer met before the last one', () => {
    expect(after(partlySigned, assessed(notYet))).toEqual(start);
    expect(codeOf(partlySigned, signs(director, 20, notYet))).toBe('sign-off/not-ready');
  });

  it('starts a new round when a waiver takes the place of what was signed', () => {
    expect(after(partlySigned, assessed(waived))).toEqual({ ...start, ...onWaiver, state: 'ready' });
    expect(codeOf(partlySigned, signs({ id: 'dir-2', roles: ['director'] }, 20, waived))).toBe(
      'sign-off/supervisor-first',
    );
  });

  it.each([
    ['in other words', { waiver: { ...waiver, text: 'Another reason' } }],
    ['by another person', { waiver: { ...waiver, byId: 'dir-2' } }],
    ['given at another time', { waiver: { ...waiver, at: 6 } }],
    ['for one rule more', { unmet: [0, 1, 2] }],
    ['for another rule', { unmet: [0, 1] }],
    ['of a newer version of the requirements', { requirements: { ...requirements, version: 4 } }],
    ['of other requirements', { requirements: { ...requirements, requirementSetId: 'other' } }],
  ] as const)('starts a new round when the waiver is one %s', (_, change) => {
    const other = { ...waived, ...change };
    const { unmet, waiver: otherWaiver, requirements: others } = other;
    expect(after(underWaiver, assessed(other))).toEqual({
      ...start,
      ...{ requirements: others, unmet, waiver: otherWaiver, state: 'ready' },
    });
    expect(codeOf(underWaiver, signs(director, 20, other))).toBeNull();
    expect(after(underWaiver, signs(director, 20, other)).signatures).toEqual([
      { byId: 'dir-1', as: 'supervisor', at: 20 },
    ]);
  });

  it('keeps its signatures under the same waiver, for the same rules or fewer, and where the rules are met', () => {
    const again = { ...waived, waiver: { ...waiver }, requirements: { ...requirements } };
    expect(after(underWaiver, assessed(again))).toEqual(underWaiver);
    const fewer = after(underWaiver, assessed({ ...waived, unmet: [2] }));
    expect(fewer).toEqual({ ...underWaiver, unmet: [2] });
    expect(after(fewer, assessed(waived)).signatures).toEqual([]);
    expect(after(underWaiver, assessed(ready))).toEqual(partlySigned);
  });

  it('starts a new round when the rules are met under another version than was signed', () => {
    const newer = { ...ready, requirements: { ...requirements, version: 4 } };
    expect(after(partlySigned, assessed(newer))).toMatchObject({ state: 'ready', signatures: [] });
    expect(after(partlySigned, assessed(ready))).toEqual(partlySigned);
  });

  it('lapses only where the practice has', () => {
    expect(lapsed).toEqual({ ...signed, state: 'lapsed' });
    const current = { lapsed: false, lastPracticeOn: null, lastPracticeId: null, currentThroughOn: null };
    expect(codeOf(signed, { kind: 'lapse', lapse: current })).toBe('sign-off/still-current');
    expect(codeOf(signed, { kind: 'lapse', lapse: null })).toBe('sign-off/still-current');
  });

  it('is renewed after a lapse by a new round of signatures', () => {
    expect(after(lapsed, { kind: 'renew', readiness: ready })).toEqual({
      ...start,
      ...onRules,
      state: 'ready',
    });
    expect(after(lapsed, { kind: 'renew', readiness: waived })).toEqual({
      ...start,
      ...onWaiver,
      state: 'ready',
    });
    expect(codeOf(lapsed, { kind: 'renew', readiness: notYet })).toBe('sign-off/not-ready');
  });

  it.each(['suspend', 'revoke'] as const)('keeps who was to %s it, when and why', (kind) => {
    expect(after(signed, { kind, end }).end).toEqual({ reason: end.reason, byId: 'dir-1', at: 30 });
  });

  it('is suspended and reinstated with its signatures', () => {
    expect(suspended).toEqual({ ...signed, state: 'suspended', end });
    expect(after(suspended, { kind: 'reinstate' })).toEqual(signed);
  });

  it('is revoked with a reason', () => {
    expect(revoked).toEqual({ ...signed, state: 'revoked', end });
    expect(after(lapsed, { kind: 'revoke', end }).state).toBe('revoked');
    expect(after(suspended, { kind: 'revoke', end: { ...end, reason: 'Other' } }).end?.reason).toBe('Other');
  });

  it.each(['suspend', 'revoke'] as const)('refuses to %s without a reason', (kind) => {
    expect(signOffTransition(signed, { kind, end: { ...end, reason: ' \n' } })).toEqual({
      ok: false,
      code: 'sign-off/reason-missing',
      field: '/reason',
    });
  });
});

describe('a sign-off refuses', () => {
  it('a signature while not ready, by the fellow, out of turn and twice', () => {
    expect(codeOf(start, signs(supervisor, 10, notYet))).toBe('sign-off/not-ready');
    expect(codeOf(start, signs({ id: 'fellow-1', roles: ['supervisor'] }, 10))).toBe('sign-off/own');
    expect(codeOf(start, signs({ id: 'dir-2', roles: ['director'] }, 10))).toBe('sign-off/supervisor-first');
    expect(codeOf(partlySigned, signs(supervisor, 20))).toBe('sign-off/signed-before');
  });

  it.each([NaN, 1.5, 9])('a signature at %p after one at 10', (at) => {
    expect(() => signOffTransition(partlySigned, signs(director, at))).toThrow(
      expect.objectContaining({ name: 'DomainError', code: 'sign-off/instant-impossible', field: '/at' }),
    );
  });

  it('no signature at the same instant', () => {
    expect(after(partlySigned, signs(director, 10)).state).toBe('signed');
  });

  it('an end at no instant', () => {
    expect(() => signOffTransition(signed, { kind: 'revoke', end: { ...end, at: NaN } })).toThrow(
      expect.objectContaining({ code: 'sign-off/instant-impossible' }),
    );
  });

  const states: Readonly<Record<SignOffState, SignOff>> = {
    'not-yet': start,
    ready: after(start, assessed(ready)),
    'partly-signed': partlySigned,
    signed,
    lapsed,
    suspended,
    revoked,
  };
  const events: Readonly<Record<SignOffEvent['kind'], SignOffEvent>> = {
    assess: assessed(ready),
    sign: signs({ id: 'new-1', roles: ['supervisor', 'director'] }, 40),
    lapse: lapsedNow,
    renew: { kind: 'renew', readiness: ready },
    suspend: { kind: 'suspend', end },
    reinstate: { kind: 'reinstate' },
    revoke: { kind: 'revoke', end },
  };

  it.each([
    ['not-yet', ['assess', 'sign']],
    ['ready', ['assess', 'sign']],
    ['partly-signed', ['assess', 'sign']],
    ['signed', ['lapse', 'suspend', 'revoke']],
    ['lapsed', ['renew', 'revoke']],
    ['suspended', ['reinstate', 'revoke']],
    ['revoked', []],
  ] as const)('every event but its own when %s', (state, own) => {
    const taken = Object.values(events).filter((event) => signOffTransition(states[state], event).ok);
    expect(taken.map(({ kind }) => kind)).toEqual(own);
    const refusals = Object.values(events).filter(({ kind }) => !(own as readonly string[]).includes(kind));
    for (const event of refusals) {
      expect(signOffTransition(states[state], event)).toEqual({
        ok: false,
        code: 'sign-off/transition',
        detail: { state, event: event.kind },
      });
    }
  });
});

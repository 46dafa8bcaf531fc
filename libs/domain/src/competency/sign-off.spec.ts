import { signOffTransition, startSignOff } from './sign-off';
import type { SignOff, SignOffEvent, SignOffState } from './sign-off';
import type { SignOffReadiness, Waiver } from './sign-off-readiness';
import type { Signer } from './signers';

const ready: SignOffReadiness = { state: 'ready', unmet: [], waiver: null };
const notYet: SignOffReadiness = { state: 'not-yet', unmet: [0], waiver: null };
const waiver: Waiver = { text: 'Thirty cases at the last program', byId: 'dir-1', at: 5 };
const waived: SignOffReadiness = { state: 'ready', unmet: [0], waiver };
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
  lapse: { lapsed: true, lastPracticeOn: null, currentThroughOn: null },
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
      waiver: null,
      signatures: [],
      end: null,
    });
  });

  it('becomes ready with its rules and not yet without them', () => {
    const isReady = after(start, assessed(ready));
    expect(isReady).toEqual({ ...start, state: 'ready' });
    expect(after(isReady, assessed(notYet))).toEqual(start);
    expect(after(start, assessed(notYet))).toEqual(start);
  });

  it('is signed by a supervisor, then the director', () => {
    expect(partlySigned).toEqual({ ...start, state: 'partly-signed', signatures: [bySupervisor] });
    expect(signed).toEqual({ ...start, state: 'signed', signatures: [bySupervisor, byDirector] });
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

  it('keeps the waiver that its signatures rely on', () => {
    const first = after(start, assessed(waived), signs(supervisor, 10, waived));
    expect(first).toEqual({ ...start, state: 'partly-signed', waiver, signatures: [bySupervisor] });
    expect(after(first, signs(director, 20, waived))).toEqual({
      ...start,
      state: 'signed',
      waiver,
      signatures: [bySupervisor, byDirector],
    });
  });

  it('drops its signatures when the rules are no longer met before the last one', () => {
    expect(after(partlySigned, assessed(notYet))).toEqual(start);
    expect(codeOf(partlySigned, signs(director, 20, notYet))).toBe('sign-off/not-ready');
  });

  it('starts a new round when a waiver, or another waiver, takes the place of what was signed', () => {
    expect(after(partlySigned, assessed(waived))).toEqual({ ...start, state: 'ready', waiver });
    expect(codeOf(partlySigned, signs({ id: 'dir-2', roles: ['director'] }, 20, waived))).toBe(
      'sign-off/supervisor-first',
    );
    const other = { ...waiver, text: 'Another reason' };
    const signedUnderWaiver = after(start, signs(supervisor, 10, waived));
    expect(after(signedUnderWaiver, assessed({ ...waived, waiver: other }))).toEqual({
      ...start,
      state: 'ready',
      waiver: other,
    });
    expect(after(signedUnderWaiver, assessed(ready))).toEqual(partlySigned);
  });

  it('lapses only where the practice has', () => {
    expect(lapsed).toEqual({ ...signed, state: 'lapsed' });
    const current = { lapsed: false, lastPracticeOn: null, currentThroughOn: null };
    expect(codeOf(signed, { kind: 'lapse', lapse: current })).toBe('sign-off/still-current');
    expect(codeOf(signed, { kind: 'lapse', lapse: null })).toBe('sign-off/still-current');
  });

  it('is renewed after a lapse by a new round of signatures', () => {
    expect(after(lapsed, { kind: 'renew', readiness: ready })).toEqual({ ...start, state: 'ready' });
    expect(after(lapsed, { kind: 'renew', readiness: waived })).toEqual({ ...start, state: 'ready', waiver });
    expect(codeOf(lapsed, { kind: 'renew', readiness: notYet })).toBe('sign-off/not-ready');
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

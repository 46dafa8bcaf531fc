import { ok, refused } from '../refusal';
import type { Result } from '../refusal';
import type { Lapse, SetVersion } from './assessment';
import { assertInstant } from './sign-off-readiness';
import type { SignOffReadiness, Waiver } from './sign-off-readiness';
import { nextSigner, nextSignerRole } from './signers';
import type { Signature, Signer } from './signers';

/** Where a sign-off stands. `revoked` is final: what follows is a new sign-off. Only `signed` is in force. */
export type SignOffState =
  'not-yet' | 'ready' | 'partly-signed' | 'signed' | 'lapsed' | 'suspended' | 'revoked';

/** Why and by whom a sign-off was suspended or revoked. */
export interface SignOffEnd {
  /** In words; never empty. */
  readonly reason: string;
  /** Person id. */
  readonly byId: string;
  /** UTC instant in ms. */
  readonly at: number;
}

/** The sign-off of one fellow for one competency. Plain data; its history is kept by the ledger. */
export interface SignOff {
  readonly fellowId: string;
  readonly competencyId: string;
  readonly highRisk: boolean;
  readonly state: SignOffState;
  /** The version of the rules that the signatures rely on; null while not yet ready. */
  readonly requirements: SetVersion | null;
  /** Positions of the rules of that version that the waiver is for; empty where the rules are met. */
  readonly unmet: readonly number[];
  /** The waiver that the signatures rely on; null where the rules are met. */
  readonly waiver: Waiver | null;
  /** In the order of signing. */
  readonly signatures: readonly Signature[];
  /** Set while suspended or revoked. */
  readonly end: SignOffEnd | null;
}

/**
 * What can happen to a sign-off.
 * `assess`: the numbers changed; `sign`: one person signs on the numbers as they are now; `lapse`: no practice in the
 * window; `renew`: a lapsed one is opened for a new round of signatures; `reinstate`: a suspension ends.
 */
export type SignOffEvent =
  | { readonly kind: 'assess'; readonly readiness: SignOffReadiness }
  | {
      readonly kind: 'sign';
      readonly readiness: SignOffReadiness;
      readonly actor: Signer;
      readonly at: number;
    }
  | { readonly kind: 'lapse'; readonly lapse: Lapse | null }
  | { readonly kind: 'renew'; readonly readiness: SignOffReadiness }
  | { readonly kind: 'suspend'; readonly end: SignOffEnd }
  | { readonly kind: 'reinstate' }
  | { readonly kind: 'revoke'; readonly end: SignOffEnd };

const from: Readonly<Record<SignOffEvent['kind'], readonly SignOffState[]>> = {
  assess: ['not-yet', 'ready', 'partly-signed'],
  sign: ['not-yet', 'ready', 'partly-signed'],
  lapse: ['signed'],
  renew: ['lapsed'],
  suspend: ['signed'],
  reinstate: ['suspended'],
  revoke: ['signed', 'lapsed', 'suspended'],
};

const noGrounds = { requirements: null, unmet: [], waiver: null } as const;

/** A sign-off that nothing has happened to yet. */
export function startSignOff(about: Pick<SignOff, 'fellowId' | 'competencyId' | 'highRisk'>): SignOff {
  const { fellowId, competencyId, highRisk } = about;
  return { fellowId, competencyId, highRisk, state: 'not-yet', ...noGrounds, signatures: [], end: null };
}

/**
 * The sign-off after an event; the one given is not changed. Who may cause an event is decided by `access`, except for
 * the order and difference of signers, which belongs to the sign-off itself.
 * Refusals: `sign-off/transition` (not from this state), `sign-off/not-ready`, `sign-off/own`, those of `nextSigner`,
 * `sign-off/still-current`, `sign-off/reason-missing`. Throws `sign-off/instant-impossible` for an `at` that is no
 * instant or is before the signature it follows.
 */
export function signOffTransition(signOff: SignOff, event: SignOffEvent): Result<SignOff> {
  if (!from[event.kind].includes(signOff.state)) {
    return refused('sign-off/transition', undefined, { state: signOff.state, event: event.kind });
  }
  switch (event.kind) {
    case 'assess':
      return ok(reassessed(signOff, event.readiness));
    case 'sign':
      return sign(reassessed(signOff, event.readiness), event.actor, event.at);
    case 'renew':
      return renew(signOff, event.readiness);
    case 'lapse':
      return event.lapse?.lapsed === true
        ? ok({ ...signOff, state: 'lapsed' })
        : refused('sign-off/still-current');
    case 'suspend':
      return end(signOff, 'suspended', event.end);
    case 'reinstate':
      return ok({ ...signOff, state: 'signed', end: null });
    case 'revoke':
      return end(signOff, 'revoked', event.end);
  }
}

/**
 * A signature stands for the grounds that the signer saw. On other grounds the signatures so far fall and the round
 * starts anew; see `isCoveredBy`.
 */
function reassessed(signOff: SignOff, { state, requirements, unmet, waiver }: SignOffReadiness): SignOff {
  if (state === 'not-yet') return { ...signOff, state, ...noGrounds, signatures: [] };
  const signatures = isCoveredBy(signOff, { requirements, unmet, waiver }) ? signOff.signatures : [];
  const next = signatures.length === 0 ? 'ready' : 'partly-signed';
  return { ...signOff, state: next, requirements, unmet, waiver, signatures };
}

/**
 * Whether signatures on the grounds of a sign-off also stand for new grounds: under the same version of the rules, with
 * the rules met, or with the very same waiver and no rule unmet that was not unmet before.
 */
function isCoveredBy(
  before: Pick<SignOff, 'requirements' | 'unmet' | 'waiver'>,
  { requirements, unmet, waiver }: Omit<SignOffReadiness, 'state'>,
): boolean {
  if (before.requirements?.requirementSetId !== requirements.requirementSetId) return false;
  if (before.requirements.version !== requirements.version) return false;
  if (waiver === null) return true;
  return isSameWaiver(before.waiver, waiver) && unmet.every((index) => before.unmet.includes(index));
}

function isSameWaiver(one: Waiver | null, other: Waiver): boolean {
  return one !== null && one.text === other.text && one.byId === other.byId && one.at === other.at;
}

function sign(signOff: SignOff, actor: Signer, at: number): Result<SignOff> {
  if (signOff.state === 'not-yet') return refused('sign-off/not-ready');
  if (actor.id === signOff.fellowId) return refused('sign-off/own');
  const turn = nextSigner(signOff, signOff.signatures, actor);
  if (!turn.ok) return turn;
  assertInstant(at, '/at', signOff.signatures.at(-1)?.at);
  const signatures = [...signOff.signatures, { byId: actor.id, as: turn.value, at }];
  const complete = nextSignerRole(signOff, signatures) === null;
  return ok({ ...signOff, state: complete ? 'signed' : 'partly-signed', signatures });
}

function renew(signOff: SignOff, readiness: SignOffReadiness): Result<SignOff> {
  if (readiness.state === 'not-yet') return refused('sign-off/not-ready');
  return ok(reassessed({ ...signOff, signatures: [] }, readiness));
}

function end(signOff: SignOff, state: 'suspended' | 'revoked', by: SignOffEnd): Result<SignOff> {
  assertInstant(by.at, '/at');
  if (by.reason.trim() === '') return refused('sign-off/reason-missing', '/reason');
  return ok({ ...signOff, state, end: by });
}

import { ok, refused } from '../refusal';
import type { Result } from '../refusal';
import type { Lapse, SetVersion } from './assessment';
import type { SignOffReadiness, Waiver } from './sign-off-readiness';
import { nextSigner, nextSignerRole } from './signers';
import type { Signature, Signer, SignerRole } from './signers';

/**
 * Where a sign-off stands, as it is kept. `asked` and `partly-signed` wait for signatures; only `signed` is in force;
 * `renewed` made way for a newer one. Declined, withdrawn, revoked and renewed are final: what follows is a new sign-off.
 */
export const signOffStates = [
  'asked',
  'partly-signed',
  'signed',
  'declined',
  'withdrawn',
  'suspended',
  'revoked',
  'renewed',
] as const;
/** One of {@link signOffStates}. */
export type SignOffState = (typeof signOffStates)[number];

/** Where a sign-off stands on a day: `lapsed` comes with the date and is never kept. */
export const signOffStandings = [...signOffStates, 'lapsed'] as const;
/** One of {@link signOffStandings}. */
export type SignOffStanding = (typeof signOffStandings)[number];

/** Why a signer declines. */
export const declineReasons = ['not-seen-enough', 'one-more-first', 'somebody-else', 'other'] as const;
/** One of {@link declineReasons}. */
export type DeclineReason = (typeof declineReasons)[number];

/** Reasons that say it all, without words. */
const wordless: readonly (DeclineReason | null)[] = ['not-seen-enough', 'somebody-else'];

/** Why, by whom and when a sign-off was declined, suspended, revoked or kept. */
export interface SignOffEnd {
  /** From the list, of a decline. */
  readonly reasonCode: DeclineReason | null;
  /** In words; needed unless the reason from the list says it all. */
  readonly text: string | null;
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
  /** Who asked for it; person id. */
  readonly askedById: string;
  /** UTC instant in ms. */
  readonly askedAt: number;
  /** The version of the rules that the signatures rely on. */
  readonly requirements: SetVersion;
  /** Positions of the rules of that version that the waiver is for; empty where the rules were met. */
  readonly unmet: readonly number[];
  /** The waiver that the signatures rely on; null where there is none. */
  readonly waiver: Waiver | null;
  /** In the order of signing. */
  readonly signatures: readonly Signature[];
  /** Set while declined, suspended or revoked. */
  readonly end: SignOffEnd | null;
  /** Since when evidence under it has changed and the director has not decided; UTC instant in ms, null otherwise. */
  readonly flaggedAt: number | null;
}

/**
 * What can happen to a sign-off that was asked for. `flag`: evidence under its signatures changed; `keep`: the director
 * lets it stand; `replace`: a newer one was signed.
 */
export type SignOffEvent =
  | {
      readonly kind: 'sign';
      readonly readiness: SignOffReadiness;
      readonly actor: Signer;
      readonly at: number;
    }
  | { readonly kind: 'decline'; readonly actor: Signer; readonly end: SignOffEnd }
  | { readonly kind: 'withdraw'; readonly byId: string; readonly at: number }
  | { readonly kind: 'flag'; readonly at: number }
  | { readonly kind: 'keep' | 'suspend' | 'revoke'; readonly end: SignOffEnd }
  | { readonly kind: 'reinstate'; readonly byId: string; readonly at: number }
  | { readonly kind: 'replace'; readonly at: number };

const from: Readonly<Record<SignOffEvent['kind'], readonly SignOffState[]>> = {
  sign: ['asked', 'partly-signed'],
  decline: ['asked', 'partly-signed'],
  withdraw: ['asked', 'partly-signed'],
  flag: ['signed', 'suspended'],
  keep: ['signed', 'suspended'],
  suspend: ['signed'],
  reinstate: ['suspended'],
  revoke: ['signed', 'suspended'],
  replace: ['signed', 'suspended'],
};

/** Whether signatures are still to come. */
export function isPending({ state }: Pick<SignOff, 'state'>): boolean {
  return from.sign.includes(state);
}

/** Whether it was signed and neither ended nor made way for another: in force, lapsed by the date, or suspended. */
export function isHeld({ state }: Pick<SignOff, 'state'>): boolean {
  return from.revoke.includes(state);
}

/** Where a sign-off stands on the day of a lapse: what is signed has lapsed where there was no practice in the window. */
export function standingOn(state: SignOffState, lapse: Lapse | null): SignOffStanding {
  return state === 'signed' && lapse?.lapsed === true ? 'lapsed' : state;
}

/**
 * A sign-off that somebody asks for. `held` is what the fellow holds for the competency: another one is asked for as a
 * renewal of it, from signed or, by its date, lapsed.
 * Refusals: `sign-off/not-ready`, `sign-off/held` where one is in force and none is to be renewed,
 * `sign-off/transition` for a renewal of one that is not signed.
 */
export function askSignOff(
  about: Pick<SignOff, 'fellowId' | 'competencyId' | 'highRisk' | 'askedById' | 'askedAt'>,
  { state, requirements, unmet, waiver }: SignOffReadiness,
  { held, renews }: { readonly held: Pick<SignOff, 'state'> | null; readonly renews: boolean },
): Result<SignOff> {
  if (renews && held?.state !== 'signed')
    return refused('sign-off/transition', undefined, { state: held?.state ?? 'none', event: 'renew' });
  if (!renews && held !== null) return refused('sign-off/held');
  if (state === 'not-yet') return refused('sign-off/not-ready');
  const { fellowId, competencyId, highRisk, askedById, askedAt } = about;
  return ok({
    ...{ fellowId, competencyId, highRisk, askedById, askedAt },
    ...{ state: 'asked', requirements, unmet, waiver, signatures: [], end: null, flaggedAt: null },
  });
}

/**
 * In what capacity somebody would sign now.
 * Refusals: `sign-off/own`, `sign-off/complete`, `sign-off/transition` for one that has ended, those of `nextSigner`.
 */
export function turnOf(
  signOff: Pick<SignOff, 'fellowId' | 'highRisk' | 'state' | 'signatures'>,
  actor: Signer,
): Result<SignerRole> {
  if (actor.id === signOff.fellowId) return refused('sign-off/own');
  if (isHeld(signOff)) return refused('sign-off/complete');
  if (!isPending(signOff))
    return refused('sign-off/transition', undefined, { state: signOff.state, event: 'sign' });
  return nextSigner(signOff, signOff.signatures, actor);
}

/**
 * The sign-off after an event; the one given is not changed. Who may cause an event is decided by `access`, except for
 * the order and difference of signers, who decline, and who withdraw, which belongs to the sign-off itself.
 * Refusals: `sign-off/transition` (not from this state), `sign-off/instant-impossible` (no instant, or before what it
 * follows: the clock went back), `sign-off/own`, `sign-off/not-ready`, `sign-off/other-version`, those of `nextSigner`,
 * `sign-off/not-requester`, `sign-off/reason-missing`, `sign-off/not-flagged`.
 */
export function signOffTransition(signOff: SignOff, event: SignOffEvent): Result<SignOff> {
  if (!from[event.kind].includes(signOff.state))
    return refused('sign-off/transition', undefined, { state: signOff.state, event: event.kind });
  const at = 'end' in event ? event.end.at : event.at;
  const last = signOff.signatures.at(-1)?.at ?? signOff.askedAt;
  if (!Number.isSafeInteger(at) || at < last) return refused('sign-off/instant-impossible');
  switch (event.kind) {
    case 'sign':
      return sign(signOff, event);
    case 'decline':
      return decline(signOff, event.actor, event.end);
    case 'withdraw':
      return event.byId === signOff.askedById
        ? ok({ ...signOff, state: 'withdrawn' })
        : refused('sign-off/not-requester');
    case 'flag':
      return ok({ ...signOff, flaggedAt: signOff.flaggedAt ?? event.at });
    case 'keep':
      return keep(signOff, event.end);
    case 'suspend':
      return end(signOff, 'suspended', event.end);
    case 'revoke':
      return end(signOff, 'revoked', event.end);
    case 'reinstate':
      return event.byId === signOff.fellowId
        ? refused('sign-off/own')
        : ok({ ...signOff, state: 'signed', end: null, flaggedAt: null });
    case 'replace':
      return ok({ ...signOff, state: 'renewed', end: null, flaggedAt: null });
  }
}

/** A signature stands for the grounds that were asked on: the same version of the rules, and nothing more waived. */
function sign(signOff: SignOff, event: Extract<SignOffEvent, { kind: 'sign' }>): Result<SignOff> {
  const { actor, at, readiness } = event;
  const turn = turnOf(signOff, actor);
  if (!turn.ok) return turn;
  const { requirementSetId, version } = readiness.requirements;
  if (requirementSetId !== signOff.requirements.requirementSetId || version !== signOff.requirements.version)
    return refused('sign-off/other-version');
  const isCovered = readiness.unmet.every((index) => signOff.unmet.includes(index));
  if (readiness.state === 'not-yet' || !isCovered) return refused('sign-off/not-ready');
  const signatures = [...signOff.signatures, { byId: actor.id, as: turn.value, at }];
  const complete = nextSignerRole(signOff, signatures) === null;
  return ok({ ...signOff, state: complete ? 'signed' : 'partly-signed', signatures });
}

/** Whose turn it is declines; who has signed already takes that back in the same way: the request ends. */
function decline(signOff: SignOff, actor: Signer, by: SignOffEnd): Result<SignOff> {
  const turn = turnOf(signOff, actor);
  if (!turn.ok && turn.code !== 'sign-off/signed-before') return turn;
  if (!saysWhy(by)) return refused('sign-off/reason-missing', '/text');
  return ok({ ...signOff, state: 'declined', end: by });
}

function keep(signOff: SignOff, by: SignOffEnd): Result<SignOff> {
  if (by.byId === signOff.fellowId) return refused('sign-off/own');
  if (signOff.flaggedAt === null) return refused('sign-off/not-flagged');
  if (!saysWhy(by)) return refused('sign-off/reason-missing', '/text');
  return ok({ ...signOff, flaggedAt: null });
}

function end(signOff: SignOff, state: 'suspended' | 'revoked', by: SignOffEnd): Result<SignOff> {
  if (by.byId === signOff.fellowId) return refused('sign-off/own');
  if (!saysWhy(by)) return refused('sign-off/reason-missing', '/text');
  return ok({ ...signOff, state, end: by, flaggedAt: null });
}

function saysWhy({ reasonCode, text }: SignOffEnd): boolean {
  return wordless.includes(reasonCode) || (text ?? '').trim() !== '';
}

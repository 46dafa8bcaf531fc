import { ok, refused } from '../refusal';
import type { Result } from '../refusal';
import type { Competency } from './requirement-set';

/** In what capacity somebody signs. */
export type SignerRole = 'supervisor' | 'director';

/** One signature under a sign-off. The proof of the person (re-authentication, digest) is kept elsewhere. */
export interface Signature {
  /** Person id. */
  readonly byId: string;
  /** The capacity in which that person signed. */
  readonly as: SignerRole;
  /** UTC instant in ms. */
  readonly at: number;
}

/** Somebody who wants to sign, with the capacities held in the fellow's program today. */
export interface Signer {
  /** Person id. */
  readonly id: string;
  readonly roles: readonly SignerRole[];
}

/** The capacities a sign-off needs, in signing order: two supervisors before the director where it is high risk. */
export function signersNeeded(competency: Pick<Competency, 'highRisk'>): readonly SignerRole[] {
  return competency.highRisk ? ['supervisor', 'supervisor', 'director'] : ['supervisor', 'director'];
}

/** The capacity whose turn it is, or null when the sign-off is complete. */
export function nextSignerRole(
  competency: Pick<Competency, 'highRisk'>,
  signatures: readonly Signature[],
): SignerRole | null {
  return signersNeeded(competency)[signatures.length] ?? null;
}

/**
 * May this person sign now, and in what capacity? Supervisors sign first and the director last; nobody signs twice,
 * also not a director who has signed as supervisor.
 * Refusals: `sign-off/complete`, `sign-off/signed-before`, `sign-off/supervisor-first`, `sign-off/director-next`.
 */
export function nextSigner(
  competency: Pick<Competency, 'highRisk'>,
  signatures: readonly Signature[],
  actor: Signer,
): Result<SignerRole> {
  const role = nextSignerRole(competency, signatures);
  if (role === null) return refused('sign-off/complete');
  if (signatures.some((signature) => signature.byId === actor.id)) return refused('sign-off/signed-before');
  if (!actor.roles.includes(role)) {
    return refused(role === 'supervisor' ? 'sign-off/supervisor-first' : 'sign-off/director-next');
  }
  return ok(role);
}

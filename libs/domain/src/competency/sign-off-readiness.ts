import { DomainError, ok, refused } from '../refusal';
import type { Result } from '../refusal';
import type { Assessment, SetVersion } from './assessment';
import { isBinding } from './requirement-set';

/** Why a competency is signed off although a rule is not met; the text stays with the sign-off. */
export interface Waiver {
  /** In words; where it is kept, the id of the words. */
  readonly text: string;
  /** Person id of who gave it. */
  readonly byId: string;
  /** UTC instant in ms. */
  readonly at: number;
}

/** Whether a competency may be signed, and on what grounds. */
export interface SignOffReadiness {
  readonly state: 'not-yet' | 'ready';
  /** The version of the rules. */
  readonly requirements: SetVersion;
  /** Positions of the unmet rules among the rules of the competency, from 0, in order. */
  readonly unmet: readonly number[];
  /** The waiver that makes it ready; null where the rules are met, with or without a waiver. */
  readonly waiver: Waiver | null;
}

/**
 * The gate before the first signature: the rules are met, or a waiver says in words why not. A set that is an example or
 * that no director has verified is off, so nothing can be signed under it, waiver or not (docs/domain.md §6). Under a
 * demonstration set of a demo program it can, and what is signed says that it is a demonstration.
 * Refusals: `sign-off/set-unverified`, `sign-off/other-competency` when the assessment does not have the competency,
 * `sign-off/no-rules`, `sign-off/waiver-text-missing`. Throws `sign-off/instant-impossible` for a waiver given at no
 * instant.
 */
export function signOffReadiness(
  assessment: Assessment,
  competencyId: string,
  waiver: Waiver | null = null,
): Result<SignOffReadiness> {
  const { requirementSetId, version, standing, competencies } = assessment;
  if (!isBinding(standing)) return refused('sign-off/set-unverified');
  const assessed = competencies.find((competency) => competency.competencyId === competencyId);
  if (assessed === undefined) return refused('sign-off/other-competency');
  if (assessed.rules.length === 0) return refused('sign-off/no-rules');
  if (waiver !== null) {
    if (waiver.text.trim() === '') return refused('sign-off/waiver-text-missing', '/waiver/text');
    assertInstant(waiver.at, '/waiver/at');
  }
  const unmet = assessed.rules.flatMap((outcome, index) => (outcome.met ? [] : [index]));
  const requirements = { requirementSetId, version };
  if (unmet.length === 0) return ok({ state: 'ready', requirements, unmet, waiver: null });
  return ok({ state: waiver === null ? 'not-yet' : 'ready', requirements, unmet, waiver });
}

/** Throws `sign-off/instant-impossible` for what is no instant in ms. */
function assertInstant(at: number, field: string): void {
  if (!Number.isSafeInteger(at))
    throw new DomainError('sign-off/instant-impossible', 'Not an instant in ms.', field);
}

import { ok, refused } from '../refusal';
import type { Result } from '../refusal';
import type { CompetencyAssessment } from './assessment';
import type { Competency } from './requirement-set';

/** Why a competency is signed off although a rule is not met; the text stays with the sign-off. */
export interface Waiver {
  readonly text: string;
  readonly byId: string;
  /** UTC instant in ms. */
  readonly at: number;
}

/** Whether a competency may be signed, and on what grounds: `unmet` are positions in its rules. */
export interface SignOffReadiness {
  readonly state: 'not-yet' | 'ready';
  readonly unmet: readonly number[];
  /** The waiver that makes it ready; null where the rules are met, with or without a waiver. */
  readonly waiver: Waiver | null;
}

/**
 * The gate before the first signature: the rules are met, or a waiver says in words why not.
 * Refusals: `sign-off/waiver-text-missing`, `sign-off/other-competency` when the assessment is of another competency.
 */
export function signOffReadiness(
  competency: Pick<Competency, 'id'>,
  assessment: CompetencyAssessment,
  waiver: Waiver | null = null,
): Result<SignOffReadiness> {
  if (assessment.competencyId !== competency.id) return refused('sign-off/other-competency');
  if (waiver?.text.trim() === '') return refused('sign-off/waiver-text-missing', '/waiver/text');
  const unmet = assessment.rules.flatMap((outcome, index) => (outcome.met ? [] : [index]));
  if (unmet.length === 0) return ok({ state: 'ready', unmet, waiver: null });
  return ok({ state: waiver === null ? 'not-yet' : 'ready', unmet, waiver });
}

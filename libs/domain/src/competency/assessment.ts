import type { Help } from '../entry/entry';
import type { NotCountedReason } from './fact';
import type { RequirementSetStanding, Rule } from './requirement-set';

/** A certificate that the fellow holds; both days are in. `expiresOn` null: it does not expire. */
export interface HeldCertificate {
  readonly certificateId: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/**
 * A finished sign-off under the set that is assessed, in force from the civil date of its last signature.
 * `endedOn` is the first day on which it no longer held (lapsed, suspended or revoked), null while it holds.
 */
export interface HeldSignOff {
  readonly competencyId: string;
  readonly signedOn: string;
  readonly endedOn: string | null;
}

/** What an assessment knows besides the facts. */
export interface AssessmentContext {
  /** Civil date the numbers are for; later facts do not count. */
  readonly asOf: string;
  readonly certificates?: readonly HeldCertificate[];
  readonly signOffs?: readonly HeldSignOff[];
}

/** One of the newest n rated facts that a last-n rule looked at. */
export interface LastRating {
  readonly id: string;
  readonly performedOn: string;
  readonly help: Help;
  readonly atLevel: boolean;
}

/** What one rule found. Ids are in order of date, then id; the facts not counted come from `explainRule`. */
export interface RuleOutcome {
  readonly rule: Rule;
  /** Sessions, levels, supervisors or sites, ratings at level; 0 or 1 for another competency and a certificate. */
  readonly value: number;
  readonly need: number;
  readonly met: boolean;
  readonly counted: readonly string[];
  /** Submitted facts that would count once approved; their rating, which comes with the approval, is not yet asked for. */
  readonly waiting: readonly string[];
  /** The different supervisors or sites, sorted; only for a distinct rule. */
  readonly distinctValues?: readonly string[];
  /** The newest n rated facts, newest first; only for a last-n rule. */
  readonly lastN?: readonly LastRating[];
}

/** Freshness of practice for a competency with `lapseMonths`. */
export interface Lapse {
  /** No practice, and no sign-off, in the lapse window. */
  readonly lapsed: boolean;
  /** Newest approved fact in a patient as performer in part, performer or teacher; null: none yet. */
  readonly lastPracticeOn: string | null;
  /** Last day on which it has not lapsed if no practice follows; null where nothing started the clock. */
  readonly currentThroughOn: string | null;
}

/** How a fellow stands in one competency. */
export interface CompetencyAssessment {
  readonly competencyId: string;
  /** Every rule is met. */
  readonly met: boolean;
  /** In the order of the competency's rules. */
  readonly rules: readonly RuleOutcome[];
  /** Null for a competency that does not lapse. */
  readonly lapse: Lapse | null;
}

/** How a fellow stands in a requirement set on a date. */
export interface Assessment {
  readonly requirementSetId: string;
  readonly version: number;
  readonly standing: RequirementSetStanding;
  readonly asOf: string;
  /** In the order of the set. */
  readonly competencies: readonly CompetencyAssessment[];
}

/** A fact that a rule does not count, with every reason that applies. */
export interface NotCounted {
  readonly id: string;
  readonly reasons: readonly NotCountedReason[];
}

/** The number of a rule, opened: `counted` and `notCounted` together hold each fact exactly once. */
export interface RuleExplanation extends RuleOutcome {
  readonly notCounted: readonly NotCounted[];
}

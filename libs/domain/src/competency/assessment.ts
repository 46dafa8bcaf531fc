import type { Help } from '../entry/entry';
import type { NotCountedReason } from './fact';
import type { RequirementSetStanding, Rule } from './requirement-set';
import type { AskedBranch } from './rule-parts';

/** A certificate that the fellow holds, such as fluoroscopy safety. Days are civil dates, `YYYY-MM-DD`; both are in. */
export interface HeldCertificate {
  readonly certificateId: string;
  readonly issuedOn: string;
  /** Null: it does not expire. */
  readonly expiresOn: string | null;
}

/** A finished sign-off under the set that is assessed. Days are civil dates, `YYYY-MM-DD`. */
export interface HeldSignOff {
  readonly competencyId: string;
  /** Day of its last signature, from which it is in force. */
  readonly signedOn: string;
  /** First day on which it no longer held: lapsed, suspended or revoked. Null while it holds. */
  readonly endedOn: string | null;
}

/** What an assessment knows besides the facts. */
export interface AssessmentContext {
  /** Civil date the numbers are for, `YYYY-MM-DD`; later facts do not count. */
  readonly asOf: string;
  /** The specialty that the fellow comes from, as it was recorded; null or empty: it was not. */
  readonly baseSpecialty: string | null;
  /** Those the fellow holds or held; absent: none. */
  readonly certificates?: readonly HeldCertificate[];
  /** Those that were ever finished; absent: none. */
  readonly signOffs?: readonly HeldSignOff[];
}

/** The rating of one of the rated cases that a rule about ratings looked at, by the newest of its facts that pass. */
export interface LastRating {
  /** `Fact.id`. */
  readonly id: string;
  /** Civil date. */
  readonly performedOn: string;
  readonly help: Help;
  /** The help is the rule's `minHelp` or better. */
  readonly atLevel: boolean;
}

/** Which version of which requirement set, so that a number names the rules it was made by. */
export interface SetVersion {
  readonly requirementSetId: string;
  /** From 1. */
  readonly version: number;
}

/** What a number is made by: the version of the set, the place of the rule in it, and the date. */
export interface RuleBasis extends SetVersion {
  /** Civil date the number is for. */
  readonly asOf: string;
  readonly competencyId: string;
  /** Position among the rules of the competency, from 0. */
  readonly ruleIndex: number;
}

/** A fact that a rule does not count, with every reason that applies, at least one. */
export interface NotCounted {
  /** `Fact.id`. */
  readonly id: string;
  readonly reasons: readonly NotCountedReason[];
}

/** Why a ground does not hold on the as-of date: it starts later, it has ended, or the rules are not met. */
export type GroundReason = 'not-yet' | 'ended' | 'not-met';

/**
 * What a rule about a certificate or another competency rests on, in place of facts: a certificate, a sign-off, or the
 * rules of the other competency. It holds when nothing is against it.
 */
export type Ground =
  | {
      readonly kind: 'certificate';
      readonly certificate: HeldCertificate;
      readonly against: GroundReason | null;
    }
  | { readonly kind: 'sign-off'; readonly signOff: HeldSignOff; readonly against: GroundReason | null }
  | { readonly kind: 'rules'; readonly competencyId: string; readonly against: GroundReason | null };

/**
 * The number of one rule, open to everything behind it. `counted` and `notCounted` together hold each fact exactly once,
 * by `Fact.id` (the entry is `Fact.entryId`) in order of date, then id; what is counted adds up to `value`.
 */
export interface RuleOutcome {
  /** The version of the rule and the date. */
  readonly basis: RuleBasis;
  readonly rule: Rule;
  /**
   * Sessions, procedures, treated levels, different supervisors, sites or items, or ratings at the level among those looked at.
   * For another competency and a certificate 1 when a ground holds, else 0; for any-of how many of its rules are met; for one
   * about the base specialty that of the rule that is asked, and 0 where none is.
   */
  readonly value: number;
  /** In the same unit; 0 where nothing is asked. Of a share, of the cases there are, or of as many as there must be. */
  readonly need: number;
  /** The number is reached; of a share also that there are as many cases as there must be. */
  readonly met: boolean;
  readonly counted: readonly string[];
  /** Submitted facts that would count once their entry is approved, per session the first of each entry; their rating, which comes with the approval, is not yet asked for. */
  readonly waiting: readonly string[];
  /** What these would add, in the unit of a count; for every other rule how many they are. */
  readonly waitingValue: number;
  /**
   * Every other fact with every reason why it does not count, those that wait too. A fact of another procedure says so,
   * for a reader to leave out; the reasons of a last-n rule, and that its entry counts already, are given only to facts
   * that pass the filter. Put together
   * when first read, so reading it costs time; copying the outcome with a spread reads it.
   */
  readonly notCounted: readonly NotCounted[];
  /** The different supervisors, sites or items, sorted; only for a distinct rule. */
  readonly distinctValues?: readonly string[];
  /** The rated cases that were looked at, newest first; only for a rule about ratings. */
  readonly lastN?: readonly LastRating[];
  /** Only where a certificate or another competency is asked for; those that the rule does not ask for are left out. */
  readonly grounds?: readonly Ground[];
  /** Only for a rule that holds others: of any-of each of them in its order, else the one that is asked, if any. */
  readonly parts?: readonly RuleOutcome[];
  /** Only for a rule about the base specialty: which of its rules is asked. */
  readonly branch?: AskedBranch;
}

/** Freshness of practice for a competency with `lapseMonths`. Days are civil dates. */
export interface Lapse {
  /** No practice, and no sign-off, in the lapse window. */
  readonly lapsed: boolean;
  /** Newest approved fact in a patient as performer in part, performer or teacher; null: none yet. */
  readonly lastPracticeOn: string | null;
  /** `Fact.id` of that practice. */
  readonly lastPracticeId: string | null;
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

/** How a fellow stands in one version of a requirement set on a date, every number open to what is behind it. */
export interface Assessment extends SetVersion {
  /** How far the numbers can be relied on; only a `verified` set binds. */
  readonly standing: RequirementSetStanding;
  readonly asOf: string;
  /** In the order of the set. */
  readonly competencies: readonly CompetencyAssessment[];
}

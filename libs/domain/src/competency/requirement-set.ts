import type { Help } from '../entry/entry';
import type { FactFilter } from './fact';

/** At least `need` facts (per session, a fact is 1) or treated levels (per level, a fact is its levels). */
export interface CountRule {
  readonly kind: 'count';
  readonly filter: FactFilter;
  readonly per: 'session' | 'level';
  readonly need: number;
}

/** At least `need` different supervisors or sites among the facts that pass the filter. */
export interface DistinctRule {
  readonly kind: 'distinct';
  readonly filter: FactFilter;
  readonly of: 'supervisor' | 'site';
  readonly need: number;
}

/** The newest `n` rated facts that pass the filter exist and are all at `minHelp` or better. */
export interface RatingLastNRule {
  readonly kind: 'rating-last-n';
  readonly filter: FactFilter;
  readonly n: number;
  readonly minHelp: Help;
}

/** At least `need` facts in the last `windowMonths` months: practice that must stay fresh. */
export interface RecencyRule {
  readonly kind: 'recency';
  readonly filter: Omit<FactFilter, 'windowMonths'>;
  readonly windowMonths: number;
  readonly need: number;
}

/**
 * Another competency of the same set comes first.
 * `met`: its rules are met or it is signed off; `signed`: its sign-off is in force on the as-of date.
 */
export interface OtherCompetencyRule {
  readonly kind: 'other-competency';
  readonly competencyId: string;
  readonly standing: 'met' | 'signed';
}

/** A certificate from elsewhere (such as fluoroscopy safety), held on the as-of date. */
export interface CertificateRule {
  readonly kind: 'certificate';
  readonly certificateId: string;
  readonly title: string;
}

/** A rule whose number comes from facts. */
export type FactRule = CountRule | DistinctRule | RatingLastNRule | RecencyRule;

/** One rule of a competency. An experience count is a count with the filter `{ kind: 'experience', … }`. */
export type Rule = FactRule | OtherCompetencyRule | CertificateRule;

/** What a fellow is to be signed off for. It is met when every one of its rules is met. */
export interface Competency {
  readonly id: string;
  readonly title: string;
  /** At most 16 characters, the head of a dashboard column. */
  readonly shortTitle: string;
  /** The items and groups it is about: practice of these keeps it from lapsing. */
  readonly about: { readonly items?: readonly string[]; readonly groups?: readonly string[] };
  /** The first count rule is the volume that a dashboard shows. */
  readonly rules: readonly Rule[];
  /** Needs two supervisors before the director. */
  readonly highRisk: boolean;
  /** Whole months, 1 to 600, without practice after which a sign-off lapses; absent: it does not lapse. */
  readonly lapseMonths?: number;
}

/** One published version of a program's requirements. A version never changes; a change is the next version. */
export interface RequirementSet {
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly version: number;
  /** Where the numbers come from, in words. */
  readonly source: string;
  readonly edition: string;
  readonly effectiveOn: string;
  /** The director who compared the numbers with the accreditor's current document; null: unverified. */
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
  /** Demonstration data; may never be verified. */
  readonly example: boolean;
  readonly competencies: readonly Competency[];
}

/** How far the numbers of a set can be relied on; only a `verified` set binds. */
export type RequirementSetStanding = 'example' | 'unverified' | 'verified';

/** Tells whether a set is demonstration data, unverified, or verified by a director. */
export function standingOf(set: RequirementSet): RequirementSetStanding {
  if (set.example) return 'example';
  return set.verifiedBy !== null && set.verifiedOn !== null ? 'verified' : 'unverified';
}

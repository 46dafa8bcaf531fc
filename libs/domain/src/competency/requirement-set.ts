import { isCivilDate } from '../calendar';
import type { Help, SupervisionLevel } from '../entry/entry';
import type { FactFilter } from './fact';

/** In what a count counts: entries, rows of entries, or treated levels. */
export const ruleUnits = ['session', 'procedure', 'level'] as const;

/**
 * At least `need` sessions (the facts of one entry that pass are 1), procedures (each fact is 1) or treated levels (a fact
 * is its levels).
 */
export interface CountRule {
  readonly kind: 'count';
  readonly filter: FactFilter;
  readonly per: (typeof ruleUnits)[number];
  /** Sessions, procedures or levels, a whole number from 1. */
  readonly need: number;
}

/** What a distinct rule asks to differ: who decided, where it was, or what was done. */
export const distinctThings = ['supervisor', 'site', 'item'] as const;

/** At least `need` different supervisors, sites or catalogue items among the facts that pass the filter. */
export interface DistinctRule {
  readonly kind: 'distinct';
  readonly filter: FactFilter;
  readonly of: (typeof distinctThings)[number];
  /** Different supervisors, sites or items, a whole number from 1. */
  readonly need: number;
}

/** The newest `n` rated facts that pass the filter exist and are all at `minHelp` or better. */
export interface RatingLastNRule {
  readonly kind: 'rating-last-n';
  readonly filter: FactFilter;
  /** A whole number from 1. */
  readonly n: number;
  /** On the default scale, 1 (supervisor did it) to 5 (not needed). */
  readonly minHelp: Help;
}

/** Which rated cases a share is of: the newest ones, or all there are. */
export const shareCases = ['newest', 'all'] as const;

/**
 * Of the newest `n` rated cases that pass the filter, or of all, which must then be `n` at least, `percent` percent or more
 * are at `minHelp` or better. With fewer than `n` cases it is not met, however good they are.
 */
export interface RatingShareRule {
  readonly kind: 'rating-share';
  readonly filter: FactFilter;
  readonly of: (typeof shareCases)[number];
  /** Rated cases, a whole number from 1. */
  readonly n: number;
  /** A whole number, 1 to 100. */
  readonly percent: number;
  /** On the default scale, 1 (supervisor did it) to 5 (not needed). */
  readonly minHelp: Help;
}

/** At least `need` sessions in the last `windowMonths` months: practice that must stay fresh. */
export interface RecencyRule {
  readonly kind: 'recency';
  readonly filter: Omit<FactFilter, 'windowMonths'>;
  /** Whole months, 1 to 600, ending on the as-of date; both ends are in. */
  readonly windowMonths: number;
  /** Sessions, a whole number from 1. */
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
  /** Compared with `HeldCertificate.certificateId`. */
  readonly certificateId: string;
  /** As a person reads it. */
  readonly title: string;
}

/** A rule whose number comes from facts. */
export type FactRule = CountRule | DistinctRule | RatingLastNRule | RatingShareRule | RecencyRule;

/** A rule that holds no other. */
export type LeafRule = FactRule | OtherCompetencyRule | CertificateRule;

/** At least `need` of the rules in it are met. */
export interface AnyOfRule {
  readonly kind: 'any-of';
  /** A whole number from 1 to as many as there are rules. */
  readonly need: number;
  /** At least two. */
  readonly rules: readonly LeafRule[];
}

/** A rule that is asked of a fellow as it stands. */
export type AskedRule = LeafRule | AnyOfRule;

/**
 * What is asked depends on the specialty that the fellow comes from: `listed` of those whose base specialty is among
 * `specialties`, `others` of the rest. One of the two may be absent, and asks nothing. Specialties are compared without
 * regard to case and to space around them; of a fellow whose base specialty was not recorded it is not met.
 */
export interface BaseSpecialtyRule {
  readonly kind: 'base-specialty';
  /** As the program writes them, at least one. */
  readonly specialties: readonly string[];
  readonly listed?: AskedRule;
  readonly others?: AskedRule;
}

/** Every kind of rule. */
export const ruleKinds = [
  'count',
  'distinct',
  'rating-last-n',
  'rating-share',
  'recency',
  'other-competency',
  'certificate',
  'any-of',
  'base-specialty',
] as const satisfies readonly Rule['kind'][];

/** One rule of a competency. An experience count is a count with the filter `{ kind: 'experience', … }`. */
export type Rule = AskedRule | BaseSpecialtyRule;

/** Where the number of a competency comes from, where that is another place than the set's; facts, no text of it. */
export interface NumberSource {
  /** Where it can be read, such as an address without its scheme. */
  readonly address: string;
  /** Edition, as it names itself. */
  readonly edition: string;
  /** Told by somebody else than who set it; the own text was not seen. */
  readonly secondary: boolean;
}

/** What a fellow is to be signed off for. It is met when every one of its rules is met. */
export interface Competency {
  /** Unique in its set. */
  readonly id: string;
  /** As a person reads it. */
  readonly title: string;
  /** At most 16 characters, the head of a dashboard column. */
  readonly shortTitle: string;
  /** Ids of the catalogue items and groups it is about, at least one: practice of these keeps it from lapsing. */
  readonly about: { readonly items?: readonly string[]; readonly groups?: readonly string[] };
  /** At least one. The first count rule that is asked of a fellow is the volume that a dashboard shows. */
  readonly rules: readonly Rule[];
  /** Needs two supervisors before the director; `isHighRiskByDefault` proposes it. */
  readonly highRisk: boolean;
  /** Whole months, 1 to 600, without practice after which a sign-off lapses; absent: it does not lapse. */
  readonly lapseMonths?: number;
  /** The supervision under which a fellow works in it once it is signed off; absent: `SIGNED_SUPERVISION`. */
  readonly grants?: SupervisionLevel;
  /**
   * Until the competencies that its rules name are signed off, a fellow observes or assists in it and performs nothing.
   * Absent: whoever is not signed off performs under direct supervision.
   */
  readonly observeFirst?: true;
  /** Absent: what the set says of itself. */
  readonly source?: NumberSource;
}

/**
 * One published version of a program's requirements, published by the director and bound to a cohort. A version never
 * changes; a change is the next version, and `carryOver` maps the old competencies to the new ones.
 * No number of an accreditor could be confirmed, so none ships as fact: whoever publishes a set says where its numbers
 * come from and a director verifies them; until then the set does not bind. Source: docs/domain.md §6.
 */
export interface RequirementSet {
  /** The same in every version. */
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly version: number;
  /** Where the numbers come from, in words, such as the name of the accreditor's document. */
  readonly source: string;
  /** Edition of the source, as it names itself, such as `July 2026`. */
  readonly edition: string;
  /**
   * The cohort that it binds: the fellows who start together, in the program's own words, such as `2026–27`.
   * Absent: every cohort of the program.
   */
  readonly cohort?: string;
  /** Civil date from which it binds. */
  readonly effectiveOn: string;
  /** Person id of the director who compared the numbers with the accreditor's current document; null: unverified. */
  readonly verifiedBy: string | null;
  /** Civil date of that comparison; null: unverified. */
  readonly verifiedOn: string | null;
  /** The document and edition that the numbers were compared with, in words; null or absent: unverified. */
  readonly verifiedAgainst?: string | null;
  /** Numbers to look at, nobody's rule; may never be verified. */
  readonly example: boolean;
  /**
   * Invented numbers that stand in for a verified set in a demo program, so that its fellows can be signed off; whatever
   * rests on it says so. A program with real people never holds one. Absent: false.
   */
  readonly demonstration?: boolean;
  /**
   * The counting conventions for which its rules were written. Absent: the first ones, under which a session was one row;
   * `rulesOfToday` reads such a set.
   */
  readonly conventions?: typeof COUNTING_CONVENTIONS;
  /** At least one, in the order of a dashboard. */
  readonly competencies: readonly Competency[];
}

/** The conventions by which rules count today; a set says for which its rules were written. */
export const COUNTING_CONVENTIONS = 2;

/**
 * A published set in the words of today's counting. Where a session was one row its rules ask for procedures, so that a
 * number that was published stays what it was; a set of today is answered as it is.
 */
export function rulesOfToday(set: RequirementSet): RequirementSet {
  if (set.conventions === COUNTING_CONVENTIONS) return set;
  // The kinds of rule that hold others came later than the first conventions.
  const today = (rule: Rule): Rule =>
    rule.kind === 'count' && rule.per === 'session' ? { ...rule, per: 'procedure' } : rule;
  return {
    ...set,
    conventions: COUNTING_CONVENTIONS,
    competencies: set.competencies.map((competency) => ({
      ...competency,
      rules: competency.rules.map(today),
    })),
  };
}

/** How far the numbers of a set can be relied on: every standing. */
export const requirementSetStandings = ['example', 'demonstration', 'unverified', 'verified'] as const;

/** How far the numbers of a set can be relied on; `isBinding` says which bind. */
export type RequirementSetStanding = (typeof requirementSetStandings)[number];

/**
 * Tells whether a set is an example, a demonstration, unverified, or verified by a director. Verified is only what names
 * who, when and against what: a stored set that lacks one of them, or has a day that does not exist, is unverified.
 */
export function standingOf(
  set: Pick<RequirementSet, 'example' | 'demonstration' | 'verifiedBy' | 'verifiedOn' | 'verifiedAgainst'>,
): RequirementSetStanding {
  if (set.example) return 'example';
  if (set.demonstration === true) return 'demonstration';
  return isSaid(set.verifiedBy) &&
    isSaid(set.verifiedAgainst) &&
    typeof set.verifiedOn === 'string' &&
    isCivilDate(set.verifiedOn)
    ? 'verified'
    : 'unverified';
}

/** Whether a set of this standing binds fellows, so that competencies can be signed under it. */
export function isBinding(standing: RequirementSetStanding): boolean {
  return standing === 'verified' || standing === 'demonstration';
}

function isSaid(words: unknown): boolean {
  return typeof words === 'string' && words.trim() !== '';
}

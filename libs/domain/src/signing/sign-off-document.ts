import type { AskedBranch, SignerRole, RequirementSetStanding, Rule } from '../competency';
import type { SupervisionLevel } from '../entry/entry';
import type { JsonObject, TextId } from '../ledger';

/** A person as a document names them: by id and by the name that was printed. */
export interface Printed {
  readonly id: string;
  readonly name: string;
}

/** One procedure of one entry behind a number, as the version that counts has it. */
export interface SignedEvidence {
  readonly entryId: string;
  /** Number of the version that counts. */
  readonly number: number;
  /** Place of the procedure in the entry, from 0. */
  readonly position: number;
}

/** A rule with where the fellow stood, and all that was counted. */
export interface SignedRule {
  /** Place among the rules of the competency, from 0. */
  readonly index: number;
  readonly rule: Rule;
  /** Title of the competency that comes first, where the rule asks for one. */
  readonly otherTitle?: string;
  /** Titles of the competencies that the rules in it ask for, by id. */
  readonly titles?: Readonly<Record<string, string>>;
  /** Of a rule about the base specialty: which of its rules was asked of the fellow. */
  readonly branch?: AskedBranch;
  readonly value: number;
  readonly need: number;
  readonly met: boolean;
  /** It is not met, and the waiver is for it. */
  readonly waived: boolean;
  /** The different supervisors or sites, printed, or ids of the items; only where the rule asks that they differ. */
  readonly names?: readonly string[];
  readonly evidence: readonly SignedEvidence[];
}

/** The learning curve chart (LC-CUSUM) of the judged cases; every value that is no count is rounded and a text. */
export interface SignedChart {
  /** The state that the chart names, as the competence light does. */
  readonly state: string;
  /** For each judged case, oldest first, 1 where it did not go well, else 0. */
  readonly failures: readonly (0 | 1)[];
  /** The score after each case, three decimals. */
  readonly path: readonly string[];
  /** At or above it the chart signals. */
  readonly limit: string;
  /** First case, from 1, at which a signal is possible at all. */
  readonly earliestSignal: number;
  readonly signalCase: number | null;
  readonly alarmCase: number | null;
  /** Chance that the true success rate is at least `target`; null below the fewest cases. */
  readonly probability: string | null;
  readonly target: string;
  readonly adequateFailureRate: string;
  readonly inadequateFailureRate: string;
  readonly falseSignal: string;
  readonly horizon: number;
}

/** An earlier signature, with the digest that binds it to what its signer saw. */
export interface EarlierSignature {
  readonly id: string;
  readonly by: Printed;
  readonly capacity: SignerRole;
  readonly meaning: string;
  /** UTC instant, ms. */
  readonly at: number;
  /** Hex SHA-256 of the record of the signature. */
  readonly digest: string;
}

/**
 * All that somebody signs who signs a competency: the page is drawn from it alone, its canonical bytes are kept as they
 * were shown and never made anew, and the signature holds their digest. Words of people are in it as commitments.
 */
export interface SignOffDocument {
  readonly kind: 'sign-off';
  /** Version of this form. */
  readonly format: 1;
  /** The program, whose log has the same id. */
  readonly program: Printed & { readonly timeZone: string };
  readonly signOffId: string;
  /** The sign-off that this one renews. */
  readonly renewsId: string | null;
  readonly fellow: Printed;
  /** Last day of the fellow's training, civil date. */
  readonly trainingThrough: string;
  readonly competency: { readonly id: string; readonly title: string; readonly highRisk: boolean };
  /** Under which supervision the fellow may do it from then on. */
  readonly supervision: SupervisionLevel;
  /** Whole months without practice after which it lapses; null: it does not. */
  readonly lapseMonths: number | null;
  /** Civil date at the program that the numbers are for. */
  readonly asOf: string;
  readonly requirements: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly source: string;
    readonly edition: string;
    readonly effectiveOn: string;
    readonly standing: RequirementSetStanding;
    /** Stands in for a verified one; what is signed under it says so. */
    readonly demonstration: boolean;
    readonly verifiedOn: string | null;
  };
  readonly rules: readonly SignedRule[];
  /** Null where there is nothing to chart, as for experiences. */
  readonly chart: SignedChart | null;
  readonly waiver: {
    /** Commitment to its words, which are kept apart. */
    readonly textId: TextId;
    readonly by: Printed;
    readonly at: number;
    /** Places of the rules it is for. */
    readonly unmet: readonly number[];
  } | null;
  /** In which capacities it is signed, in this order. */
  readonly order: readonly SignerRole[];
  /** Those before this one, in the order of signing. */
  readonly signatures: readonly EarlierSignature[];
}

/** The document as plain JSON, of which the canonical bytes are made. */
export function signOffJson(document: SignOffDocument): JsonObject {
  return JSON.parse(JSON.stringify(document)) as JsonObject;
}

/** Reads the bytes of a document back, as text; null for what is no document of a sign-off in this form. */
export function readSignOffDocument(text: string): SignOffDocument | null {
  try {
    const read = JSON.parse(text) as Partial<SignOffDocument> | null;
    return read?.kind === 'sign-off' && read.format === 1 ? (read as SignOffDocument) : null;
  } catch {
    return null;
  }
}

import { isJsonObject } from '../ledger/canonical-json';
import type { JsonObject, JsonValue } from '../ledger';
import type { RequirementSetStanding } from '../competency';
import type { LetterTotals } from './totals';

/** What a letter is about: all that a fellow did and was signed for, or one signed competency with its numbers. */
export const letterKinds = ['record', 'competency'] as const;
/** One of {@link letterKinds}. */
export type LetterKind = (typeof letterKinds)[number];

/** A signature as it is printed; it stays as it was when its person is called otherwise later. */
export interface PrintedSignature {
  readonly name: string;
  readonly capacity: string;
  readonly meaning: string;
  /** UTC, such as `2027-10-01T13:14:22Z`. */
  readonly at: string;
  /** IANA name of the zone in which it was given. */
  readonly timeZone: string;
}

/** A competency that is signed, with those who signed it. */
export interface LetterCompetency {
  readonly id: string;
  readonly title: string;
  /** Last civil date on which the sign-off holds if no practice follows; null where it does not lapse. */
  readonly until: string | null;
  /** Under which supervision the fellow works in it. */
  readonly supervision: string;
  /** Two supervisors signed before the director. */
  readonly highRisk: boolean;
  /** How many of its rules were waived by the director, in words that stay with the sign-off. */
  readonly waived: number;
  /** Signed under a set that stands in for a verified one: nobody may rely on it. */
  readonly demonstration: boolean;
  readonly signatures: readonly PrintedSignature[];
}

/** A requirement set as a letter names it. */
export interface LetterRequirements {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly standing: RequirementSetStanding;
}

/** What a director attests, word by word: the subject of the credential. Plain JSON. */
export interface LetterContent {
  readonly kind: LetterKind;
  /** `urn:uuid:` of the fellow. */
  readonly id: string;
  /** The fellow’s printed name. */
  readonly name: string;
  readonly baseSpecialty: string;
  readonly program: {
    readonly id: string;
    readonly name: string;
    readonly institution: string;
    readonly timeZone: string;
  };
  /** The stretches of training, the oldest first. */
  readonly training: readonly { readonly fromOn: string; readonly toOn: string }[];
  /** Civil date at the program up to which everything is counted. */
  readonly asOf: string;
  readonly catalogueEdition: string;
  readonly requirements: LetterRequirements;
  /** The scale on which supervisors said how much help was needed. */
  readonly scale: string;
  /** Invented people and numbers, or rules that stand in for verified ones: no credential. */
  readonly demonstration: boolean;
  readonly totals: LetterTotals;
  /** In the order of the requirement set. */
  readonly competencies: readonly LetterCompetency[];
  /** Titles of the competencies of the set that are not signed; empty for a letter about one competency. */
  readonly notSigned: readonly string[];
  /** The director’s own words. */
  readonly attestation: string;
}

/** A letter as it is read from a credential: its content and the director’s signature. */
export interface Letter extends LetterContent {
  readonly attestedBy: PrintedSignature & {
    /** Hex SHA-256 of the canonical bytes of the content that the director saw and signed. */
    readonly contentDigest: string;
    /** Hex SHA-256 of the record of the signature, which is kept in the log. */
    readonly signatureDigest: string;
  };
}

/** Who issues, as a credential names it. */
export interface LetterIssuer {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  /** Multikey text, so that a page that does not know the issuer can tell whether the file is as it was signed. */
  readonly publicKey: string;
}

/** The scale by which supervisors say how much help was needed, as letters name it. */
export const HELP_SCALE =
  'Help given, version 1: 1 supervisor did it, 2 talked through, 3 prompted, 4 stood by, 5 not needed';

/** The contexts of a letter; the second one is that of W3C for terms which no vocabulary defines. */
export const letterContexts: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/ns/credentials/undefined-terms/v2',
];

const types: Readonly<Record<LetterKind, string>> = {
  record: 'ClinicalTrainingRecordCredential',
  competency: 'ClinicalCompetencyCredential',
};

/** The unsigned credential of a letter (W3C Verifiable Credentials Data Model v2.0). */
export function letterDocument(given: {
  readonly letterId: string;
  readonly letter: Letter;
  readonly issuer: LetterIssuer;
  /** Address of the status list, and the position in it. */
  readonly status: { readonly list: string; readonly index: number };
}): JsonObject {
  const { letterId, letter, issuer, status } = given;
  return {
    '@context': [...letterContexts],
    id: `urn:uuid:${letterId}`,
    type: ['VerifiableCredential', types[letter.kind]],
    issuer: { ...issuer },
    validFrom: letter.attestedBy.at,
    credentialSubject: JSON.parse(JSON.stringify(letter)) as JsonObject,
    credentialStatus: {
      id: `${status.list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: status.list,
    },
  };
}

/**
 * The letter of a credential; null for a credential of another kind. Only the form is looked at: ask it of what
 * `checkCredential` verified, or say that what it answers is not confirmed.
 */
export function letterOf(credential: JsonObject): Letter | null {
  const { credentialSubject: subject } = credential;
  if (!isJsonObject(subject) || !hasForm(subject, LETTER)) return null;
  const { kind } = subject;
  return letterKinds.includes(kind as LetterKind) ? (subject as unknown as Letter) : null;
}

/** Who issued a credential, as far as it says; the name is the issuer’s own word. */
export function issuerOf({ issuer }: JsonObject): Partial<LetterIssuer> {
  if (typeof issuer === 'string') return { id: issuer };
  if (!isJsonObject(issuer)) return {};
  const texts = Object.entries(issuer).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(texts) as Partial<LetterIssuer>;
}

/** The form of a value: a kind of plain value, of each item of a list, of each member; `null` may stand for a `text?`. */
type Form = 'text' | 'text?' | 'number' | 'flag' | readonly [Form] | { readonly [member: string]: Form };

const SIGNATURE = { name: 'text', capacity: 'text', meaning: 'text', at: 'text', timeZone: 'text' } as const;
const ROLES = {
  performed: 'number',
  'performed-part': 'number',
  assisted: 'number',
  observed: 'number',
  taught: 'number',
} as const;
const SUPERVISION = {
  direct: 'number',
  'indirect-immediate': 'number',
  'indirect-available': 'number',
  oversight: 'number',
} as const;
const TOTALS = { roles: ROLES, supervision: SUPERVISION, performedIn: ['number'] } as const;
const LETTER: Form = {
  kind: 'text',
  id: 'text',
  name: 'text',
  baseSpecialty: 'text',
  program: { id: 'text', name: 'text', institution: 'text', timeZone: 'text' },
  training: [{ fromOn: 'text', toOn: 'text' }],
  asOf: 'text',
  catalogueEdition: 'text',
  requirements: { id: 'text', title: 'text', version: 'number', standing: 'text' },
  scale: 'text',
  demonstration: 'flag',
  totals: {
    from: 'text?',
    to: 'text?',
    items: [{ itemId: 'text', name: 'text', ...TOTALS }],
    all: TOTALS,
    simulation: 'number',
  },
  competencies: [
    {
      id: 'text',
      title: 'text',
      until: 'text?',
      supervision: 'text',
      highRisk: 'flag',
      waived: 'number',
      demonstration: 'flag',
      signatures: [SIGNATURE],
    },
  ],
  notSigned: ['text'],
  attestation: 'text',
  attestedBy: { ...SIGNATURE, contentDigest: 'text', signatureDigest: 'text' },
};

function hasForm(value: JsonValue | undefined, form: Form): boolean {
  switch (form) {
    case 'text':
      return typeof value === 'string';
    case 'text?':
      return value === null || typeof value === 'string';
    case 'number':
      return Number.isSafeInteger(value);
    case 'flag':
      return typeof value === 'boolean';
  }
  if (isList(form)) return Array.isArray(value) && value.every((item: JsonValue) => hasForm(item, form[0]));
  return (
    value !== undefined &&
    isJsonObject(value) &&
    Object.entries(form).every(([member, inner]) => hasForm(value[member], inner))
  );
}

function isList(form: readonly [Form] | { readonly [member: string]: Form }): form is readonly [Form] {
  return Array.isArray(form);
}

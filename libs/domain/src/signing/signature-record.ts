import type { JsonObject } from '../ledger';
import type { Meaning } from './meanings';

/** What is signed: a competency, or a letter. */
export const signatureSubjects = ['sign-off', 'letter'] as const;
/** One of {@link signatureSubjects}. */
export type SignatureSubject = (typeof signatureSubjects)[number];

/** In what capacity somebody signs. */
export const capacities = ['supervisor', 'director'] as const;
/** One of {@link capacities}. */
export type Capacity = (typeof capacities)[number];

/** How a signer proves who they are: by the password, or by a passkey that verified its person. */
export const signingMethods = ['password', 'passkey'] as const;
/** One of {@link signingMethods}. */
export type SigningMethod = (typeof signingMethods)[number];

/** A signature: who, in what capacity, meaning what, when, by what proof, of exactly which bytes. */
export interface SignatureRecord {
  readonly id: string;
  readonly programId: string;
  readonly subject: SignatureSubject;
  readonly subjectId: string;
  /** Place in the order of signing, from 0. */
  readonly position: number;
  readonly personId: string;
  /** As it was printed when it was signed. */
  readonly printedName: string;
  readonly capacity: Capacity;
  readonly meaning: Meaning;
  /** UTC instant, ms. */
  readonly at: number;
  /** IANA zone of the program. */
  readonly timeZone: string;
  /** How the signer proved who they are. */
  readonly method: SigningMethod;
  /** Version of the statement that the signer has accepted. */
  readonly statementVersion: number;
  /** Hex SHA-256 of the bytes that were shown. */
  readonly documentDigest: string;
}

/** The record as plain JSON; the SHA-256 of its canonical bytes is the digest of the signature. */
export function signatureJson(record: SignatureRecord): JsonObject {
  const { id, programId, subject, subjectId, position, personId, printedName, ...rest } = record;
  const { capacity, meaning, at, timeZone, method, statementVersion, documentDigest } = rest;
  return {
    ...{ kind: 'signature', format: 1, id, programId, subject, subjectId, position, personId, printedName },
    ...{ capacity, meaning, at, timeZone, method, statementVersion, documentDigest },
  };
}

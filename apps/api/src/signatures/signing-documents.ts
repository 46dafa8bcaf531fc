import { canonicalJson, type JsonObject } from '@countersign/domain/ledger';
import type { SignatureSubject } from '@countersign/domain/signing';
import type { Reading, Tx } from '../db/context';
import { digestOf } from '../db/salt';
import { SigningDocumentRow } from './signature.row';

/** What a document is about. */
export interface DocumentSubject {
  readonly programId: string;
  readonly subject: SignatureSubject;
  readonly subjectId: string;
}

/** A document as it is shown and signed: its canonical text, and the hex SHA-256 of its bytes. */
export interface ShownDocument {
  readonly text: string;
  readonly digest: string;
}

/** The canonical text of a document and its digest. */
export function shownDocument(content: JsonObject): ShownDocument {
  const text = canonicalJson(content);
  return { text, digest: digestOf(text) };
}

/** Keeps a document as it is shown; kept twice it is one. @returns whether it is new: the caller then records an event */
export async function keepDocument(
  tx: Tx,
  { programId, subject, subjectId }: DocumentSubject,
  { text, digest }: ShownDocument,
): Promise<boolean> {
  if (await tx.manager.existsBy(SigningDocumentRow, { programId, digest })) return false;
  await tx.insert(SigningDocumentRow, {
    ...{ programId, digest, subject, subjectId, bytes: text, createdAt: tx.now },
  });
  return true;
}

/** The document of a digest, if it is about this; null otherwise. */
export function readDocument(
  { manager }: Reading,
  { programId, subject, subjectId }: DocumentSubject,
  digest: string,
): Promise<SigningDocumentRow | null> {
  return manager.findOneBy(SigningDocumentRow, { programId, digest, subject, subjectId });
}

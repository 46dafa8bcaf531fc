import { readSignOffDocument, type SignOffDocument } from '@countersign/domain/signing';
import { sha256Hex } from '../platform/sha256';

/** A document as the page shows it, with the digest of exactly the bytes that it was read from. */
export interface DrawnDocument {
  readonly document: SignOffDocument;
  /** Hex SHA-256, computed here. */
  readonly digest: string;
  /** What was digested, to be saved as it is. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads the bytes that are to be signed, or were. Null where they are not the ones that `digest` names, or no document of
 * a sign-off in a form that this page knows: nothing of it is shown then, and nothing can be signed.
 */
export async function shownDocument(
  bytes: Uint8Array<ArrayBuffer>,
  digest: string,
): Promise<DrawnDocument | null> {
  const own = await sha256Hex(bytes);
  const document = readSignOffDocument(new TextDecoder().decode(bytes));
  return own === digest && document !== null ? { document, digest: own, bytes } : null;
}

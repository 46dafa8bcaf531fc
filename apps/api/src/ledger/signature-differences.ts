import type { EntityManager } from 'typeorm';
import { canonicalJson } from '@countersign/domain/ledger';
import { signatureJson } from '@countersign/domain/signing';
import type { RowDifference } from '../db/row-differences';
import { digestOf } from '../db/salt';
import { SignatureRow, SigningDocumentRow } from '../signatures/signature.row';
import { assertionDifferences } from './assertion-differences';
import { unlike } from './unlike';

/** Documents that are read at a time: each may be large. */
const PAGE = 50;

/**
 * What somebody signed and how it is bound: documents whose bytes do not hash to the digest that the log holds, and
 * signatures whose record does not hash to theirs, which name a document that is not there, or
 * which no passkey proves though they say so.
 */
export async function signatureDifferences(
  manager: EntityManager,
  programId: string,
): Promise<readonly RowDifference[]> {
  const wrong: RowDifference[] = [];
  const shown = new Set<string>();
  for (let skip = 0; ; skip += PAGE) {
    const page = await manager.find(SigningDocumentRow, {
      where: { programId },
      order: { digest: 'ASC' },
      ...{ skip, take: PAGE },
    });
    for (const { digest, bytes } of page) {
      shown.add(digest);
      wrong.push(...unlike('signing_document', { programId, digest }, 'bytes', [digest, digestOf(bytes)]));
    }
    if (page.length < PAGE) break;
  }
  const signatures = await manager.findBy(SignatureRow, { programId });
  for (const row of signatures) {
    const key = { programId, id: row.id };
    wrong.push(...unlike('signature', key, 'digest', [row.digest, recordDigest(row)]));
    const found = shown.has(row.documentDigest) ? row.documentDigest : null;
    wrong.push(...unlike('signature', key, 'documentDigest', [row.documentDigest, found]));
  }
  return [...wrong, ...(await assertionDifferences(manager, programId, signatures))];
}

/** The digest of a signature's record; of one that has no canonical form, none. */
function recordDigest(row: SignatureRow): string | null {
  try {
    return digestOf(canonicalJson(signatureJson(row)));
  } catch {
    return null;
  }
}

import type { EntityManager } from 'typeorm';
import { digestOf } from '../db/salt';
import { readAssertion, readResponse } from '../sessions/passkeys';
import { challengeOf } from '../sessions/signing-questions';
import { SignatureAssertionRow, type SignatureRow } from '../signatures/signature.row';
import { unlike } from './unlike';
import type { RowDifference } from '../db/row-differences';

/**
 * What passkeys answered for signatures: whether it is still what the log holds the digests of, and whether the device that
 * answered signed the act of this very signature. Nobody is asked for it, neither the person nor the device.
 */
export async function assertionDifferences(
  manager: EntityManager,
  programId: string,
  signatures: readonly SignatureRow[],
): Promise<readonly RowDifference[]> {
  const wrong: RowDifference[] = [];
  const found = await manager.findBy(SignatureAssertionRow, { programId });
  const table = 'signature_assertion';
  for (const row of found) {
    const key = { programId, signatureId: row.signatureId };
    wrong.push(...unlike(table, key, 'act', [row.actDigest, digestOf(row.act)]));
    wrong.push(...unlike(table, key, 'response', [row.responseDigest, digestOf(row.response)]));
  }
  const of = new Map(found.map((row) => [row.signatureId, row]));
  for (const signature of signatures.filter(({ method }) => method === 'passkey')) {
    const row = of.get(signature.id);
    const isRight = row !== undefined && (await provesItself(row, signature));
    const key = { programId, signatureId: signature.id };
    wrong.push(
      ...unlike(table, key, 'response', ['proves the signature', isRight ? 'proves the signature' : null]),
    );
  }
  return wrong;
}

/** Whether the device signed the act by which this signature was given. */
async function provesItself(row: SignatureAssertionRow, signature: SignatureRow): Promise<boolean> {
  const { said } = JSON.parse(row.act) as { said?: { readonly id?: unknown; readonly digest?: unknown } };
  // A letter is signed with the words of the director, which are in its document: its act names the draft.
  const isOfDocument = signature.subject !== 'sign-off' || said?.digest === signature.documentDigest;
  const response = await readResponse(row.response);
  if (said?.id !== signature.id || !isOfDocument || response === null || !URL.canParse(row.origin))
    return false;
  const challenge = challengeOf({ ...row, personId: signature.personId, actDigest: digestOf(row.act) });
  const read = await readAssertion({ ...row, counter: 0 }, response, {
    expectedChallenge: Buffer.from(challenge).toString('base64url'),
    ...{ expectedOrigin: row.origin, expectedRPID: new URL(row.origin).hostname },
    requireUserVerification: true,
  });
  return read !== null;
}

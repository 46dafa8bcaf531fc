import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { canonicalJson } from '@countersign/domain/ledger';
import {
  signatureJson,
  STATEMENT_VERSION,
  statementFor,
  type SignatureRecord,
} from '@countersign/domain/signing';
import type { Reading, Tx } from '../db/context';
import { digestOf, newSalt } from '../db/salt';
import { PersonRow } from '../people/person.row';
import type { PasskeyProof } from '../platform/privacy';
import { must, problem } from '../platform/problem';
import { FreshProof } from './fresh-proof';
import { SignatureAssertionRow, SignatureRow, StatementAcceptanceRow } from './signature.row';
import type { DocumentSubject } from './signing-documents';

/** A signature to give, as far as the signer and the clock do not say it. */
export interface NewSignature extends Pick<
  SignatureRecord,
  | 'id'
  | 'programId'
  | 'subject'
  | 'subjectId'
  | 'position'
  | 'capacity'
  | 'meaning'
  | 'timeZone'
  | 'documentDigest'
> {
  /** The fellow whose record it is. */
  readonly ofId: string;
  /** Version of the statement that the signer accepts now. */
  readonly accepts: number | undefined;
}

/** Gives signatures and reads them; knows what a signature is, and not what may be signed. */
@Injectable()
export class Signatures {
  constructor(@Inject(FreshProof) private readonly proof: FreshProof) {}

  /**
   * Makes sure that the actor proved who they are, before a command that signs looks at anything.
   * @throws ProblemException those of `FreshProof`
   */
  prove(tx: Tx): Promise<void> {
    return this.proof.check(tx);
  }

  /**
   * The signature of that id, where the actor has given it for this subject already: sent twice it is one. Of two sendings at
   * once the later finds it only where what is signed was held before.
   * @throws ProblemException `signature/id-taken` for the id of another signature
   */
  async given(
    tx: Tx,
    id: string,
    { programId, subject, subjectId }: DocumentSubject,
  ): Promise<SignatureRow | null> {
    const given = await tx.manager.findOneBy(SignatureRow, { programId, id });
    if (given === null) return null;
    const isSame =
      given.subject === subject && given.subjectId === subjectId && given.personId === tx.actor.personId;
    if (!isSame) throw problem('signature/id-taken');
    return given;
  }

  /**
   * Gives the actor's signature, in a command that has called {@link prove} and {@link given}; the caller records the event.
   * @throws ProblemException `signature/statement-needed`, `signature/authentication-required`
   */
  async give(tx: Tx, { accepts, ofId, ...given }: NewSignature): Promise<SignatureRow> {
    const { personId } = tx.actor;
    const { name: printedName } = await tx.manager.findOneByOrFail(PersonRow, { id: personId });
    const statementVersion = await this.acceptStatement(tx, accepts);
    const { proof } = tx;
    if (proof === undefined) throw problem('signature/authentication-required');
    const record: SignatureRecord = {
      ...given,
      ...{ personId, printedName, at: tx.now, method: proof.method, statementVersion },
    };
    const digest = digestOf(canonicalJson(signatureJson(record)));
    const row: SignatureRow = { ...record, ofId, salt: newSalt(), digest };
    await tx.insert(SignatureRow, row);
    if (proof.method === 'passkey') await keepAssertion(tx, row, proof);
    return row;
  }

  /** The signatures under each of these, in the order of signing. */
  async of(
    { manager }: Reading,
    { programId, subject }: Pick<DocumentSubject, 'programId' | 'subject'>,
    subjectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SignatureRow[]>> {
    const rows =
      subjectIds.length === 0
        ? []
        : await manager.find(SignatureRow, {
            where: { programId, subject, subjectId: In([...subjectIds]) },
            order: { position: 'ASC' },
          });
    return new Map(subjectIds.map((id) => [id, rows.filter(({ subjectId }) => subjectId === id)]));
  }

  /** When the actor accepted the statement of today; null before. */
  async acceptedAt({ manager, actor }: Reading): Promise<number | null> {
    const key = { personId: actor.personId, version: STATEMENT_VERSION };
    return (await manager.findOneBy(StatementAcceptanceRow, key))?.acceptedAt ?? null;
  }

  private async acceptStatement(tx: Tx, accepts: number | undefined): Promise<number> {
    const accepted = await this.acceptedAt(tx);
    const version = must(statementFor(accepted === null ? null : STATEMENT_VERSION, accepts));
    if (accepted !== null) return version;
    const { personId } = tx.actor;
    await tx.insert(StatementAcceptanceRow, { personId, version, acceptedAt: tx.now });
    tx.record('signing-statement.accepted', { id: personId }, {});
    return version;
  }
}

/** Keeps what the passkey answered, so that anybody can check it again. */
async function keepAssertion(
  tx: Tx,
  { programId, id: signatureId }: SignatureRow,
  { kept }: PasskeyProof,
): Promise<void> {
  const [actDigest, responseDigest] = [digestOf(kept.act), digestOf(kept.response)];
  await tx.insert(SignatureAssertionRow, { programId, signatureId, ...kept, actDigest, responseDigest });
}

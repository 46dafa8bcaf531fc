import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { IssueLetterBody } from '@countersign/contracts/credentials/bodies';
import { can } from '@countersign/domain/access';
import {
  documentDigest,
  letterDocument,
  secondsOf,
  STATUS_LIST_BITS,
  type Letter,
} from '@countersign/domain/credential';
import { canonicalJson, signDocument, type JsonObject } from '@countersign/domain/ledger';
import { STATEMENT_VERSION } from '@countersign/domain/signing';
import type { Reading, Tx } from '../db/context';
import { digestOf, sha256 } from '../db/salt';
import { must, problem } from '../platform/problem';
import type { SignatureRow } from '../signatures/signature.row';
import { Signatures } from '../signatures/signatures';
import { keepDocument, shownDocument } from '../signatures/signing-documents';
import { Issuer } from './issuer';
import { LetterContents } from './letter-contents';
import { LetterRow } from './letter.row';

/** The director attests the record of a fellow: an act of signing, of which a letter is made that proves itself. */
@Injectable()
export class IssueLetter {
  constructor(
    @Inject(Signatures) private readonly signatures: Signatures,
    @Inject(LetterContents) private readonly contents: LetterContents,
    @Inject(Issuer) private readonly issuer: Issuer,
  ) {}

  /** Version of the statement that the actor is still to accept; undefined once it is. */
  async statementToAccept(view: Reading): Promise<number | undefined> {
    return (await this.signatures.acceptedAt(view)) === null ? STATEMENT_VERSION : undefined;
  }

  /**
   * Sent twice it is there once.
   * @throws ProblemException `access/own-letter`, `letter/changed` where the record is not any more what was shown, and as
   * {@link LetterContents} and {@link Signatures} do
   */
  async run(
    tx: Tx,
    of: { readonly programId: string; readonly fellowId: string },
    body: IssueLetterBody,
  ): Promise<LetterRow> {
    const subject = { programId: of.programId, subject: 'letter', subjectId: body.id } as const;
    await this.signatures.prove(tx);
    await this.signatures.given(tx, body.id, subject);
    must(can.issueLetter(tx.actor, of.programId, of.fellowId));
    const before = await tx.manager.findOneBy(LetterRow, { programId: of.programId, id: body.id });
    if (before) return sameAgain(before, of.fellowId, tx);
    const { kind, competencyId, attestation } = body;
    const draft = await this.contents.draft(tx, { ...of, kind, competencyId });
    if (draft.digest !== body.shownDigest) throw problem('letter/changed');
    const content = { ...draft.content, attestation };
    const document = shownDocument(content as unknown as JsonObject);
    await keepDocument(tx, subject, document);
    const signature = await this.signatures.give(tx, {
      ...{ ...subject, id: body.id, ofId: of.fellowId, position: 0, capacity: 'director' },
      ...{ meaning: 'attested', timeZone: content.program.timeZone, documentDigest: document.digest },
      accepts: body.statementVersion,
    });
    const letter: Letter = { ...content, attestedBy: attested(signature) };
    const row = await this.sealed(tx, letter, { of, body });
    await tx.insert(LetterRow, row);
    tx.record('letter.issued', { programId: of.programId, id: row.id }, {});
    return row;
  }

  /** The letter as a signed credential, with its place in the status list. */
  private async sealed(
    tx: Tx,
    letter: Letter,
    { of, body }: { of: { programId: string; fellowId: string }; body: IssueLetterBody },
  ): Promise<LetterRow> {
    const statusIndex = await freeIndex(tx);
    const { key, method } = this.issuer.signer();
    const issuer = this.issuer.profile(letter.program);
    const status = { list: this.issuer.statusListAddress, index: statusIndex };
    const credential = await signDocument(
      letterDocument({ letterId: body.id, letter, issuer, status }),
      { verificationMethod: method, created: secondsOf(tx.now) },
      { sha256, sign: key.sign },
    );
    const bytes = canonicalJson(credential);
    return {
      ...{ ...of, id: body.id, kind: letter.kind, competencyId: body.competencyId ?? null },
      ...{ asOf: letter.asOf, demonstration: letter.demonstration, credential: bytes },
      credentialDigest: digestOf(bytes),
      documentDigest: (await documentDigest(credential, sha256)) ?? '',
      ...{ contentDigest: letter.attestedBy.contentDigest, kid: key.kid, statusIndex },
      ...{ issuedById: tx.actor.personId, issuedAt: tx.now },
      ...{ revokedAt: null, revokedById: null, revokedFor: null, revision: 1 },
    };
  }
}

/** The signature as it is printed. */
function attested({ printedName: name, capacity, meaning, at, timeZone, ...row }: SignatureRow) {
  const { documentDigest: contentDigest, digest: signatureDigest } = row;
  return { name, capacity, meaning, at: secondsOf(at), timeZone, contentDigest, signatureDigest };
}

/** Sent again, a letter is answered as it is there; the id of another one is taken. */
function sameAgain(row: LetterRow, fellowId: string, { actor }: Tx): LetterRow {
  if (row.fellowId !== fellowId || row.issuedById !== actor.personId) throw problem('entry/id-taken');
  return row;
}

/** A position in the status list that no letter has. */
async function freeIndex({ manager }: Tx): Promise<number> {
  for (;;) {
    const statusIndex = randomInt(STATUS_LIST_BITS);
    if (!(await manager.existsBy(LetterRow, { statusIndex }))) return statusIndex;
  }
}

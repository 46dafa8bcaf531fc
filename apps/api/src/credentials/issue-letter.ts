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
import type { Tx } from '../db/context';
import { digestOf, sha256 } from '../db/salt';
import { PersonRow } from '../people/person.row';
import { must, problem } from '../platform/problem';
import { FreshPassword } from '../signatures/fresh-password';
import { Issuer } from './issuer';
import { LetterContents } from './letter-contents';
import { LetterRow } from './letter.row';

/** The director attests the record of a fellow: an act of signing, of which a letter is made that proves itself. */
@Injectable()
export class IssueLetter {
  constructor(
    @Inject(FreshPassword) private readonly password: FreshPassword,
    @Inject(LetterContents) private readonly contents: LetterContents,
    @Inject(Issuer) private readonly issuer: Issuer,
  ) {}

  /**
   * Sent twice it is there once.
   * @throws ProblemException `access/own-letter`, `letter/changed` where the record is not any more what was shown, and as
   * {@link LetterContents} and {@link FreshPassword} do
   */
  async run(
    tx: Tx,
    of: { readonly programId: string; readonly fellowId: string },
    body: IssueLetterBody,
  ): Promise<LetterRow> {
    await this.password.check(tx);
    must(can.issueLetter(tx.actor, of.programId, of.fellowId));
    const before = await tx.manager.findOneBy(LetterRow, { programId: of.programId, id: body.id });
    if (before) return sameAgain(before, of.fellowId, tx);
    const { kind, competencyId, attestation } = body;
    const draft = await this.contents.draft(tx, { ...of, kind, competencyId });
    if (draft.digest !== body.shownDigest) throw problem('letter/changed');
    const signed = { ...draft.content, attestation };
    const contentDigest = digestOf(canonicalJson(signed as unknown as JsonObject));
    const director = await tx.manager.findOneByOrFail(PersonRow, { id: tx.actor.personId });
    const letter: Letter = {
      ...signed,
      attestedBy: {
        ...{ name: director.name, capacity: 'director', meaning: 'attested' },
        ...{ at: secondsOf(tx.now), timeZone: draft.content.program.timeZone, contentDigest },
      },
    };
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

import { Injectable } from '@nestjs/common';
import { can } from '@countersign/domain/access';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { must, problem } from '../platform/problem';
import { LetterRow } from './letter.row';

/** The director takes a letter back. It stays as it was signed; the status list says that it does not stand any more. */
@Injectable()
export class RevokeLetter {
  /** @throws ProblemException `access/not-found`, `letter/revoked-before`, `entry/stale-version` */
  async run(
    tx: Tx,
    { programId, letterId: id }: { readonly programId: string; readonly letterId: string },
    { reason, revision }: { readonly reason: string; readonly revision: number },
  ): Promise<LetterRow> {
    const row = await tx.manager.findOneBy(LetterRow, { programId, id });
    if (!row) throw problem('access/not-found');
    must(can.issueLetter(tx.actor, programId, row.fellowId));
    if (row.revokedAt !== null) throw problem('letter/revoked-before');
    const idOf = await keepTexts(tx, programId, [reason]);
    const set = { revokedAt: tx.now, revokedById: tx.actor.personId, revokedFor: idOf(reason) };
    await tx.change(LetterRow, { programId, id, revision }, set);
    tx.record('letter.revoked', { programId, id }, {});
    return { ...row, ...set, revision: revision + 1 };
  }
}

import { Injectable } from '@nestjs/common';
import type { LetterView } from '@countersign/contracts/credentials/views';
import { reaches } from '@countersign/domain/access';
import { letterOf } from '@countersign/domain/credential';
import type { JsonObject } from '@countersign/domain/ledger';
import type { Reading } from '../db/context';
import { readTexts } from '../db/texts';
import { problem } from '../platform/problem';
import { namesIn } from '../programs/names';
import { LetterRow } from './letter.row';

/** Reads letters: a fellow’s own, or those of the program. */
@Injectable()
export class Letters {
  /** Those whom the reader may see, the newest first. */
  async list(view: Reading, programId: string, fellowId: string | undefined): Promise<LetterView[]> {
    const rows = await view.manager.find(LetterRow, {
      where: { programId, ...(fellowId === undefined ? {} : { fellowId }) },
      order: { issuedAt: 'DESC', id: 'ASC' },
    });
    return this.views(
      view,
      programId,
      rows.filter((row) => isSeenBy(view, row)),
    );
  }

  /** One letter. @throws ProblemException `access/not-found` also where the reader may not see it */
  async one(
    view: Reading,
    { programId, letterId: id }: { readonly programId: string; readonly letterId: string },
  ): Promise<LetterRow> {
    const row = await view.manager.findOneBy(LetterRow, { programId, id });
    if (!row || !isSeenBy(view, row)) throw problem('access/not-found');
    return row;
  }

  /** Letters as their readers see them. */
  async views(view: Reading, programId: string, rows: readonly LetterRow[]): Promise<LetterView[]> {
    const names = await namesIn(view, programId);
    const reasons = await readTexts(
      view,
      programId,
      rows.map(({ revokedFor }) => revokedFor),
    );
    const person = (id: string) => names.person(id);
    return rows.map((row) => {
      const letter = letterOf(JSON.parse(row.credential) as JsonObject);
      const about = letter?.competencies.find(({ id }) => id === row.competencyId);
      const reason = reasons.words(row.revokedFor);
      return {
        ...{ id: row.id, revision: row.revision, kind: row.kind, asOf: row.asOf },
        ...{ demonstration: row.demonstration, issuedAt: row.issuedAt, digest: row.documentDigest },
        fellow: person(row.fellowId),
        issuedBy: person(row.issuedById),
        ...(about ? { competency: about.title } : {}),
        ...(row.revokedAt === null ? {} : { revokedAt: row.revokedAt }),
        ...(reason === undefined ? {} : { revokedFor: reason }),
      };
    });
  }
}

function isSeenBy({ actor }: Reading, { programId, fellowId: ofId }: LetterRow): boolean {
  return reaches('letter.read', actor, { programId, ofId });
}

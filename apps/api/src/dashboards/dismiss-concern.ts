import { Inject, Injectable } from '@nestjs/common';
import type { DismissConcernBody } from '@countersign/contracts/dashboards/bodies';
import type { Tx } from '../db/context';
import { keepTexts } from '../db/texts';
import { problem } from '../platform/problem';
import { AttentionDismissalRow } from './attention-dismissal.row';
import { ReadAttention } from './read-attention';

/** The director looked at a concern and sets it aside, with a note. */
@Injectable()
export class DismissConcern {
  constructor(@Inject(ReadAttention) private readonly attention: ReadAttention) {}

  /**
   * Sent twice, or by two at once, it is set aside once.
   * @throws ProblemException `attention/changed` where the concern is not any more what the list said, `entry/id-taken`
   */
  async run(tx: Tx, programId: string, body: DismissConcernBody): Promise<void> {
    const { id, fellowId, competencyId = '', reason, basis, note } = body;
    const concern = { fellowId, competencyId, reason, basis };
    const before = await tx.manager.findOneBy(AttentionDismissalRow, { programId, ...concern });
    // Some databases take `a ` for `a`: another basis is another concern.
    if (before?.basis === basis) return;
    // Looked for by itself: what was sent at the same time may have come between.
    const known = await tx.manager.findOneBy(AttentionDismissalRow, { programId, id });
    if (known) {
      if (sameConcern(known, concern)) return;
      throw problem('entry/id-taken');
    }
    if (!(await this.attention.stands(tx, programId, concern))) throw problem('attention/changed');
    const idOf = await keepTexts(tx, programId, [note]);
    await tx.insert(AttentionDismissalRow, {
      ...{ programId, id, ...concern, note: idOf(note) },
      ...{ byId: tx.actor.personId, at: tx.now },
    });
    tx.record('attention.dismissed', { programId, id }, {});
  }
}

function sameConcern(
  known: AttentionDismissalRow,
  asked: Pick<AttentionDismissalRow, 'fellowId' | 'competencyId' | 'reason' | 'basis'>,
): boolean {
  return (['fellowId', 'competencyId', 'reason', 'basis'] as const).every(
    (part) => known[part] === asked[part],
  );
}

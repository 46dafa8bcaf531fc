import { Inject, Injectable } from '@nestjs/common';
import { entriesToReview } from '@countersign/domain/access';
import { checkBatch } from '@countersign/domain/entry';
import type { ApproveBatchBody } from '@countersign/contracts/reviews/bodies';
import type { Tx } from '../db/context';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { problem, ProblemException, refuseAll } from '../platform/problem';
import { FreshProof } from '../signatures/fresh-proof';
import { ReviewEntry } from './review-entry';
import { ReadWaiting } from './waiting-entries';

type Named = ApproveBatchBody['entries'];

/** Approves entries that are alike by one signed act: each gets its own decision, rating and event; all or none. */
@Injectable()
export class ApproveBatch {
  constructor(
    @Inject(FreshProof) private readonly proof: FreshProof,
    @Inject(ReadWaiting) private readonly waiting: ReadWaiting,
    @Inject(ReviewEntry) private readonly review: ReviewEntry,
  ) {}

  /**
   * Sent again under the same id, it changes nothing and answers the entries as they are by now.
   * @returns the entries in the order in which they were named
   * @throws ProblemException that names the place of each entry that stands in the way
   */
  async run(tx: Tx, programId: string, body: ApproveBatchBody): Promise<EntryRow[]> {
    await this.holdFirst(tx, programId, body.entries);
    await this.proof.check(tx);
    const before = await this.approvedBefore(tx, programId, body);
    if (before) return before;
    await this.check(tx, programId, body.entries);
    const {
      id: batchId,
      entries: _entries,
      password: _,
      passkey: _proof,
      noPatient: _said,
      ...approval
    } = body;
    const approved: EntryRow[] = [];
    for (const { id: entryId, revision } of body.entries)
      approved.push(await this.review.approve(tx, { programId, entryId, revision }, approval, batchId));
    return approved;
  }

  /** The same batch sent twice at the same time is approved one after the other: the second finds what the first did. */
  private async holdFirst(tx: Tx, programId: string, entries: Named): Promise<void> {
    const [first] = entries.map(({ id }) => id).sort();
    if (first !== undefined) await tx.hold(EntryRow, { programId, id: first });
  }

  private async approvedBefore(
    tx: Tx,
    programId: string,
    { id: batchId, entries }: ApproveBatchBody,
  ): Promise<EntryRow[] | null> {
    const made = await tx.manager.findBy(DecisionRow, { programId, batchId });
    if (made.length === 0) return null;
    const inIt = new Set(made.filter(({ byId }) => byId === tx.actor.personId).map((one) => one.entryId));
    const named = new Set(entries.map(({ id }) => id));
    if (named.size !== inIt.size || [...named].some((id) => !inIt.has(id))) throw problem('batch/id-taken');
    return rowsInOrder(
      await tx.manager.findBy(
        EntryRow,
        [...named].map((id) => ({ programId, id })),
      ),
      entries,
    );
  }

  private async check(tx: Tx, programId: string, named: Named): Promise<void> {
    const scope = entriesToReview(tx.actor, programId);
    const entryIds = named.map(({ id }) => id);
    const { entries } = await this.waiting.run(tx, { programId, scope, entryIds, most: entryIds.length });
    const found = new Map(entries.map((entry) => [entry.row.id, entry]));
    const outdated = named.flatMap(({ id, revision }, place) =>
      found.get(id)?.row.revision === revision ? [] : [place],
    );
    if (outdated.length > 0) {
      const code = 'entry/stale-version';
      throw new ProblemException(
        code,
        outdated.map((place) => ({ pointer: `/entries/${place}`, code })),
      );
    }
    refuseAll(checkBatch(named.flatMap(({ id }) => found.get(id)?.asBatched ?? [])));
  }
}

function rowsInOrder(rows: readonly EntryRow[], named: Named): EntryRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return named.flatMap(({ id }) => byId.get(id) ?? []);
}

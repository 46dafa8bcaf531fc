import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead } from '@countersign/domain/access';
import {
  checkApproval,
  checkCorrectedContent,
  checkCorrection,
  checkReason,
  checkReturn,
  correctionsOf,
  decide,
  ratingsOf,
  plainContent,
  type EntryAct,
  type KeptContent,
} from '@countersign/domain/entry';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { TextId } from '@countersign/domain/ledger';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import { Catalogues } from '../catalogue/catalogues';
import type { Tx } from '../db/context';
import type { SeenEntry } from '../entries/edit-entry';
import { decisionFactsOf, EntryStore, factsOf, newestOf } from '../entries/entry-store';
import { EntryRow, EntryVersionRow } from '../entries/entry.row';
import { must, mustAll, problem } from '../platform/problem';
import { takeDecisionBack, writeDecision, type Words } from './decision-writer';

/** A decision that is to be made. */
interface Deciding {
  readonly act: EntryAct;
  readonly action: 'entry.approved' | 'entry.returned';
  readonly words: Words;
  /** Every version, where they were read for the decision. */
  readonly versions?: readonly EntryVersionRow[];
}

/** Decides on the newest version of an entry: approve with ratings, return with a reason, or take that back. */
@Injectable()
export class ReviewEntry {
  constructor(
    @Inject(Catalogues) private readonly catalogues: Catalogues,
    @Inject(EntryStore) private readonly store: EntryStore,
  ) {}

  /**
   * Approves, and sets roles or supervision levels right: log, ratings and evidence in one act.
   * @param batchId the batch that it is part of
   */
  async approve(
    tx: Tx,
    seen: SeenEntry,
    body: ApproveBody,
    batchId: string | null = null,
  ): Promise<EntryRow> {
    const row = await this.loadToReview(tx, seen);
    const versions = await this.store.versions(tx, row);
    const { content, edition } = newestOf(row, versions);
    const lines = content.procedures.length;
    must(checkApproval(body, lines));
    const { keepDoing = null, nextTimeText = null } = body;
    const ratings = ratingsOf(body, lines);
    const act = approvalIn(body, content, this.catalogues.index(edition));
    const words = { keepDoing, nextTimeText, ratings, batchId };
    const deciding = { act, action: 'entry.approved', words } as const;
    return this.decide(tx, row, seen, { ...deciding, versions });
  }

  /** Returns to the fellow, with a reason from the list and, where that does not say it all, a text. */
  async return(tx: Tx, seen: SeenEntry, body: ReturnBody): Promise<EntryRow> {
    mustAll(checkReturn(body));
    const row = await this.loadToReview(tx, seen);
    const { reasonCode, reasonText = null } = body;
    const words = { reasonCode, reasonText };
    return this.decide(tx, row, seen, { act: { kind: 'return' }, action: 'entry.returned', words });
  }

  /** Takes the actor's own decision back within ten seconds; both stay in the log. */
  async undo(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const { actor, now } = tx;
    const row = await this.loadDecided(tx, seen);
    const before = await this.store.life(tx, row);
    const { life, takenBack } = must(decide(before, { kind: 'undo' }, { actorId: actor.personId, now }));
    if (takenBack === null) throw new Error('an undo takes a decision back');
    await takeDecisionBack(tx, row, takenBack);
    const { number } = takenBack;
    return this.store.move(tx, row, { life, seen: seen.revision, action: 'entry.decision-undone', number });
  }

  private async decide(
    tx: Tx,
    row: EntryRow,
    seen: SeenEntry,
    { act, action, words, versions }: Deciding,
  ): Promise<EntryRow> {
    const { actor, now } = tx;
    const waitsFor = row.assignedId ?? row.supervisorId;
    const onBehalfOfId = waitsFor === actor.personId ? null : waitsFor;
    const before = await this.store.life(tx, row);
    const { life, made } = must(decide(before, act, { actorId: actor.personId, now, onBehalfOfId }));
    if (made === null) throw new Error(`${act.kind} makes a decision`);
    await writeDecision(tx, row, made, words);
    const change = { life, seen: seen.revision, action, number: made.number };
    return this.store.move(tx, row, versions === undefined ? change : { ...change, versions });
  }

  private async loadToReview(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(tx.actor, seen.programId));
    must(can.review(tx.actor, factsOf(row)));
    return row;
  }

  /**
   * The entry whose newest decision may be the actor's. A returned amendment leaves an entry that names the supervisor
   * of what counts, so that the scope for reading alone would take the undo away from whoever returned it.
   */
  private async loadDecided(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await tx.manager.findOneBy(EntryRow, key);
    if (!row) throw problem('access/not-found');
    const life = await this.store.life(tx, row);
    return can.review(tx.actor, decisionFactsOf(row, life)).ok ? row : this.loadToReview(tx, seen);
  }
}

/** A plain approval, or one that sets values of the content right. */
function approvalIn(body: ApproveBody, content: KeptContent<TextId>, catalogue: CatalogueIndex): EntryAct {
  const { corrections = [], correctionReason } = body;
  if (body.corrections === undefined && correctionReason === undefined) return { kind: 'approve' };
  const reason = correctionReason ?? '';
  mustAll([...checkCorrection(content, corrections), ...checkReason(reason, '/correctionReason')]);
  // Ids in the place of words: two reasons that differ make two procedures.
  mustAll(
    checkCorrectedContent(
      plainContent(content, (id) => id),
      corrections,
      catalogue,
    ),
  );
  return { kind: 'correct-and-approve', corrections: correctionsOf(content, corrections), reason };
}

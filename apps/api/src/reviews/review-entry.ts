import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead } from '@countersign/domain/access';
import { checkApproval, checkReturn, decide } from '@countersign/domain/entry';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import type { Tx } from '../db/context';
import type { SeenEntry } from '../entries/edit-entry';
import { decisionFactsOf, EntryStore, factsOf, lifeOf } from '../entries/entry-store';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { must, mustAll, problem } from '../platform/problem';

type Said = Pick<
  DecisionRow,
  'help' | 'nextTime' | 'keepDoing' | 'nextTimeText' | 'reasonCode' | 'reasonText'
>;

/** Decides on the newest version of an entry: approve with a rating, return with a reason, or take that back. */
@Injectable()
export class ReviewEntry {
  constructor(@Inject(EntryStore) private readonly store: EntryStore) {}

  /** Approves: log, rating and evidence in one act. */
  async approve(tx: Tx, seen: SeenEntry, body: ApproveBody): Promise<EntryRow> {
    must(checkApproval(body));
    const { help, nextTime = null, keepDoing = null, nextTimeText = null } = body;
    const said = { help, nextTime, keepDoing, nextTimeText, reasonCode: null, reasonText: null };
    return this.decide(tx, seen, { kind: 'approve', said });
  }

  /** Returns to the fellow, with a reason from the list and a text. */
  async return(tx: Tx, seen: SeenEntry, body: ReturnBody): Promise<EntryRow> {
    mustAll(checkReturn(body));
    const { reasonCode, reasonText } = body;
    const said = { help: null, nextTime: null, keepDoing: null, nextTimeText: null, reasonCode, reasonText };
    return this.decide(tx, seen, { kind: 'return', said });
  }

  /** Takes the actor's own decision back within ten seconds; both stay in the log. */
  async undo(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const { actor, now } = tx;
    const row = await this.loadDecided(tx, seen);
    const life = must(decide(lifeOf(row), { kind: 'undo' }, { actorId: actor.personId, now }));
    const { programId, id: entryId } = row;
    const live = { programId, entryId, number: row.number, live: 1 };
    const { kind, number, ...undone } = await tx.manager.findOneByOrFail(DecisionRow, live);
    const next = await this.store.move(tx, row, {
      life,
      seen: seen.revision,
      action: 'entry.decision-undone',
      said: { old: { decided: number, kind, ...saidBy(undone) } },
    });
    await tx.update(DecisionRow, live, { live: null, undoneAt: now });
    return next;
  }

  private async decide(
    tx: Tx,
    seen: SeenEntry,
    { kind, said }: { kind: 'approve' | 'return'; said: Said },
  ): Promise<EntryRow> {
    const { actor, now } = tx;
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(can.review(actor, factsOf(row)));
    const life = must(decide(lifeOf(row), { kind }, { actorId: actor.personId, now }));
    const made = kind === 'approve' ? 'approved' : 'returned';
    const next = await this.store.move(tx, row, {
      life,
      seen: seen.revision,
      action: `entry.${made}`,
      said: { new: { decided: row.number, kind: made, ...said } },
    });
    await tx.insert(DecisionRow, {
      programId: row.programId,
      id: tx.newId(),
      entryId: row.id,
      number: row.number,
      live: 1,
      kind: made,
      byId: actor.personId,
      fellowId: row.fellowId,
      at: now,
      ...said,
      undoneAt: null,
    });
    return next;
  }

  /**
   * The entry whose newest decision may be the actor's. A returned amendment leaves an entry that names the supervisor
   * of what counts, so that the scope for reading alone would take the undo away from whoever returned it.
   */
  private async loadDecided(tx: Tx, seen: SeenEntry): Promise<EntryRow> {
    const { actor } = tx;
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await tx.manager.findOneBy(EntryRow, key);
    if (!row) throw problem('access/not-found');
    if (can.review(actor, decisionFactsOf(row)).ok) return row;
    const readable = await this.store.load(tx, key, entriesToRead(actor, seen.programId));
    must(can.review(actor, factsOf(readable)));
    return readable;
  }
}

function saidBy({ help, nextTime, keepDoing, nextTimeText, reasonCode, reasonText }: Said): Said {
  return { help, nextTime, keepDoing, nextTimeText, reasonCode, reasonText };
}

import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor } from '@countersign/domain/access';
import { checkApproval, decide } from '@countersign/domain/entry';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import { Db, type Tx } from '../db/db';
import { DecisionRow, type EntryRow } from '../entries/entry.row';
import type { SeenEntry } from '../entries/edit-entry';
import { EntryStore, factsOf, lifeOf } from '../entries/entry-store';
import { Clock, Ids } from '../platform/clock';
import { must } from '../platform/problem';

type Said = Pick<
  DecisionRow,
  'help' | 'nextTime' | 'keepDoing' | 'nextTimeText' | 'reasonCode' | 'reasonText'
>;

/** Decides on the newest version of an entry: approve with a rating, return with a reason, or take that back. */
@Injectable()
export class ReviewEntry {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Ids) private readonly ids: Ids,
  ) {}

  /** Approves: log, rating and evidence in one act. */
  approve(actor: Actor, seen: SeenEntry, body: ApproveBody): Promise<EntryRow> {
    must(checkApproval(body));
    const { help, nextTime = null, keepDoing = null, nextTimeText = null } = body;
    return this.decide(actor, seen, {
      kind: 'approve',
      said: { help, nextTime, keepDoing, nextTimeText, reasonCode: null, reasonText: null },
    });
  }

  /** Returns to the fellow, with a reason from the list and a text. */
  return(actor: Actor, seen: SeenEntry, body: ReturnBody): Promise<EntryRow> {
    const { reasonCode, reasonText } = body;
    return this.decide(actor, seen, {
      kind: 'return',
      said: { help: null, nextTime: null, keepDoing: null, nextTimeText: null, reasonCode, reasonText },
    });
  }

  /** Takes the actor's own decision back within ten seconds; both stay in the log. */
  async undo(actor: Actor, seen: SeenEntry): Promise<EntryRow> {
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.load(tx, actor, seen);
      const now = this.clock.now();
      const life = must(decide(lifeOf(row), { kind: 'undo' }, { actorId: actor.personId, now }));
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: 'entry.decision-undone',
      });
      const { programId, id: entryId } = row;
      await tx.manager.update(
        DecisionRow,
        { programId, entryId, number: row.number, live: 1 },
        { live: null, undoneAt: now },
      );
      return next;
    });
  }

  private async decide(
    actor: Actor,
    seen: SeenEntry,
    { kind, said }: { kind: 'approve' | 'return'; said: Said },
  ): Promise<EntryRow> {
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.load(tx, actor, seen);
      const now = this.clock.now();
      const life = must(decide(lifeOf(row), { kind }, { actorId: actor.personId, now }));
      const action = kind === 'approve' ? 'entry.approved' : 'entry.returned';
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action,
        data: { decided: row.number, ...said },
      });
      await tx.manager.insert(DecisionRow, {
        programId: row.programId,
        id: this.ids.next(),
        entryId: row.id,
        number: row.number,
        live: 1,
        kind: kind === 'approve' ? 'approved' : 'returned',
        byId: actor.personId,
        fellowId: row.fellowId,
        at: now,
        ...said,
        undoneAt: null,
      });
      return next;
    });
  }

  private async load(tx: Tx, actor: Actor, seen: SeenEntry): Promise<EntryRow> {
    const row = await this.store.load(
      tx.manager,
      { programId: seen.programId, id: seen.entryId },
      entriesToRead(actor, seen.programId),
    );
    must(can.review(actor, factsOf(row)));
    return row;
  }
}

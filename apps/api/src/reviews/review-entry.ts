import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor } from '@countersign/domain/access';
import { checkApproval, checkReturn, decide } from '@countersign/domain/entry';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import { Db, type Tx } from '../db/db';
import type { SeenEntry } from '../entries/edit-entry';
import { decisionFactsOf, EntryStore, factsOf, lifeOf } from '../entries/entry-store';
import type { Answer } from '../entries/entry-views';
import { DecisionRow, EntryRow } from '../entries/entry.row';
import { Clock, Ids } from '../platform/clock';
import { must, mustAll, problem } from '../platform/problem';

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
  async approve<T>(actor: Actor, seen: SeenEntry, body: ApproveBody, answer: Answer<T>): Promise<T> {
    must(checkApproval(body));
    const { help, nextTime = null, keepDoing = null, nextTimeText = null } = body;
    const said = { help, nextTime, keepDoing, nextTimeText, reasonCode: null, reasonText: null };
    return this.decide(actor, seen, { kind: 'approve', said }, answer);
  }

  /** Returns to the fellow, with a reason from the list and a text. */
  async return<T>(actor: Actor, seen: SeenEntry, body: ReturnBody, answer: Answer<T>): Promise<T> {
    mustAll(checkReturn(body));
    const { reasonCode, reasonText } = body;
    const said = { help: null, nextTime: null, keepDoing: null, nextTimeText: null, reasonCode, reasonText };
    return this.decide(actor, seen, { kind: 'return', said }, answer);
  }

  /** Takes the actor's own decision back within ten seconds; both stay in the log. */
  undo<T>(actor: Actor, seen: SeenEntry, answer: Answer<T>): Promise<T> {
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.loadDecided(tx, actor, seen);
      const now = this.clock.now();
      const life = must(decide(lifeOf(row), { kind: 'undo' }, { actorId: actor.personId, now }));
      const { programId, id: entryId } = row;
      const live = { programId, entryId, number: row.number, live: 1 };
      const { kind, number, ...undone } = await tx.manager.findOneByOrFail(DecisionRow, live);
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: 'entry.decision-undone',
        said: { old: { decided: number, kind, ...saidBy(undone) } },
      });
      await tx.manager.update(DecisionRow, live, { live: null, undoneAt: now });
      return answer(tx.manager, next);
    });
  }

  private decide<T>(
    actor: Actor,
    seen: SeenEntry,
    { kind, said }: { kind: 'approve' | 'return'; said: Said },
    answer: Answer<T>,
  ): Promise<T> {
    return this.db.write(actor.personId, async (tx) => {
      const key = { programId: seen.programId, id: seen.entryId };
      const row = await this.store.load(tx.manager, key, entriesToRead(actor, seen.programId));
      must(can.review(actor, factsOf(row)));
      const now = this.clock.now();
      const life = must(decide(lifeOf(row), { kind }, { actorId: actor.personId, now }));
      const made = kind === 'approve' ? 'approved' : 'returned';
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: `entry.${made}`,
        said: { new: { decided: row.number, kind: made, ...said } },
      });
      await tx.manager.insert(DecisionRow, {
        programId: row.programId,
        id: this.ids.next(),
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
      return answer(tx.manager, next);
    });
  }

  /**
   * The entry whose newest decision may be the actor's. A returned amendment leaves an entry that names the supervisor
   * of what counts, so that the scope for reading alone would take the undo away from whoever returned it.
   */
  private async loadDecided(tx: Tx, actor: Actor, seen: SeenEntry): Promise<EntryRow> {
    const key = { programId: seen.programId, id: seen.entryId };
    const row = await tx.manager.findOneBy(EntryRow, key);
    if (!row) throw problem('access/not-found');
    if (can.review(actor, decisionFactsOf(row)).ok) return row;
    const readable = await this.store.load(tx.manager, key, entriesToRead(actor, seen.programId));
    must(can.review(actor, factsOf(readable)));
    return readable;
  }
}

function saidBy({ help, nextTime, keepDoing, nextTimeText, reasonCode, reasonText }: Said): Said {
  return { help, nextTime, keepDoing, nextTimeText, reasonCode, reasonText };
}

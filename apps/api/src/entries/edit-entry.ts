import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor } from '@countersign/domain/access';
import { decide, type EntryAct } from '@countersign/domain/entry';
import type { AmendEntryBody, EntryBody } from '@countersign/contracts/entries/bodies';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { must } from '../platform/problem';
import { contentOf } from './entry-content';
import { EntryRules } from './entry-rules';
import { EntryStore, factsOf, lifeOf } from './entry-store';
import type { Answer } from './entry-views';

/** Which entry, and the version of it that the caller saw. */
export interface SeenEntry {
  readonly programId: string;
  readonly entryId: string;
  readonly version: number;
}

/** An edit: what is written, the acts on the entry's life that it is, and the name of its event. */
interface Edit {
  readonly body: EntryBody | AmendEntryBody;
  readonly acts: readonly EntryAct[];
  readonly action: string;
}

/** Replaces the content of a draft or returned entry, or amends an approved one. */
@Injectable()
export class EditEntry {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryRules) private readonly rules: EntryRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Edits a draft or returned entry; `then: submit` also sends it. */
  run<T>(actor: Actor, seen: SeenEntry, body: EntryBody, answer: Answer<T>): Promise<T> {
    const sends = body.then === 'submit';
    const acts: EntryAct[] = sends ? [{ kind: 'edit' }, { kind: 'submit' }] : [{ kind: 'edit' }];
    return this.write(
      actor,
      seen,
      { body, acts, action: sends ? 'entry.submitted' : 'entry.edited' },
      answer,
    );
  }

  /** Sends a new version of an approved entry, which keeps counting meanwhile. */
  amend<T>(actor: Actor, seen: SeenEntry, body: AmendEntryBody, answer: Answer<T>): Promise<T> {
    return this.write(actor, seen, { body, acts: [{ kind: 'amend' }], action: 'entry.amended' }, answer);
  }

  private async write<T>(actor: Actor, seen: SeenEntry, edit: Edit, answer: Answer<T>): Promise<T> {
    const around = await this.rules.around(seen.programId);
    const content = contentOf(edit.body);
    const sends = edit.body.then === 'submit';
    return this.db.write(actor.personId, async (tx) => {
      const key = { programId: seen.programId, id: seen.entryId };
      const row = await this.store.load(tx.manager, key, entriesToRead(actor, seen.programId));
      must(can.edit(actor, factsOf(row)));
      const now = this.clock.now();
      const context = { actorId: actor.personId, now };
      const life = edit.acts.reduce((before, act) => must(decide(before, act, context)), lifeOf(row));
      const stage = sends ? 'submitted' : 'draft';
      await this.rules.check(tx.manager, content, { around, stage, fellowId: row.fellowId });
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: edit.action,
        version: { content, submittedAt: sends ? now : null, around },
      });
      return answer(tx.manager, next);
    });
  }
}

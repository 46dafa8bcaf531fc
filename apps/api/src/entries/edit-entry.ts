import { Inject, Injectable } from '@nestjs/common';
import { can, entriesToRead, type Actor } from '@countersign/domain/access';
import { decide, type EntryAct } from '@countersign/domain/entry';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { must } from '../platform/problem';
import { contentOf, recorded } from './entry-content';
import { EntryRules } from './entry-rules';
import { EntryStore, factsOf, lifeOf } from './entry-store';
import type { EntryRow } from './entry.row';

/** Which entry, and the version of it that the caller saw. */
export interface SeenEntry {
  readonly programId: string;
  readonly entryId: string;
  readonly version: number;
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
  run(actor: Actor, seen: SeenEntry, body: EntryBody): Promise<EntryRow> {
    const acts: EntryAct[] =
      body.then === 'submit' ? [{ kind: 'edit' }, { kind: 'submit' }] : [{ kind: 'edit' }];
    return this.write(actor, seen, {
      body,
      acts,
      action: body.then === 'submit' ? 'entry.submitted' : 'entry.edited',
    });
  }

  /** Sends a new version of an approved entry, which keeps counting meanwhile. */
  amend(actor: Actor, seen: SeenEntry, body: EntryBody): Promise<EntryRow> {
    return this.write(actor, seen, { body, acts: [{ kind: 'amend' }], action: 'entry.amended' });
  }

  private async write(
    actor: Actor,
    seen: SeenEntry,
    change: { body: EntryBody; acts: readonly EntryAct[]; action: string },
  ): Promise<EntryRow> {
    const around = await this.rules.around(seen.programId);
    const content = contentOf(change.body);
    const sends = change.acts.at(-1)?.kind !== 'edit';
    return this.db.write(actor.personId, async (tx) => {
      const row = await this.store.load(
        tx.manager,
        { programId: seen.programId, id: seen.entryId },
        entriesToRead(actor, seen.programId),
      );
      must(can.edit(actor, factsOf(row)));
      const context = { actorId: actor.personId, now: this.clock.now() };
      const life = change.acts.reduce((before, act) => must(decide(before, act, context)), lifeOf(row));
      await this.rules.check(tx.manager, content, {
        around,
        stage: sends ? 'submitted' : 'draft',
        fellowId: row.fellowId,
      });
      const old = recorded(await this.store.content(tx.manager, row, row.number));
      const next = await this.store.move(tx, row, {
        life,
        seen: seen.version,
        action: change.action,
        set: {
          performedOn: content.performedOn,
          supervisorId: content.supervisorId ?? null,
          submittedAt: sends ? context.now : null,
        },
        data: { content: recorded(content), replaces: old },
      });
      await this.store.writeVersion(tx, next, content, around);
      return next;
    });
  }
}

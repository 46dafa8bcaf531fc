import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { can, type Actor } from '@countersign/domain/access';
import { decide, startLife, type DraftContent } from '@countersign/domain/entry';
import type { LogEntryBody } from '@countersign/contracts/entries/bodies';
import { Db } from '../db/db';
import { Clock } from '../platform/clock';
import { must, problem } from '../platform/problem';
import { contentOf } from './entry-content';
import { EntryRules } from './entry-rules';
import { EntryStore, type EntrySurroundings } from './entry-store';
import { EntryRow, EntryVersionRow } from './entry.row';

/** Logs an entry, as a draft or submitted to its supervisor. */
@Injectable()
export class LogEntry {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryRules) private readonly rules: EntryRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Sent again with the same id and content, it changes nothing and answers the same entry. */
  async run(actor: Actor, programId: string, body: LogEntryBody): Promise<EntryRow> {
    must(can.log(actor, programId));
    const around = await this.rules.around(programId);
    const content = contentOf(body);
    const stage = body.then === 'submit' ? 'submitted' : 'draft';
    return this.db.write(actor.personId, async (tx) => {
      const before = await this.sameBefore(tx.manager, {
        programId,
        id: body.id,
        fellowId: actor.personId,
        content,
      });
      if (before) return before;
      await this.rules.check(tx.manager, content, { around, stage, fellowId: actor.personId });
      const row = this.newRow(actor, body, { around, content });
      await this.store.insert(tx, row, content, around);
      return row;
    });
  }

  private newRow(
    actor: Actor,
    body: LogEntryBody,
    { around, content }: { around: EntrySurroundings; content: DraftContent },
  ): EntryRow {
    const now = this.clock.now();
    const draft = startLife({ fellowId: actor.personId, supervisorId: content.supervisorId ?? null });
    const submits = body.then === 'submit';
    const life = submits ? must(decide(draft, { kind: 'submit' }, { actorId: actor.personId, now })) : draft;
    return {
      ...life,
      programId: around.program.id,
      id: body.id,
      version: 1,
      performedOn: content.performedOn,
      submittedAt: submits ? now : null,
      voidReason: null,
      createdAt: now,
    };
  }

  private async sameBefore(
    manager: EntityManager,
    {
      programId,
      id,
      fellowId,
      content,
    }: { programId: string; id: string; fellowId: string; content: DraftContent },
  ): Promise<EntryRow | null> {
    const row = await manager.findOneBy(EntryRow, { programId, id });
    if (!row) return null;
    const first = await manager.findOneBy(EntryVersionRow, { programId, entryId: id, number: 1 });
    if (row.fellowId === fellowId && JSON.stringify(first?.content) === JSON.stringify(content)) return row;
    throw problem('entry/id-taken');
  }
}

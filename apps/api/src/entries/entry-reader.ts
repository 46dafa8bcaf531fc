import { Inject, Injectable } from '@nestjs/common';
import { entriesToRead, type Actor } from '@countersign/domain/access';
import type { EntryView } from '@countersign/contracts/entries/views';
import { Db } from '../db/db';
import { EntryStore } from './entry-store';
import { EntryViews } from './entry-views';

/** Reads one entry. */
@Injectable()
export class EntryReader {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  /** The view of one entry within the reader's scope. */
  one(
    actor: Actor,
    { programId, entryId }: { readonly programId: string; readonly entryId: string },
  ): Promise<EntryView> {
    return this.db.read(async (manager) => {
      const row = await this.store.load(manager, { programId, id: entryId }, entriesToRead(actor, programId));
      return this.views.one(manager, actor, row);
    });
  }
}

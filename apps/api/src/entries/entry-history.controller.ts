import { Controller, Inject } from '@nestjs/common';
import { entriesToRead } from '@countersign/domain/access';
import { readEntryHistory } from '@countersign/contracts/entries/endpoints';
import { EntryHistoryView } from '@countersign/contracts/entries/history-views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { EntryHistory } from './entry-history';
import { EntryStore } from './entry-store';

/** What the log tells of an entry. */
@Controller()
export class EntryHistoryController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryHistory) private readonly histories: EntryHistory,
  ) {}

  @Handle(readEntryHistory, { view: EntryHistoryView })
  history({ actor, params }: Handled<typeof readEntryHistory>): Promise<EntryHistoryView> {
    const { programId, entryId: id } = params;
    return this.db.read(actor, async (view) =>
      this.histories.of(
        view,
        await this.store.load(view, { programId, id }, entriesToRead(actor, programId)),
      ),
    );
  }
}

import { Controller, Inject } from '@nestjs/common';
import { entriesToRead } from '@countersign/domain/access';
import { readEntryHistory, readEntryReceipt } from '@countersign/contracts/entries/endpoints';
import { EntryHistoryView } from '@countersign/contracts/entries/history-views';
import { Db } from '../db/db';
import { receiptFile } from '../ledger/receipt-file';
import { Receipts } from '../ledger/receipts';
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
    @Inject(Receipts) private readonly receipts: Receipts,
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

  /** Of the events that the reader may know of, and of their contents nothing but the hash. */
  @Handle(readEntryReceipt, {})
  async receipt({ actor, params }: Handled<typeof readEntryReceipt>): Promise<Uint8Array> {
    const { programId, entryId: id } = params;
    const receipted = await this.db.read(actor, async (view) => {
      const row = await this.store.load(view, { programId, id }, entriesToRead(actor, programId));
      const { events } = await this.histories.of(view, row);
      return this.receipts.gather(
        view,
        programId,
        events.map(({ seq }) => seq),
      );
    });
    return receiptFile(receipted);
  }
}

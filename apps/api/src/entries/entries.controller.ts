import { Controller, Inject } from '@nestjs/common';
import { entriesToRead, type Actor } from '@countersign/domain/access';
import {
  AmendEntryBody,
  EntryBody,
  EntryQuery,
  LogEntryBody,
  VoidEntryBody,
} from '@countersign/contracts/entries/bodies';
import {
  amendEntry,
  editEntry,
  listEntries,
  logEntry,
  readEntry,
  readLogContext,
  voidEntry,
  withdrawEntry,
} from '@countersign/contracts/entries/endpoints';
import { EntryPageView, EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Tx } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { EditEntry } from './edit-entry';
import { EntryStore } from './entry-store';
import { EntryViews } from './entry-views';
import type { EntryRow } from './entry.row';
import { ListEntries } from './list-entries';
import { LogContext } from './log-context';
import { LogEntry } from './log-entry';
import { WithdrawEntry } from './withdraw-entry';

/** Changes of one entry; each answers the entry as it then is, built in the same transaction. */
@Controller()
export class EntriesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(LogEntry) private readonly logging: LogEntry,
    @Inject(EditEntry) private readonly editing: EditEntry,
    @Inject(WithdrawEntry) private readonly withdrawing: WithdrawEntry,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  @Handle(logEntry, { body: LogEntryBody, view: EntryView })
  log({ actor, params, body }: Handled<typeof logEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.logging.run(tx, params.programId, body));
  }

  @Handle(editEntry, { body: EntryBody, view: EntryView })
  edit({ actor, params, body, revision }: Handled<typeof editEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.editing.run(tx, { ...params, revision }, body));
  }

  @Handle(withdrawEntry, { view: EntryView })
  withdraw({ actor, params, revision }: Handled<typeof withdrawEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.withdrawing.run(tx, { ...params, revision }));
  }

  @Handle(amendEntry, { body: AmendEntryBody, view: EntryView })
  amend({ actor, params, body, revision }: Handled<typeof amendEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.editing.amend(tx, { ...params, revision }, body));
  }

  @Handle(voidEntry, { body: VoidEntryBody, view: EntryView })
  void({ actor, params, body, revision }: Handled<typeof voidEntry>): Promise<EntryView> {
    return this.answer(actor, (tx) => this.withdrawing.void(tx, { ...params, revision }, body.reason));
  }

  private answer(actor: Actor, change: (tx: Tx) => Promise<EntryRow>): Promise<EntryView> {
    return this.db.write(actor, async (tx) => this.views.one(tx, await change(tx)));
  }
}

/** What is read of entries. */
@Controller()
export class EntryReadingController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(EntryStore) private readonly store: EntryStore,
    @Inject(EntryViews) private readonly views: EntryViews,
    @Inject(ListEntries) private readonly listing: ListEntries,
    @Inject(LogContext) private readonly context: LogContext,
  ) {}

  @Handle(readEntry, { view: EntryView })
  one({ actor, params }: Handled<typeof readEntry>): Promise<EntryView> {
    const { programId, entryId: id } = params;
    return this.db.read(actor, async (view) =>
      this.views.one(view, await this.store.load(view, { programId, id }, entriesToRead(actor, programId))),
    );
  }

  @Handle(listEntries, { query: EntryQuery, view: EntryPageView })
  list({ actor, params, query }: Handled<typeof listEntries>): Promise<EntryPageView> {
    return this.db.read(actor, (view) => this.listing.run(view, params.programId, query));
  }

  @Handle(readLogContext, { view: LogContextView })
  logContext({ actor, params }: Handled<typeof readLogContext>): Promise<LogContextView> {
    return this.db.read(actor, (view) => this.context.run(view, params.programId));
  }
}

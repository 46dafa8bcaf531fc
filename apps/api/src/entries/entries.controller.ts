import { Controller, Inject } from '@nestjs/common';
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
import { Handle, type Handled } from '../platform/handle';
import { EditEntry } from './edit-entry';
import { EntryReader } from './entry-reader';
import { EntryViews } from './entry-views';
import { ListEntries } from './list-entries';
import { LogContext } from './log-context';
import { LogEntry } from './log-entry';
import { WithdrawEntry } from './withdraw-entry';

@Controller()
export class EntriesController {
  constructor(
    @Inject(LogEntry) private readonly logging: LogEntry,
    @Inject(EditEntry) private readonly editing: EditEntry,
    @Inject(WithdrawEntry) private readonly withdrawing: WithdrawEntry,
    @Inject(EntryReader) private readonly reader: EntryReader,
    @Inject(EntryViews) private readonly views: EntryViews,
  ) {}

  @Handle(logEntry, { body: LogEntryBody, view: EntryView })
  log({ actor, params, body }: Handled<typeof logEntry>): Promise<EntryView> {
    return this.logging.run(actor, params.programId, body, this.views.answerTo(actor));
  }

  @Handle(readEntry, { view: EntryView })
  read({ actor, params }: Handled<typeof readEntry>): Promise<EntryView> {
    return this.reader.one(actor, params);
  }

  @Handle(editEntry, { body: EntryBody, view: EntryView })
  edit({ actor, params, body, version }: Handled<typeof editEntry>): Promise<EntryView> {
    return this.editing.run(actor, { ...params, version }, body, this.views.answerTo(actor));
  }

  @Handle(withdrawEntry, { view: EntryView })
  withdraw({ actor, params, version }: Handled<typeof withdrawEntry>): Promise<EntryView> {
    return this.withdrawing.run(actor, { ...params, version }, this.views.answerTo(actor));
  }

  @Handle(amendEntry, { body: AmendEntryBody, view: EntryView })
  amend({ actor, params, body, version }: Handled<typeof amendEntry>): Promise<EntryView> {
    return this.editing.amend(actor, { ...params, version }, body, this.views.answerTo(actor));
  }

  @Handle(voidEntry, { body: VoidEntryBody, view: EntryView })
  void({ actor, params, body, version }: Handled<typeof voidEntry>): Promise<EntryView> {
    const seen = { ...params, version };
    return this.withdrawing.void(actor, seen, body.reason, this.views.answerTo(actor));
  }
}

@Controller()
export class EntryListsController {
  constructor(
    @Inject(ListEntries) private readonly listing: ListEntries,
    @Inject(LogContext) private readonly context: LogContext,
  ) {}

  @Handle(listEntries, { query: EntryQuery, view: EntryPageView })
  list({ actor, params, query }: Handled<typeof listEntries>): Promise<EntryPageView> {
    return this.listing.run(actor, params.programId, query);
  }

  @Handle(readLogContext, { view: LogContextView })
  logContext({ actor, params }: Handled<typeof readLogContext>): Promise<LogContextView> {
    return this.context.run(actor, params.programId);
  }
}

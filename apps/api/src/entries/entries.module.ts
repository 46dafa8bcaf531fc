import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { EditEntry } from './edit-entry';
import { EntriesController, EntryReadingController } from './entries.controller';
import { EntryHistory } from './entry-history';
import { EntryHistoryController } from './entry-history.controller';
import { EntryLines } from './entry-lines';
import { EntryRules } from './entry-rules';
import { EntryStore } from './entry-store';
import { EntryViews } from './entry-views';
import { ListEntries } from './list-entries';
import { LogContext } from './log-context';
import { LogEntry } from './log-entry';
import { Recount } from './recount';
import { ReadStoppedTexts } from './read-stopped-texts';
import { RedactText } from './redact-text';
import { RedactionsController } from './redactions.controller';
import { StoppedTexts } from './stopped-texts';
import { WithdrawEntry } from './withdraw-entry';

@Module({
  imports: [CatalogueModule, LedgerModule, PeopleModule, ProgramsModule],
  controllers: [EntriesController, EntryReadingController, EntryHistoryController, RedactionsController],
  providers: [
    ReadStoppedTexts,
    RedactText,
    StoppedTexts,
    EditEntry,
    EntryHistory,
    EntryLines,
    EntryRules,
    EntryStore,
    EntryViews,
    ListEntries,
    LogContext,
    LogEntry,
    Recount,
    WithdrawEntry,
  ],
  exports: [EditEntry, EntryLines, EntryStore, EntryViews, LogEntry, Recount, WithdrawEntry],
})
export class EntriesModule {}

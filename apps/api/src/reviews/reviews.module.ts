import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { SignaturesModule } from '../signatures/signatures.module';
import { AnswerCorrection } from './answer-correction';
import { ApprovalHabitsController } from './approval-habits.controller';
import { ApproveBatch } from './approve-batch';
import { BatchesController } from './batches.controller';
import { CorrectedEntries } from './corrected-entries';
import { CorrectionsController } from './corrections.controller';
import { HandOver } from './hand-over';
import { PastDecisions } from './past-decisions';
import { PastDecisionsController } from './past-decisions.controller';
import { ReadApprovalHabits } from './read-approval-habits';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';
import { ReviewsController } from './reviews.controller';
import { SetFallback } from './set-fallback';
import { ReadWaiting } from './waiting-entries';
import { WaitingList } from './waiting-list';
import { WaitingController } from './waiting.controller';

@Module({
  imports: [CatalogueModule, EntriesModule, PeopleModule, ProgramsModule, SignaturesModule],
  controllers: [
    ApprovalHabitsController,
    BatchesController,
    CorrectionsController,
    PastDecisionsController,
    ReviewsController,
    WaitingController,
  ],
  providers: [
    AnswerCorrection,
    ApproveBatch,
    CorrectedEntries,
    HandOver,
    PastDecisions,
    ReadApprovalHabits,
    ReadWaiting,
    ReviewEntry,
    ReviewQueue,
    SetFallback,
    WaitingList,
  ],
  exports: [HandOver, ReviewEntry],
})
export class ReviewsModule {}

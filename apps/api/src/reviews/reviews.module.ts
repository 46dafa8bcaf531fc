import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { SignaturesModule } from '../signatures/signatures.module';
import { AnswerCorrection } from './answer-correction';
import { ApproveBatch } from './approve-batch';
import { BatchesController } from './batches.controller';
import { PastDecisions } from './past-decisions';
import { PastDecisionsController } from './past-decisions.controller';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';
import { ReviewsController } from './reviews.controller';
import { ReadWaiting } from './waiting-entries';

@Module({
  imports: [CatalogueModule, EntriesModule, SignaturesModule],
  controllers: [BatchesController, PastDecisionsController, ReviewsController],
  providers: [AnswerCorrection, ApproveBatch, PastDecisions, ReadWaiting, ReviewEntry, ReviewQueue],
  exports: [ReviewEntry],
})
export class ReviewsModule {}

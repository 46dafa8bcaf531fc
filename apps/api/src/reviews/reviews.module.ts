import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module';
import { AnswerCorrection } from './answer-correction';
import { PastDecisions } from './past-decisions';
import { PastDecisionsController } from './past-decisions.controller';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';
import { ReviewsController } from './reviews.controller';

@Module({
  imports: [EntriesModule],
  controllers: [PastDecisionsController, ReviewsController],
  providers: [AnswerCorrection, PastDecisions, ReviewEntry, ReviewQueue],
  exports: [ReviewEntry],
})
export class ReviewsModule {}

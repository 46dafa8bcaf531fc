import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module';
import { AnswerCorrection } from './answer-correction';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';
import { ReviewsController } from './reviews.controller';

@Module({
  imports: [EntriesModule],
  controllers: [ReviewsController],
  providers: [AnswerCorrection, ReviewEntry, ReviewQueue],
  exports: [ReviewEntry],
})
export class ReviewsModule {}

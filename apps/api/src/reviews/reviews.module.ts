import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module';
import { ReviewEntry } from './review-entry';
import { ReviewQueue } from './review-queue';
import { ReviewsController } from './reviews.controller';

@Module({
  imports: [EntriesModule],
  controllers: [ReviewsController],
  providers: [ReviewEntry, ReviewQueue],
  exports: [ReviewEntry],
})
export class ReviewsModule {}

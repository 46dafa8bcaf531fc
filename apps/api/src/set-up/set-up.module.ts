import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { CompetenciesModule } from '../competencies/competencies.module';
import { EntriesModule } from '../entries/entries.module';
import { MembersModule } from '../members/members.module';
import { ProgramsModule } from '../programs/programs.module';
import { PublishingModule } from '../requirements/publishing.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { ScheduleModule } from '../schedule/schedule.module';
import { BringUpToDate } from './bring-up-to-date';
import { FirstRun } from './first-run';
import { SetUpController } from './set-up.controller';
import { SetUpInBrowser } from './set-up-in-browser';
import { TestEntry } from './test-entry';
import { TryEntry } from './try-entry';

@Module({
  imports: [
    ...[CatalogueModule, CompetenciesModule, EntriesModule, MembersModule, ProgramsModule],
    ...[PublishingModule, ReviewsModule, ScheduleModule],
  ],
  controllers: [SetUpController],
  providers: [BringUpToDate, FirstRun, SetUpInBrowser, TestEntry, TryEntry],
})
export class SetUpModule {}

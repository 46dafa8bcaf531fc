import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { MembersModule } from '../members/members.module';
import { ProgramsModule } from '../programs/programs.module';
import { PublishingModule } from '../requirements/publishing.module';
import { ScheduleModule } from '../schedule/schedule.module';
import { BringUpToDate } from './bring-up-to-date';
import { FirstRun } from './first-run';
import { SetUpController } from './set-up.controller';
import { SetUpInBrowser } from './set-up-in-browser';

@Module({
  imports: [CatalogueModule, MembersModule, ProgramsModule, PublishingModule, ScheduleModule],
  controllers: [SetUpController],
  providers: [BringUpToDate, FirstRun, SetUpInBrowser],
})
export class SetUpModule {}

import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { ChangeSchedule } from './change-schedule';
import { ReadSchedule } from './read-schedule';
import { ScheduleController } from './schedule.controller';

@Module({
  imports: [PeopleModule, ProgramsModule],
  controllers: [ScheduleController],
  providers: [ChangeSchedule, ReadSchedule],
  exports: [ChangeSchedule],
})
export class ScheduleModule {}

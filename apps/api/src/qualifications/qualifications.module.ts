import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { KeepQualifications } from './keep-qualifications';
import { QualificationsController } from './qualifications.controller';
import { ReadQualifications } from './read-qualifications';

/** What fellows are qualified by besides what the program signs off. */
@Module({
  imports: [PeopleModule, ProgramsModule],
  controllers: [QualificationsController],
  providers: [KeepQualifications, ReadQualifications],
  exports: [KeepQualifications],
})
export class QualificationsModule {}

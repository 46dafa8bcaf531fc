import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { RequirementsModule } from '../requirements/requirements.module';
import { ReadLeaving } from './read-leaving';
import { ReadRollOver } from './read-roll-over';
import { RollOverController } from './roll-over.controller';

/** The change of the academic year as one checklist. */
@Module({
  imports: [CompetenciesModule, PeopleModule, ProgramsModule, RequirementsModule],
  controllers: [RollOverController],
  providers: [ReadLeaving, ReadRollOver],
})
export class RollOverModule {}

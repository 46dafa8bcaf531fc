import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { RequirementsModule } from '../requirements/requirements.module';
import { CompetenciesController } from './competencies.controller';
import { KeptFacts } from './kept-facts';
import { ReadEvidence } from './read-evidence';
import { ReadProgress } from './read-progress';
import { Standings } from './standings';

@Module({
  imports: [CatalogueModule, EntriesModule, PeopleModule, ProgramsModule, RequirementsModule],
  controllers: [CompetenciesController],
  providers: [KeptFacts, ReadEvidence, ReadProgress, Standings],
  exports: [ReadEvidence, Standings],
})
export class CompetenciesModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { CompetenciesController } from './competencies.controller';
import { EvidencePage } from './evidence-page';
import { ProgressPage } from './progress-page';
import { Standings } from './standings';

@Module({
  imports: [CatalogueModule, EntriesModule, PeopleModule, ProgramsModule],
  controllers: [CompetenciesController],
  providers: [EvidencePage, ProgressPage, Standings],
  exports: [Standings],
})
export class CompetenciesModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { RequirementsModule } from '../requirements/requirements.module';
import { ChartSettings } from './chart-settings';
import { CompetenciesController } from './competencies.controller';
import { CurvesController } from './curves.controller';
import { ForecastRecord } from './forecast-record';
import { KeptFacts } from './kept-facts';
import { ReadCalibration } from './read-calibration';
import { ReadCompetency } from './read-competency';
import { ReadEvidence } from './read-evidence';
import { ReadProgress } from './read-progress';
import { ReviewAlarm } from './review-alarm';
import { Standings } from './standings';

@Module({
  imports: [CatalogueModule, EntriesModule, PeopleModule, ProgramsModule, RequirementsModule],
  controllers: [CompetenciesController, CurvesController],
  providers: [
    ChartSettings,
    ForecastRecord,
    KeptFacts,
    ReadCalibration,
    ReadCompetency,
    ReadEvidence,
    ReadProgress,
    ReviewAlarm,
    Standings,
  ],
  exports: [ForecastRecord, KeptFacts, ReadEvidence, ReadProgress, Standings],
})
export class CompetenciesModule {}

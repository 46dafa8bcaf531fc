import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { CompetenciesModule } from '../competencies/competencies.module';
import { ProgramsModule } from '../programs/programs.module';
import { CohortsController } from './cohorts.controller';
import { PublishRequirements } from './publish-requirements';
import { ReadRequirementSets } from './read-requirement-sets';
import { RequirementDrafts } from './requirement-drafts';
import { RequirementTrialsController } from './requirement-trials.controller';
import { RequirementsController } from './requirements.controller';
import { RequirementsModule } from './requirements.module';
import { SetCohort } from './set-cohort';
import { SetFiles } from './set-files';
import { TrialEvidence } from './trial-evidence';
import { TryRequirementSet } from './try-requirement-set';

/** Drafting, trying and publishing of requirement sets; apart from the reads, which those numbers need that a trial shows. */
@Module({
  imports: [CatalogueModule, CompetenciesModule, ProgramsModule, RequirementsModule],
  controllers: [CohortsController, RequirementsController, RequirementTrialsController],
  providers: [
    PublishRequirements,
    ReadRequirementSets,
    RequirementDrafts,
    SetCohort,
    SetFiles,
    TrialEvidence,
    TryRequirementSet,
  ],
  exports: [SetCohort],
})
export class PublishingModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { ApprovalHealth } from './approval-health';
import { DashboardPage } from './dashboard-page';
import { DashboardsController } from './dashboards.controller';
import { EvidencePage } from './evidence-page';
import { FellowStandings } from './fellow-standings';
import { ProgramFacts } from './program-facts';
import { ProgressPage } from './progress-page';

@Module({
  imports: [CatalogueModule, EntriesModule, PeopleModule, ProgramsModule],
  controllers: [DashboardsController],
  providers: [ApprovalHealth, DashboardPage, EvidencePage, FellowStandings, ProgramFacts, ProgressPage],
})
export class DashboardsModule {}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { CompetenciesModule } from '../competencies/competencies.module';
import { PeopleModule } from '../people/people.module';
import { ApprovalHealth } from './approval-health';
import { ReadDashboard } from './read-dashboard';
import { DashboardsController } from './dashboards.controller';

@Module({
  imports: [CatalogueModule, CompetenciesModule, PeopleModule],
  controllers: [DashboardsController],
  providers: [ApprovalHealth, ReadDashboard],
})
export class DashboardsModule {}

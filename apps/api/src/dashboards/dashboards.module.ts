import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { CompetenciesModule } from '../competencies/competencies.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { SignaturesModule } from '../signatures/signatures.module';
import { SignOffsModule } from '../sign-offs/sign-offs.module';
import { ApprovalHealth } from './approval-health';
import { CommitteeController } from './committee.controller';
import { DashboardsController } from './dashboards.controller';
import { DismissConcern } from './dismiss-concern';
import { ReadAttention } from './read-attention';
import { ReadCaseMix } from './read-case-mix';
import { ReadCommittee } from './read-committee';
import { ReadDashboard } from './read-dashboard';
import { ReadPacket } from './read-packet';
import { ReadYield } from './read-yield';
import { RecordDecision } from './record-decision';
import { YieldController } from './yield.controller';

@Module({
  imports: [
    CatalogueModule,
    CompetenciesModule,
    PeopleModule,
    ProgramsModule,
    SignaturesModule,
    SignOffsModule,
  ],
  controllers: [CommitteeController, DashboardsController, YieldController],
  providers: [
    ApprovalHealth,
    DismissConcern,
    ReadAttention,
    ReadCaseMix,
    ReadCommittee,
    ReadDashboard,
    ReadPacket,
    ReadYield,
    RecordDecision,
  ],
})
export class DashboardsModule {}

import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccountsModule } from './accounts/accounts.module';
import { ApiDocumentModule } from './api-document/api-document.module';
import { BoardModule } from './board/board.module';
import { CatalogueModule } from './catalogue/catalogue.module';
import { CompetenciesModule } from './competencies/competencies.module';
import { CredentialsModule } from './credentials/credentials.module';
import { DashboardsModule } from './dashboards/dashboards.module';
import { DbModule } from './db/db.module';
import type { OpenDatabase } from './db/open-database';
import { DemoModule } from './demo/demo.module';
import { EntriesModule } from './entries/entries.module';
import { FollowersModule } from './followers/followers.module';
import { HealthModule } from './health/health.module';
import { InstitutionModule } from './institution/institution.module';
import { LedgerModule } from './ledger/ledger.module';
import { MailModule } from './mail/mail.module';
import { MembersModule } from './members/members.module';
import { MetricsModule } from './metrics/metrics.module';
import { PlatformModule } from './platform/platform.module';
import type { Settings } from './platform/settings';
import { QualificationsModule } from './qualifications/qualifications.module';
import { RatersModule } from './raters/raters.module';
import { PublishingModule } from './requirements/publishing.module';
import { ReviewsModule } from './reviews/reviews.module';
import { RollOverModule } from './roll-over/roll-over.module';
import { ScheduleModule } from './schedule/schedule.module';
import { SetUpModule } from './set-up/set-up.module';
import { SessionsModule } from './sessions/sessions.module';
import { SignaturesModule } from './signatures/signatures.module';
import { SignOffsModule } from './sign-offs/sign-offs.module';

/** The whole server on one database. */
@Module({})
export class AppModule {
  static with(settings: Settings, database: OpenDatabase, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(settings, logger),
        DbModule.on(database),
        FollowersModule,
        SessionsModule,
        CatalogueModule,
        EntriesModule,
        ReviewsModule,
        MailModule,
        MembersModule,
        AccountsModule,
        ScheduleModule,
        QualificationsModule,
        RollOverModule,
        SignaturesModule,
        CompetenciesModule,
        CredentialsModule,
        PublishingModule,
        DashboardsModule,
        InstitutionModule,
        RatersModule,
        BoardModule,
        SignOffsModule,
        DemoModule,
        SetUpModule,
        LedgerModule,
        HealthModule,
        MetricsModule,
        ApiDocumentModule,
      ],
    };
  }
}

import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module';
import { CompetenciesModule } from '../competencies/competencies.module';
import { EntriesModule } from '../entries/entries.module';
import { PeopleModule } from '../people/people.module';
import { ProgramsModule } from '../programs/programs.module';
import { QualificationsModule } from '../qualifications/qualifications.module';
import { ReviewsModule } from '../reviews/reviews.module';
import { SessionsModule } from '../sessions/sessions.module';
import { SignOffsModule } from '../sign-offs/sign-offs.module';
import { DemoDoor } from './demo-door';
import { DemoPasswords } from './demo-passwords';
import { DemoProgram } from './demo-program';
import { DemoEntryUseCases, DemoFellowUseCases, DemoSignOffUseCases, DemoUseCases } from './demo-use-cases';
import { DemoController } from './demo.controller';

@Module({
  imports: [
    ...[CatalogueModule, CompetenciesModule, EntriesModule, PeopleModule, ProgramsModule, ReviewsModule],
    ...[QualificationsModule, SessionsModule, SignOffsModule],
  ],
  controllers: [DemoController],
  providers: [
    DemoDoor,
    DemoPasswords,
    DemoProgram,
    DemoEntryUseCases,
    DemoFellowUseCases,
    DemoSignOffUseCases,
    DemoUseCases,
  ],
  exports: [DemoProgram],
})
export class DemoModule {}

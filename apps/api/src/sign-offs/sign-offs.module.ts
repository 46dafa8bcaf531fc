import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module';
import { ProgramsModule } from '../programs/programs.module';
import { SignaturesModule } from '../signatures/signatures.module';
import { AskSignOff } from './ask-sign-off';
import { ChangedEvidenceFollower } from './changed-evidence';
import { DocumentBuilder } from './document-builder';
import { EndSignOff } from './end-sign-off';
import { ReadSignOffs } from './read-sign-offs';
import { SignOffGrounds } from './sign-off-grounds';
import { SignOffHistory } from './sign-off-history';
import { SignOffStore } from './sign-off-store';
import { SignOffViews } from './sign-off-views';
import { SignOffs } from './sign-offs';
import { SignOffsController } from './sign-offs.controller';
import { SignSignOff } from './sign-sign-off';
import { SigningController } from './signing.controller';

@Module({
  imports: [CompetenciesModule, ProgramsModule, SignaturesModule],
  controllers: [SignOffsController, SigningController],
  providers: [
    AskSignOff,
    ChangedEvidenceFollower,
    DocumentBuilder,
    EndSignOff,
    ReadSignOffs,
    SignOffGrounds,
    SignOffHistory,
    SignOffStore,
    SignOffViews,
    SignOffs,
    SignSignOff,
  ],
  exports: [AskSignOff, EndSignOff, SignOffGrounds, SignOffs, SignSignOff],
})
export class SignOffsModule {}

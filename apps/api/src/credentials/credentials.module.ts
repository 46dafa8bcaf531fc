import { Module } from '@nestjs/common';
import { CompetenciesModule } from '../competencies/competencies.module';
import { LedgerModule } from '../ledger/ledger.module';
import { ProgramsModule } from '../programs/programs.module';
import { SignOffsModule } from '../sign-offs/sign-offs.module';
import { SignaturesModule } from '../signatures/signatures.module';
import { IssueLetter } from './issue-letter';
import { Issuer } from './issuer';
import { LetterContents } from './letter-contents';
import { LetterFilesController } from './letter-files.controller';
import { Letters } from './letters';
import { LettersController } from './letters.controller';
import { RevokeLetter } from './revoke-letter';
import { StatusList } from './status-list';
import { StatusListController } from './status-list.controller';

/** Letters that prove themselves, and the list of those that were taken back. */
@Module({
  imports: [CompetenciesModule, LedgerModule, ProgramsModule, SignaturesModule, SignOffsModule],
  controllers: [LetterFilesController, LettersController, StatusListController],
  providers: [IssueLetter, Issuer, LetterContents, Letters, RevokeLetter, StatusList],
})
export class CredentialsModule {}

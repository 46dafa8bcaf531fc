import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module';
import { ProgramsModule } from '../programs/programs.module';
import { AccessLinks } from './access-links';
import { AccountController } from './account.controller';
import { FactorsController } from './factors.controller';
import { LinksController } from './links.controller';
import { OwnAccount } from './own-account';
import { OwnFactor } from './own-factor';
import { PasskeysController } from './passkeys.controller';
import { ReadAccount } from './read-account';

@Module({
  imports: [MembersModule, ProgramsModule],
  controllers: [AccountController, FactorsController, LinksController, PasskeysController],
  providers: [AccessLinks, OwnAccount, OwnFactor, ReadAccount],
})
export class AccountsModule {}

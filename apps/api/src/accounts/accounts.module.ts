import { Module } from '@nestjs/common';
import { MembersModule } from '../members/members.module';
import { AccessLinks } from './access-links';
import { AccountController } from './account.controller';
import { LinksController } from './links.controller';
import { OwnAccount } from './own-account';

@Module({
  imports: [MembersModule],
  controllers: [AccountController, LinksController],
  providers: [AccessLinks, OwnAccount],
})
export class AccountsModule {}

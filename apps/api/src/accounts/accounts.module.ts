import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module';
import { MembersModule } from '../members/members.module';
import { ProgramsModule } from '../programs/programs.module';
import { AccessLinks } from './access-links';
import { AccountController } from './account.controller';
import { FactorsController } from './factors.controller';
import { LinksController } from './links.controller';
import { LinkMails } from './link-mails';
import { MailedLinksController } from './mailed-links.controller';
import { OwnAccount } from './own-account';
import { OwnFactor } from './own-factor';
import { PasskeysController } from './passkeys.controller';
import { PasswordResets } from './password-resets';
import { ReadAccount } from './read-account';

@Module({
  imports: [MailModule, MembersModule, ProgramsModule],
  controllers: [
    AccountController,
    FactorsController,
    LinksController,
    MailedLinksController,
    PasskeysController,
  ],
  providers: [AccessLinks, LinkMails, OwnAccount, OwnFactor, PasswordResets, ReadAccount],
})
export class AccountsModule {}

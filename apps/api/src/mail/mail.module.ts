import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ComposeMail } from './compose-mail';
import { MailChoices } from './mail-choices';
import { MailChoicesController } from './mail-choices.controller';
import { MailServer } from './mail-server';
import { Mails } from './mails';
import { NoticesController } from './notices.controller';
import { Outbox } from './outbox';
import { OwnNotices } from './own-notices';
import { Postman } from './postman';
import { Reminders } from './reminders';
import { StopLinks } from './stop-link';
import { StopMails } from './stop-mails';
import { ToldNotices } from './told-notices';
import { ToldRests } from './told-rests';

/** What people are told of: in the app, and by mail, which is sent afterwards and holds nothing up. */
@Module({
  imports: [PeopleModule],
  controllers: [MailChoicesController, NoticesController],
  providers: [
    ComposeMail,
    MailChoices,
    MailServer,
    Mails,
    Outbox,
    OwnNotices,
    Postman,
    Reminders,
    StopLinks,
    StopMails,
    ToldNotices,
    ToldRests,
  ],
  exports: [Outbox],
})
export class MailModule {}

import { Controller, Inject } from '@nestjs/common';
import {
  countNotices,
  readMails,
  readNotices,
  resendMail,
  seeNotices,
} from '@countersign/contracts/mail/endpoints';
import { MailsView, NoticeCountView, NoticesView } from '@countersign/contracts/mail/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { Mails } from './mails';
import { OwnNotices } from './own-notices';
import { Postman } from './postman';

@Controller()
export class NoticesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnNotices) private readonly notices: OwnNotices,
    @Inject(Mails) private readonly mails: Mails,
    @Inject(Postman) private readonly postman: Postman,
  ) {}

  @Handle(readNotices, { view: NoticesView })
  list({ actor, params }: Handled<typeof readNotices>): Promise<NoticesView> {
    return this.db.read(actor, (view) => this.notices.list(view, params.programId));
  }

  @Handle(countNotices, { view: NoticeCountView })
  count({ actor, params }: Handled<typeof countNotices>): Promise<NoticeCountView> {
    return this.db.glance(actor, async (view) => ({
      unread: await this.notices.unread(view, params.programId),
    }));
  }

  @Handle(seeNotices, { view: NoticesView })
  see({ actor, params }: Handled<typeof seeNotices>): Promise<NoticesView> {
    return this.db.write(actor, async (tx) => {
      await this.notices.see(tx, params.programId);
      return this.notices.list(tx, params.programId);
    });
  }

  @Handle(readMails, { view: MailsView })
  all({ actor, params }: Handled<typeof readMails>): Promise<MailsView> {
    return this.db.read(actor, (view) => this.mails.list(view, params.programId));
  }

  @Handle(resendMail, { view: MailsView })
  async again({ actor, params }: Handled<typeof resendMail>): Promise<MailsView> {
    const view = await this.db.write(actor, async (tx) => {
      await this.mails.resend(tx, params.programId, params.mailId);
      return this.mails.list(tx, params.programId);
    });
    this.postman.tryNow();
    return view;
  }
}

import { Controller, Inject } from '@nestjs/common';
import { MailChoicesBody, MailStopBody } from '@countersign/contracts/mail/bodies';
import { chooseMails, readMailChoices, stopMails } from '@countersign/contracts/mail/endpoints';
import { MailChoicesView, MailStopView } from '@countersign/contracts/mail/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { MailChoices } from './mail-choices';
import { StopMails } from './stop-mails';

@Controller()
export class MailChoicesController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(MailChoices) private readonly choices: MailChoices,
    @Inject(StopMails) private readonly stops: StopMails,
  ) {}

  @Handle(readMailChoices, { view: MailChoicesView })
  read({ actor }: Handled<typeof readMailChoices>): Promise<MailChoicesView> {
    return this.db.read(actor, async (view) => ({
      stopped: await this.choices.stopped(view, actor.personId),
    }));
  }

  @Handle(chooseMails, { body: MailChoicesBody, view: MailChoicesView })
  choose({ actor, body }: Handled<typeof chooseMails>): Promise<MailChoicesView> {
    return this.db.write(actor, async (tx) => {
      await this.choices.choose(tx, actor.personId, body.stopped);
      return { stopped: await this.choices.stopped(tx, actor.personId) };
    });
  }

  @Handle(stopMails, { body: MailStopBody, view: MailStopView })
  stop({ body }: Handled<typeof stopMails>): Promise<MailStopView> {
    return this.stops.run(body.token, body.stopped);
  }
}

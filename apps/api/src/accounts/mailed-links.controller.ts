import { Controller, Inject } from '@nestjs/common';
import { PasswordResetBody } from '@countersign/contracts/mail/bodies';
import { askPasswordReset, mailLink } from '@countersign/contracts/mail/endpoints';
import { MembersView } from '@countersign/contracts/people/views';
import { Db } from '../db/db';
import { MemberList } from '../members/member-list';
import { Handle, type Handled } from '../platform/handle';
import { AccessLinks } from './access-links';
import { PasswordResets } from './password-resets';

@Controller()
export class MailedLinksController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(AccessLinks) private readonly links: AccessLinks,
    @Inject(MemberList) private readonly members: MemberList,
    @Inject(PasswordResets) private readonly resets: PasswordResets,
  ) {}

  @Handle(mailLink, { view: MembersView })
  mail({ actor, params }: Handled<typeof mailLink>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.links.askByMail(tx, params);
      return this.members.run(tx, params.programId);
    });
  }

  @Handle(askPasswordReset, { body: PasswordResetBody })
  async ask({ body, request }: Handled<typeof askPasswordReset>): Promise<void> {
    await this.resets.ask(request, body.email);
  }
}

import { Controller, Inject } from '@nestjs/common';
import { PASSWORD_ALONE } from '@countersign/domain/password';
import { LinkSecretBody, UseLinkBody } from '@countersign/contracts/account/bodies';
import { acceptLink, makeLink, openLink, revokeLink } from '@countersign/contracts/account/endpoints';
import { NewLinkView, OpenLinkView } from '@countersign/contracts/account/views';
import { MembersView } from '@countersign/contracts/people/views';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { MemberList } from '../members/member-list';
import { Handle, type Handled } from '../platform/handle';
import { PasswordRules } from '../sessions/password-rules';
import { Throttle } from '../sessions/throttle';
import { AccessLinks } from './access-links';
import { placesOf } from './places';

/** Whoever holds a link is known to nobody before it is used. */
const holder = nameless('anonymous');

@Controller()
export class LinksController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(AccessLinks) private readonly links: AccessLinks,
    @Inject(MemberList) private readonly members: MemberList,
    @Inject(PasswordRules) private readonly rules: PasswordRules,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {}

  @Handle(makeLink, { view: NewLinkView })
  make({ actor, params }: Handled<typeof makeLink>): Promise<NewLinkView> {
    return this.db.write(actor, (tx) => this.links.make(tx, params));
  }

  @Handle(revokeLink, { view: MembersView })
  revoke({ actor, params }: Handled<typeof revokeLink>): Promise<MembersView> {
    return this.db.write(actor, async (tx) => {
      await this.links.revoke(tx, params);
      return this.members.run(tx, params.programId);
    });
  }

  @Handle(openLink, { body: LinkSecretBody, view: OpenLinkView })
  async open({ body, request }: Handled<typeof openLink>): Promise<OpenLinkView> {
    const begun = await this.throttle.begin({ request, name: body.secret, failures: 0 });
    return this.db.read(holder, async (view) => {
      const { link, person } = await this.links.find(view, body.secret);
      begun.right();
      const [programName = ''] = await placesOf(view, person.id);
      const { name, email } = person;
      return {
        purpose: link.purpose,
        name,
        email,
        programName,
        least: PASSWORD_ALONE,
        expiresAt: link.expiresAt,
      };
    });
  }

  @Handle(acceptLink, { body: UseLinkBody })
  async use({ body, request }: Handled<typeof acceptLink>): Promise<void> {
    const { secret, password, name } = body;
    const begun = await this.throttle.begin({ request, name: body.secret, failures: 0 });
    const known = await this.db.read(holder, async (view) => {
      const { person } = await this.links.find(view, secret);
      begun.right();
      return { name: name ?? person.name, email: person.email, places: await placesOf(view, person.id) };
    });
    const passwordHash = await this.rules.choose(password, known, false);
    await this.db.write(holder, (tx) => this.links.use(tx, secret, { passwordHash, name }));
  }
}

import { Controller, Inject } from '@nestjs/common';
import { DemoSignInBody } from '@countersign/contracts/sessions/bodies';
import { demoSignIn, readDemoPeople } from '@countersign/contracts/sessions/endpoints';
import { DemoPeopleView, SessionView } from '@countersign/contracts/sessions/views';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { deviceOf } from '../sessions/device';
import { SessionCookies } from '../sessions/session-cookies';
import { tokenId } from '../sessions/session-token';
import { Sessions } from '../sessions/sessions';
import { DemoDoor } from './demo-door';
import { DemoPasswords } from './demo-passwords';

@Controller()
export class DemoController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(DemoDoor) private readonly people: DemoDoor,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(DemoPasswords) private readonly passwords: DemoPasswords,
  ) {}

  @Handle(readDemoPeople, { view: DemoPeopleView })
  list({ actor, request }: Handled<typeof readDemoPeople>): Promise<DemoPeopleView> {
    return this.db.read(actor, (view) => this.people.list(view, request));
  }

  @Handle(demoSignIn, { body: DemoSignInBody, view: SessionView })
  async open({ body, request, response }: Handled<typeof demoSignIn>): Promise<SessionView> {
    const { personId } = body;
    const opening = { before: this.cookies.sessionOf(request), device: deviceOf(request) };
    const { token, view } = await this.db.write(nameless(personId), async (tx) => {
      const { people } = await this.people.list(tx, request);
      if (!people.some((person) => person.id === personId)) throw problem('access/not-found');
      await this.passwords.make(tx, personId);
      const opened = await this.sessions.open(tx, personId, opening);
      return { token: opened, view: await this.sessions.view(tx, tokenId(opened)) };
    });
    this.cookies.set(response, token);
    return view;
  }
}

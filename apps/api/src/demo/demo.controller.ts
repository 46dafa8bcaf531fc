import { Controller, Inject } from '@nestjs/common';
import { DemoSignInBody } from '@countersign/contracts/sessions/bodies';
import { demoSignIn, readDemoPeople } from '@countersign/contracts/sessions/endpoints';
import { DemoPeopleView, SessionView } from '@countersign/contracts/sessions/views';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { SessionCookies } from '../sessions/session-cookies';
import { tokenId } from '../sessions/session-token';
import { Sessions } from '../sessions/sessions';
import { DemoPeople } from './demo-people';

@Controller()
export class DemoController {
  constructor(
    @Inject(DemoPeople) private readonly people: DemoPeople,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Handle(readDemoPeople, { view: DemoPeopleView })
  list({ request }: Handled<typeof readDemoPeople>): Promise<DemoPeopleView> {
    return this.people.list(request);
  }

  @Handle(demoSignIn, { body: DemoSignInBody, view: SessionView })
  async open({ body, request, response }: Handled<typeof demoSignIn>): Promise<SessionView> {
    const { people } = await this.people.list(request);
    if (!people.some((person) => person.id === body.personId)) throw problem('access/not-found');
    const token = await this.sessions.begin(body.personId, this.cookies.sessionOf(request));
    this.cookies.set(response, token);
    return this.sessions.view(tokenId(token));
  }
}

import { Controller, Inject } from '@nestjs/common';
import { SignInBody } from '@countersign/contracts/sessions/bodies';
import { readSession, signIn, signOut } from '@countersign/contracts/sessions/endpoints';
import { SessionView } from '@countersign/contracts/sessions/views';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { authenticate } from './password-strategy';
import { SessionCookies } from './session-cookies';
import { tokenId } from './session-token';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

@Controller()
export class SessionsController {
  constructor(
    @Inject(SignIn) private readonly signInUseCase: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Handle(signIn, { body: SignInBody, view: SessionView })
  async signIn({ request, response }: Handled<typeof signIn>): Promise<SessionView> {
    const personId = await authenticate(request);
    const token = await this.signInUseCase.open(personId, this.cookies.sessionOf(request));
    this.cookies.set(response, token);
    return this.sessions.view(tokenId(token));
  }

  @Handle(readSession, { view: SessionView })
  async read({ request }: Handled<typeof readSession>): Promise<SessionView> {
    if (request.sessionId === undefined) throw problem('session/required');
    return this.sessions.view(request.sessionId);
  }

  @Handle(signOut, {})
  async signOut({ actor, request, response }: Handled<typeof signOut>): Promise<void> {
    if (request.sessionId !== undefined) await this.sessions.close(request.sessionId, actor.personId);
    this.cookies.clear(response);
  }
}

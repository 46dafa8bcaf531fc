import { Controller, Inject, Logger } from '@nestjs/common';
import { SignInBody } from '@countersign/contracts/sessions/bodies';
import { readSession, signIn, signOut } from '@countersign/contracts/sessions/endpoints';
import { SessionView } from '@countersign/contracts/sessions/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { anonymous, authenticate } from './password-strategy';
import { deviceOf } from './device';
import { SessionCookies } from './session-cookies';
import { tokenId } from './session-token';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

@Controller()
export class SessionsController {
  private readonly logger = new Logger('Sign-in');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SignIn) private readonly signingIn: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Handle(signIn, { body: SignInBody, view: SessionView })
  async signIn({ body, request, response }: Handled<typeof signIn>): Promise<SessionView> {
    const { personId, begun } = await authenticate(request);
    const { code } = body;
    const opening = { before: this.cookies.sessionOf(request), device: deviceOf(request), code };
    const opened = await this.db.write(anonymous, async (tx) => {
      const found = await this.signingIn.open(tx, personId, opening);
      return 'refused' in found
        ? found
        : { token: found.token, view: await this.sessions.view(tx, tokenId(found.token)) };
    });
    if ('refused' in opened) {
      this.logger.warn({ msg: 'A sign-in was refused', account: personId, why: opened.refused });
      if (opened.refused !== 'session/code-wrong') begun.right();
      throw problem(opened.refused);
    }
    begun.right();
    this.cookies.set(response, opened.token);
    return opened.view;
  }

  @Handle(readSession, { view: SessionView })
  async read({ actor, request }: Handled<typeof readSession>): Promise<SessionView> {
    const { sessionId } = request;
    if (sessionId === undefined) throw problem('session/required');
    return this.db.glance(actor, (view) => this.sessions.view(view, sessionId));
  }

  @Handle(signOut, {})
  async signOut({ actor, request, response }: Handled<typeof signOut>): Promise<void> {
    const { sessionId } = request;
    if (sessionId !== undefined) await this.db.write(actor, (tx) => this.sessions.close(tx, sessionId));
    this.cookies.clear(response);
  }
}

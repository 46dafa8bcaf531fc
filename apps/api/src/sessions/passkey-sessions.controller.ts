import { Controller, Inject } from '@nestjs/common';
import { PasskeyAnswerBody } from '@countersign/contracts/account/bodies';
import { askPasskey, passkeySignIn } from '@countersign/contracts/account/endpoints';
import { PasskeyQuestionView } from '@countersign/contracts/account/views';
import { SessionView } from '@countersign/contracts/sessions/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { deviceOf } from './device';
import { anonymous } from './password-strategy';
import { Passkeys } from './passkeys';
import { SessionCookies } from './session-cookies';
import { tokenId } from './session-token';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';

@Controller()
export class PasskeySessionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SignIn) private readonly signingIn: SignIn,
  ) {}

  @Handle(askPasskey, { view: PasskeyQuestionView })
  ask({ request }: Handled<typeof askPasskey>): Promise<PasskeyQuestionView> {
    return this.passkeys.askForAny(request);
  }

  @Handle(passkeySignIn, { body: PasskeyAnswerBody, view: SessionView })
  async open({ body, request, response }: Handled<typeof passkeySignIn>): Promise<SessionView> {
    const answer = await this.db.read(anonymous, (view) => this.passkeys.readAnswer(view, request, body));
    if (answer === null) throw problem('passkey/refused');
    const opening = { before: this.cookies.sessionOf(request), device: deviceOf(request) };
    const opened = await this.db.write(anonymous, async (tx) => {
      const token = await this.signingIn.openWithPasskey(tx, answer, opening);
      return token === null ? null : { token, view: await this.sessions.view(tx, tokenId(token)) };
    });
    if (opened === null) throw problem('passkey/refused');
    this.cookies.set(response, opened.token);
    return opened.view;
  }
}

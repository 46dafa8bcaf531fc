import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { Doorkeeper, type KnownSession, type SigningAnswer } from '../platform/gate';
import type { SignedRequest } from '../platform/handle';
import type { Proof } from '../platform/privacy';
import { problem, ProblemException } from '../platform/problem';
import { OwnPassword } from './own-password';
import { SessionCookies } from './session-cookies';
import { isWriteToken } from './session-token';
import { Sessions } from './sessions';
import { SigningQuestions } from './signing-questions';

/** Knows people by their session cookie, and by their password or a passkey where they sign. */
@Injectable()
export class SessionDoorkeeper extends Doorkeeper {
  private readonly logger = new Logger('Signature');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(OwnPassword) private readonly password: OwnPassword,
    @Inject(SigningQuestions) private readonly questions: SigningQuestions,
  ) {
    super();
  }

  async identify(
    request: SignedRequest,
    { isUse }: { readonly isUse: boolean },
  ): Promise<KnownSession | null> {
    const id = this.cookies.sessionOf(request);
    if (id === undefined) return null;
    const session = await this.db.glance(nameless('anonymous'), (view) => this.sessions.find(view, id));
    if (session?.isStale && isUse) await this.db.write(session.actor, (tx) => this.sessions.touch(tx, id));
    return session;
  }

  hasWriteToken(request: SignedRequest): boolean {
    const token = this.cookies.tokenOf(request);
    const candidate = this.cookies.writeTokenOf(request);
    return token !== undefined && candidate !== undefined && isWriteToken(token, candidate);
  }

  async prove(actor: Actor, password: string): Promise<Proof> {
    const held = await this.password.fits(actor, password);
    if (held !== null) return { method: 'password', secret: held.secret };
    this.logger.warn({ msg: 'A wrong password at a signature', account: actor.personId });
    throw problem('signature/password-wrong');
  }

  async proveByPasskey(request: SignedRequest, actor: Actor, answer: SigningAnswer): Promise<Proof> {
    try {
      return await this.questions.read(request, actor, answer);
    } catch (error) {
      const code = error instanceof ProblemException ? error.code : 'unexpected';
      this.logger.warn({ msg: 'A passkey did not fit a signature', account: actor.personId, code });
      throw error;
    }
  }
}

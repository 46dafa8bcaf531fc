import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@countersign/domain/access';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { Doorkeeper, type KnownSession } from '../platform/gate';
import type { SignedRequest } from '../platform/handle';
import type { Proof } from '../platform/privacy';
import { problem } from '../platform/problem';
import { Passwords } from './password';
import { SessionCookies } from './session-cookies';
import { isWriteToken } from './session-token';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Throttle } from './throttle';

/** Knows people by their session cookie, and by their password where they sign. */
@Injectable()
export class SessionDoorkeeper extends Doorkeeper {
  private readonly logger = new Logger('Signature');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Throttle) private readonly throttle: Throttle,
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

  /**
   * The hash is compared where no transaction is open, and a wrong try is counted in a write of its own, so that nothing
   * that is refused later takes the count back.
   */
  async prove(actor: Actor, password: string): Promise<Proof> {
    const { personId } = actor;
    const held = await this.db.glance(actor, (view) => this.signIn.passwordOf(view, personId));
    const begun = await this.throttle.begin({ name: personId, failures: held?.failures ?? 0 });
    if ((await this.passwords.fits(held?.secret ?? null, password)) && held !== null) {
      begun.right();
      return { method: 'password', secret: held.secret };
    }
    await this.db.write(actor, (tx) => this.signIn.countFailure(tx, personId));
    this.logger.warn({ msg: 'A wrong password at a signature', account: personId });
    throw problem('signature/password-wrong');
  }
}

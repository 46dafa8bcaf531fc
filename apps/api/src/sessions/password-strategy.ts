import { Inject, Injectable, Logger } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import type { SignedRequest } from '../platform/handle';
import { problem } from '../platform/problem';
import { Passwords } from './password';
import { SignIn } from './sign-in';
import { Throttle, type BegunTry } from './throttle';

/** Who tries to sign in is known to nobody; the person whose account it is has done nothing. */
export const anonymous = nameless('anonymous');

/** Whose the e-mail and the password are. */
export interface RightPassword {
  readonly personId: string;
  readonly begun: BegunTry;
}

/** Passport's local strategy: e-mail and password in the body. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  private readonly logger = new Logger('Sign-in');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(Throttle) private readonly throttle: Throttle,
  ) {
    super({ usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /**
   * Called by passport with the two fields; answers the person whose they are, and the try, which
   * is right once the second factor is. Every refusal is the same
   * answer after the same wait and the same work: one read, one hash, one transaction.
   */
  async validate(request: Request, email: string, password: string): Promise<RightPassword> {
    const account = await this.db.glance(anonymous, (view) => this.signIn.account(view, email));
    const begun = await this.throttle.begin({ request, name: email, failures: account?.failures ?? 0 });
    const fits = await this.passwords.fits(account?.secret ?? null, password);
    if (account && fits) return { personId: account.personId, begun };
    await this.db.write(anonymous, (tx) => this.signIn.countFailure(tx, account?.personId));
    if (!account) this.throttle.countUnknown();
    // What was typed is not told: it may be a password in the wrong field.
    this.logger.warn({ msg: 'A sign-in failed', account: account?.personId ?? 'unknown' });
    throw problem('session/wrong-credentials');
  }
}

/** Runs the strategy on a request whose body was already checked. */
export function authenticate(request: SignedRequest): Promise<RightPassword> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, found: unknown): void => {
      if (error) reject(error instanceof Error ? error : problem('session/wrong-credentials'));
      else if (found) resolve(found as RightPassword);
      else reject(problem('session/wrong-credentials'));
    };
    const middleware = passport.authenticate('password', { session: false }, done) as (
      request: SignedRequest,
      response: unknown,
      next: (error?: unknown) => void,
    ) => void;
    middleware(request, undefined, (error) =>
      reject(error instanceof Error ? error : problem('server/unexpected')),
    );
  });
}

import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { Strategy } from 'passport-local';
import type { SignedRequest } from '../platform/handle';
import { problem } from '../platform/problem';
import { SignIn } from './sign-in';

/** Passport's local strategy: e-mail and password in the body. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(@Inject(SignIn) private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  /** Called by passport with the two fields; answers the person's id. */
  validate(email: string, password: string): Promise<string> {
    return this.signIn.check(email, password);
  }
}

/** Runs the strategy on a request whose body was already checked, and answers the person's id. */
export function authenticate(request: SignedRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, personId: unknown): void => {
      if (error) reject(error instanceof Error ? error : problem('session/wrong-credentials'));
      else if (typeof personId === 'string') resolve(personId);
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

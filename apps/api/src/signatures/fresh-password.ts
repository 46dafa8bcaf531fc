import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import { problem, ProblemException } from '../platform/problem';
import { SignIn } from '../sessions/sign-in';

/**
 * That whoever signs proved who they are in this very request. The gate has compared the password before the command
 * opened (its endpoint says `signs`); here, under the lock of the credential, it is made sure that this still holds.
 */
@Injectable()
export class FreshPassword {
  constructor(@Inject(SignIn) private readonly signIn: SignIn) {}

  /**
   * The first thing that a command that signs does; nobody signs with an account that is closed, whose password
   * changed meanwhile, or was set anew by somebody else's link within a day.
   * @throws ProblemException `signature/authentication-required`, `signature/after-reset`
   */
  async check(tx: Tx): Promise<void> {
    const { proof, actor } = tx;
    if (proof === undefined) throw problem('signature/authentication-required');
    const obstacle = await this.signIn.stillFits(tx, actor.personId, proof.secret);
    if (obstacle?.why === 'after-reset')
      throw new ProblemException('signature/after-reset', [], {
        until: new Date(obstacle.until).toISOString(),
      });
    if (obstacle !== null) throw problem('signature/authentication-required');
  }
}

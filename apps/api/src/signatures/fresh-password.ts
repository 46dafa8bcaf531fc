import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import { problem } from '../platform/problem';
import { SignIn } from '../sessions/sign-in';

/**
 * That whoever signs proved who they are in this very request. The gate has compared the password before the command
 * opened (its endpoint says `signs`); here, under the lock of the credential, it is made sure that this still holds.
 */
@Injectable()
export class FreshPassword {
  constructor(@Inject(SignIn) private readonly signIn: SignIn) {}

  /**
   * The first thing that a command that signs does; nobody signs with an account that is locked or disabled, or whose
   * password changed meanwhile.
   * @throws ProblemException `signature/authentication-required`, `signature/locked`
   */
  async check(tx: Tx): Promise<void> {
    const { proof, actor } = tx;
    if (proof === undefined) throw problem('signature/authentication-required');
    const obstacle = await this.signIn.stillFits(tx, actor.personId, proof.secret);
    if (obstacle === 'unknown') throw problem('signature/authentication-required');
    if (obstacle !== null) throw problem('signature/locked');
  }
}

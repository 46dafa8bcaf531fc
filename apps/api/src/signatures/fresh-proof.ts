import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import type { Proof } from '../platform/privacy';
import { afterReset, problem } from '../platform/problem';
import { endRest } from '../sessions/rests';
import { SignIn, type Obstacle } from '../sessions/sign-in';
import { SigningQuestions } from '../sessions/signing-questions';

/**
 * That whoever signs proved who they are in this very request. The gate has compared the password, or checked what a passkey
 * answered, before the command opened (its endpoint says `signs`); here, under the lock of the credential, it is made sure
 * that this still holds, and an answer of a passkey is used up.
 */
@Injectable()
export class FreshProof {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(SigningQuestions) private readonly questions: SigningQuestions,
  ) {}

  /**
   * The first thing that a command that signs does; nobody signs with an account that is closed, whose password
   * changed meanwhile, or whom somebody else let in anew within a day, unless by a passkey from before.
   * @throws ProblemException `signature/authentication-required`, `signature/after-reset`, `signature/passkey-…`
   */
  async check(tx: Tx): Promise<void> {
    const { proof } = tx;
    if (proof === undefined) throw problem('signature/authentication-required');
    const obstacle = await this.obstacleTo(tx, proof);
    if (obstacle?.why === 'after-reset') throw afterReset(obstacle.until);
    if (obstacle !== null) throw problem('signature/authentication-required');
  }

  private async obstacleTo(tx: Tx, proof: Proof): Promise<Obstacle | null> {
    const { personId } = tx.actor;
    if (proof.method === 'password') return this.signIn.stillFits(tx, personId, proof.secret);
    await this.questions.take(tx, proof);
    await endRest(tx, personId, proof.since);
    return this.signIn.inTheWay(tx, personId);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../db/context';
import type { Proof } from '../platform/privacy';
import { problem, ProblemException } from '../platform/problem';
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
   * changed meanwhile, or was set anew by somebody else's link within a day.
   * @throws ProblemException `signature/authentication-required`, `signature/after-reset`, `signature/passkey-…`
   */
  async check(tx: Tx): Promise<void> {
    const { proof } = tx;
    if (proof === undefined) throw problem('signature/authentication-required');
    const obstacle = await this.obstacleTo(tx, proof);
    if (obstacle?.why === 'after-reset')
      throw new ProblemException('signature/after-reset', [], {
        until: new Date(obstacle.until).toISOString(),
      });
    if (obstacle !== null) throw problem('signature/authentication-required');
    if (proof.method === 'passkey') await this.questions.take(tx, proof);
  }

  private obstacleTo(tx: Tx, proof: Proof): Promise<Obstacle | null> {
    const { personId } = tx.actor;
    return proof.method === 'password'
      ? this.signIn.stillFits(tx, personId, proof.secret)
      : this.signIn.inTheWay(tx, personId);
  }
}

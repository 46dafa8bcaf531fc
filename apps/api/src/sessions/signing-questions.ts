import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { IsNull, LessThan } from 'typeorm';
import type { Actor } from '@countersign/domain/access';
import { canonicalJson } from '@countersign/domain/ledger';
import { signedActJson, signingChallengeJson, type SignedAct } from '@countersign/domain/signing';
import type { SigningQuestionView } from '@countersign/contracts/signatures/views';
import { atOrBefore } from '../db/columns';
import { nameless, type Reading, type Tx } from '../db/context';
import { Db } from '../db/db';
import { digestOf, newSalt, sha256 } from '../db/salt';
import type { SigningAnswer } from '../platform/gate';
import type { PasskeyProof } from '../platform/privacy';
import { problem } from '../platform/problem';
import { PasskeyRow } from './passkey.row';
import { Passkeys, readAssertion, readResponse } from './passkeys';
import { SigningQuestionRow } from './signing-question.row';

/** How long a question may be answered. */
const ANSWER_MS = 5 * 60_000;

/**
 * Asks passkeys for signatures: each question is for one act of one person, and its answer is used up with the signature. The
 * challenge is the digest of the act with what makes the question this one, so that the device signs what is signed.
 */
@Injectable()
export class SigningQuestions {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
  ) {}

  /** Asks whoever signs for an own passkey. @throws ProblemException `signature/no-passkey` */
  async ask(tx: Tx, request: Request, actDigest: string): Promise<SigningQuestionView> {
    const { personId } = tx.actor;
    const known = await this.passkeys.of(tx, personId);
    if (known.length === 0) throw problem('signature/no-passkey');
    // Those before that nobody can answer any more go with the next one.
    await tx.remove(SigningQuestionRow, { personId, askedAt: atOrBefore(tx.now - ANSWER_MS) });
    const asked = { personId, actDigest, nonce: newSalt(), askedAt: tx.now };
    const id = tx.newId();
    await tx.insert(SigningQuestionRow, { id, ...asked, usedAt: null });
    return { id, options: await this.passkeys.askFor(request, known, challengeOf(asked)) };
  }

  /**
   * Checks an answer, before the command that it is for opens. Whether it is the first one is not asked here: the same
   * request sent again, because its answer was lost, is answered as the first time.
   * @throws ProblemException `signature/passkey-…`
   */
  async read(request: Request, { personId }: Actor, answer: SigningAnswer): Promise<PasskeyProof> {
    const { questionId, response } = answer;
    const { question, passkey, read } = await this.db.glance(nameless('anonymous'), (view) =>
      this.look(view, personId, answer),
    );
    const act = canonicalActOf(answer.act);
    if (act === null || digestOf(act) !== question.actDigest) throw problem('signature/passkey-other-act');
    if (read === null) throw problem('signature/passkey-refused');
    if (passkey === null) throw problem('signature/passkey-unknown');
    const { id: passkeyId, credentialId, publicKey } = passkey;
    const { origin, id: rpId } = this.passkeys.party(request);
    const expectedChallenge = Buffer.from(challengeOf(question)).toString('base64url');
    // Verification is looked at by itself, to say so; the counter where nothing can come between the look and the change.
    const found = await readAssertion({ ...passkey, counter: 0 }, read, {
      ...{ expectedChallenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: false },
    });
    if (found === null) throw problem('signature/passkey-refused');
    if (!found.isVerified) throw problem('signature/passkey-unverified');
    const { nonce, askedAt } = question;
    const kept = { act, nonce, askedAt, credentialId, publicKey, origin, response };
    return {
      method: 'passkey',
      passkeyId,
      since: passkey.createdAt,
      questionId,
      counter: found.counter,
      kept,
    };
  }

  /**
   * Uses an answer up, in the transaction of the signature: of two at once one wins.
   * @throws ProblemException `signature/passkey-used`, `signature/passkey-unknown` where it was taken away meanwhile,
   * `signature/passkey-copied` where it counts backward
   */
  async take(tx: Tx, { questionId: id, passkeyId, counter }: PasskeyProof): Promise<void> {
    const { personId } = tx.actor;
    const unused = { id, personId, usedAt: IsNull() };
    if ((await tx.update(SigningQuestionRow, unused, { usedAt: tx.now })) !== 1)
      throw problem('signature/passkey-used');
    await tx.hold(PasskeyRow, { id: passkeyId });
    const isThere = await tx.manager.existsBy(PasskeyRow, { id: passkeyId, personId });
    if (!isThere) throw problem('signature/passkey-unknown');
    const key = { id: passkeyId, personId };
    // Many authenticators do not count: theirs stays 0.
    const rising = counter === 0 ? { ...key, counter } : { ...key, counter: LessThan(counter) };
    if (!(await tx.manager.existsBy(PasskeyRow, rising))) throw problem('signature/passkey-copied');
    await tx.update(PasskeyRow, { id: passkeyId }, { counter, lastUsedAt: tx.now });
  }

  private async look(view: Reading, personId: string, { questionId: id, response }: SigningAnswer) {
    const question = await view.manager.findOneBy(SigningQuestionRow, { id, personId });
    if (question === null || view.now - question.askedAt >= ANSWER_MS)
      throw problem('signature/passkey-over');
    const read = await readResponse(response);
    const passkey = read && (await view.manager.findOneBy(PasskeyRow, { credentialId: read.id, personId }));
    return { question, read, passkey };
  }
}

/** What the device signs for a question. */
export function challengeOf(
  question: Pick<SigningQuestionRow, 'actDigest' | 'personId' | 'nonce' | 'askedAt'>,
): Uint8Array<ArrayBuffer> {
  const { actDigest, personId, nonce, askedAt } = question;
  const text = canonicalJson(signingChallengeJson({ actDigest, personId, nonce, askedAt }));
  return new Uint8Array(sha256(Buffer.from(text)));
}

/** The act as it was digested; null for one that has no canonical form. */
function canonicalActOf(act: SignedAct): string | null {
  try {
    return canonicalJson(signedActJson(act));
  } catch {
    return null;
  }
}

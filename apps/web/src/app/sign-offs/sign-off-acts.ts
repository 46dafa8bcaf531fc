import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { v7 as uuidv7 } from 'uuid';
import type { DeclineBody } from '@countersign/contracts/sign-offs/bodies';
import {
  declineSignOff,
  keepSignOff,
  reinstateSignOff,
  renewSignOff,
  revokeSignOff,
  signSignOff,
  suspendSignOff,
  withdrawSignOff,
} from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { SignOffsWaiting } from './sign-offs-waiting';
import type { Signing } from './signing-panel';

/** What can be done with a sign-off, one act at a time. Each resolves with the sign-off after it, undefined when refused. */
@Injectable()
export class SignOffActs {
  readonly #api = inject(ProgramApi);
  readonly #router = inject(Router);
  readonly #waiting = inject(SignOffsWaiting);

  readonly sending = new Sending();
  /** Made once for a visit: sent twice, because an answer was lost, it is one signature. */
  #signatureId = uuidv7();

  async sign(signOffId: string, digest: string, signing: Signing): Promise<SignOffView | undefined> {
    const { signer, ...said } = signing;
    const body = { ...said, id: this.#signatureId, digest };
    const signed = await this.#send(() => signer.sign(signSignOff, { params: { signOffId }, body }));
    if (signed) this.#signatureId = uuidv7();
    return signed;
  }

  decline(signOffId: string, body: DeclineBody): Promise<SignOffView | undefined> {
    return this.#send(() => this.#api.call(declineSignOff, { params: { signOffId }, body }));
  }

  withdraw(signOffId: string): Promise<SignOffView | undefined> {
    return this.#send(() => this.#api.call(withdrawSignOff, { params: { signOffId } }));
  }

  reinstate(signOffId: string): Promise<SignOffView | undefined> {
    return this.#send(() => this.#api.call(reinstateSignOff, { params: { signOffId } }));
  }

  /** Keeps, suspends or revokes, with the reason. */
  decide(
    kind: 'keep' | 'suspend' | 'revoke',
    signOffId: string,
    text: string,
  ): Promise<SignOffView | undefined> {
    const endpoint = { keep: keepSignOff, suspend: suspendSignOff, revoke: revokeSignOff }[kind];
    return this.#send(() => this.#api.call(endpoint, { params: { signOffId }, body: { text } }));
  }

  /** Asks for new signatures and goes to where they are given. */
  async renew(signOffId: string, reason: string): Promise<SignOffView | undefined> {
    const body = { id: uuidv7(), ...(reason === '' ? {} : { reason }) };
    const asked = await this.#send(() => this.#api.call(renewSignOff, { params: { signOffId }, body }));
    if (asked) await this.#router.navigate(['/sign-offs', asked.id]);
    return asked;
  }

  async #send(call: () => Promise<SignOffView>): Promise<SignOffView | undefined> {
    const after = await this.sending.send(call);
    if (after) this.#waiting.read.reload();
    return after;
  }
}

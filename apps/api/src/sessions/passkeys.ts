import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Request } from 'express';
import { IsNull } from 'typeorm';
import { atOrBefore } from '../db/columns';
import type { Reading, Tx } from '../db/context';
import type { PersonRow } from '../people/person.row';
import { Clock } from '../platform/clock';
import type { Settings } from '../platform/settings';
import { SETTINGS } from '../platform/settings-token';
import { PasskeyRow } from './passkey.row';
import { Seals } from './seals';

/** How long a challenge may be answered. */
const ANSWER_MS = 5 * 60_000;
/** EdDSA, ES256 and RS256 (COSE): what devices of today make. */
const ALGORITHMS = [-8, -7, -257];
/** Names what is sealed, so that nothing else opens as a challenge. */
const SEALED_AS = 'webauthn challenge';

/** What a browser is asked, and what it sends back with its answer: the challenge, sealed, so that no row keeps it. */
export interface Asked {
  /** Options of WebAuthn as JSON. */
  readonly options: string;
  readonly state: string;
}

/** An answer of a browser. */
export interface Answer {
  readonly state: string;
  /** Response of WebAuthn as JSON. */
  readonly response: string;
}

/** A passkey whose answer was right. */
export interface RightAnswer {
  readonly passkey: PasskeyRow;
  readonly counter: number;
  /** When the challenge was made. */
  readonly askedAt: number;
}

interface Challenge {
  readonly challenge: string;
  /** Whose passkey is added; null at a sign-in. */
  readonly personId: string | null;
  readonly at: number;
}

/** Read when the first passkey is asked for: most servers start without. */
function webauthn(): Promise<typeof import('@simplewebauthn/server')> {
  return import('@simplewebauthn/server');
}

/** Asks browsers for passkeys and checks what they answer; user verification is required, so that one is two factors. */
@Injectable()
export class Passkeys {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Seals) private readonly seals: Seals,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicOrigin'>,
  ) {}

  /** The passkeys of a person, the newest first. */
  of({ manager }: Reading, personId: string): Promise<PasskeyRow[]> {
    return manager.find(PasskeyRow, { where: { personId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Asks for a new passkey, on no device that has one already. */
  async askForNew(request: Request, person: PersonRow, known: readonly PasskeyRow[]): Promise<Asked> {
    const { generateRegistrationOptions } = await webauthn();
    const options = await generateRegistrationOptions({
      ...{ rpName: 'Countersign', rpID: this.party(request).id },
      ...{ userName: person.email, userDisplayName: person.name, userID: Buffer.from(person.id) },
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return this.asked(options, person.id);
  }

  /** Asks one of these passkeys of this place to answer a challenge. @returns options of WebAuthn as JSON */
  async askFor(
    request: Request,
    known: readonly PasskeyRow[],
    challenge: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({
      ...{ rpID: this.party(request).id, userVerification: 'required', challenge },
      allowCredentials: known.map(({ credentialId: id }) => ({ id })),
    });
    return JSON.stringify(options);
  }

  /** Asks for any passkey of this place. */
  async askForAny(request: Request): Promise<Asked> {
    const { generateAuthenticationOptions } = await webauthn();
    const rpID = this.party(request).id;
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
    return this.asked(options, null);
  }

  /** What a new passkey is; null for an answer that does not fit what was asked. */
  async readNew(
    request: Request,
    personId: string,
    { state, response }: Answer,
  ): Promise<Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter'> | null> {
    const asked = this.challengeOf(state);
    if (asked?.personId !== personId) return null;
    const { verifyRegistrationResponse } = await webauthn();
    const found = await quietly(() =>
      verifyRegistrationResponse({
        response: JSON.parse(response) as RegistrationResponseJSON,
        supportedAlgorithmIDs: ALGORITHMS,
        ...this.expected(request, asked),
      }),
    );
    if (!found?.verified) return null;
    const { id, publicKey, counter } = found.registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  }

  /** Whose passkey answered; null for one that is not known or does not fit. */
  async readAnswer(
    view: Reading,
    request: Request,
    { state, response }: Answer,
  ): Promise<RightAnswer | null> {
    const asked = this.challengeOf(state);
    if (asked === null || asked.personId !== null) return null;
    const read = await readResponse(response);
    if (read === null) return null;
    const passkey = await view.manager.findOneBy(PasskeyRow, { credentialId: read.id });
    if (!passkey) return null;
    const found = await readAssertion(passkey, read, this.expected(request, asked));
    return found && { passkey, counter: found.counter, askedAt: asked.at };
  }

  /** Uses an answer up: of several at once one wins, and none of before is taken again. */
  async take(tx: Tx, { passkey, counter, askedAt }: RightAnswer): Promise<boolean> {
    const unused = [IsNull(), atOrBefore(askedAt - 1)].map((challengeAt) => ({
      id: passkey.id,
      challengeAt,
    }));
    const set = { challengeAt: askedAt, counter, lastUsedAt: tx.now };
    return (await tx.update(PasskeyRow, unused, set)) === 1;
  }

  private asked(options: { readonly challenge: string }, personId: string | null): Asked {
    const challenge: Challenge = { challenge: options.challenge, personId, at: this.clock.now() };
    return { options: JSON.stringify(options), state: this.seals.seal(JSON.stringify(challenge), SEALED_AS) };
  }

  private challengeOf(state: string): Challenge | null {
    try {
      const asked = JSON.parse(this.seals.open(state, SEALED_AS)) as Challenge;
      return this.clock.now() - asked.at < ANSWER_MS ? asked : null;
    } catch {
      // Not sealed by us.
      return null;
    }
  }

  private expected(request: Request, { challenge }: Challenge): Expected & { requireUserVerification: true } {
    const { id, origin } = this.party(request);
    return {
      ...{ expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id },
      requireUserVerification: true,
    };
  }

  /** To which place a passkey belongs: the public address, or the host that was asked where none is set. */
  party(request: Request): { readonly id: string; readonly origin: string } {
    const origin = this.settings.publicOrigin ?? `http://${request.header('host') ?? 'localhost'}`;
    return { origin, id: new URL(origin).hostname };
  }
}

/** What an assertion must be about. */
interface Expected {
  readonly expectedChallenge: string;
  readonly expectedOrigin: string;
  readonly expectedRPID: string;
  readonly requireUserVerification: boolean;
}

/** Reads the response to a question for a passkey; null for what is none. Nothing of it is checked yet. */
export async function readResponse(response: string): Promise<AuthenticationResponseJSON | null> {
  const read = await quietly(() => Promise.resolve(JSON.parse(response) as AuthenticationResponseJSON));
  return typeof read?.id === 'string' ? read : null;
}

/**
 * Checks what a passkey answered; null where it does not fit.
 * @param passkey one whose `counter` is 0 is not asked whether it counts backward
 */
export async function readAssertion(
  { credentialId: id, publicKey, counter }: Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter'>,
  response: AuthenticationResponseJSON,
  expected: Expected,
): Promise<{ readonly counter: number; readonly isVerified: boolean } | null> {
  const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter };
  const { verifyAuthenticationResponse } = await webauthn();
  const found = await quietly(() => verifyAuthenticationResponse({ response, credential, ...expected }));
  if (!found?.verified) return null;
  const { newCounter, userVerified } = found.authenticationInfo;
  return { counter: newCounter, isVerified: userVerified };
}

/** What a check says; null where it throws: an answer that cannot be read is a wrong one. */
async function quietly<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}

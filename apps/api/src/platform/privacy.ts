import type { Actor } from '@countersign/domain/access';
import { isDeclaredProse, proseIn, type Written } from '@countersign/contracts/prose';
import { checkProse, type IdentifierKind } from '@countersign/domain/phi';
import type { Act } from './act';
import { ProblemException } from './problem';

/** Texts of a request of which the writer said that they are about no patient, with what the guard had warned of. */
export type Declared = ReadonlyMap<string, readonly IdentifierKind[]>;

/**
 * That somebody proved a moment ago who they are: by a password, which fitted this hash, or by a passkey. The command that
 * signs looks again, under the lock of the credential, whether it still stands.
 */
export type Proof = PasswordProof | PasskeyProof;

interface PasswordProof {
  readonly method: 'password';
  /** The stored hash that the password fitted. */
  readonly secret: string;
}

/** An answer of a passkey that is right for this act; whether it is the first one is seen where it is used up. */
export interface PasskeyProof {
  readonly method: 'passkey';
  readonly passkeyId: string;
  /** When it was added to the account. */
  readonly since: number;
  /** How often the authenticator says that it was used. */
  readonly counter: number;
  /** The question that it answers. */
  readonly questionId: string;
  /** What is kept with the signature, so that it can be checked again. */
  readonly kept: {
    /** Canonical JSON of the act. */
    readonly act: string;
    readonly nonce: string;
    readonly askedAt: number;
    readonly credentialId: string;
    readonly publicKey: string;
    readonly origin: string;
    readonly response: string;
  };
}

/** Who acts, what they said of the texts of their request, and that they proved who they are where they sign. */
export interface Writer extends Actor {
  readonly declared?: Declared;
  readonly proof?: Proof;
  /** What names the request; undefined where the server acts by itself. */
  readonly act?: Act;
}

/**
 * Lets the privacy guard read every prose of a body, before any of it goes further.
 * @throws ProblemException `privacy/identifies` or `privacy/may-identify`, with a JSON pointer and the words per field
 */
export function passGuard(body: object & { readonly noPatient?: readonly string[] }): Declared {
  return passTexts(proseIn(body, isDeclaredProse), body);
}

/**
 * Lets the privacy guard read texts of a body whose form no class declares.
 * @throws ProblemException as {@link passGuard}
 */
export function passTexts(
  texts: readonly Written[],
  body: { readonly noPatient?: readonly string[] },
): Declared {
  const noPatient = new Set(body.noPatient);
  const checked = texts.map(({ pointer, text }) => ({
    text,
    ...checkProse(text, pointer, noPatient),
  }));
  const refusals = checked.flatMap((one) => one.refusals);
  const worst = refusals.find(({ code }) => code === 'privacy/identifies') ?? refusals[0];
  if (worst)
    throw new ProblemException(
      worst.code,
      refusals.map(({ code, field, detail }) => ({ pointer: field ?? '', code, detail })),
    );
  return new Map(
    checked.filter(({ declared }) => declared.length > 0).map(({ text, declared }) => [text, declared]),
  );
}

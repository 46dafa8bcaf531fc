import type { JsonObject } from '../ledger';

/** An act of signing as it goes to the server: where it is sent, and what is sent. */
export interface SignedAct {
  /** Path of the route under `/api`, with `:name` parameters. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The body, of which what proves the signer is left out. */
  readonly body: object;
}

/**
 * What a passkey signs where it stands in for the password: the whole act as plain JSON, so that an answer of the passkey
 * is good for this act and for no other one, nor for the same one about another document. Both ends make it.
 */
export function signedActJson({ path, params, body }: SignedAct): JsonObject {
  // What has no value does not travel.
  const { password: _password, passkey: _passkey, ...said } = JSON.parse(JSON.stringify(body)) as JsonObject;
  const to = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return { kind: 'signed-act', format: 1, to, said };
}

/** What makes a challenge of WebAuthn out of an act. */
export interface SigningChallenge {
  /** Hex SHA-256 of the canonical form of the act. */
  readonly actDigest: string;
  /** Who is asked; nobody else's answer is taken. */
  readonly personId: string;
  /** 16 random bytes in hex. */
  readonly nonce: string;
  /** UTC instant, ms. */
  readonly askedAt: number;
}

/** A challenge as plain JSON; the SHA-256 of its canonical bytes is what the device signs. */
export function signingChallengeJson({ actDigest, personId, nonce, askedAt }: SigningChallenge): JsonObject {
  return { kind: 'signing-challenge', format: 1, actDigest, personId, nonce, askedAt };
}

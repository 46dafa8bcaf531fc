import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { audienceOf } from '@countersign/domain/access';
import { ACT_HEADER, ACT_KEY, type Endpoint } from '@countersign/contracts/endpoint';
import { problem } from './problem';

/** What names an act of a person, so that asking again never does it twice. */
export interface Act {
  readonly key: string;
  /** The program that the address names; null where it names none. */
  readonly programId: string | null;
  /** SHA-256, in hex, of what was asked: the address, the precondition and the body without its password. */
  readonly digest: string;
}

/** Whether requests to an endpoint must carry a key: whatever a person with a session writes, save where a secret travels. */
export function isAct({ method, action, secret }: Endpoint): boolean {
  return method !== 'GET' && audienceOf(action) !== 'anyone' && secret === undefined;
}

const form = new RegExp(ACT_KEY);

/** @throws ProblemException `request/missing-key` where the header is absent or has another form */
export function keyOf(request: Request): string {
  const key = request.header(ACT_HEADER) ?? '';
  if (!form.test(key)) throw problem('request/missing-key');
  return key;
}

/**
 * What names a request with this key.
 * @param given the body, once its form was checked: one that is nested without end would not be written as JSON
 */
export function actOf(request: Request, key: string, given: object | undefined): Act {
  const { method, originalUrl } = request;
  const { programId } = request.params;
  // A digest of a password would let whoever reads the table guess it.
  const body: unknown = { ...given, password: undefined };
  const asked = JSON.stringify([method, originalUrl, request.header('if-match') ?? null, body]);
  return {
    key,
    programId: typeof programId === 'string' ? programId : null,
    digest: createHash('sha256').update(asked).digest('hex'),
  };
}

import { randomUUID } from 'node:crypto';
import { ACT_HEADER } from '@countersign/contracts/endpoint';
import type { Sent } from './requests';

/** A person of the demo who is signed in, as a browser would be. */
export interface Visitor {
  readonly personId: string;
  readonly programId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As the demo tells it to its own; empty in a release that did not. */
  readonly password: string;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Sends one request of somebody, below the program. Throws with what was answered when it was refused. */
export async function ask<T>(origin: string, visitor: Visitor, sent: Sent): Promise<T> {
  const { path, ...init } = wired(sent, visitor);
  const reply = await fetch(`${origin}${path}`, init);
  const body = await reply.text();
  if (!reply.ok) throw new Error(`${sent.method} ${path}: ${reply.status} ${body.slice(0, 500)}`);
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

/** A request as it goes over the wire, with the key of its act. */
export function wired({ method, path, headers, body }: Sent, visitor: Visitor) {
  return {
    method,
    path: `/api/programs/${visitor.programId}${path}`,
    headers: {
      ...visitor.headers,
      ...(method === 'GET' ? {} : { [ACT_HEADER.toLowerCase()]: randomUUID() }),
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** Signs one of the demo's people in. */
export async function signIn(origin: string, name: string): Promise<Visitor> {
  const { people } = (await (await fetch(`${origin}/api/demo-people`)).json()) as { people: Person[] };
  const personId = people.find((person) => person.name === name)?.id;
  const reply = await fetch(`${origin}/api/demo-session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ personId }),
  });
  if (personId === undefined || reply.status !== 201) throw new Error(`${name} could not be signed in`);
  const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const token = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.split('=')[1] ?? '';
  const { roles, demoPassword: password = '' } = (await reply.json()) as {
    roles: { programId: string }[];
    demoPassword?: string;
  };
  return {
    ...{ personId, password },
    programId: roles[0]?.programId ?? '',
    headers: {
      cookie: cookies.join('; '),
      'x-xsrf-token': token,
      'x-person': personId,
      'sec-fetch-site': 'same-origin',
    },
  };
}

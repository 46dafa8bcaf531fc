/** A person of the demo who is signed in, as a browser would be. */
export interface Visitor {
  readonly personId: string;
  readonly programId: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Person {
  readonly id: string;
  readonly name: string;
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
  const { roles } = (await reply.json()) as { roles: { programId: string }[] };
  return {
    personId,
    programId: roles[0]?.programId ?? '',
    headers: {
      cookie: cookies.join('; '),
      'x-xsrf-token': token,
      'x-person': personId,
      'sec-fetch-site': 'same-origin',
    },
  };
}

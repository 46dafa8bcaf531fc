import type { Problem } from '@countersign/contracts/problems';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, tfesi } from '../testing/test-program';

describe('A body that nobody’s form sends', () => {
  const here = programUnderTest('hostile', 'fellow', 'supervisor', 'director');

  const logged = (text: string) => here.fellow.post<Problem>(here.entries, { body: text });
  const entry = (change: object) => JSON.stringify({ ...entryBody(here.program), ...change });
  const raw = (text: string, headers: Record<string, string>) =>
    fetch(`${here.server.origin}/api/session`, { method: 'POST', body: text, headers });

  it('is answered with its first few places, in few bytes', async () => {
    const keys = Array.from({ length: 6000 }, (_, n) => [`unknown-${n}`, 'x'.repeat(20)]);
    for (const body of [
      Object.fromEntries(keys) as object,
      { procedures: Array.from({ length: 50_000 }, () => null) },
      { procedures: Array.from({ length: 250 }, () => ({ wrong: 1 })) },
    ]) {
      const reply = await logged(JSON.stringify(body));
      expect([reply.status, reply.body.code]).toEqual([400, 'request/invalid']);
      expect(reply.body.errors?.length).toBeLessThanOrEqual(20);
      expect(JSON.stringify(reply.body).length).toBeLessThan(5000);
    }
  });

  it('may be as large as the largest of its route, and no larger', async () => {
    const signIn = (bytes: number) =>
      here.server.client().post<Problem>('/session', {
        body: JSON.stringify({ email: 'a@example.org', password: 'x' }).padEnd(bytes, ' '),
      });
    expect((await signIn(1025)).body.code).toBe('request/too-large');
    expect((await signIn(1024)).body.code).not.toBe('request/too-large');
    const most = Array.from({ length: 12 }, () =>
      tfesi({
        levels: Array.from({ length: 60 }, () => ({ level: 'L'.repeat(64), side: 'left' as const })),
        details: Array.from({ length: 60 }, () => ({
          id: 'd'.repeat(64),
          value: 'v'.repeat(64),
          level: 'L5',
        })),
      }),
    );
    expect((await logged(entry({ procedures: most }))).body.code).toBe('request/invalid');
    expect((await logged('{}'.padEnd(256 * 1024 + 1, ' '))).status).toBe(413);
    // What is larger still is not read to its end, and its connection is not kept.
    const huge = await here.fellow.post<Problem>('/nowhere', { body: '{}'.padEnd(300_000, ' ') });
    expect([huge.status, huge.headers.get('connection')]).toEqual([413, 'close']);
    expect((await here.fellow.post<Problem>('/nowhere', { body: '{}'.padEnd(17_000, ' ') })).status).toBe(
      413,
    );
  });

  it('never ends in an unexpected error', async () => {
    const deep = '['.repeat(2000) + ']'.repeat(2000);
    const texts = ['\\u0000', '\\ud800', 'a\\u202egpj.exe', '\\u001b[2J'];
    const bodies: readonly (readonly [text: string, pointer: string, code: string])[] = [
      [entry({ procedures: [[]] }), '/procedures/0', 'request/wrong-type'],
      [entry({ procedures: {} }), '/procedures', 'request/wrong-type'],
      [entry({ constructor: 1 }), '/constructor', 'request/unknown-field'],
      [entry({}).replace('{', '{"__proto__":{"then":"keep"},'), '/__proto__', 'request/unknown-field'],
      [entry({ toString: 'x' }), '/toString', 'request/unknown-field'],
      [entry({ id: { constructor: 1 } }), '/id/constructor', 'request/unknown-field'],
      [
        entry({}).replace('"simulation":false', `"simulation":${deep}`),
        '/simulation/0',
        'request/wrong-type',
      ],
      ...texts.map(
        (text) =>
          [
            entry({}).replace('"simulation"', `"reflection":"a ${text} b","simulation"`),
            '/reflection',
            'request/forbidden-character',
          ] as const,
      ),
    ];
    for (const [text, pointer, code] of bodies) {
      const { status, body } = await logged(text);
      const [first] = body.errors ?? [];
      expect([status, first?.pointer, first?.code]).toEqual([400, pointer, code]);
    }
    const deepest = '['.repeat(120_000) + ']'.repeat(120_000);
    expect((await logged(`{"then":${deepest}}`)).body.code).toBe('request/invalid');
  });

  it('is no empty one where it was lost, nor where a list stands for an object: what is set stays', async () => {
    const path = `/programs/${here.program.id}/fallback`;
    const fallback = { personId: here.program.people.supervisor.id, afterDays: 10 };
    const set = await here.director.put(path, { body: { fallback } });
    expect([set.status, set.body]).toEqual([200, expect.objectContaining({ fallback: expect.anything() })]);
    for (const [body, code] of [
      ['', 'request/malformed'],
      ['[]', 'request/malformed'],
      ['{"fallback":[]}', 'request/invalid'],
      [JSON.stringify({ fallback: [fallback] }), 'request/invalid'],
    ] as const)
      expect([body, (await here.director.put<Problem>(path, { body })).body.code]).toEqual([body, code]);
    const waiting = await here.director.get(`/programs/${here.program.id}/waiting`);
    expect(waiting.body).toEqual(expect.objectContaining({ fallback: expect.anything() }));
    // Of a body that is sent in pieces nobody says before that there are none.
    const pieces = new ReadableStream({ start: (stream) => stream.close() });
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const url = `${here.server.origin}/api/session`;
    const reply = await fetch(url, { method: 'POST', headers, body: pieces, duplex: 'half' } as RequestInit);
    expect([reply.status, ((await reply.json()) as Problem).code]).toEqual([400, 'request/malformed']);
  });

  it('is refused in lists of ratings and corrections too', async () => {
    const { body } = await here.fellow.post<{ id: string; revision: number }>(here.entries, {
      body: entryBody(here.program),
    });
    for (const wrong of [
      { ratings: {} },
      { ratings: 'all' },
      { ratings: [[]] },
      { corrections: { 0: {} } },
    ]) {
      const reply = await here.supervisor.post<Problem>(`${here.entries}/${body.id}/approval`, {
        revision: body.revision,
        body: wrong,
      });
      expect([JSON.stringify(wrong), reply.status, reply.body.code]).toEqual([
        JSON.stringify(wrong),
        400,
        'request/invalid',
      ]);
    }
  });

  it('is not stored anywhere, and neither is its refusal', async () => {
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const refused = await Promise.all([
      raw('{', json),
      raw('{}'.padEnd(5000, ' '), json),
      raw('a=b', { ...json, 'content-type': 'text/plain' }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([400, 413, 415]);
    expect(refused.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(3).fill('no-store'));
  });

  it('has an address whose names are plain, on every database', async () => {
    const { body } = await here.fellow.post<{ id: string }>(here.entries, { body: entryBody(here.program) });
    for (const name of [
      `${body.id}%20`,
      `${body.id}%00`,
      body.id.toUpperCase(),
      `%20${body.id}`,
      '%C3%A4',
      '%E2%80%AE',
    ])
      expect([name, (await here.fellow.get(`${here.entries}/${name}`)).status]).toEqual([name, 404]);
  });
});

import { Validator } from '@seriousme/openapi-schema-validator';
import type { Endpoint } from '@countersign/contracts/endpoint';
import { actions } from '@countersign/domain/access';
import { Roster } from '../set-up/roster';
import { Routes } from '../platform/routes';
import type { Route } from '../platform/handle';
import { TestServer } from '../testing/test-server';

interface Operation {
  readonly security: readonly object[];
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Record<
    string,
    {
      readonly headers?: Record<string, object>;
      readonly content?: Record<string, { schema: { properties?: { code?: { enum: string[] } } } }>;
    }
  >;
}

/** Routes of a program with which somebody signs. */
const signing = [
  'POST /review-batches',
  'POST /sign-offs/:signOffId/signatures',
  'POST /fellows/:fellowId/letters',
  'POST /fellows/:fellowId/committee-decisions',
];

/** Routes with which somebody decides, which is refused for a day after somebody else let them in anew. */
const deciding = [
  ...['POST /:entryId/approval', 'POST /:entryId/return', 'POST /:entryId/resolution'],
  'POST /sign-offs/:signOffId/decline',
];

/** Routes whose body has prose: those under the entries of a program, and others of it. */
const withProse = [
  ...['POST /review-batches', 'POST /sign-offs', 'POST /attention-dismissals'],
  'POST /fellows/:fellowId/committee-decisions',
  'POST /fellows/:fellowId/qualifications',
  'PUT /fellows/:fellowId/qualifications/:qualificationId',
  'POST /fellows/:fellowId/competencies/:competencyId/alarm-reviews',
  ...['POST /fellows/:fellowId/letters', 'POST /letters/:letterId/revocation'],
  ...['renewal', 'decline', 'keeping', 'suspension', 'revocation'].map(
    (act) => `POST /sign-offs/:signOffId/${act}`,
  ),
  ...[
    'POST /requirement-trials',
    'POST /requirement-trials/evidence',
    'POST /requirement-drafts',
    'PUT /requirement-drafts/:draftId',
  ],
  'POST ',
  'PUT /:entryId',
  ...['amendments', 'void', 'redactions', 'approval', 'return', 'answer', 'resolution'].map(
    (act) => `POST /:entryId/${act}`,
  ),
];

describe('The API document', () => {
  let server: TestServer;
  let routes: Route[];
  let document: {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: object; securitySchemes: Record<string, object> };
  };

  beforeAll(async () => {
    server = await TestServer.start();
    document = (await server.client().get<typeof document>('/openapi.json')).body;
    routes = server.app
      .get(Routes)
      .list()
      .flatMap(({ route }) => route ?? []);
  });
  afterAll(() => server.stop());

  const templateOf = ({ path }: Endpoint) => `/api${path.replace(/:(\w+)/g, '{$1}')}`;
  const operationOf = ({ endpoint }: Route): Operation => {
    const found = document.paths[templateOf(endpoint)]?.[endpoint.method.toLowerCase()];
    if (!found) throw new Error(`${endpoint.method} ${endpoint.path} is not described`);
    return found;
  };
  const at = (method: string, path: string): Operation => {
    const route = routes.find(({ endpoint }) => endpoint.method === method && endpoint.path === path);
    if (!route) throw new Error(`no route ${method} ${path}`);
    return operationOf(route);
  };

  it('is a valid OpenAPI 3.1 document', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('is a file: it says of itself what its reply says', async () => {
    const { headers } = await server.client().get('/openapi.json');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('content-disposition')).toBe('inline; filename="openapi.json"');
    expect(at('GET', '/openapi.json').responses['200']).toMatchObject({
      headers: { 'Content-Disposition': { schema: { const: 'inline; filename="openapi.json"' } } },
      content: { 'application/json': {} },
    });
  });

  it('describes every route and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const bound = routes.map(({ endpoint }) => `${endpoint.method} ${templateOf(endpoint)}`);
    expect(described.sort()).toEqual(bound.sort());
  });

  /** The problems of a route, said once more in other words than the document's. */
  const problemsOf = ({ endpoint, body, query }: Route): string[] => {
    const row: unknown = actions[endpoint.action];
    const codes = ['server/unexpected', ...endpoint.problems];
    if (!['/health/live', '/openapi.json'].includes(endpoint.path))
      codes.push('server/busy', 'server/database');
    if (row !== 'anyone') codes.push('session/required');
    if (row !== 'anyone' && row !== 'signed-in') codes.push('session/other-person');
    if (['session.close', 'account.manage'].includes(endpoint.action)) codes.push('session/other-person');
    if (row !== 'anyone' && row !== 'signed-in')
      codes.push('session/password-change-needed', 'session/second-factor-needed');
    if (row !== 'anyone' && endpoint.method !== 'GET') codes.push('session/person-missing');
    if (typeof row !== 'string') codes.push('access/not-allowed', 'access/not-found');
    if (/:\w/.test(endpoint.path)) codes.push('request/malformed');
    if (endpoint.method !== 'GET')
      codes.push('request/cross-site', 'request/malformed', 'request/too-large', 'request/not-json');
    if (row !== 'anyone' && endpoint.method !== 'GET' && endpoint.secret === undefined)
      codes.push('request/missing-key', 'request/key-reused', 'server/outcome-unknown');
    if (body !== undefined || query !== undefined) codes.push('request/invalid');
    if (endpoint.precondition === 'revision') codes.push('request/missing-version');
    const name = `${endpoint.method} ${endpoint.path.replace(/^\/programs\/:programId(\/entries)?/, '')}`;
    if (withProse.includes(name)) codes.push('privacy/identifies', 'privacy/may-identify');
    if (deciding.includes(name)) codes.push('signature/after-reset');
    if (signing.includes(name))
      codes.push(
        ...['signature/authentication-required', 'signature/after-reset', 'signature/password-wrong'],
        ...['signature/passkey-copied', 'signature/passkey-other-act', 'signature/passkey-over'],
        ...['signature/passkey-refused', 'signature/passkey-unknown', 'signature/passkey-unverified'],
        'signature/passkey-used',
      );
    return [...new Set(codes)].sort();
  };

  it('gives every route its success, its problems and nothing else', () => {
    for (const route of routes) {
      const { method, path, status, cached } = route.endpoint;
      const replies = Object.entries(operationOf(route).responses);
      const isProblem = ([, { content }]: (typeof replies)[number]) =>
        content?.['application/problem+json'] !== undefined;
      const codes = replies
        .filter(isProblem)
        .flatMap(
          ([, { content }]) => content?.['application/problem+json']?.schema.properties?.code?.enum ?? [],
        );
      expect({ method, path, codes: codes.sort() }).toEqual({ method, path, codes: problemsOf(route) });
      const successes = replies.filter((reply) => !isProblem(reply)).map(([code]) => code);
      expect({ method, path, successes }).toEqual({
        method,
        path,
        successes: cached === 'tag' ? [String(status), '304'] : [String(status)],
      });
    }
  });

  it('asks for the write token wherever somebody signed in changes something, and nowhere else', () => {
    for (const route of routes) {
      const { method, path } = route.endpoint;
      const operation = operationOf(route);
      const needed = method !== 'GET' && operation.security.length > 0;
      const asked = operation.parameters.some(
        ({ name, in: place }) => name === 'X-XSRF-TOKEN' && place === 'header',
      );
      expect([method, path, asked]).toEqual([method, path, needed]);
    }
  });

  it('tells which cookies a session has, by the names that they really have', async () => {
    expect(document.components.securitySchemes).toEqual({
      session: { type: 'apiKey', in: 'cookie', name: 'sid' },
    });
    for (const [method, path] of [
      ['POST', '/session'],
      ['POST', '/demo-session'],
      ['DELETE', '/session'],
    ] as const) {
      const success = Object.values(at(method, path).responses).find((reply) => reply.headers);
      expect([method, path, Object.keys(success?.headers ?? {})]).toEqual([method, path, ['Set-Cookie']]);
    }
    const program = await server.program('cookies');
    const reply = await server.client().post('/session', {
      body: { email: program.people.fellow.email, password: 'correct horse battery' },
    });
    const names = reply.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
    expect(names).toEqual(['sid', 'XSRF-TOKEN']);
  });

  it('refers only to schemas that it holds, and holds none to which it does not refer', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    const held = Object.keys(document.components.schemas);
    expect([...new Set(referred)].sort()).toEqual(held.sort());
    expect(Roster.name).toBe('Roster');
    expect(held.filter((name) => name.startsWith('Roster'))).toEqual([]);
  });

  it('and an unchanged catalogue costs 304', async () => {
    const program = await server.program('tags');
    const client = await server.as(program.people.fellow);
    const path = `/programs/${program.id}/catalogue`;
    const first = await client.get(path);
    const tag = first.headers.get('etag') ?? '';
    // Node's fetch would otherwise ask for a fresh copy by itself.
    const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    const again = await client.get(path, { headers });
    // What the edition holds, and which one is the newest.
    expect([first.status, /^"[0-9a-f]{32}-\d{4}\.\d"$/.test(tag), again.status]).toEqual([200, true, 304]);
    expect((await client.get('/session')).headers.get('etag')).toBeNull();
  });

  it('and a path that is no text is refused as the document says', async () => {
    const client = await server.as((await server.program('paths')).people.fellow);
    const reply = await client.get('/programs/%E0%A4%A/catalogue');
    expect([reply.status, reply.body['code']]).toEqual([400, 'request/malformed']);
  });
});

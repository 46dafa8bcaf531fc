import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { MoreThan } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { audienceOf } from '@countersign/domain/access';
import { currentEdition } from '../catalogue/editions/editions';
import { CredentialRow, RoleRow } from '../people/person.row';
import { spoilt, valueOf, wordOf, type Pool, type Schema } from '../testing/fuzz';
import { programUnderTest } from '../testing/program-under-test';
import type { Reply, TestClient } from '../testing/test-client';
import { entryBody, PASSWORD } from '../testing/test-program';
import { Routes } from './routes';

/** Cases a route: few in every test run, 500 and more in `npm run fuzz`. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 10);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_130);

interface Operation {
  readonly parameters?: readonly { name: string; in: string; schema: Schema }[];
  readonly requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** Who asks in which role: the nurse is the education office too. */
const callers = {
  fellow: 'fellow',
  supervisor: 'supervisor',
  director: 'director',
  coordinator: 'coordinator',
  staff: 'staff',
  institution: 'staff',
} as const;
type Caller = keyof typeof callers;
const roles = Object.keys(callers) as Caller[];

describe(`Whatever is sent to a route (${CASES} cases each, seed ${SEED})`, () => {
  const here = programUnderTest('fuzz', ...new Set(Object.values(callers)));
  let pool: Pool;
  /** Who signed in again, and stays so for what is sent next. */
  const clients = new Map<Caller, TestClient>();
  /** How many replies had each status. */
  const statuses = new Map<number, number>();
  let paths: Record<string, Record<string, Operation>>;
  const validators = new Ajv2020({ strict: false, validateFormats: true });

  beforeAll(async () => {
    const document = (await (await fetch(`${here.server.origin}/api/openapi.json`)).json()) as {
      paths: typeof paths;
      components: { schemas: Record<string, Schema> };
    };
    addFormats.default(validators);
    validators.addSchema({ $id: 'api', ...document });
    const office = { programId: here.program.id, id: uuidv7(), personId: here.program.people.staff.id };
    await here.server.write('installation', async (tx) => {
      const role = { ...office, role: 'institution', fromOn: '2025-01-01', toOn: '2027-06-30' } as const;
      await tx.insert(RoleRow, { ...role, cohort: null });
      tx.record('role.given', role, {});
    });
    const ids = [
      here.program.id,
      here.program.siteId,
      ...Object.values(here.program.people).map(({ id }) => id),
    ];
    for (let nth = 0; nth < 4; nth += 1) {
      const { body } = await here.fellow.post<{ id: string }>(here.entries, {
        body: entryBody(here.program),
      });
      ids.push(body.id);
    }
    const keys = ['esi-tf-lumbar', 'L4', 'none', 'lumbar-tf-epidural', currentEdition, 'fluoroscopy'];
    pool = { schemas: document.components.schemas, ids, keys, password: PASSWORD };
    paths = document.paths;
  });

  /** A client that is signed in; whoever signed out signs in again. */
  async function clientOf(role: Caller): Promise<TestClient> {
    // Whoever signs with wrong passwords is locked out; that is tried elsewhere.
    await here.server.write('test', ({ manager }) =>
      manager.update(CredentialRow, { failures: MoreThan(0) }, { failures: 0 }),
    );
    const known = clients.get(role) ?? here[callers[role]];
    const isIn = (await known.get('/session')).status === 200;
    const client = isIn ? known : await here.server.as(here.program.people[callers[role]]);
    clients.set(role, client);
    return client;
  }

  /** Bodies that a page would send; they are spoilt too. */
  const examples: Readonly<Record<string, () => unknown>> = {
    'post /api/programs/{programId}/entries': () => entryBody(here.program),
    'put /api/programs/{programId}/entries/{entryId}': () => {
      const { id: _id, ...content } = entryBody(here.program, { then: 'keep' });
      return content;
    },
    'post /api/programs/{programId}/entries/{entryId}/return': () => ({ reasonCode: 'wrong-role' }),
    'post /api/programs/{programId}/entries/{entryId}/approval': () => ({ help: 4, nextTime: 4 }),
  };

  function mayCall(role: Caller, method: string, path: string): boolean {
    const found = here.server.app
      .get(Routes)
      .list()
      .find(
        ({ route }) => route?.endpoint.method === method.toUpperCase() && templateOf(route.endpoint) === path,
      );
    const audience = found?.route && audienceOf(found.route.endpoint.action);
    return !Array.isArray(audience) || audience.includes(role);
  }

  async function tryRoute(path: string, method: string, operation: Operation): Promise<string[]> {
    const wrong: string[] = [];
    const schema = operation.requestBody?.content['application/json'].schema;
    const fits = schema && validators.compile({ $ref: `api#${refOf(path, method)}` });
    const names = (place: string) => (operation.parameters ?? []).filter((one) => one.in === place);
    const words = (place: string) =>
      fc.record(
        Object.fromEntries(names(place).map(({ name, schema: form }) => [name, wordOf(form, pool)])),
        {
          requiredKeys: place === 'path' ? names(place).map(({ name }) => name) : [],
        },
      );
    const made = schema ? valueOf(schema, pool) : fc.constant(undefined);
    const real = examples[`${method} ${path}`];
    const good = real === undefined ? made : fc.oneof(made, fc.gen().map(real));
    const allowed = roles.filter((role) => mayCall(role, method, path));
    const cases = fc.sample(
      fc.record({
        role: fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...allowed) }, fc.constantFrom(...roles)),
        inPath: words('path'),
        ours: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        query: words('query'),
        revision: fc.constantFrom(undefined, 1, 1, 2, 0, 999_999_999),
        body: schema ? fc.oneof(good, spoilt(good), spoilt(spoilt(good))) : good,
      }),
      { numRuns: CASES, seed: SEED },
    );
    for (const { role, inPath, ours, query, revision, body } of cases) {
      const place = path
        .replace('/api', '')
        .replaceAll(/\{(\w+)\}/g, (_, name: string) =>
          name === 'programId' && ours ? here.program.id : encodeURIComponent(String(inPath[name] ?? '')),
        );
      const asked = new URLSearchParams(query as Record<string, string>).toString();
      const client = await clientOf(role);
      const send = client[method as 'get' | 'post' | 'put' | 'delete'].bind(client);
      const told = `${method} ${place}?${asked} ${JSON.stringify(body)?.slice(0, 300)}`;
      try {
        const reply: Reply = await send(`${place}${asked === '' ? '' : `?${asked}`}`, {
          ...(body === undefined ? {} : { body }),
          ...(revision === undefined ? {} : { revision }),
        });
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
        if (reply.status >= 500) wrong.push(`${reply.status}: ${told}`);
        if (reply.status < 300 && fits && !fits(JSON.parse(JSON.stringify(body))))
          wrong.push(`accepted although ${validators.errorsText(fits.errors)}: ${told}`);
      } catch (error) {
        wrong.push(`${String(error).slice(0, 300)}: ${told}`);
      }
    }
    return wrong;
  }

  it('it is no unexpected error, no answer that the document does not describe, and nothing that has the wrong form is accepted', async () => {
    const wrong: string[] = [];
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations))
        wrong.push(...(await tryRoute(path, method, operation)));
    const sent = [...statuses.values()].reduce((all, some) => all + some, 0);
    const counts = [...statuses].sort(([one], [other]) => one - other).map((pair) => pair.join(': '));
    process.stdout.write(`${sent} requests answered (${counts.join(', ')}), ${wrong.length} of them wrong\n`);
    expect(wrong).toEqual([]);
    // Some of it got through, and some was stopped: the cases are neither all nonsense nor all sensible.
    for (const status of [200, 201, 400, 404])
      expect([status, statuses.get(status)]).not.toEqual([status, undefined]);
  }, 3_600_000);
});

function templateOf({ path }: { readonly path: string }): string {
  return `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;
}

function refOf(path: string, method: string): string {
  return ['', 'paths', path, method, 'requestBody', 'content', 'application/json', 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
}

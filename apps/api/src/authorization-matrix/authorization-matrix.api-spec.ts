import { join } from 'node:path';
import type { Endpoint } from '@countersign/contracts/endpoint';
import { audienceOf } from '@countersign/domain/access';
import { Routes } from '../platform/routes';
import { Asking, callerOf, prepare, relations, sent, type World } from '../testing/authorization/asking';
import { everyRole } from '../testing/authorization/house';
import { readMatrix, type Row } from '../testing/authorization/matrix';
import { takeBackWrites } from '../testing/authorization/take-back';
import { buildWorld } from '../testing/authorization/world';
import { TestServer } from '../testing/test-server';

const matrix = readMatrix(join(__dirname, 'matrix.csv'));

describe('Authorization: the matrix typed by hand', () => {
  let server: TestServer;
  let world: World;
  let asking: Asking;
  let endpoints: ReadonlyMap<string, Endpoint>;

  beforeAll(async () => {
    server = await TestServer.start();
    world = await buildWorld(server);
    asking = new Asking(world, await prepare(world, server));
    const routes = server.app.get(Routes).list();
    endpoints = new Map(
      routes.flatMap(({ route }) =>
        route ? [[`${route.endpoint.method} ${route.endpoint.path}`, route.endpoint] as const] : [],
      ),
    );
    takeBackWrites(server.db);
  }, 120_000);
  afterAll(() => server.stop());

  it('has a row for every route and role, and none for anything else', () => {
    const wanted = [...endpoints].flatMap(([name, { action }]) =>
      audienceOf(action) === 'anyone' ? [`${name} anyone`] : everyRole.map((role) => `${name} ${role}`),
    );
    expect(matrix.map(({ route, role }) => `${route} ${role}`).sort()).toEqual(wanted.sort());
  });

  it('is what the server answers, in every cell', async () => {
    const differences: string[] = [];
    let cells = 0;
    for (const row of matrix) {
      const asked = relations.filter((relation) => row.expected.get(relation) !== '-');
      cells += asked.length;
      const answers = await Promise.all(asked.map((relation) => answerOf(row, relation)));
      for (const [nth, relation] of asked.entries()) {
        const [expected, answered] = [row.expected.get(relation), answers[nth]];
        if (answered?.class !== expected)
          differences.push(`${row.route} ${row.role} ${relation}: ${expected}, answered ${answered?.said}`);
      }
    }
    process.stdout.write(`${matrix.length} rows, ${cells} cells, ${differences.length} differences\n`);
    expect(differences).toEqual([]);
  }, 900_000);

  async function answerOf({ route, role }: Row, relation: (typeof relations)[number]) {
    const cell = { route, relation, role: role === 'anyone' ? 'fellow' : role } as const;
    const client = callerOf(world, cell);
    // What sets or clears cookies is asked in a browser of its own: the change of its session is taken back.
    const browser = endpoints.get(route)?.cookies === undefined ? client : client.copy();
    const reply = await sent(browser, asking.request(cell));
    const { status } = reply;
    return {
      class: status < 300 ? '200' : String(status),
      said: `${status} ${String(reply.body['code'] ?? '')} ${JSON.stringify(reply.body['errors'] ?? '')}`,
    };
  }
});

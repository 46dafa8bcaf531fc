import type { EntryView } from '@countersign/contracts/entries/views';
import { trafficOf, type Traffic } from './testing/count-statements';
import type { Reply, TestClient } from './testing/test-client';
import { entryBody, tfesi, type TestProgram } from './testing/test-program';
import { TestServer } from './testing/test-server';

/**
 * The most statements that a request may send, typed by hand, those for session and roles included; SET, START and
 * COMMIT are not counted. A number falls freely; for a higher one the page must read or the command must write more than
 * it did, and how many entries there are is no reason.
 */
const MOST: Readonly<Record<string, number>> = {
  ...{ session: 2, catalogue: 2, 'log context': 4, list: 4, entry: 5, queue: 6 },
  // The first look at a fellow since a change reads the facts; a later one the number of the log in their place.
  ...{ progress: 7, evidence: 10, dashboard: 11, 'dashboard again': 9 },
  ...{ 'log an entry': 12, 'edit and send again': 15, withdraw: 12, amend: 14, void: 13 },
  ...{ approve: 13, return: 14, undo: 14 },
};

describe('The statements of a request', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let supervisor: TestClient;
  let director: TestClient;
  let seen: ReadonlyMap<string, Traffic>;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('statements');
    const { people } = program;
    [fellow, supervisor] = [await server.as(people.fellow), await server.as(people.supervisor)];
    director = await server.as(people.director);
    seen = await everyRoute();
  });
  afterAll(() => server.stop());

  const content = (change: Parameters<typeof entryBody>[1] = {}) => {
    const { id: _id, ...body } = entryBody(program, change);
    return body;
  };
  const twoProcedures = {
    procedures: [tfesi(), tfesi({ itemId: 'si-joint', side: 'left', levels: [], techniques: [] })],
  };

  /** Sends one request of each main route and notes what it asked the database. */
  async function everyRoute(): Promise<ReadonlyMap<string, Traffic>> {
    const traffic = new Map<string, Traffic>();
    const count = async <T>(name: string, send: () => Promise<Reply<T>>): Promise<T> => {
      let reply: Reply<T> | undefined;
      traffic.set(name, await trafficOf(server, async () => (reply = await send())));
      if (reply === undefined || reply.status >= 300)
        throw new Error(`${name}: ${JSON.stringify(reply?.body)}`);
      return reply.body;
    };
    const root = `/programs/${program.id}`;
    const entries = `${root}/entries`;
    const log = (change: Parameters<typeof entryBody>[1] = {}) =>
      fellow.post<EntryView>(entries, { body: entryBody(program, { ...twoProcedures, ...change }) });
    const on = ({ id, revision }: EntryView, act: string, body?: object) =>
      [`${entries}/${id}/${act}`, { revision, ...(body === undefined ? {} : { body }) }] as const;

    // Several entries of each kind, so that a statement for each of them would be seen.
    const some = [];
    for (let time = 0; time < 4; time += 1) some.push((await log()).body);
    const one = await count('log an entry', () => log());
    const approved = await count('approve', () =>
      supervisor.post<EntryView>(...on(one, 'approval', { help: 4 })),
    );
    const undone = await count('undo', () => supervisor.post<EntryView>(...on(approved, 'undo')));
    const said = { reasonCode: 'other', reasonText: 'Please check the levels.' };
    const returned = await count('return', () => supervisor.post<EntryView>(...on(undone, 'return', said)));
    await count('edit and send again', () =>
      fellow.put<EntryView>(`${entries}/${one.id}`, {
        revision: returned.revision,
        body: content(twoProcedures),
      }),
    );
    const [first, second, third] = some as [EntryView, EntryView, EntryView];
    await count('withdraw', () => fellow.post<EntryView>(...on(first, 'withdrawal')));
    const counting = (await supervisor.post<EntryView>(...on(second, 'approval', { help: 4 }))).body;
    const amended = await count('amend', () =>
      fellow.post<EntryView>(...on(counting, 'amendments', content({ ...twoProcedures, ageBand: '40-64' }))),
    );
    const whole = (await supervisor.post<EntryView>(...on(third, 'approval', { help: 3 }))).body;
    await count('void', () => director.post<EntryView>(...on(whole, 'void', { reason: 'Logged twice.' })));

    await count('session', () => fellow.get('/session'));
    await count('catalogue', () => fellow.get(`${root}/catalogue`));
    await count('log context', () => fellow.get(`${root}/log-context`));
    await count('list', () => fellow.get(entries));
    await count('entry', () => fellow.get(`${entries}/${amended.id}`));
    await count('queue', () => supervisor.get(`${root}/review-queue`));
    const whose = `${root}/fellows/${program.people.fellow.id}`;
    await count('progress', () => fellow.get(`${whose}/progress`));
    await count('evidence', () => fellow.get(`${whose}/competencies/lumbar-transforaminal/evidence`));
    await server.write('test', (tx) =>
      Promise.resolve(
        tx.record('facts.recounted', { id: program.id, programId: program.id }, { versions: 0 }),
      ),
    );
    await count('dashboard', () => director.get(`${root}/dashboard`));
    await count('dashboard again', () => director.get(`${root}/dashboard`));
    return traffic;
  }

  it('are counted for every route of the table, and for no other', () => {
    expect([...seen.keys()].sort()).toEqual(Object.keys(MOST).sort());
  });

  it.each(Object.entries(MOST))('for %s are at most %i', (name, most) => {
    const { statements = [] } = seen.get(name) ?? {};
    // The list says which one is new.
    expect(statements.length > most ? statements : []).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });

  it('have no explicit transaction around a single one, which is one by itself', () => {
    const single = [...seen].flatMap(([name, { transactions }]) =>
      transactions.filter(({ length }) => length < 2).map((statements) => [name, ...statements]),
    );
    expect(single).toEqual([]);
  });
});

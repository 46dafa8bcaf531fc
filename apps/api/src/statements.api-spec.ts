import type { NewDisplayLinkView } from '@countersign/contracts/board/views';
import { DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import type { EntryView } from '@countersign/contracts/entries/views';
import { trafficOf, type Traffic } from './testing/count-statements';
import type { Reply } from './testing/test-client';
import { programUnderTest } from './testing/program-under-test';
import { entryBody, tfesi } from './testing/test-program';

/**
 * The most statements that a request may send, typed by hand, those for session and roles included; SET, START and
 * COMMIT are not counted. A number falls freely; for a higher one the page must read or the command must write more than
 * it did, and how many entries there are is no reason.
 */
const MOST: Readonly<Record<string, number>> = {
  ...{ session: 2, catalogue: 2, 'log context': 4, list: 4, entry: 4, queue: 6, 'past decisions': 8 },
  // The first look at a fellow since a change reads the facts; a later one the number of the log in their place.
  ...{ progress: 9, competency: 8, evidence: 12, dashboard: 13, 'dashboard again': 9 },
  ...{ attention: 9, 'case mix': 10, raters: 8, 'own ratings': 7, committee: 17 },
  // What forecasts were worth is worked out once for each change of the program.
  ...{ calibration: 12, 'calibration again': 4 },
  // A screen in a ward asks every few seconds: what is unchanged costs one look at session or link and one at the log.
  ...{ board: 10, 'board again': 2, 'display again': 1 },
  ...{ 'log an entry': 12, 'edit and send again': 15, withdraw: 12, amend: 14, void: 13 },
  ...{ approve: 13, return: 14, undo: 14 },
};

describe('The statements of a request', () => {
  const here = programUnderTest('statements', 'fellow', 'supervisor', 'director');
  let seen: ReadonlyMap<string, Traffic>;

  beforeAll(async () => {
    seen = await everyRoute();
  });

  const content = (change: Parameters<typeof entryBody>[1] = {}) => {
    const { id: _id, ...body } = entryBody(here.program, change);
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
      traffic.set(name, await trafficOf(here.server, async () => (reply = await send())));
      if (reply === undefined || reply.status >= 300)
        throw new Error(`${name}: ${JSON.stringify(reply?.body)}`);
      return reply.body;
    };
    const root = `/programs/${here.program.id}`;
    const entries = `${root}/entries`;
    const log = (change: Parameters<typeof entryBody>[1] = {}) =>
      here.fellow.post<EntryView>(entries, {
        body: entryBody(here.program, { ...twoProcedures, ...change }),
      });
    const on = ({ id, revision }: EntryView, act: string, body?: object) =>
      [`${entries}/${id}/${act}`, { revision, ...(body === undefined ? {} : { body }) }] as const;

    // Several entries of each kind, so that a statement for each of them would be seen.
    const some = [];
    for (let time = 0; time < 4; time += 1) some.push((await log()).body);
    const one = await count('log an entry', () => log());
    const approved = await count('approve', () =>
      here.supervisor.post<EntryView>(...on(one, 'approval', { help: 4 })),
    );
    const undone = await count('undo', () => here.supervisor.post<EntryView>(...on(approved, 'undo')));
    const said = { reasonCode: 'other', reasonText: 'Please check the levels.' };
    const returned = await count('return', () =>
      here.supervisor.post<EntryView>(...on(undone, 'return', said)),
    );
    await count('edit and send again', () =>
      here.fellow.put<EntryView>(`${entries}/${one.id}`, {
        revision: returned.revision,
        body: content(twoProcedures),
      }),
    );
    const [first, second, third] = some as [EntryView, EntryView, EntryView];
    await count('withdraw', () => here.fellow.post<EntryView>(...on(first, 'withdrawal')));
    const counting = (await here.supervisor.post<EntryView>(...on(second, 'approval', { help: 4 }))).body;
    const amended = await count('amend', () =>
      here.fellow.post<EntryView>(
        ...on(counting, 'amendments', content({ ...twoProcedures, ageBand: '40-64' })),
      ),
    );
    const whole = (await here.supervisor.post<EntryView>(...on(third, 'approval', { help: 3 }))).body;
    await count('void', () =>
      here.director.post<EntryView>(...on(whole, 'void', { reason: 'Logged twice.' })),
    );

    await count('session', () => here.fellow.get('/session'));
    await count('catalogue', () => here.fellow.get(`${root}/catalogue`));
    await count('log context', () => here.fellow.get(`${root}/log-context`));
    await count('list', () => here.fellow.get(entries));
    await count('entry', () => here.fellow.get(`${entries}/${amended.id}`));
    await count('queue', () => here.supervisor.get(`${root}/review-queue`));
    await count('past decisions', () => here.supervisor.get(`${root}/past-decisions`));
    const whose = `${root}/fellows/${here.program.people.fellow.id}`;
    await count('progress', () => here.fellow.get(`${whose}/progress`));
    await count('competency', () => here.fellow.get(`${whose}/competencies/lumbar-transforaminal`));
    await count('evidence', () => here.fellow.get(`${whose}/competencies/lumbar-transforaminal/evidence`));
    await count('board', () => here.director.get(`${root}/board`));
    await count('board again', () => here.director.get(`${root}/board`));
    const link = await here.director.post<NewDisplayLinkView>(`${root}/display-links`, {
      body: { ward: 'Ward', expiresOn: '2027-06-30' },
    });
    const display = () =>
      here.server.client().get('/board-display', { headers: { [DISPLAY_HEADER]: link.body.secret } });
    await display();
    await count('display again', display);
    await here.server.write('test', (tx) =>
      Promise.resolve(
        tx.record('facts.recounted', { id: here.program.id, programId: here.program.id }, { versions: 0 }),
      ),
    );
    await count('dashboard', () => here.director.get(`${root}/dashboard`));
    await count('dashboard again', () => here.director.get(`${root}/dashboard`));
    await count('attention', () => here.director.get(`${root}/attention`));
    await count('case mix', () => here.director.get(`${root}/case-mix`));
    await count('calibration', () => here.director.get(`${root}/forecast-calibration`));
    await count('calibration again', () => here.director.get(`${root}/forecast-calibration`));
    await count('raters', () => here.director.get(`${root}/raters`));
    await count('own ratings', () => here.supervisor.get(`${root}/own-ratings`));
    await count('committee', () => here.director.get(`${whose}/committee`));
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

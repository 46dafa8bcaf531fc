import { TextRow } from '../db/text.row';
import { StoppedTextRow } from '../entries/stopped-text.row';
import { Not, type EntityManager } from 'typeorm';
import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { DemoPeopleView, SessionView } from '@countersign/contracts/sessions/views';
import type { SignOffListView, SignOffView } from '@countersign/contracts/sign-offs/views';
import { verifyChainOf } from '../testing/verify-chain';
import { Catalogues } from '../catalogue/catalogues';
import { checkLog } from '../db/check-log';
import { EventRow, LogHeadRow } from '../db/event.row';
import { ownedTables } from '../db/owned-tables';
import { EntryProcedureRow, EntryRow, RatingRow } from '../entries/entry.row';
import { Followers } from '../followers/followers';
import { PersonRow } from '../people/person.row';
import { ProgramRow } from '../programs/program.row';
import { dialect } from '../testing/test-database';
import { NOON } from '../testing/test-program';
import { recomputed } from '../testing/recomputed';
import { statusAsHost } from '../testing/status-as-host';
import { TestServer } from '../testing/test-server';
import { told } from '../testing/told';
import { DemoProgram } from './demo-program';
import { DemoUseCases } from './demo-use-cases';
import { createDemoYear, type DemoYearOptions } from './demo-year';

/** A year takes minutes on a busy machine with another database; how fast it is, a benchmark says. */
const DEMO_TIMEOUT_MS = 15 * 60_000;
const makeYear = ({ app }: TestServer, options: DemoYearOptions) =>
  createDemoYear(app.get(DemoUseCases), app.get(Catalogues), options);

describe('The demo program', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
    await makeYear(server, { seed: 1, now: NOON, progress: () => undefined });
  }, DEMO_TIMEOUT_MS);
  afterAll(() => server.stop());

  it('looks like a year: six fellows, fourteen supervisors, three sites, about 3,500 entries of every state', async () => {
    const { people } = (await server.client().get<DemoPeopleView>('/demo-people')).body;
    const count = (role: string) => people.filter((person) => person.role === role).length;
    const roles = ['fellow', 'supervisor', 'director', 'coordinator', 'staff'];
    expect(roles.map(count)).toEqual([6, 14, 1, 1, 1]);
    const states = await server.read((manager) =>
      manager
        .createQueryBuilder(EntryRow, 'entry')
        .select(['entry.state AS state', 'COUNT(*) AS entries'])
        .groupBy('entry.state')
        .getRawMany<{ state: string; entries: string }>(),
    );
    const of = (state: string) => Number(states.find((row) => row.state === state)?.entries ?? 0);
    const total = states.reduce((sum, row) => sum + Number(row.entries), 0);
    expect(total).toBeGreaterThan(3_200);
    expect(total).toBeLessThan(3_900);
    expect(of('approved')).toBeGreaterThan(3_000);
    expect(of('submitted')).toBeGreaterThan(20);
    expect(of('returned')).toBeGreaterThan(0);
  });

  if (dialect === 'sqlite')
    it('has no number on a dashboard that a script apart does not find in its rows', async () => {
      const { said, shown, made } = await recomputed(server);
      expect(said).toMatch(/^\d{5,} numbers of 6 fellows and their program .* 0 differences\n$/);
      expect(shown).toEqual(made);
    }, 900_000);

  it('is one tap away for each role, on this machine only', async () => {
    const { people } = (await server.client().get<DemoPeopleView>('/demo-people')).body;
    const director = people.find((person) => person.role === 'director');
    const client = server.client();
    const session = await client.post<SessionView>('/demo-session', { body: { personId: director?.id } });
    expect([session.status, session.body.demo]).toEqual([201, true]);
    const programId = session.body.roles[0]?.programId;
    const dashboard = await client.get<DashboardView>(`/programs/${programId}/dashboard`);
    expect(dashboard.body.fellows.map((row) => row.fellow.name)).toHaveLength(6);
    expect(
      dashboard.body.fellows.some((row) =>
        row.competencies.some((cell) => cell.competence.state === 'competent'),
      ),
    ).toBe(true);
    expect(dashboard.body.requirementSet).toMatchObject({
      standing: 'demonstration',
      title: expect.stringMatching(/demonstration/),
    });
    const ready = dashboard.body.fellows.flatMap(({ competencies }) =>
      competencies.filter(({ met }) => met).map(({ competencyId }) => competencyId),
    );
    expect(ready.length).toBeGreaterThan(10);
    expect(ready).toContain('scs-implant');
    for (const name of ['x-forwarded-for', 'x-real-ip', 'via']) {
      const reply = await server.client().get('/demo-people', { headers: { [name]: '1.1 203.0.113.7' } });
      expect(reply.status).toBe(404);
    }
    const as = (host: string) => statusAsHost(`${server.origin}/api/demo-people`, host);
    const hosts = ['evil.example:3000', 'localhost:3000', '[::1]:3000', '127.0.0.1'];
    expect(await Promise.all(hosts.map(as))).toEqual([404, 200, 200, 200]);
  });

  it('has sign-offs of every kind: signed, lapsed and suspended ones, one whose evidence changed, and what waits', async () => {
    const { people } = (await server.client().get<DemoPeopleView>('/demo-people')).body;
    await server.app.get(Followers).catchUp();
    const client = server.client();
    const personId = people.find(({ role }) => role === 'director')?.id;
    const { roles } = (await client.post<SessionView>('/demo-session', { body: { personId } })).body;
    const { body } = await client.get<SignOffListView>(`/programs/${roles[0]?.programId}/sign-offs`);
    const { signOffs } = body;
    const count = (fits: (one: SignOffView) => boolean) => signOffs.filter(fits).length;
    const ofState = (state: string) => count((one) => one.state === state);
    const states = ['asked', 'partly-signed', 'signed', 'lapsed', 'suspended', 'declined'];
    expect(states.map((state) => [state, ofState(state)])).toEqual([
      ['asked', 2],
      ['partly-signed', 2],
      ['signed', 8],
      ['lapsed', 1],
      ['suspended', 1],
      ['declined', 1],
    ]);
    expect(signOffs.every(({ demonstration }) => demonstration)).toBe(true);
    expect(count(({ flaggedAt, changed }) => flaggedAt !== undefined && changed.length === 1)).toBe(1);
    expect(count(({ highRisk, signatures }) => highRisk && signatures.length === 3)).toBe(3);
    expect(count(({ waiver, signatures }) => waiver !== undefined && signatures.length === 3)).toBe(2);
    expect(count(({ waitsForMe }) => waitsForMe)).toBe(2);
  }, 120_000);

  it('follows from its events alone, row by row', async () => {
    const heads = await server.read((manager) => manager.find(LogHeadRow));
    expect(heads).toHaveLength(2);
    for (const { logId } of heads) {
      const { report, differences } = await server.read((manager) => checkLog(manager, logId));
      expect([report.findings, differences]).toEqual([[], []]);
    }
  }, 120_000);

  it('has a log whose every hash and link is right', async () => {
    const events = await server.read((manager) =>
      manager.find(EventRow, { order: { logId: 'ASC', seq: 'ASC' } }),
    );
    const logs = [...new Set(events.map((event) => event.logId))];
    for (const log of logs) expect(verifyChainOf(events.filter((event) => event.logId === log))).toEqual([]);
  });

  it('has no words that the privacy guard would stop', async () => {
    const [texts, stopped] = await server.read((manager) =>
      Promise.all([manager.count(TextRow), manager.count(StoppedTextRow)]),
    );
    expect([texts > 100, stopped]).toEqual([true, 0]);
  });

  it('is gone after one command, with its people and its log, and nothing else is', async () => {
    const kept = await server.program('kept');
    await server.app.get(Followers).catchUp();
    expect(await server.app.get(DemoProgram).wipe()).toBe(true);
    const left = await server.read(async (manager) => ({
      entries: await manager.count(EntryRow),
      logs: await logsIn(manager),
      people: (await manager.find(PersonRow)).map((person) => person.id).sort(),
    }));
    expect(left).toEqual({
      entries: 0,
      logs: ['installation', kept.id].sort(),
      people: kept.given.people.map((person) => person.id).sort(),
    });
    expect(await server.app.get(DemoProgram).wipe()).toBe(false);
    expect((await server.client().get('/demo-people')).status).toBe(404);
  });
});

/** The logs of which any table still knows. */
async function logsIn(manager: EntityManager): Promise<string[]> {
  const found = new Set<string>();
  for (const table of ownedTables(manager, 'logId'))
    for (const { logId } of await manager.find<{ logId: string }>(table, { select: { logId: true } }))
      found.add(logId);
  return [...found].sort();
}

describe('The first run', () => {
  let server: TestServer;
  let said: string[];
  const print = (line: string): void => void said.push(line);
  const run = async (): Promise<string[]> => {
    said = [];
    await server.app.get(DemoProgram).createOnFirstRun(print, { weeks: 1 });
    return said;
  };
  const counts = () =>
    server.read(async (manager) => ({
      programs: await manager.count(ProgramRow),
      people: await manager.count(PersonRow),
      entries: await manager.count(EntryRow),
    }));

  beforeAll(async () => {
    server = await TestServer.start({ demo: 'on' });
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  it(
    'that was interrupted leaves no half demo: the next one says so in a line, wipes it and makes it again',
    async () => {
      const begun = { programs: 1, people: 23 };
      const interrupted = makeYear(server, {
        seed: 1,
        now: NOON,
        progress: () => {
          throw new Error('the power went');
        },
      });
      await expect(interrupted).rejects.toThrow('the power went');
      const half = await counts();
      expect(half).toMatchObject(begun);
      const [line, ...more] = await run();
      expect(line).toBe('The first run was interrupted: its half-made demo program is wiped and made again.');
      expect(more).toEqual([
        expect.stringContaining('First run'),
        expect.stringMatching(/^The demo program has \d+ entries/),
      ]);
      const made = await counts();
      expect(made).toMatchObject({ ...begun, people: 24 });
      expect(made.entries).toBeLessThan(half.entries);
      expect(await run()).toEqual([]);
      expect(await counts()).toEqual(made);
    },
    DEMO_TIMEOUT_MS,
  );

  it('and what was wiped stays known to the log of the installation', async () => {
    const events = await server.read((manager) =>
      manager.find(EventRow, { where: { logId: 'installation', action: 'demo.wiped' } }),
    );
    const data = events.map((event) => told(event).data);
    expect(data).toEqual([
      {
        name: expect.stringContaining('(demo)'),
        entries: expect.any(Number),
        people: 23,
        events: expect.any(Number),
        chain: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('that was long ago: those who stay can still sign in, the fellows have left, and a line says what to do', async () => {
    server.setClock(NOON + 400 * 86_400_000);
    const [line, ...more] = await run();
    expect([line, more]).toEqual([expect.stringContaining('training year ended on'), []]);
    expect(line).toContain('npm run demo:wipe');
    const { people } = (await server.client().get<DemoPeopleView>('/demo-people')).body;
    const roles = people.map((person) => person.role);
    expect([...new Set(roles)].sort().join()).toBe('coordinator,director,institution,staff,supervisor');
    const supervisor = people.find((person) => person.role === 'supervisor');
    const session = await server.client().post('/demo-session', { body: { personId: supervisor?.id } });
    expect(session.status).toBe(201);
  });

  it('on a database that holds a real program makes nothing', async () => {
    await server.app.get(DemoProgram).wipe();
    await server.program('real');
    expect(await run()).toEqual([]);
    expect((await counts()).programs).toBe(1);
  });
});

describe('The demo generator', () => {
  it(
    'makes the same year from the same seed on the same day, another from another',
    async () => {
      const years: object[] = [];
      for (const seed of [7, 7, 8]) {
        const server = await TestServer.start();
        await makeYear(server, {
          seed,
          now: NOON,
          progress: () => undefined,
          weeks: 5,
        });
        // The hashes of two such years differ: the salts of their words are drawn by chance.
        years.push(
          await server.read(async (manager) => ({
            events: await manager.find(EventRow, {
              where: { logId: Not('installation') },
              order: { seq: 'ASC' },
              select: { seq: true, at: true, actorId: true, action: true, object: true },
            }),
            procedures: await manager.find(EntryProcedureRow, { order: { entryId: 'ASC', position: 'ASC' } }),
            ratings: await manager.find(RatingRow, { order: { decisionId: 'ASC', position: 'ASC' } }),
          })),
        );
        await server.stop();
      }
      expect(years[0]).toMatchObject({ events: expect.arrayContaining([expect.anything()]) });
      expect(years[1]).toEqual(years[0]);
      expect(years[2]).not.toEqual(years[0]);
    },
    DEMO_TIMEOUT_MS,
  );
});

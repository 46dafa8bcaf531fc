import type { ImportTrialView } from '@countersign/contracts/people/roster-views';
import type { MembersView } from '@countersign/contracts/people/views';
import type { Problem } from '@countersign/contracts/problems';
import type { SessionView } from '@countersign/contracts/sessions/views';
import type { EntryTrialView, SetUpChoicesView } from '@countersign/contracts/set-up/views';
import { currentEdition } from '../catalogue/editions/editions';
import { checkLog } from '../db/check-log';
import { PersonRow } from '../people/person.row';
import { ProgramRow } from '../programs/program.row';
import { NOON } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { FirstRun } from './first-run';

const PASSWORD = 'gravel teapot misses september';
const rows = [
  {
    name: 'A. Fellow',
    email: 'fellow@x.example',
    role: 'fellow',
    fromOn: '2026-07-01',
    toOn: '2027-06-30',
    cohort: '2026–27',
  },
  { name: 'B. Wrong', email: 'no address', role: 'fellow', fromOn: '2026-07-01', toOn: '2027-06-30' },
  {
    name: 'The Director',
    email: 'Director@x.example',
    role: 'director',
    fromOn: '2026-01-01',
    toOn: '2029-06-30',
  },
  {
    name: 'The Director',
    email: 'director@x.example',
    role: 'supervisor',
    fromOn: '2026-07-01',
    toOn: '2029-06-30',
  },
];
const asked = {
  ...{ institution: 'Example Hospital', program: 'Pain Fellowship', timeZone: 'America/Chicago' },
  ...{ edition: currentEdition, site: { name: 'Main clinic', setting: 'clinic' }, password: PASSWORD },
  director: { name: 'The Director', email: 'Director@x.example', lastOn: '2030-06-30' },
  coordinator: { name: 'The Coordinator', email: 'coordinator@x.example', lastOn: '2030-06-30' },
  ...{ rows, ready: 3 },
};

describe('The first run in the browser', () => {
  let server: TestServer;
  let token: string;

  const start = async (): Promise<void> => {
    server = await TestServer.start();
    token = (await server.app.get(FirstRun).open()) ?? '';
  };
  const stop = (): Promise<void> => server.stop();

  const setUp = (change: object = {}) =>
    server.client().post<SessionView & Problem>('/set-up', { body: { ...asked, token, ...change } });
  const count = () =>
    server.read(async (manager) => [await manager.count(ProgramRow), await manager.count(PersonRow)]);

  describe('on one server', () => {
    beforeAll(start);
    afterAll(stop);

    it('says which field is wrong, and writes nothing', async () => {
      const said = async (change: object) => {
        const { body } = await setUp(change);
        return [body.code, body.errors?.[0]?.pointer];
      };
      const { director } = asked;
      expect(await said({ timeZone: '+05:30' })).toEqual(['set-up/unknown-zone', '/timeZone']);
      expect(await said({ edition: '1999.1' })).toEqual(['set-up/unknown-edition', '/edition']);
      expect(await said({ password: 'short' })).toEqual(['password/too-short', '/password']);
      expect(await said({ password: 'Example Hospital pain' })).toEqual(['password/personal', '/password']);
      expect(await said({ director: { ...director, lastOn: '2026-11-22' } })).toEqual([
        'people/reversed',
        '/director/lastOn',
      ]);
      expect(await said({ coordinator: { ...director, lastOn: '2030-02-31' } })).toEqual([
        'people/email-taken',
        '/coordinator/email',
      ]);
      expect(await said({ ready: 4 })).toEqual(['people/changed', undefined]);
      expect(await said({ director: { ...director, name: ' ' } })).toEqual([
        'request/invalid',
        '/director/name',
      ]);
      expect(await count()).toEqual([0, 0]);
    });

    it('takes no other token, and slows down whoever tries many', async () => {
      const open = (given: string) =>
        server.client().post<Problem>('/set-up/opening', { body: { token: given } });
      expect([(await open('x')).body.code, (await open(`${token}x`)).body.code]).toEqual([
        'set-up/token-wrong',
        'set-up/token-wrong',
      ]);
      const before = token;
      token = (await server.app.get(FirstRun).open()) ?? '';
      expect((await open(before)).body.code).toBe('set-up/token-wrong');
      expect((await open(token)).status).toBe(200);
      for (let tries = 0; tries < 60; tries += 1) await open(`guess ${tries}`);
      const late = await open('guess');
      expect([late.status, late.body.code]).toEqual([429, 'session/too-many-tries']);
      expect(late.headers.get('retry-after')).not.toBeNull();
      server.setClock(NOON + 60_000);
    });

    it('tries the program out with a test entry that counts, and keeps nothing of it', async () => {
      const tried = (change: object = {}) =>
        server
          .client()
          .post<EntryTrialView & Problem>('/set-up/entry-trials', { body: { ...asked, token, ...change } });
      const rowsOf = () =>
        server.read(async (manager) => {
          const counts = manager.connection.entityMetadatas.map(async ({ target, tableName }) => [
            tableName,
            await manager.count(target),
          ]);
          return Object.fromEntries((await Promise.all(counts)) as [string, number][]);
        });
      const before = await rowsOf();
      for (const edition of ['2026.3', '2026.2', '2026.1'])
        expect((await tried({ edition })).body).toEqual({
          ...{
            item: expect.stringContaining('Trigger point injection'),
            competency: 'Trigger point injection',
          },
          ...{ approved: 1, need: 20 },
        });
      const both = await Promise.all([tried(), tried()]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      const wrong = await tried({ timeZone: '+05:30' });
      expect([wrong.status, wrong.body.code]).toEqual([400, 'set-up/unknown-zone']);
      expect((await tried({ token: 'x' })).body.code).toBe('set-up/token-wrong');
      expect(await rowsOf()).toEqual(before);
    });

    it('makes the program with its people, signs the director in, and is over with it', async () => {
      expect((await server.client().get('/set-up')).body).toEqual({ least: 15 });
      const choices = await server.client().post<SetUpChoicesView>('/set-up/opening', { body: { token } });
      expect(choices.body.editions).toEqual(['2026.3', '2026.2', '2026.1']);
      const trial = await server
        .client()
        .post<ImportTrialView>('/set-up/roster-trials', { body: { token, rows } });
      expect(trial.body).toMatchObject({
        ready: 3,
        wrong: 1,
        rows: [{}, { problem: { fault: 'email-wrong' } }, {}, {}],
      });
      const director = server.client();
      const { status, body } = await director.post<SessionView>('/set-up', { body: { ...asked, token } });
      expect([status, body.person.name, body.demand]).toEqual([201, 'The Director', undefined]);
      expect(body.roles.map(({ role }) => role).sort()).toEqual(['director', 'supervisor']);
      const programId = body.roles[0]?.programId ?? '';
      const members = (await director.get<MembersView>(`/programs/${programId}/people`)).body;
      expect(members.people.map(({ email, access }) => [email, access.state]).sort()).toEqual([
        ['coordinator@x.example', 'none'],
        ['director@x.example', 'password'],
        ['fellow@x.example', 'none'],
      ]);
      for (const log of ['installation', programId]) {
        const { differences } = await server.read((manager) => checkLog(manager, log));
        expect(differences).toEqual([]);
      }
      const again = server.client();
      expect(
        (await again.post('/session', { body: { email: 'director@x.example', password: PASSWORD } })).status,
      ).toBe(201);
      // Whatever is asked now, with the right token or a wrong one, is answered alike.
      const over = [
        await server.client().get<Problem>('/set-up'),
        await server.client().post<Problem>('/set-up/opening', { body: { token } }),
        await server.client().post<Problem>('/set-up/roster-trials', { body: { token: 'wrong', rows } }),
        await setUp({ program: 'Another' }),
      ];
      expect(over.map(({ status: said, body: { code } }) => [said, code])).toEqual(
        over.map(() => [404, 'set-up/over']),
      );
      expect(await server.app.get(FirstRun).open()).toBeNull();
    });
  });

  describe('on servers of their own', () => {
    beforeEach(start);
    afterEach(stop);

    it('of many at once one makes the program', async () => {
      const names = Array.from({ length: 12 }, (_, nth) => `Program ${nth}`);
      const replies = await Promise.all(names.map((program) => setUp({ program })));
      const codes = replies.map(({ status, body: { code } }) => (status === 201 ? 'made' : code)).sort();
      expect(codes).toEqual(['made', ...names.slice(1).map(() => 'set-up/over')]);
      expect(await count()).toEqual([1, 3]);
    });

    it('a program that came by another way ends it', async () => {
      await server.program('by-command');
      expect((await setUp()).body.code).toBe('set-up/over');
    });
  });
});

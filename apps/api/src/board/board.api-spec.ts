import type { BoardView, DisplayView, NewDisplayLinkView } from '@countersign/contracts/board/views';
import { DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import type { Problem } from '@countersign/contracts/problems';
import { LeaveRow } from '../programs/program.row';
import { programUnderTest } from '../testing/program-under-test';
import type { Reply } from '../testing/test-client';
import { entryBody, NOON, TODAY } from '../testing/test-program';

const DAY_MS = 86_400_000;

/** Asks for what is newer than a tag; without an age `fetch` would ask for everything anew. */
const newerThan = (tag: string) => ({ 'if-none-match': tag, 'cache-control': 'max-age=0' });

/** Every name of a field in a reply, however deep. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [name, ...fieldsIn(inside)]);
}

describe('The supervision board', () => {
  const here = programUnderTest('board', 'fellow', 'supervisor', 'director', 'coordinator', 'staff');
  const board = (headers = {}) => here.staff.get<BoardView>(`${here.base}/board`, { headers });
  const tagOf = (reply: Reply<unknown>) => reply.headers.get('etag') ?? '';

  afterEach(() => here.server.setClock(NOON));

  it('is the same for everybody of the program, a nurse included', async () => {
    const { body } = await board();
    for (const client of [here.fellow, here.supervisor, here.director, here.coordinator]) {
      expect((await client.get<BoardView>(`${here.base}/board`)).body).toEqual(body);
    }
    expect(body).toMatchObject({ program: 'Program board', today: TODAY, timeZone: 'America/Chicago' });
    expect(body.sites.map(({ name }) => name)).toEqual(['Main site', 'Other site']);
  });

  it('has a line for each fellow and each competency with a procedure: direct, until signed off', async () => {
    const { body } = await board();
    expect(body.fellows.map(({ name, presence }) => [name, presence.kind, presence.rotation])).toEqual([
      ['Fellow One', 'at-site', 'Interventional'],
      ['Fellow Two', 'unplaced', undefined],
    ]);
    const titles = body.competencies.map(({ title }) => title);
    expect(titles).toContain('Lumbar transforaminal epidural');
    expect(new Set(titles).size).toBe(titles.length);
    for (const { lines } of body.fellows) {
      expect(lines).toEqual(
        titles.map((_title, competency) => ({ competency, reason: 'not-signed', supervision: 'direct' })),
      );
    }
    const lumbar = body.competencies.find(({ title }) => title.startsWith('Lumbar transforaminal'));
    expect(lumbar?.words.join()).toMatch(/TFESI/i);
  });

  it('says these things and nothing else: no count, no rating, no chart, no id of a person', async () => {
    const known = ['program', 'timeZone', 'today', 'asOf', 'sites', 'competencies', 'fellows', 'id', 'name'];
    const ofLines = [
      'presence',
      'lines',
      'competency',
      'reason',
      'supervision',
      'title',
      'includes',
      'words',
    ];
    const { body } = await board();
    const fields = new Set(fieldsIn(body));
    expect([...fields].sort()).toEqual([...known, ...ofLines, 'kind', 'siteId', 'rotation'].sort());
    for (const { id } of Object.values(here.program.people)) expect(JSON.stringify(body)).not.toContain(id);
  });

  it('costs 304 while nothing on it changes, entries that are logged included', async () => {
    const tag = tagOf(await board());
    expect((await board(newerThan(tag))).status).toBe(304);
    await here.fellow.post(here.entries, { body: entryBody(here.program) });
    expect((await board(newerThan(tag))).status).toBe(304);
  });

  it('says at once where a fellow is not', async () => {
    const tag = tagOf(await board());
    const { id: programId, people } = here.program;
    const leave = { programId, id: 'leave', fellowId: people.fellow.id, kind: 'vacation' };
    await here.server.write('test', async (tx) => {
      await tx.insert(LeaveRow, { ...leave, fromOn: TODAY, toOn: '2026-11-27' });
      tx.record('facts.recounted', { id: programId, programId }, { versions: 0 });
    });
    const changed = await board(newerThan(tag));
    expect(changed.status).toBe(200);
    expect(changed.body.fellows[0]?.presence).toEqual({ kind: 'on-leave', untilOn: '2026-11-27' });
  });

  it('is another one on the next day, though nothing happened', async () => {
    const tag = tagOf(await board());
    here.server.setClock(NOON + DAY_MS);
    const staff = await here.server.as(here.program.people.staff);
    const next = await staff.get<BoardView>(`${here.base}/board`, { headers: newerThan(tag) });
    expect([next.status, next.body.today]).toEqual([200, '2026-11-24']);
  });

  it('looked at by a page that nobody touches ends the session like any other after half an hour', async () => {
    const staff = await here.server.as(here.program.people.staff);
    for (const minutes of [10, 20, 29]) {
      here.server.setClock(NOON + minutes * 60_000);
      expect((await staff.get(`${here.base}/board`)).status).toBe(200);
    }
    here.server.setClock(NOON + 31 * 60_000);
    expect((await staff.get(`${here.base}/board`)).status).toBe(401);
  });

  it('of another program is not there', async () => {
    const other = await here.server.program('elsewhere');
    expect((await here.staff.get(`/programs/${other.id}/board`)).status).toBe(404);
  });
});

describe('A display link', () => {
  const here = programUnderTest('display', 'director', 'coordinator');
  const links = () => `${here.base}/display-links`;
  const make = (change = {}) =>
    here.director.post<NewDisplayLinkView>(links(), {
      body: { ward: 'Procedure room 2', expiresOn: '2027-06-30', ...change },
    });
  /** A screen: a client without a session. */
  const show = (secret: string, headers = {}) =>
    here.server.client().get<DisplayView & Problem>('/board-display', {
      headers: { [DISPLAY_HEADER]: secret, ...headers },
    });
  const told = ({ body: { requestId: _id, ...body }, status }: Reply<Problem>) => ({ status, body });

  afterEach(() => here.server.setClock(NOON));

  it('shows the board without a session, with the ward and its site, and nothing else', async () => {
    const { secret, link } = (await make({ siteId: here.program.siteId })).body;
    const { status, body } = await show(secret);
    const { ward, siteId, ...shown } = body;
    expect([status, ward, siteId]).toEqual([200, 'Procedure room 2', here.program.siteId]);
    const inside = (await here.director.get<BoardView>(`${here.base}/board`)).body;
    expect(shown).toEqual(inside);
    const other = { headers: { [DISPLAY_HEADER]: secret } };
    expect((await here.server.client().get(`${here.base}/board`, other)).status).toBe(401);
    expect((await here.server.client().get(links(), other)).status).toBe(401);
    expect(link).toMatchObject({ open: true, madeBy: 'Director One', expiresOn: '2027-06-30' });
  });

  it('tells its secret once: no list and no row has it', async () => {
    const { secret, link } = (await make()).body;
    expect(secret).toMatch(/^[\w-]{43}$/);
    await show(secret);
    const list = await here.coordinator.get(links());
    expect(JSON.stringify(list.body)).toContain(link.id);
    expect(JSON.stringify(list.body)).not.toContain(secret);
    expect(JSON.stringify(list.body)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('costs 304 while nothing changes', async () => {
    const { secret } = (await make()).body;
    const tag = (await show(secret)).headers.get('etag') ?? '';
    expect((await show(secret, newerThan(tag))).status).toBe(304);
  });

  it('that was revoked, is over or was never made answers the same', async () => {
    const unknown = told(await show('no-such-secret'));
    expect(unknown).toMatchObject({ status: 404, body: { code: 'access/not-found' } });
    expect(told(await show(''))).toEqual(unknown);
    const { secret, link } = (await make()).body;
    const revoked = await here.coordinator.post(`${links()}/${link.id}/revocation`);
    expect([revoked.status, revoked.body['open'], revoked.body['revokedAt']]).toEqual([201, false, NOON]);
    expect(told(await show(secret))).toEqual(unknown);
    const short = (await make({ expiresOn: TODAY })).body.secret;
    expect((await show(short)).status).toBe(200);
    here.server.setClock(NOON + DAY_MS);
    expect(told(await show(short))).toEqual(unknown);
  });

  it('is revoked once, however often it is said', async () => {
    const { link } = (await make()).body;
    const once = await here.director.post(`${links()}/${link.id}/revocation`);
    here.server.setClock(NOON + 60_000);
    const again = await here.director.post(`${links()}/${link.id}/revocation`);
    expect(again.body).toEqual(once.body);
  });

  it('of another program shows that one and cannot be revoked from here', async () => {
    const other = await here.server.program('other-display');
    const director = await here.server.as(other.people.director);
    const body = { ward: 'Ward 3', expiresOn: TODAY };
    const made = await director.post<NewDisplayLinkView>(`/programs/${other.id}/display-links`, { body });
    expect((await show(made.body.secret)).body.program).toBe('Program other-display');
    const revoked = await here.director.post(`${links()}/${made.body.link.id}/revocation`);
    expect(revoked.status).toBe(404);
    expect((await show(made.body.secret)).status).toBe(200);
  });

  it('is refused for a day that is past or too far, and for a site that is not the program’s', async () => {
    const codes = async (change: object) => ((await make(change)) as unknown as Reply<Problem>).body.code;
    expect(await codes({ expiresOn: '2026-11-22' })).toBe('board/link-day-impossible');
    expect(await codes({ expiresOn: '2030-01-01' })).toBe('board/link-too-long');
    const other = await here.server.program('third-display');
    expect(await codes({ siteId: other.siteId })).toBe('entry/unknown-site');
  });

  it('notes its last use every few minutes, and not every time', async () => {
    const { secret, link } = (await make()).body;
    const seenAt = async () => {
      const list = await here.director.get<{ links: { id: string; lastSeenAt?: number }[] }>(links());
      return list.body.links.find(({ id }) => id === link.id)?.lastSeenAt;
    };
    await show(secret);
    here.server.setClock(NOON + 60_000);
    await show(secret);
    expect(await seenAt()).toBe(NOON);
    here.server.setClock(NOON + 6 * 60_000);
    await show(secret);
    expect(await seenAt()).toBe(NOON + 6 * 60_000);
  });
});

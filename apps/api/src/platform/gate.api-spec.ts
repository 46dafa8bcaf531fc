import { actions, audienceOf, type Action, type Role } from '@countersign/domain/access';
import type { Problem } from '@countersign/contracts/problems';
import { PERSON_HEADER } from '@countersign/contracts/sessions/endpoints';
import type { SessionView } from '@countersign/contracts/sessions/views';
import type { NewPerson } from '../programs/set-up-program';
import type { TestClient } from '../testing/test-client';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody } from '../testing/test-program';
import { Routes } from './routes';

/**
 * Who may attempt what, typed by hand and not read from the code under test: F fellow, S supervisor, D director,
 * C coordinator, `any` everybody with a session, `open` everybody.
 */
const oracle: Readonly<Record<string, string>> = {
  'POST /session': 'open',
  'GET /session': 'any',
  'DELETE /session': 'any',
  'GET /account': 'any',
  'PUT /account/password': 'any',
  'POST /account/second-factor': 'any',
  'POST /account/second-factor/confirmation': 'any',
  'POST /account/second-factor/removal': 'any',
  'POST /programs/:programId/people/:personId/second-factor/removal': 'D',
  'PUT /programs/:programId/second-factor': 'D',
  'POST /account/passkey-questions': 'any',
  'POST /account/passkeys': 'any',
  'POST /account/passkeys/:passkeyId/removal': 'any',
  'POST /account/signing-questions': 'any',
  ...{ 'POST /passkey-questions': 'open', 'POST /passkey-session': 'open' },
  'DELETE /account/sessions': 'any',
  'DELETE /account/sessions/:sessionId': 'any',
  ...{ 'POST /access-links/opening': 'open', 'POST /access-links/use': 'open' },
  'POST /password-resets': 'open',
  'POST /mail-stops': 'open',
  ...{ 'GET /set-up': 'open', 'POST /set-up': 'open' },
  ...{ 'POST /set-up/opening': 'open', 'POST /set-up/roster-trials': 'open' },
  'POST /set-up/entry-trials': 'open',
  'GET /account/mails': 'any',
  'PUT /account/mails': 'any',
  'GET /programs/:programId/notices': 'FSDCN',
  'GET /programs/:programId/notices/count': 'FSDCN',
  'POST /programs/:programId/notices/seen': 'FSDCN',
  'GET /programs/:programId/mails': 'DC',
  'POST /programs/:programId/mails/:mailId/resending': 'DC',
  'POST /programs/:programId/people/:personId/access-link-mails': 'DC',
  'POST /programs/:programId/people/:personId/access-links': 'DC',
  'POST /programs/:programId/people/:personId/access-links/revocation': 'DC',
  ...{ 'GET /demo-people': 'open', 'POST /demo-session': 'open' },
  ...{ 'GET /health/live': 'open', 'GET /health/ready': 'open' },
  ...{ 'GET /openapi.json': 'open', 'GET /issuer-keys': 'open' },
  'GET /status-list': 'open',
  'GET /programs/:programId/catalogue': 'FSDC',
  'POST /programs/:programId/catalogue-edition': 'D',
  'GET /programs/:programId/log-context': 'F',
  'POST /programs/:programId/entries': 'F',
  'GET /programs/:programId/entries': 'FSDC',
  'GET /programs/:programId/entries/:entryId': 'FSDC',
  'GET /programs/:programId/entries/:entryId/history': 'FSDC',
  'GET /programs/:programId/entries/:entryId/receipt': 'FSDC',
  'GET /programs/:programId/record/:log': 'DC',
  'GET /programs/:programId/record/:log/:size': 'DC',
  'PUT /programs/:programId/entries/:entryId': 'F',
  'POST /programs/:programId/entries/:entryId/withdrawal': 'F',
  'POST /programs/:programId/entries/:entryId/amendments': 'F',
  'POST /programs/:programId/entries/:entryId/void': 'FD',
  'POST /programs/:programId/entries/:entryId/redactions': 'D',
  'GET /programs/:programId/stopped-texts': 'D',
  'GET /programs/:programId/review-queue': 'S',
  'POST /programs/:programId/review-batches': 'S',
  'GET /programs/:programId/corrections': 'FD',
  'GET /programs/:programId/approval-habits': 'SDC',
  'GET /programs/:programId/waiting': 'DC',
  'POST /programs/:programId/reassignments': 'DC',
  'PUT /programs/:programId/fallback': 'D',
  'GET /programs/:programId/delegations': 'SDC',
  'POST /programs/:programId/delegations': 'SDC',
  'POST /programs/:programId/delegations/:delegationId/answer': 'SDC',
  'POST /programs/:programId/delegations/:delegationId/end': 'SDC',
  'GET /programs/:programId/people': 'DC',
  'POST /programs/:programId/people': 'DC',
  'PUT /programs/:programId/people/:personId': 'DC',
  'POST /programs/:programId/people/:personId/roles': 'DC',
  'POST /programs/:programId/people/:personId/disabling': 'DC',
  'POST /programs/:programId/people/:personId/enabling': 'DC',
  'POST /programs/:programId/roster-trials': 'DC',
  'POST /programs/:programId/roster-imports': 'DC',
  'POST /programs/:programId/roster-imports/:importId/undo': 'DC',
  'GET /programs/:programId/schedule': 'DC',
  'GET /programs/:programId/roll-over': 'DC',
  'POST /programs/:programId/sites': 'DC',
  'PUT /programs/:programId/sites/:siteId': 'DC',
  'POST /programs/:programId/rotations': 'DC',
  'PUT /programs/:programId/rotations/:rotationId': 'DC',
  'DELETE /programs/:programId/rotations/:rotationId': 'DC',
  'POST /programs/:programId/leave': 'DC',
  'DELETE /programs/:programId/leave/:leaveId': 'DC',
  'PUT /programs/:programId/roles/:roleId': 'DC',
  'DELETE /programs/:programId/roles/:roleId': 'DC',
  'POST /programs/:programId/roles/:roleId/departure': 'DC',
  'GET /programs/:programId/past-decisions': 'S',
  'POST /programs/:programId/entries/:entryId/approval': 'S',
  'POST /programs/:programId/entries/:entryId/return': 'S',
  'POST /programs/:programId/entries/:entryId/undo': 'S',
  'POST /programs/:programId/entries/:entryId/answer': 'F',
  'POST /programs/:programId/entries/:entryId/resolution': 'D',
  'GET /programs/:programId/board': 'FSDCN',
  'GET /board-display': 'open',
  'GET /programs/:programId/display-links': 'DC',
  'POST /programs/:programId/display-links': 'DC',
  'POST /programs/:programId/display-links/:linkId/revocation': 'DC',
  'GET /programs/:programId/letters': 'FDC',
  'GET /programs/:programId/letters/:letterId/pdf': 'FDC',
  'GET /programs/:programId/letters/:letterId/credential': 'FDC',
  'POST /programs/:programId/letters/:letterId/revocation': 'D',
  'GET /programs/:programId/fellows/:fellowId/letter-draft': 'D',
  'POST /programs/:programId/fellows/:fellowId/letters': 'D',
  'GET /programs/:programId/dashboard': 'DC',
  'GET /programs/:programId/fellows/:fellowId/committee': 'DC',
  'GET /programs/:programId/fellows/:fellowId/committee/packet': 'DC',
  'POST /programs/:programId/fellows/:fellowId/committee-decisions': 'D',
  ...{ 'GET /programs/:programId/case-mix': 'DC', 'GET /programs/:programId/raters': 'D' },
  'GET /programs/:programId/forecast-calibration': 'DC',
  ...{ 'GET /programs/:programId/yield': 'DC', 'GET /programs/:programId/own-ratings': 'S' },
  'GET /programs/:programId/attention': 'DC',
  'POST /programs/:programId/attention-dismissals': 'D',
  'GET /programs/:programId/sign-offs': 'FSDC',
  'POST /programs/:programId/sign-offs': 'FD',
  'GET /programs/:programId/sign-offs/:signOffId': 'FSDC',
  'GET /programs/:programId/sign-offs/:signOffId/evidence': 'FSDC',
  'GET /programs/:programId/sign-offs/:signOffId/history': 'FSDC',
  'GET /programs/:programId/sign-offs/:signOffId/documents/:digest': 'FSDC',
  'POST /programs/:programId/sign-offs/:signOffId/documents': 'SD',
  'POST /programs/:programId/sign-offs/:signOffId/signatures': 'SD',
  'POST /programs/:programId/sign-offs/:signOffId/decline': 'SD',
  'POST /programs/:programId/sign-offs/:signOffId/renewal': 'FD',
  'POST /programs/:programId/sign-offs/:signOffId/withdrawal': 'FD',
  'POST /programs/:programId/sign-offs/:signOffId/keeping': 'D',
  'POST /programs/:programId/sign-offs/:signOffId/suspension': 'D',
  'POST /programs/:programId/sign-offs/:signOffId/reinstatement': 'D',
  'POST /programs/:programId/sign-offs/:signOffId/revocation': 'D',
  'GET /programs/:programId/requirement-sets': 'FSDC',
  'GET /programs/:programId/requirement-sets/:setRowId': 'FSDC',
  'GET /programs/:programId/requirement-sets/:setRowId/file': 'FSDC',
  'GET /programs/:programId/rating-odds': 'FSDC',
  'POST /programs/:programId/requirement-trials': 'DC',
  'POST /programs/:programId/requirement-trials/evidence': 'DC',
  'POST /programs/:programId/requirement-drafts': 'DC',
  'PUT /programs/:programId/requirement-drafts/:draftId': 'DC',
  'DELETE /programs/:programId/requirement-drafts/:draftId': 'DC',
  'POST /programs/:programId/requirement-drafts/:draftId/publication': 'D',
  'PUT /programs/:programId/trainings/:roleId/cohort': 'DC',
  'GET /programs/:programId/qualifications': 'DC',
  'GET /programs/:programId/fellows/:fellowId/qualifications': 'FDC',
  'POST /programs/:programId/fellows/:fellowId/qualifications': 'FDC',
  'PUT /programs/:programId/fellows/:fellowId/qualifications/:qualificationId': 'FDC',
  'POST /programs/:programId/fellows/:fellowId/qualifications/:qualificationId/end': 'FDC',
  'GET /programs/:programId/fellows/:fellowId/progress': 'FDC',
  'GET /programs/:programId/fellows/:fellowId/competencies/:competencyId/evidence': 'FDC',
  'GET /programs/:programId/fellows/:fellowId/competencies/:competencyId': 'FSDC',
  'POST /programs/:programId/fellows/:fellowId/competencies/:competencyId/alarm-reviews': 'SD',
  'GET /programs/:programId/chart-settings': 'DC',
  'GET /programs/:programId/institution-counts': 'I',
  'POST /programs/:programId/chart-settings': 'D',
};

/** Rows of the action table without a route so far; a row that gets one leaves this list. */
const notYetRouted: readonly Action[] = [
  'catalogue.draft',
  'entry.correct',
  'narrative.read',
  'rating.give',
  'rating.give-oneself',
  'rating.read',
  'supervisee-counts.read',
];

const letters: Readonly<Record<Role, string>> = {
  fellow: 'F',
  supervisor: 'S',
  director: 'D',
  coordinator: 'C',
  institution: 'I',
  staff: 'N',
};

describe('The gate', () => {
  const here = programUnderTest('gate');
  let stranger: NewPerson;
  const clients = new Map<Role, TestClient>();

  beforeAll(async () => {
    stranger = (await here.server.program('elsewhere')).people.director;
    for (const role of ['fellow', 'supervisor', 'director', 'coordinator', 'staff'] as const) {
      clients.set(role, await here.server.as(here.program.people[role]));
    }
  });

  it('knows every route of the running server, and the table by hand names exactly these', () => {
    const routes = listed();
    expect(routes.every(({ route }) => route !== undefined)).toBe(true);
    const found = routes.flatMap(({ route }) =>
      route ? [`${route.endpoint.method} ${route.endpoint.path}`] : [],
    );
    expect(found.sort()).toEqual(Object.keys(oracle).sort());
  });

  it('has no action that no route asks for, except those whose pages are still to be built', () => {
    const asked = new Set(listed().map(({ route }) => route?.endpoint.action));
    const unasked = (Object.keys(actions) as Action[]).filter((action) => !asked.has(action));
    expect(unasked.sort()).toEqual([...notYetRouted].sort());
  });

  it.each(Object.entries(oracle))('%s is for %s', async (name, wanted) => {
    const [method = 'GET', template = ''] = name.split(' ');
    const named: Record<string, string> = {
      ...{ ':fellowId': here.program.people.otherFellow.id, ':competencyId': 'none', ':digest': 'none' },
    };
    const path = template.replaceAll(/:\w+/g, (name) => named[name] ?? here.program.id);
    const call = (client: TestClient) => send(client, method, path);
    if (wanted === 'open') {
      expect(audienceOf(actionOf(name))).toBe('anyone');
      return;
    }
    expect(await call(here.server.client())).toBe(401);
    if (wanted === 'any') return;
    for (const [role, client] of clients) {
      const status = await call(client);
      const allowed = wanted.includes(letters[role]);
      // What is allowed then meets the record's own rules: a body that is missing, an entry that does not exist.
      expect([role, allowed ? status !== 403 : status]).toEqual([role, allowed ? true : 403]);
    }
    expect(await call(await here.server.as(stranger))).toBe(404);
  });

  describe('Identity (a): of a page that belongs to somebody else than who is signed in', () => {
    const withSession = Object.entries(oracle).filter(([, wanted]) => wanted !== 'open');
    const writing = withSession.filter(([name]) => !name.startsWith('GET'));
    const pathOf = (name: string) =>
      (name.split(' ')[1] ?? '').replace(':programId', here.program.id).replace(/:\w+/, here.program.id);
    const ask = (name: string, headers: Record<string, string>) => {
      const client = clients.get('fellow');
      if (client === undefined) throw new Error('nobody is signed in');
      const method = (name.split(' ')[0] ?? 'GET').toLowerCase() as 'get' | 'post' | 'put' | 'delete';
      const content = method === 'get' || method === 'delete' ? {} : { body: {}, revision: 1 };
      return client[method]<Problem>(pathOf(name), { ...content, headers });
    };

    it.each(writing)('%s is refused', async (name) => {
      const reply = await ask(name, { [PERSON_HEADER]: here.program.people.otherFellow.id });
      expect([reply.status, reply.body.code]).toEqual([403, 'session/other-person']);
    });

    it.each(writing)('%s is refused where it does not say whose page it is', async (name) => {
      const reply = await ask(name, { [PERSON_HEADER]: '' });
      expect([reply.status, reply.body.code]).toEqual([428, 'session/person-missing']);
    });

    it.each(withSession.filter(([name]) => name.startsWith('GET') && name !== 'GET /session'))(
      '%s shows nothing',
      async (name) => {
        const reply = await ask(name, { [PERSON_HEADER]: here.program.people.otherFellow.id });
        expect([reply.status, reply.body.code]).toEqual([403, 'session/other-person']);
      },
    );

    it('the entry lands in nobody’s log, and the page can ask who is signed in', async () => {
      const body = entryBody(here.program);
      const client = await here.server.as(here.program.people.fellow);
      const headers = { [PERSON_HEADER]: here.program.people.otherFellow.id };
      const sent = await client.post<Problem>(`/programs/${here.program.id}/entries`, { body, headers });
      expect([sent.status, sent.body.code]).toEqual([403, 'session/other-person']);
      expect((await client.get(`/programs/${here.program.id}/entries/${body.id}`)).status).toBe(404);
      const session = await client.get<SessionView>('/session', { headers });
      expect(session.body.person.id).toBe(here.program.people.fellow.id);
    });
  });

  it('answers an address that is not a route with a problem, not with a page', async () => {
    const reply = await here.server.client().get('/no/such/route');
    expect([reply.status, reply.body['code']]).toEqual([404, 'request/unknown-route']);
  });

  const listed = () => here.server.app.get(Routes).list();

  function actionOf(name: string): Action {
    const found = listed().find(
      ({ route }) => route && `${route.endpoint.method} ${route.endpoint.path}` === name,
    );
    if (!found?.route) throw new Error(`no route ${name}`);
    return found.route.endpoint.action;
  }
});

async function send(client: TestClient, method: string, path: string): Promise<number> {
  if (method === 'GET') return (await client.get(path)).status;
  if (method === 'PUT') return (await client.put(path, { body: {}, revision: 1 })).status;
  if (method === 'DELETE') return (await client.delete(path)).status;
  return (await client.post(path, { body: {}, revision: 1 })).status;
}

import { v7 as uuidv7 } from 'uuid';
import type { CheckpointsView } from '@countersign/contracts/ledger/views';
import type { LetterDraftView } from '@countersign/contracts/credentials/views';
import type { RequirementSetsView } from '@countersign/contracts/requirements/views';
import { Checkpoints } from './ledger/checkpoints';
import { Routes } from './platform/routes';
import { trafficOf } from './testing/count-statements';
import { signOffsUnderTest, type SignOffsUnderTest } from './testing/sign-offs-under-test';
import { PASSWORD, TODAY } from './testing/test-program';

type Who = 'fellow' | 'supervisor' | 'director' | 'staff' | 'nobody';

/**
 * Every read of the router: who asks, and the most statements it may send, typed by hand, session and roles included. SET,
 * START, COMMIT and PRAGMA are not counted. What is not needed for a page with everything on it stands here as well, so
 * that a new route has a number from its first day.
 */
const MOST: Readonly<Record<string, readonly [Who, number]>> = {
  '/account': ['fellow', 7],
  '/account/mails': ['fellow', 2],
  '/board-display': ['nobody', 1],
  '/demo-people': ['nobody', 1],
  '/health/live': ['fellow', 0],
  '/health/ready': ['fellow', 3],
  '/issuer-keys': ['fellow', 1],
  '/openapi.json': ['fellow', 0],
  '/programs/:programId/approval-habits': ['supervisor', 5],
  '/programs/:programId/attention': ['director', 12],
  '/programs/:programId/board': ['fellow', 14],
  '/programs/:programId/case-mix': ['director', 9],
  '/programs/:programId/catalogue': ['fellow', 2],
  '/programs/:programId/chart-settings': ['director', 7],
  '/programs/:programId/corrections': ['director', 2],
  '/programs/:programId/dashboard': ['director', 9],
  '/programs/:programId/delegations': ['supervisor', 5],
  '/programs/:programId/display-links': ['director', 5],
  '/programs/:programId/entries': ['fellow', 4],
  '/programs/:programId/entries/:entryId': ['fellow', 4],
  '/programs/:programId/entries/:entryId/history': ['fellow', 6],
  '/programs/:programId/entries/:entryId/receipt': ['fellow', 9],
  '/programs/:programId/fellows/:fellowId/committee': ['director', 19],
  '/programs/:programId/fellows/:fellowId/committee/packet': ['director', 24],
  '/programs/:programId/fellows/:fellowId/competencies/:competencyId': ['fellow', 6],
  '/programs/:programId/fellows/:fellowId/competencies/:competencyId/evidence': ['fellow', 9],
  '/programs/:programId/fellows/:fellowId/letter-draft': ['director', 14],
  '/programs/:programId/fellows/:fellowId/progress': ['fellow', 5],
  '/programs/:programId/fellows/:fellowId/qualifications': ['fellow', 6],
  '/programs/:programId/forecast-calibration': ['director', 12],
  '/programs/:programId/institution-counts': ['staff', 9],
  '/programs/:programId/letters': ['fellow', 3],
  '/programs/:programId/letters/:letterId/credential': ['fellow', 2],
  '/programs/:programId/letters/:letterId/pdf': ['fellow', 2],
  '/programs/:programId/log-context': ['fellow', 4],
  '/programs/:programId/mails': ['director', 6],
  '/programs/:programId/notices': ['fellow', 3],
  '/programs/:programId/notices/count': ['fellow', 2],
  '/programs/:programId/own-ratings': ['supervisor', 5],
  '/programs/:programId/past-decisions': ['supervisor', 6],
  '/programs/:programId/people': ['director', 7],
  '/programs/:programId/qualifications': ['director', 6],
  '/programs/:programId/raters': ['director', 7],
  '/programs/:programId/rating-odds': ['fellow', 1],
  '/programs/:programId/record/:log': ['director', 4],
  '/programs/:programId/record/:log/:size': ['director', 2],
  '/programs/:programId/requirement-sets': ['director', 6],
  '/programs/:programId/requirement-sets/:setRowId': ['fellow', 5],
  '/programs/:programId/requirement-sets/:setRowId/file': ['fellow', 2],
  '/programs/:programId/review-queue': ['supervisor', 2],
  '/programs/:programId/roll-over': ['director', 20],
  '/programs/:programId/schedule': ['director', 7],
  '/programs/:programId/sign-offs': ['fellow', 8],
  '/programs/:programId/sign-offs/:signOffId': ['fellow', 9],
  '/programs/:programId/sign-offs/:signOffId/documents/:digest': ['director', 3],
  '/programs/:programId/sign-offs/:signOffId/evidence': ['fellow', 10],
  '/programs/:programId/sign-offs/:signOffId/history': ['fellow', 5],
  '/programs/:programId/stopped-texts': ['director', 3],
  '/programs/:programId/waiting': ['director', 5],
  '/programs/:programId/yield': ['director', 11],
  '/session': ['fellow', 2],
  '/set-up': ['nobody', 0],
  '/status-list': ['fellow', 1],
};

/** There is no demo here and a program is; what a display link shows is counted in statements.api-spec. */
const hidden = ['/demo-people', '/board-display', '/set-up'];

/** What must be asked beside the path. */
const query: Readonly<Record<string, string>> = {
  '/programs/:programId/rating-odds': '?of=newest&n=5&percent=100&cases=50',
  '/programs/:programId/fellows/:fellowId/letter-draft': '?kind=record',
  '/programs/:programId/fellows/:fellowId/committee/packet': '?kind=committee',
  '/programs/:programId/corrections': '?standing=open',
};

describe('The statements of every read', () => {
  let here: SignOffsUnderTest;
  let named: Readonly<Record<string, string>>;

  beforeAll(async () => {
    here = await signOffsUnderTest('reads');
    const [entry] = await here.counted(3);
    // The education office as well.
    const role = { id: uuidv7(), role: 'institution', fromOn: TODAY, toOn: '2027-06-30' };
    const given = await here
      .as('director')
      .post(`${here.base}/people/${here.people.staff.id}/roles`, { body: role });
    expect(given.status).toBe(201);
    const signOff = await here.signed();
    const digest = signOff.signatures[0]?.documentDigest ?? '';
    const fellowId = here.people.fellow.id;
    const letterId = uuidv7();
    const draft = `${here.base}/fellows/${fellowId}/letter-draft?kind=record`;
    const shown = (await here.as('director').get<LetterDraftView>(draft)).body.digest;
    const body = {
      id: letterId,
      kind: 'record',
      shownDigest: shown,
      attestation: 'So it is.',
      password: PASSWORD,
    };
    const letter = await here.as('director').post(`${here.base}/fellows/${fellowId}/letters`, {
      body: { ...body, statementVersion: 1 },
    });
    expect(letter.status).toBe(201);
    await here.server.app.get(Checkpoints).signAll();
    const record = await here.as('director').get<CheckpointsView>(`${here.base}/record/program`);
    const sets = await here.as('director').get<RequirementSetsView>(`${here.base}/requirement-sets`);
    named = {
      ...{ programId: here.program.id, entryId: entry?.id ?? '', fellowId, competencyId: 'lumbar' },
      ...{
        letterId,
        signOffId: signOff.id,
        digest,
        log: 'program',
        size: String(record.body.checkpoints[0]?.size),
      },
      setRowId: sets.body.published[0]?.id ?? '',
    };
  });
  afterAll(() => here.server.stop());

  const reads = () =>
    here.server.app
      .get(Routes)
      .list()
      .flatMap(({ route }) => (route?.endpoint.method === 'GET' ? [route.endpoint.path] : []));

  it('have a number for each route, and for nothing else', () => {
    expect(reads().sort()).toEqual(Object.keys(MOST).sort());
  });

  it.each(Object.entries(MOST))('%s: at most %s', async (path, [who, most]) => {
    const client = who === 'nobody' ? here.server.client() : here.as(who);
    const asked =
      path.replaceAll(/:(\w+)/g, (_whole, name: string) => named[name] ?? '') + (query[path] ?? '');
    let status = 0;
    const { statements } = await trafficOf(here.server, async () => {
      ({ status } = await client.get(asked));
    });
    expect([path, status]).toEqual([path, hidden.includes(path) ? 404 : 200]);
    // The list says which one is new.
    expect(statements.length > most ? statements : []).toEqual([]);
  });
});

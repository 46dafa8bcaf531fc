import type {
  BoardLineView,
  BoardView,
  DisplayView,
  NewDisplayLinkView,
} from '@countersign/contracts/board/views';
import { DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { signOffsUnderTest, type SignOffsUnderTest } from '../testing/sign-offs-under-test';
import { NOON, TODAY } from '../testing/test-program';

/** Days with a small margin, so that the program’s day is surely another one. */
const DAY_MS = 86_400_000;

describe('What is signed stands on every board at the next look', () => {
  let here: SignOffsUnderTest;
  let secret: string;
  let signed: SignOffView;

  beforeAll(async () => {
    here = await signOffsUnderTest('signed-board');
    const made = await here.as('coordinator').post<NewDisplayLinkView>(`${here.base}/display-links`, {
      body: { ward: 'Ward', expiresOn: '2027-11-01' },
    });
    secret = made.body.secret;
  });
  afterAll(() => here.server.stop());
  afterEach(() => here.server.setClock(NOON));

  const screen = (headers = {}) =>
    here.server
      .client()
      .get<DisplayView>('/board-display', { headers: { [DISPLAY_HEADER]: secret, ...headers } });

  /** The line of the fellow in a competency, as the screen in the ward shows it. */
  async function line(title: string): Promise<BoardLineView | undefined> {
    const { body } = await screen();
    const position = body.competencies.findIndex((one) => one.title.startsWith(title));
    const fellow = body.fellows.find(({ name }) => name === 'Fellow One');
    return fellow?.lines.find(({ competency }) => competency === position);
  }

  it('not while the director is still to sign', async () => {
    await here.counted(2);
    signed = (await here.ask(here.as('fellow'))).body;
    await here.sign(here.as('supervisor'), signed.id);
    expect(await line('Lumbar')).toMatchObject({ reason: 'not-signed', supervision: 'direct' });
  });

  it('with the last signature: supervision, signers, and until when practice or the role ends', async () => {
    const tag = (await screen()).headers.get('etag') ?? '';
    signed = (await here.sign(here.as('director'), signed.id)).body;
    expect(signed.state).toBe('signed');
    const look = await screen({ 'if-none-match': tag, 'cache-control': 'max-age=0' });
    expect(look.status).toBe(200);
    expect(await line('Lumbar')).toMatchObject({
      ...{ reason: 'signed', supervision: 'indirect-immediate', untilOn: '2027-05-23' },
      signers: ['Supervisor One', 'Director One'],
    });
    const inside = (await here.as('staff').get<BoardView>(`${here.base}/board`)).body;
    expect(inside.fellows).toEqual(look.body.fellows);
  });

  it('and lapses on the board on the day after the last one, with nothing that happened', async () => {
    here.server.setClock(Date.parse('2027-05-23T18:00:00Z'));
    expect(await line('Lumbar')).toMatchObject({ reason: 'signed', untilOn: '2027-05-23' });
    here.server.setClock(Date.parse('2027-05-23T18:00:00Z') + DAY_MS);
    expect(await line('Lumbar')).toEqual({
      ...{ competency: 0, reason: 'lapsed', supervision: 'direct', sinceOn: '2027-05-24' },
    });
  });

  it('a pause is there at once, names nobody and gives no reason', async () => {
    const path = `${here.base}/sign-offs/${signed.id}/suspension`;
    const text = 'Two procedures were stopped; we look at them together.';
    const paused = await here.as('director').post<SignOffView>(path, { body: { text } });
    expect(paused.body.state).toBe('suspended');
    expect(await line('Lumbar')).toEqual({
      ...{ competency: 0, reason: 'suspended', supervision: 'direct', sinceOn: TODAY },
    });
    expect(JSON.stringify((await screen()).body)).not.toContain('stopped');
  });
});

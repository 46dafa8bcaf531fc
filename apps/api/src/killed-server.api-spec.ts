import { killedHistory, type KilledHistory } from './testing/killed-history';
import { runAndKill, type KilledRun } from './testing/killed-server';
import { said } from './testing/said';
import { environmentOf } from './testing/test-database';

/** The database dies in turn in `npm run faults`; here the server alone. */
describe('A server that is killed with -9 twice while 50 clients work', () => {
  let run: KilledRun;
  let found: KilledHistory;

  beforeAll(async () => {
    run = await runAndKill({ clients: 50, kills: 2, acts: 80 });
    found = await killedHistory(run);
  }, 300_000);
  afterAll(() => run.database.drop());

  it('loses nothing that was acknowledged, does nothing twice that was sent again, keeps nothing that was refused, and breaks no rule', () => {
    expect(found).toMatchObject({ lost: 0, foreign: 0, illegal: 0 });
    expect(found.acknowledged).toBeGreaterThan(100);
    expect(found.refused).toBeGreaterThan(20);
    expect(found.unanswered).toBeGreaterThan(0);
    expect(found.sentAgain).toBeGreaterThan(0);
  });

  it('leaves a record that verifies', async () => {
    const { code, text } = await said(['verify'], environmentOf(run.database));
    expect([code, text]).toEqual([0, text]);
  });

  it('would have been seen to lose or to invent something', async () => {
    const [client, ...others] = run.clients;
    const [[id, acts] = ['', []]] = [...(client?.acts ?? [])];
    const with_ = (changed: typeof acts) =>
      killedHistory({
        ...run,
        clients: [{ acts: new Map([...(client?.acts ?? []), [id, changed]]) }, ...others],
      });
    const more = { act: 'entry.approved', outcome: 'done', acknowledged: true } as const;
    expect((await with_([...acts, more])).lost).toBe(1);
    expect((await with_([])).foreign).toBeGreaterThan(0);
  });
});

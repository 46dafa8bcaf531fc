import type { Problem } from '@countersign/contracts/problems';
import { faultRow } from '../testing/fault-row';
import { programUnderTest } from '../testing/program-under-test';
import { said } from '../testing/said';
import { dialect, environmentOf } from '../testing/test-database';
import { entryBody, NOON } from '../testing/test-program';

const BACK = 600_000;

describe('A clock that is put back by ten minutes', () => {
  const here = programUnderTest('clock', 'fellow', 'supervisor');

  const log = async (): Promise<string> => {
    const body = entryBody(here.program);
    expect((await here.fellow.post(here.entries, { body })).status).toBe(201);
    return body.id;
  };
  const approve = (id: string) =>
    here.supervisor.post(`${here.entries}/${id}/approval`, { revision: 1, body: { help: 4 } });
  const undo = (id: string) => here.supervisor.post<Problem>(`${here.entries}/${id}/undo`, { revision: 2 });

  it('gives nobody more time to take a decision back, ends no session, and breaks no record', async () => {
    const [early, late] = [await log(), await log()];
    expect((await approve(early)).status).toBe(200);
    here.server.setClock(NOON - BACK);
    const { status, body } = await undo(early);
    expect([status, body.code]).toEqual([409, 'entry/undo-expired']);
    // What happens now is as good as ever, and can be taken back for ten seconds.
    expect((await approve(late)).status).toBe(200);
    expect((await undo(late)).status).toBe(200);
    here.server.setClock(NOON - BACK + 1_000);
    await log();
    here.server.setClock(NOON + 60_000);
    expect((await undo(early)).status).toBe(409);
    const list = await here.fellow.get<{ total: number }>(here.entries);
    expect([list.status, list.body.total]).toEqual([200, 3]);
    const { code, text } = await said(['verify'], environmentOf(here.server.database));
    expect([code, text]).toEqual([0, text]);
    faultRow('a clock put back by ten minutes', {
      database: dialect,
      'decisions taken back late': 0,
      verify: String(code),
    });
  });
});

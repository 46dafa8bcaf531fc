import type { EntryView } from '@countersign/contracts/entries/views';
import type { OwnRatingsView, RatersView } from '@countersign/contracts/raters/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';

describe('Raters', () => {
  const here = programUnderTest(
    'raters',
    'fellow',
    'otherFellow',
    'supervisor',
    'otherSupervisor',
    'director',
  );

  const all = async (): Promise<RatersView> => {
    const reply = await here.director.get<RatersView>(`${here.base}/raters`);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  async function rated(
    who: 'fellow' | 'otherFellow',
    by: 'supervisor' | 'otherSupervisor',
    { help, self, lines = 1 }: { help: 3 | 4 | 5; self?: 3 | 4 | 5; lines?: number },
  ): Promise<void> {
    const line = tfesi(self === undefined ? {} : { selfHelp: self });
    const other = tfesi({ ...line, itemId: 'si-joint', side: 'left', levels: [], techniques: [] });
    const { body } = await here[who].post<EntryView>(here.entries, {
      body: entryBody(here.program, {
        supervisorId: here.program.people[by].id,
        procedures: lines === 1 ? [line] : [line, other],
      }),
    });
    const reply = await here[by].post(`${here.entries}/${body.id}/approval`, { revision: 1, body: { help } });
    expect(reply.status).toBe(200);
  }

  beforeAll(async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      await rated('fellow', 'supervisor', { help: 5, self: 4 });
      await rated('fellow', 'otherSupervisor', { help: 3, self: 3 });
    }
    await rated('otherFellow', 'otherSupervisor', { help: 4, lines: 2 });
    here.server.setClock(NOON + 10_001);
  });

  it('are by name, with what they gave and why nothing is said of them yet', async () => {
    const { raters, model } = await all();
    expect(raters).toMatchObject([
      {
        ...{ supervisor: { name: 'Supervisor One' }, ratings: 6, fellows: 1, sharedFellows: 1, rawMean: 5 },
        ...{ hiddenBecause: 'few-ratings', island: 0, withFellows: { pairs: 6 } },
      },
      // Two lines that were rated in one tap are one rating of each item.
      { supervisor: { name: 'Supervisor Two' }, ratings: 8, fellows: 2, withFellows: { pairs: 6 } },
    ]);
    expect(raters[0]).not.toHaveProperty('effect');
    expect(raters[0]?.withFellows).not.toHaveProperty('agreement');
    expect(model).toMatchObject({ ratings: 14, fellows: 2, raters: 2, islands: 1, basis: 'placeholder' });
    // Vf / (Vf + Vr + Ve) of the values that stand in.
    expect(model.single).toBeCloseTo(0.5 / 1.5, 9);
  });

  it('leave a fellow the raw mean, and a fair one where ratings are many and spread', async () => {
    const { fellows, everybody } = await all();
    expect(fellows).toMatchObject([
      { fellow: { name: 'Fellow One' }, ratings: 12, raters: 2, thin: true, rawMean: 4 },
      { fellow: { name: 'Fellow Two' }, ratings: 2, raters: 1, thin: true, rawMean: 4 },
    ]);
    expect(fellows[0]).not.toHaveProperty('fair');
    expect(everybody).toMatchObject({ pairs: 12, agreement: { pairs: 12, same: 6, difference: 0.5 } });
  });

  it('read the own note, and nobody else’s', async () => {
    const reply = await here.supervisor.get<OwnRatingsView>(`${here.base}/own-ratings`);
    expect(reply.body.note).toEqual({
      ...{ ratings: 6, fellows: 1, sharedFellows: 1, rawMean: 5, hiddenBecause: 'few-ratings' },
      withFellows: { pairs: 6 },
    });
    expect(JSON.stringify(reply.body)).not.toContain(here.program.people.otherSupervisor.id);
  });

  it('are for the director alone, the own note for supervisors alone, and nothing of it elsewhere', async () => {
    const status = async (who: keyof typeof here.program.people, path: string) =>
      (await (await here.server.as(here.program.people[who])).get(`${here.base}/${path}`)).status;
    for (const who of ['fellow', 'supervisor', 'coordinator', 'staff'] as const)
      expect([who, await status(who, 'raters')]).toEqual([who, 403]);
    for (const who of ['fellow', 'director', 'coordinator', 'staff'] as const)
      expect([who, await status(who, 'own-ratings')]).toEqual([who, 403]);
    const { people } = await here.server.program('elsewhere-raters');
    expect((await (await here.server.as(people.director)).get(`${here.base}/raters`)).status).toBe(404);
    expect((await (await here.server.as(people.supervisor)).get(`${here.base}/own-ratings`)).status).toBe(
      404,
    );
  });
});

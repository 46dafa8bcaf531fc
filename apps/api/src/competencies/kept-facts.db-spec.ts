import type { ProgressView } from '@countersign/contracts/competencies/views';
import type { EntryView } from '@countersign/contracts/entries/views';
import { nameless } from '../db/context';
import { EntryProcedureRow } from '../entries/entry.row';
import { recountFacts } from '../entries/recount-facts';
import { statementsOf } from '../testing/count-statements';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';
import { Clock } from '../platform/clock';
import { competencyNumbers } from './fellow-numbers';
import { KeptFacts } from './kept-facts';
import { Standings } from './standings';

describe('Facts that are kept in memory', () => {
  const here = programUnderTest('kept', 'fellow', 'supervisor', 'director');

  const progress = async (reader = here.fellow): Promise<ProgressView> =>
    (await reader.get<ProgressView>(`${here.base}/fellows/${here.program.people.fellow.id}/progress`)).body;
  const count = async (): Promise<[approved: number, waiting: number]> => {
    const { competencies } = await progress();
    const one = competencies.find(({ id }) => id === 'lumbar-transforaminal');
    return [one?.approved ?? -1, one?.waiting ?? -1];
  };
  const log = async (): Promise<EntryView> =>
    (await here.fellow.post<EntryView>(`${here.base}/entries`, { body: entryBody(here.program, {}) })).body;
  const ofFacts = (statements: readonly string[]) =>
    statements.filter((statement) => statement.includes('entry_procedure'));

  it('are read once, until something in the program changes', async () => {
    await log();
    expect(ofFacts(await statementsOf(here.server, progress))).toHaveLength(1);
    expect(ofFacts(await statementsOf(here.server, progress))).toHaveLength(0);
    await log();
    expect(ofFacts(await statementsOf(here.server, progress))).toHaveLength(1);
  });

  it('say what stands after every act', async () => {
    const before = await count();
    const one = await log();
    expect(await count()).toEqual([before[0], before[1] + 1]);
    const path = `${here.base}/entries/${one.id}`;
    const approved = await here.supervisor.post<EntryView>(`${path}/approval`, {
      revision: one.revision,
      body: { help: 4 },
    });
    expect(await count()).toEqual([before[0] + 1, before[1]]);
    await here.supervisor.post(`${path}/undo`, { revision: approved.body.revision });
    expect(await count()).toEqual([before[0], before[1] + 1]);
  });

  it('show a rating to each reader when it is open, though nothing was written since', async () => {
    const one = await log();
    await here.supervisor.post(`${here.base}/entries/${one.id}/approval`, {
      revision: one.revision,
      body: { help: 5 },
    });
    const judged = async () => {
      const { competencies } = await progress(here.director);
      return competencies.find(({ id }) => id === 'lumbar-transforaminal')?.competence.n ?? -1;
    };
    const soon = await judged();
    here.server.setClock(NOON + 10_001);
    expect(await judged()).toBe(soon + 1);
  });

  it('carry their numbers with them, until something changes, a rating opens, or another day is asked for', async () => {
    const standings = here.server.app.get(Standings);
    const { id: directorId } = here.program.people.director;
    const director = {
      personId: directorId,
      roles: [{ programId: here.program.id, role: 'director' } as const],
    };
    const numbers = (asOfOn?: string) =>
      here.server.db.read(director, async (view) => {
        const { fellows } = await standings.ofProgram(view, here.program.id, asOfOn);
        return fellows.map(competencyNumbers);
      });
    const one = await log();
    await here.supervisor.post(`${here.base}/entries/${one.id}/approval`, {
      revision: one.revision,
      body: { help: 5 },
    });
    const first = await numbers();
    const isTheSame = async (asOfOn?: string) =>
      (await numbers(asOfOn)).every((own, nth) => own === first[nth]);
    expect(await isTheSame()).toBe(true);
    expect(await isTheSame('2026-11-01')).toBe(false);
    expect(await isTheSame()).toBe(true);
    here.server.setClock(here.server.app.get(Clock).now() + 10_001);
    expect(await isTheSame()).toBe(false);
    const opened = await numbers();
    await log();
    // Nothing is new about the other fellow, although everything was read again.
    const [own, other] = (await numbers()).map((counted, nth) => counted === opened[nth]);
    expect([own, other]).toEqual([false, true]);
  });

  it('are read again after a recount, which changes only what is derived', async () => {
    await here.server.write('test', ({ manager }) =>
      manager.update(EntryProcedureRow, { programId: here.program.id }, { itemId: 'si-joint' }),
    );
    await log();
    // The rows that were changed by hand are other procedures now.
    expect(await count()).toEqual([0, 1]);
    await recountFacts(here.server.app, () => undefined);
    const [approved, waiting] = await count();
    expect([approved > 0, waiting > 1]).toEqual([true, true]);
  });

  it('are not kept by a command, which sees what is not yet committed', async () => {
    const kept = here.server.app.get(KeptFacts);
    const fellowId = here.program.people.fellow.id;
    const stored = (of: Awaited<ReturnType<KeptFacts['of']>>) => of.get(fellowId)?.facts.length ?? -1;
    const before = await here.server.db.read(nameless('test'), async (view) =>
      stored(await kept.of(view, here.program.id, [fellowId])),
    );
    await expect(
      here.server.db.write(nameless('test'), async (tx) => {
        await tx.manager.delete(EntryProcedureRow, { programId: here.program.id });
        expect(stored(await kept.of(tx, here.program.id, [fellowId]))).toBe(0);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    const after = await here.server.db.read(nameless('test'), async (view) =>
      stored(await kept.of(view, here.program.id, [fellowId])),
    );
    expect(after).toBe(before);
  });
});

import { DataSource } from 'typeorm';
import { Catalogues } from './catalogue/catalogues';
import { KeptFacts } from './competencies/kept-facts';
import { recountNumbers } from './competencies/recount-numbers';
import { nameless } from './db/context';
import { EntryProcedureRow, EntryRow } from './entries/entry.row';
import { Recount } from './entries/recount';
import { HonestHistories } from './testing/honest-history';
import { programUnderTest } from './testing/program-under-test';
import { said } from './testing/said';
import { signOffsUnderTest, type SignOffsUnderTest } from './testing/sign-offs-under-test';
import { dialect, environmentOf } from './testing/test-database';
import { entryBody } from './testing/test-program';
import type { TestServer } from './testing/test-server';

/** Commands of a history, those that were refused included. */
const COMMANDS = 200;
const SEEDS = dialect === 'sqlite' ? [11, 12, 13] : [14];

const recounted = async ({ database }: TestServer, ...words: string[]) => {
  const { code, text } = await said(['recount', ...words], environmentOf(database));
  return { code, lines: text.trim().split('\n') };
};

describe(`What is kept for counting, after ${COMMANDS} commands drawn by chance`, () => {
  /** What is in memory, in columns and behind them; each is made in another way. */
  const look = ({ server, program, people }: SignOffsUnderTest) =>
    server.db.read(nameless('test'), async (view) => {
      const fellowIds = [people.fellow.id, people.otherFellow.id];
      const recount = server.app.get(Recount);
      const again = await recountNumbers(view, server.app.get(Catalogues), program.id);
      return {
        kept: await server.app.get(KeptFacts).of(view, program.id, fellowIds),
        fresh: await new KeptFacts().of(view, program.id, fellowIds),
        facts: again.facts,
        differences: [
          ...(await recount.compare(view, program.id)).differences,
          ...(await recount.compareStandings(view, program.id)),
          ...again.differences,
        ],
      };
    });

  it.each(SEEDS)(
    'is what the entries give, whenever somebody looks (seed %i)',
    async (seed) => {
      const here = await signOffsUnderTest(`recount-${seed}`);
      if (dialect === 'sqlite') await here.server.app.get(DataSource).query('PRAGMA synchronous = OFF');
      const histories = new HonestHistories(here, seed);
      const commands = () =>
        [...histories.acts.values()].reduce((sum, { done, refused }) => sum + done + refused, 0);
      let most = 0;
      while (commands() < COMMANDS) {
        await histories.tell();
        const { kept, fresh, facts, differences } = await look(here);
        expect([commands(), differences]).toEqual([commands(), []]);
        expect([...kept]).toMatchObject([...fresh]);
        most = Math.max(most, facts);
      }
      // The histories are of something.
      expect(most).toBeGreaterThan(20);
      const { code, lines } = await recounted(here.server);
      expect([code, lines]).toEqual([0, [expect.stringContaining('all is as the entries give it')]]);
      await here.server.stop();
    },
    600_000,
  );
});

describe('The command that recounts, beside the server', () => {
  const here = programUnderTest('recount', 'fellow', 'supervisor');
  const log = async () =>
    (await here.fellow.post<{ id: string }>(here.entries, { body: entryBody(here.program) })).body.id;

  it('names every difference, changes nothing, and ends with 1', async () => {
    const [one, other] = [await log(), await log()];
    await here.server.write('test', async ({ manager }) => {
      const { id: programId } = here.program;
      await manager.update(EntryProcedureRow, { programId, entryId: one }, { levels: 9 });
      await manager.update(EntryRow, { programId, id: other }, { shownNumber: null });
    });
    const { code, lines } = await recounted(here.server);
    expect(code).toBe(1);
    const [head = '', ...differences] = lines;
    expect(head).toMatch(/^Program recount: 2 versions, 1 facts of 1 fellows; \d+ differences\.$/);
    expect(differences).toEqual(
      expect.arrayContaining<unknown>([
        expect.stringMatching(`entry_procedure .*${one}.*: levels is .* the entries give`),
        expect.stringMatching(`entry .*${other}.*: shownNumber is`),
        expect.stringMatching(`fact .*${one}:00.*: levels is`),
      ]),
    );
    expect((await recounted(here.server)).lines).toEqual(lines);
  });
});

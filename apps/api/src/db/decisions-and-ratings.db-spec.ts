import { DataSource } from 'typeorm';
import type { EntryView } from '@countersign/contracts/entries/views';
import { DecisionRow, EntryRow, RatingRow } from '../entries/entry.row';
import { dialect } from '../testing/test-database';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import { TextRow } from './text.row';
import { beginEpochs } from './epoch';
import { DecisionsAndRatings1764000000010 } from './migrations/0010-decisions-and-ratings';

const injection = tfesi({ itemId: 'tpi', levels: [], side: 'left', techniques: [], guidance: 'landmark' });

describe('A database in which an entry kept its decision and its correction', () => {
  const here = programUnderTest('slots', 'fellow', 'supervisor');
  let source: DataSource;

  beforeAll(() => {
    source = here.server.app.get(DataSource);
  });

  const at = (id: string, act: string) => `${here.entries}/${id}/${act}`;
  async function approved(): Promise<string> {
    const body = entryBody(here.program, { procedures: [tfesi({ role: 'performed' }), injection] });
    const { id } = (await here.fellow.post<EntryView>(here.entries, { body })).body;
    await here.supervisor.post(at(id, 'approval'), { revision: 1, body: { help: 4, nextTime: 3 } });
    return id;
  }
  /** What is stored, the decisions with their words: those have other ids each time they are set apart. */
  const stored = () =>
    here.server.read(async (manager) => {
      const wordsOf = new Map((await manager.find(TextRow)).map(({ id, body }) => [String(id), body]));
      const decisions = await manager.find(DecisionRow, { order: { id: 'ASC' } });
      return {
        entries: await manager.find(EntryRow, { order: { id: 'ASC' } }),
        decisions: decisions.map((one) => ({
          ...one,
          reasonText: wordsOf.get(one.reasonText ?? '') ?? null,
        })),
        ratings: await manager.find(RatingRow, { order: { decisionId: 'ASC', position: 'ASC' } }),
      };
    });
  const foreignKeys = (value: 'ON' | 'OFF') =>
    dialect === 'sqlite' ? source.query(`PRAGMA foreign_keys = ${value}`) : Promise.resolve();
  /** Goes back to before the migration, changes what was stored then, and comes up again. */
  async function migrated(change: () => Promise<void>): Promise<void> {
    const place = source.migrations.findIndex((one) => one instanceof DecisionsAndRatings1764000000010);
    await foreignKeys('OFF');
    for (let newer = source.migrations.length; newer > place; newer -= 1) await source.undoLastMigration();
    await change();
    await source.runMigrations();
    await foreignKeys('ON');
    // Passwords from before people chose theirs would have to be changed first.
    await source.query('UPDATE credential SET chosenAt = createdAt');
    await beginEpochs(source, NOON);
  }

  it('keeps every decision, those that were taken back too, and its rating stands for each procedure', async () => {
    await approved();
    const undone = await approved();
    await here.supervisor.post(at(undone, 'undo'), { revision: 2 });
    const reason = { reasonCode: 'other', reasonText: 'Please check.' };
    await here.supervisor.post(at(undone, 'return'), { revision: 3, body: reason });
    const before = await stored();
    await migrated(() => Promise.resolve());
    const after = await stored();
    expect(after).toEqual(before);
    expect(after.decisions).toHaveLength(3);
    expect(
      after.ratings.map(({ position, help, nextTime, scope }) => [position, help, nextTime, scope]),
    ).toEqual(
      Array.from({ length: 2 }, () => [
        [0, 4, 3, 'all'],
        [1, 4, 3, 'all'],
      ]).flat(),
    );
  });

  it('makes decisions of a correction, with both values and what was said to it', async () => {
    const ids = { open: await approved(), contested: await approved(), reversed: await approved() };
    const values = [{ position: 0, role: 'assisted' }];
    const kept = {
      number: 1,
      byId: here.program.people.supervisor.id,
      at: NOON,
      values,
      reason: 'I held it',
    };
    await migrated(async () => {
      for (const [state, id] of Object.entries(ids)) {
        const said = { contest: 'I placed both', ...(state === 'reversed' ? { resolution: 'Images' } : {}) };
        const correction = { ...kept, state, ...(state === 'open' ? {} : said) };
        await source.query('UPDATE entry SET correction = ? WHERE id = ?', [JSON.stringify(correction), id]);
      }
    });
    const { decisions } = await stored();
    const of = (id: string) =>
      decisions
        .filter(({ entryId }) => entryId === id)
        .map(({ slot, kind, byId, reasonText, live }) => [slot, kind, byId, reasonText, live]);
    const { supervisor: judge, fellow: author, director } = here.program.people;
    const approval = ['decision', 'approved', judge.id, 'I held it', 1];
    const contest = ['answer', 'contested', author.id, 'I placed both', 1];
    expect(of(ids.open)).toEqual([approval]);
    expect(of(ids.contested)).toEqual([approval, contest]);
    expect(of(ids.reversed)).toEqual([
      approval,
      contest,
      ['resolution', 'reversed', director.id, 'Images', 1],
    ]);
    const corrections = [{ position: 0, role: { recorded: 'performed', corrected: 'assisted' } }];
    expect(decisions.find(({ entryId }) => entryId === ids.open)).toMatchObject({ corrections });
    const { versions, acts } = (await here.fellow.get<EntryView>(`${here.entries}/${ids.open}`)).body;
    expect(versions[0]?.decisions[0]).toMatchObject({ corrections, reasonText: 'I held it' });
    expect(acts.answerUntil).toBeGreaterThan(NOON);
  });
});

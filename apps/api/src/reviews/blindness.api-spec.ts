import type { ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { DecisionView, EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const FINAL = NOON + 10_001;
const DAYS_3 = 72 * 3_600_000;

describe('Ratings are blind', () => {
  const here = programUnderTest('blindness');
  let fellow: TestClient;
  let supervisor: TestClient;
  let other: TestClient;
  let director: TestClient;
  beforeEach(() => signInAt(NOON));

  /** A session lasts 30 idle minutes. */
  async function signInAt(now: number): Promise<void> {
    here.server.setClock(now);
    const { people } = here.program;
    fellow = await here.server.as(people.fellow);
    supervisor = await here.server.as(people.supervisor);
    other = await here.server.as(people.otherSupervisor);
    director = await here.server.as(people.director);
  }

  const selfRated = () => ({ procedures: [tfesi({ selfHelp: 5 })] });
  async function submitted(change: Parameters<typeof entryBody>[1] = {}): Promise<EntryView> {
    return (await fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) })).body;
  }
  async function approve(entry: EntryView, said: object, by = supervisor): Promise<EntryView> {
    const request = { revision: entry.revision, body: said };
    return (await by.post<EntryView>(`${here.entries}/${entry.id}/approval`, request)).body;
  }
  async function giveBack(entry: EntryView, reasonText: string, by = supervisor): Promise<EntryView> {
    const request = { revision: entry.revision, body: { reasonCode: 'wrong-role', reasonText } };
    return (await by.post<EntryView>(`${here.entries}/${entry.id}/return`, request)).body;
  }
  async function undo(entry: EntryView, by = supervisor): Promise<EntryView> {
    return (await by.post<EntryView>(`${here.entries}/${entry.id}/undo`, { revision: entry.revision })).body;
  }
  const seenBy = async (reader: TestClient, { id }: EntryView) =>
    (await reader.get<EntryView>(`${here.entries}/${id}`)).body;
  const self = (entry: EntryView) => entry.content.procedures[0]?.selfHelp;
  const decisions = (entry: EntryView) => entry.versions.flatMap((version) => version.decisions);
  const lineHelp = async (reader: TestClient, { id }: EntryView) => {
    const page = (await reader.get<EntryPageView>(here.entries)).body;
    return page.entries.find((line) => line.id === id)?.procedures[0]?.help;
  };
  const helpIn = (decision: DecisionView | undefined) => decision?.ratings?.[0]?.help;
  const rated = (help: number) => ({ ratings: [{ position: 0, help, scope: 'all' }] });
  it('and both open once both are in and the decision can no longer be taken back', async () => {
    const entry = await submitted(selfRated());
    expect(self(entry)).toBe(5);
    expect(self(await seenBy(supervisor, entry))).toBeUndefined();
    const approved = await approve(entry, { help: 3, keepDoing: 'Calm' });
    expect([approved.state, self(approved), approved.acts.undoUntil]).toEqual([
      'approved',
      undefined,
      NOON + 10_000,
    ]);
    for (const reader of [fellow, director])
      expect(decisions(await seenBy(reader, entry))).toEqual([
        expect.not.objectContaining({ ratings: expect.anything(), keepDoing: 'Calm' }),
      ]);
    expect([await lineHelp(fellow, entry), await lineHelp(director, entry)]).toEqual([undefined, undefined]);
    here.server.setClock(FINAL);
    expect(self(await seenBy(supervisor, entry))).toBe(5);
    for (const reader of [fellow, director])
      expect(decisions(await seenBy(reader, entry))).toMatchObject([{ ...rated(3), keepDoing: 'Calm' }]);
    expect([await lineHelp(fellow, entry), await lineHelp(director, entry)]).toEqual([3, 3]);
  });

  it('and a rating that is taken back and given anew has learned nothing from the self-rating', async () => {
    const entry = await submitted(selfRated());
    const undone = await undo(await approve(entry, { help: 2, nextTimeText: 'Slower' }));
    expect([self(undone), self(await seenBy(supervisor, entry))]).toEqual([undefined, undefined]);
    here.server.setClock(FINAL);
    const waiting = await seenBy(supervisor, entry);
    expect([waiting.state, self(waiting)]).toEqual(['submitted', undefined]);
    expect(decisions(waiting)).toEqual([expect.objectContaining({ undone: true })]);
    expect(decisions(waiting)[0]).not.toHaveProperty('ratings');
    expect(self(await approve(waiting, { help: 4 }))).toBeUndefined();
  });

  it('and what was taken back is read by nobody but its maker, after the new decision', async () => {
    const entry = await submitted(selfRated());
    await approve(await undo(await approve(entry, { help: 2, nextTimeText: 'Slower' })), { help: 5 });
    here.server.setClock(FINAL);
    const [taken, given] = decisions(await seenBy(supervisor, entry));
    expect([helpIn(taken), taken?.nextTimeText, taken?.undone, helpIn(given)]).toEqual([
      2,
      'Slower',
      true,
      5,
    ]);
    for (const reader of [fellow, director]) {
      const [hidden, open] = decisions(await seenBy(reader, entry));
      expect([hidden?.undone, helpIn(hidden), hidden?.nextTimeText, helpIn(open)]).toEqual([
        true,
        undefined,
        undefined,
        5,
      ]);
    }
  });

  it('and the reason of a return that was taken back is nobody else’s either', async () => {
    const entry = await submitted();
    const returned = await giveBack(entry, 'You assisted.');
    expect(decisions(await seenBy(fellow, entry))).toMatchObject([{ reasonText: 'You assisted.' }]);
    await undo(returned);
    for (const reader of [fellow, director]) {
      const [hidden] = decisions(await seenBy(reader, entry));
      expect([hidden?.undone, hidden?.reasonCode, hidden?.reasonText]).toEqual([true, undefined, undefined]);
    }
    expect(decisions(await seenBy(supervisor, entry))).toMatchObject([{ reasonText: 'You assisted.' }]);
  });

  it('and without a self-rating the rating opens to the fellow after three days', async () => {
    const entry = await submitted();
    await approve(entry, { help: 3 });
    here.server.setClock(FINAL);
    expect(decisions(await seenBy(fellow, entry))[0]).not.toHaveProperty('ratings');
    await signInAt(NOON + DAYS_3);
    expect(decisions(await seenBy(fellow, entry))).toMatchObject([rated(3)]);
  });

  it('and after three days a self-rating opens to the director, to the supervisor only with the own rating', async () => {
    const entry = await submitted(selfRated());
    await signInAt(NOON + DAYS_3);
    expect(self(await seenBy(director, entry))).toBe(5);
    expect(self(await seenBy(supervisor, entry))).toBeUndefined();
    const queue = await supervisor.get<QueueView>(`/programs/${here.program.id}/review-queue`);
    const waiting = queue.body.entries.find(({ id }) => id === entry.id);
    expect(waiting?.content.procedures[0]).not.toHaveProperty('selfHelp');
    await approve(entry, { help: 4 });
    here.server.setClock(NOON + DAYS_3 + 10_001);
    expect(self(await seenBy(supervisor, entry))).toBe(5);
  });

  it('and an experience has nothing to rate: the procedures beside it decide whether both are in', async () => {
    const experience: ProcedureBody = {
      ...{ itemId: 'exp-new-chronic-outpatient', levels: [], techniques: [], complications: [] },
      ...{ role: 'performed', supervision: 'direct' },
    };
    const entry = await submitted({ procedures: [tfesi({ selfHelp: 4 }), experience] });
    expect(entry.state).toBe('submitted');
    await approve(entry, { help: 4 });
    here.server.setClock(FINAL);
    expect(decisions(await seenBy(fellow, entry))).toMatchObject([
      { ratings: [{ help: 4 }, { position: 1, help: 4 }] },
    ]);
    expect(await lineHelp(fellow, entry)).toBe(4);
    expect(self(await seenBy(supervisor, entry))).toBe(4);
  });

  it('and a supervisor who is named later reads neither reason nor rating of the one before', async () => {
    const entry = await submitted();
    const returned = await giveBack(entry, 'Not my case, I think.');
    const { id: _id, ...body } = entryBody(here.program, {
      supervisorId: here.program.people.otherSupervisor.id,
    });
    await fellow.put(`${here.entries}/${entry.id}`, { revision: returned.revision, body });
    const seen = await seenBy(other, entry);
    expect(decisions(seen)).toMatchObject([{ kind: 'returned', by: { name: 'Supervisor One' } }]);
    expect(decisions(seen)[0]).not.toHaveProperty('reasonText');
    const done = await approve(seen, { help: 3 }, other);
    expect(decisions(done)[0]).not.toHaveProperty('reasonText');
    expect(decisions(done)[1]).toMatchObject(rated(3));
  });

  it('and no earlier rating, not even an own one, stands beside a decision that is asked for', async () => {
    const entry = await submitted();
    const approved = await approve(entry, { help: 2, nextTimeText: 'Slower' });
    here.server.setClock(FINAL);
    const { id: _id, ...body } = entryBody(here.program, { painCategory: 'cancer' });
    const path = `${here.entries}/${entry.id}/amendments`;
    const amended = (await fellow.post<EntryView>(path, { revision: approved.revision, body })).body;
    const queue = await supervisor.get<QueueView>(`/programs/${here.program.id}/review-queue`);
    const waiting = queue.body.entries.find(({ id }) => id === entry.id);
    for (const view of [waiting, await seenBy(supervisor, entry)]) {
      const [before] = view?.versions[0]?.decisions ?? [];
      expect([before?.kind, before?.ratings, before?.nextTimeText]).toEqual([
        'approved',
        undefined,
        undefined,
      ]);
    }
    expect(await lineHelp(supervisor, entry)).toBeUndefined();
    const done = await approve(amended, { help: 4 });
    expect(decisions(done)).toMatchObject([{ ...rated(2), nextTimeText: 'Slower' }, rated(4)]);
  });
});

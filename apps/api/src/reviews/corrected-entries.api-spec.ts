import type { EntryView } from '@countersign/contracts/entries/views';
import type { CorrectedEntriesView } from '@countersign/contracts/reviews/views';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const DAY_MS = 86_400_000;

describe('Corrections are listed', () => {
  const here = programUnderTest('corrected-entries');
  let fellow: TestClient;
  let otherFellow: TestClient;
  let supervisor: TestClient;
  let director: TestClient;

  /** Days later; no session lasts so long. */
  async function onDay(days: number): Promise<void> {
    here.server.setClock(NOON + days * DAY_MS);
    const { people } = here.program;
    fellow = await here.server.as(people.fellow);
    otherFellow = await here.server.as(people.otherFellow);
    supervisor = await here.server.as(people.supervisor);
    director = await here.server.as(people.director);
  }
  const at = ({ id }: EntryView, act: string) => `${here.entries}/${id}/${act}`;
  async function approved(who: TestClient, correct: boolean): Promise<EntryView> {
    const entry = (await who.post<EntryView>(here.entries, { body: entryBody(here.program) })).body;
    const said = { corrections: [{ position: 0, role: 'assisted' }], correctionReason: 'I held the needle' };
    const body = { help: 3, ...(correct ? said : {}) };
    return (await supervisor.post<EntryView>(at(entry, 'approval'), { revision: 1, body })).body;
  }
  const answer = (who: TestClient, entry: EntryView, body: object) =>
    who.post<EntryView>(at(entry, 'answer'), { revision: entry.revision, body });
  const list = async (who: TestClient, standing: string, more = '') => {
    const reply = await who.get<CorrectedEntriesView>(`${here.base}/corrections?standing=${standing}${more}`);
    expect(reply.status).toBe(200);
    expect(reply.body.total).toBe(reply.body.entries.length);
    return reply.body.entries.map(({ id }) => id);
  };
  const contest = { kind: 'contested', text: 'I placed both needles' };

  it('to their fellow while they may be answered, to the director when they are contested, and then as settled', async () => {
    await onDay(0);
    await approved(fellow, false);
    const first = await approved(fellow, true);
    await onDay(5);
    const second = await approved(fellow, true);
    const others = await approved(otherFellow, true);
    expect(await list(fellow, 'open')).toEqual([first.id, second.id]);
    expect(await list(otherFellow, 'open')).toEqual([others.id]);
    expect(await list(director, 'open')).toEqual([first.id, second.id, others.id]);
    expect(await list(director, 'open', `&fellowId=${here.program.people.otherFellow.id}`)).toEqual([
      others.id,
    ]);
    expect(await list(director, 'contested')).toEqual([]);

    const later = await answer(otherFellow, others, contest);
    const now = await answer(fellow, second, contest);
    expect(await list(director, 'contested')).toHaveLength(2);
    expect([await list(fellow, 'open'), await list(fellow, 'contested')]).toEqual([[first.id], [second.id]]);

    const resolution = { kind: 'upheld', text: 'Seen on the images' };
    await director.post(at(second, 'resolution'), { revision: now.body.revision, body: resolution });
    expect(await list(director, 'contested')).toEqual([others.id]);
    expect(await list(fellow, 'settled')).toEqual([second.id]);

    // The fourteenth day is the last one; whatever nobody answered stands.
    await onDay(14);
    expect(await list(fellow, 'open')).toEqual([first.id]);
    here.server.setClock(NOON + 14 * DAY_MS + 60_000);
    expect(await list(fellow, 'open')).toEqual([]);
    expect(await list(fellow, 'settled')).toEqual([second.id, first.id]);
    expect(await list(fellow, 'settled')).not.toContain(later.body.id);
  });

  it('not any more once their entry is void, or their approval was taken back', async () => {
    await onDay(40);
    const taken = await approved(fellow, true);
    await supervisor.post(at(taken, 'undo'), { revision: taken.revision });
    const voided = await approved(fellow, true);
    const waiting = await answer(fellow, voided, contest);
    const body = { reason: 'Logged twice.' };
    await director.post(at(voided, 'void'), { revision: waiting.body.revision, body });
    expect(await list(fellow, 'open')).toEqual([]);
    const contested = await list(director, 'contested');
    expect([contested.includes(voided.id), contested.length]).toEqual([false, 1]);
  });

  it('to nobody who names no standing or one that is not there', async () => {
    await onDay(41);
    for (const query of ['', '?standing=rejected', '?standing=open&fellowId=x'])
      expect((await fellow.get(`${here.base}/corrections${query}`)).status).toBe(400);
    expect(await list(otherFellow, 'open', `&fellowId=${here.program.people.fellow.id}`)).toEqual([]);
  });
});

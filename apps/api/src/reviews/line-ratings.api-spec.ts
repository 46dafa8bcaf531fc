import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { ApproveBody } from '@countersign/contracts/reviews/bodies';
import type { EntryPageView, EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { RatingRow } from '../entries/entry.row';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';

const FINAL = NOON + 10_001;

describe('An entry with two procedures', () => {
  const here = programUnderTest('lines', 'fellow', 'supervisor', 'director');
  beforeEach(() => here.server.setClock(NOON));

  const injection = tfesi({ itemId: 'tpi', levels: [], side: 'left', techniques: [], guidance: 'landmark' });
  const bothRated = [tfesi({ selfHelp: 4 }), { ...injection, selfHelp: 3 as const }];
  async function submitted(...procedures: ReturnType<typeof tfesi>[]): Promise<EntryView> {
    return (
      await here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, { procedures }) })
    ).body;
  }
  const approve = (entry: EntryView, body: ApproveBody) =>
    here.supervisor.post<EntryView>(`${here.entries}/${entry.id}/approval`, {
      revision: entry.revision,
      body,
    });
  const ratings = (...helps: (1 | 2 | 3 | 4 | 5)[]) => helps.map((help, position) => ({ position, help }));
  const read = async (reader: TestClient, { id }: EntryView) =>
    (await reader.get<EntryView>(`${here.entries}/${id}`)).body;
  const given = (entry: EntryView) => entry.versions[0]?.decisions[0]?.ratings;
  const line = async (reader: TestClient, { id }: EntryView) =>
    (await reader.get<EntryPageView>(here.entries)).body.entries.find((one) => one.id === id);

  it('is rated in one tap, and the rating stands for both', async () => {
    const entry = await submitted(tfesi(), injection);
    const { body } = await approve(entry, { help: 4, nextTime: 5 });
    expect(given(body)).toEqual([
      { position: 0, help: 4, nextTime: 5, scope: 'all' },
      { position: 1, help: 4, nextTime: 5, scope: 'all' },
    ]);
  });

  it('is rated apart where the two differ, and each keeps its own in page, list and numbers', async () => {
    const entry = await submitted(...bothRated);
    const apart: ApproveBody = {
      ratings: [
        { position: 1, help: 2 },
        { position: 0, help: 5, nextTime: 4 },
      ],
      nextTimeText: 'Find the taut band first',
    };
    expect(given((await approve(entry, apart)).body)).toEqual([
      { position: 0, help: 5, nextTime: 4, scope: 'each' },
      { position: 1, help: 2, scope: 'each' },
    ]);
    here.server.setClock(FINAL);
    for (const reader of [here.fellow, here.director]) {
      expect(given(await read(reader, entry))).toHaveLength(2);
      expect((await line(reader, entry))?.procedures.map(({ help }) => help)).toEqual([5, 2]);
    }
  });

  it('is approved only with a rating for each, once, and one text if any is low', async () => {
    const entry = await submitted(tfesi(), injection);
    const refused = async (body: ApproveBody): Promise<unknown[]> => {
      const { status, body: said } = await approve(entry, body);
      const { code, errors } = said as unknown as Problem;
      return [status, code, errors?.[0]?.pointer];
    };
    expect(await refused({})).toEqual([400, 'review/rating-needed', '/help']);
    expect(await refused({ ratings: ratings(5) })).toEqual([400, 'review/rating-needed', '/ratings']);
    expect(await refused({ help: 4, ratings: ratings(5, 5) })).toEqual([
      ...[400, 'review/rating-twice', '/ratings'],
    ]);
    expect(await refused({ ratings: [...ratings(5, 5), { position: 2, help: 5 }] })).toEqual([
      ...[400, 'review/rating-unknown-procedure', '/ratings/2/position'],
    ]);
    expect(await refused({ ratings: ratings(5, 2) })).toEqual([
      ...[422, 'review/narrative-needed', '/nextTimeText'],
    ]);
    const where = { programId: here.program.id, entryId: entry.id };
    expect(await here.server.read((manager) => manager.countBy(RatingRow, where))).toBe(0);
    const done = await approve(entry, { ratings: ratings(5, 2), nextTimeText: 'Slower' });
    expect(done.body.state).toBe('approved');
  });

  it('stays blind as a whole: no rating is read before the fellow has rated every procedure', async () => {
    const half = await submitted(tfesi({ selfHelp: 4 }), injection);
    const both = await submitted(...bothRated);
    for (const entry of [half, both]) await approve(entry, { ratings: ratings(5, 3) });
    here.server.setClock(FINAL);
    expect(given(await read(here.fellow, half))).toBeUndefined();
    expect((await line(here.fellow, half))?.procedures.map(({ help }) => help)).toEqual([
      undefined,
      undefined,
    ]);
    expect(given(await read(here.fellow, both))).toHaveLength(2);
    const self = async (entry: EntryView) =>
      (await read(here.supervisor, entry)).content.procedures.map(({ selfHelp }) => selfHelp);
    expect(await self(half)).toEqual([undefined, undefined]);
    expect(await self(both)).toEqual([4, 3]);
  });

  it('keeps the ratings of a decision that was taken back for its maker alone', async () => {
    const entry = await submitted(...bothRated);
    await approve(entry, { ratings: ratings(5, 3) });
    await here.supervisor.post(`${here.entries}/${entry.id}/undo`, { revision: 2 });
    const again = { ...entry, revision: 3 };
    expect((await approve(again, { help: 4 })).status).toBe(200);
    here.server.setClock(FINAL);
    const seen = async (reader: TestClient) =>
      (await read(reader, entry)).versions[0]?.decisions.map((one) => one.ratings?.map(({ help }) => help));
    expect(await seen(here.supervisor)).toEqual([
      [5, 3],
      [4, 4],
    ]);
    for (const reader of [here.fellow, here.director])
      expect(await seen(reader)).toEqual([undefined, [4, 4]]);
  });

  it('is one case for the last ratings when it was rated in one tap, and two when it was judged apart', async () => {
    const found: unknown[] = [];
    for (const [label, body] of [
      ['tap', { help: 4 }],
      ['apart', { ratings: ratings(4, 5) }],
    ] as const) {
      const own = await here.server.program(`cases-${label}`);
      const [author, judge] = [
        await here.server.as(own.people.fellow),
        await here.server.as(own.people.supervisor),
      ];
      const path = `/programs/${own.id}/entries`;
      const right = tfesi({ levels: [{ level: 'L5', side: 'right' }] });
      const { body: entry } = await author.post<EntryView>(path, {
        body: entryBody(own, { procedures: [tfesi({ levels: [{ level: 'L4', side: 'left' }] }), right] }),
      });
      await judge.post(`${path}/${entry.id}/approval`, { revision: 1, body });
      here.server.setClock(FINAL);
      const evidence = await (
        await here.server.as(own.people.director)
      ).get<EvidenceView>(
        `/programs/${own.id}/fellows/${own.people.fellow.id}/competencies/lumbar-transforaminal/evidence`,
      );
      const { rules, competence } = evidence.body;
      const last = rules.find(({ rule }) => rule.kind === 'rating-last-n');
      found.push([label, rules[0]?.value, last?.value, competence.n]);
      here.server.setClock(NOON);
    }
    expect(found).toEqual([
      ['tap', 1, 1, 1],
      ['apart', 1, 2, 2],
    ]);
  });
});

import type { RedactTextBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { TextRedacted } from '@countersign/domain/ledger';
import { checkLog } from '../db/check-log';
import { EventRow } from '../db/event.row';
import { placesOf } from '../testing/find-words';
import type { TestClient } from '../testing/test-client';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import { told } from '../testing/told';

/** Words that stand nowhere else, each with its place. */
const words = {
  caseLabel: 'quimberly of the week',
  reflection: 'quimberly made me nervous',
  abortedReason: 'quimberly asked to stop',
  nextTimeText: 'Talk to quimberly before',
  reasonText: 'Not quimberly again',
} as const;

describe('Words of an entry that the director removes', () => {
  const here = programUnderTest('redact', 'fellow', 'supervisor', 'director', 'coordinator');
  beforeEach(() => here.server.setClock(NOON));

  /** An entry with words in every place: returned once, sent again, approved. */
  const withWords = async (): Promise<string> => {
    const { caseLabel, reflection, abortedReason, nextTimeText, reasonText } = words;
    const procedures = [tfesi({ outcome: 'aborted', abortedReason })];
    const { id, ...body } = entryBody(here.program, { caseLabel, reflection, procedures });
    await here.fellow.post(here.entries, { body: { id, ...body } });
    const path = `${here.entries}/${id}`;
    await here.supervisor.post(`${path}/return`, {
      revision: 1,
      body: { reasonCode: 'wrong-role', reasonText },
    });
    await here.fellow.put(path, { revision: 2, body: { ...body, painCategory: 'cancer' } });
    const approval = { revision: 3, body: { help: 2, nextTimeText } };
    expect((await here.supervisor.post(`${path}/approval`, approval)).status).toBe(200);
    here.server.setClock(NOON + 900_000);
    return path;
  };
  const redact = (path: string, body: Partial<RedactTextBody>, by = here.director) =>
    by.post<EntryView & Problem>(`${path}/redactions`, { body: { reason: 'Names a patient', ...body } });
  const read = async (path: string, by: TestClient) => (await by.get<EntryView>(path)).body;
  const newest = async (path: string) => {
    const where = { logId: here.program.id, object: `entry:${path.split('/').at(-1)}` };
    const [event] = await here.server.read((manager) =>
      manager.find(EventRow, { where, order: { seq: 'DESC' }, take: 1 }),
    );
    return event ?? { body: null, action: '', actorId: '' };
  };

  it.each<[keyof typeof words, RedactTextBody['pointer'], number]>([
    ['caseLabel', '/content/caseLabel', 2],
    ['abortedReason', '/content/procedures/0/abortedReason', 1],
    ['reflection', '/content/reflection', 1],
    ['nextTimeText', '/decisions/0/nextTimeText', 2],
    ['reasonText', '/decisions/0/reasonText', 1],
  ])(
    'are gone from every table and file where they were the %s, in every version',
    async (name, pointer, number) => {
      const path = await withWords();
      expect((await placesOf(here.server, words[name])).length).toBeGreaterThan(0);
      const reply = await redact(path, { pointer, number });
      expect([reply.status, reply.body.code]).toEqual([200, undefined]);
      expect(await placesOf(here.server, words[name])).toEqual([]);
      for (const [other, kept] of Object.entries(words))
        if (other !== name) expect((await placesOf(here.server, kept)).length).toBeGreaterThan(0);
      for (const [, pointerOfOther, numberOfOther] of otherPlaces(pointer))
        await redact(path, { pointer: pointerOfOther, number: numberOfOther });
    },
  );

  it('show to whoever could read them that they were removed, and when; all else stays', async () => {
    const path = await withWords();
    const before = await read(path, here.fellow);
    await redact(path, { pointer: '/content/caseLabel', number: 2 });
    const at = NOON + 900_000;
    for (const reader of [here.fellow, here.supervisor, here.director]) {
      const { content } = await read(path, reader);
      expect([content.caseLabel, content.removed]).toEqual([undefined, [{ pointer: '/caseLabel', at }]]);
    }
    expect((await read(path, here.coordinator)).content).not.toHaveProperty('removed');
    const { content, ...rest } = await read(path, here.fellow);
    const { caseLabel: _gone, ...kept } = before.content;
    expect([{ ...content, removed: undefined }, rest]).toEqual([
      { ...kept, removed: undefined },
      expect.objectContaining({ revision: before.revision, versions: before.versions }),
    ]);
    const reason = { pointer: '/decisions/0/nextTimeText', number: 2 };
    await redact(path, reason);
    expect((await read(path, here.director)).versions[1]?.decisions[0]?.removed).toEqual([
      { pointer: '/nextTimeText', at },
    ]);
  });

  it('leave a redaction in the log that says who, when and why, and a log that verifies and replays', async () => {
    const path = await withWords();
    await redact(path, { pointer: '/content/caseLabel', number: 1 });
    const event = await newest(path);
    expect([event.action, event.actorId]).toEqual(['text.redacted', here.program.people.director.id]);
    const data = told(event).data as unknown as TextRedacted;
    expect(data).toEqual({
      texts: [expect.stringMatching(/^text:/)],
      reason: expect.stringMatching(/^text:/),
      restated: [],
    });
    expect(await placesOf(here.server, 'Names a patient')).not.toEqual([]);
    const { report, differences } = await here.server.read((manager) => checkLog(manager, here.program.id));
    expect([report.findings, differences]).toEqual([[], []]);
  });

  it('may be why an entry is void', async () => {
    const { body: draft } = await here.fellow.post<EntryView>(here.entries, {
      body: entryBody(here.program),
    });
    const path = `${here.entries}/${draft.id}`;
    await here.fellow.post(`${path}/void`, {
      revision: 1,
      body: { reason: 'Logged for zebulonian rules twice' },
    });
    expect((await redact(path, { pointer: '/voidReason' })).status).toBe(200);
    const { voidReason, removed } = await read(path, here.fellow);
    expect([voidReason, removed]).toEqual([undefined, [{ pointer: '/voidReason', at: NOON }]]);
    expect(await placesOf(here.server, 'zebulonian rules')).toEqual([]);
  });

  it('are removed by the director alone, of the same program, with a reason', async () => {
    const path = await withWords();
    const place = { pointer: '/content/caseLabel', number: 1 };
    for (const other of [here.fellow, here.supervisor, here.coordinator])
      expect((await redact(path, place, other)).status).toBe(403);
    const elsewhere = await here.server.program('redact-elsewhere');
    const stranger = await here.server.as(elsewhere.people.director);
    expect((await redact(path, place, stranger)).status).toBe(404);
    const moved = path.replace(here.program.id, elsewhere.id);
    expect((await redact(moved, place, stranger)).status).toBe(404);
    expect((await redact(path, { ...place, reason: ' ' })).status).toBe(400);
    expect((await read(path, here.fellow)).content.caseLabel).toBe(words.caseLabel);
  });

  it('must be there: no other place is a place, and nothing is removed twice', async () => {
    const path = await withWords();
    const places = [
      '/content/caseLabel/0',
      '/content/painCategory',
      '/decisions/9/reasonText',
      '/voidReason',
    ];
    for (const pointer of [...places, '/decisions/0/kind', '/decisions/0/nextTimeText', 'caseLabel', '/']) {
      const reply = await redact(path, { pointer, number: 1 });
      expect([pointer, reply.status, reply.body.code]).toEqual([pointer, 409, 'text/not-there']);
    }
    const place = { pointer: '/content/caseLabel', number: 1 };
    expect((await redact(path, place)).status).toBe(200);
    expect((await redact(path, { ...place, number: 2 })).body.code).toBe('text/not-there');
  });

  it('may be written anew by the fellow, who amends', async () => {
    const path = await withWords();
    await redact(path, { pointer: '/content/caseLabel', number: 1 });
    const { revision } = await read(path, here.fellow);
    const { id: _id, ...body } = entryBody(here.program, { caseLabel: 'Room 3', then: 'submit' });
    expect((await here.fellow.post(`${path}/amendments`, { revision, body })).status).toBe(200);
    const { content } = await read(path, here.fellow);
    expect([content.caseLabel, content.removed]).toEqual(['Room 3', undefined]);
  });
});

/** The places of an entry with words, but for one. */
function otherPlaces(pointer: string): [string, string, number][] {
  const places: [string, string, number][] = [
    ['caseLabel', '/content/caseLabel', 1],
    ['abortedReason', '/content/procedures/0/abortedReason', 1],
    ['reflection', '/content/reflection', 1],
    ['nextTimeText', '/decisions/0/nextTimeText', 2],
    ['reasonText', '/decisions/0/reasonText', 1],
  ];
  return places.filter(([, place]) => place !== pointer);
}

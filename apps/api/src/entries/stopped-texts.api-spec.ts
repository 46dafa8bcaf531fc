import { DataSource } from 'typeorm';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { StoppedTextsView } from '@countersign/contracts/entries/stopped-views';
import { TextRow } from '../db/text.row';
import { Followers } from '../followers/followers';
import type { TestClient } from '../testing/test-client';
import { entryBody, NOON, tfesi, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';

describe('Kept texts that the guard would stop today', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let supervisor: TestClient;
  let director: TestClient;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  let nth = 0;
  beforeEach(async () => {
    server.setClock(NOON);
    program = await server.program(`stopped-${(nth += 1)}`);
    const { people } = program;
    [fellow, supervisor] = [await server.as(people.fellow), await server.as(people.supervisor)];
    director = await server.as(people.director);
    entries = `/programs/${program.id}/entries`;
  });

  /** Puts other words into a text, as they may have been kept before there was a guard. */
  const say = async (before: string, words: string) => {
    const { manager } = server.app.get(DataSource);
    const { affected } = await manager.update(
      TextRow,
      { programId: program.id, body: before },
      { body: words },
    );
    expect(affected).toBe(1);
  };
  const log = async (change: Parameters<typeof entryBody>[1]) =>
    (await fellow.post<EntryView>(entries, { body: entryBody(program, change) })).body;
  const catchUp = () => server.app.get(Followers).catchUp();
  const read = async () =>
    (await director.get<StoppedTextsView>(`/programs/${program.id}/stopped-texts`)).body;

  it('are counted by field, with the place and never the words, once the log has been read', async () => {
    const procedures = [tfesi({ outcome: 'aborted', abortedReason: 'reason one' })];
    const sent = await log({ caseLabel: 'label one', reflection: 'reflection one', procedures });
    const draft = await log({ caseLabel: 'label two', reflection: 'clean one', then: 'keep' });
    const back = { reasonCode: 'other', reasonText: 'return one' };
    await supervisor.post(`${entries}/${sent.id}/return`, { revision: sent.revision, body: back });
    await say('label one', 'Mrs Ramirez');
    await say('reflection one', 'Kowalski showed me the view');
    await say('reason one', 'MRN 4829133 moved');
    await say('label two', 'Mr Kowalski');
    await say('return one', 'Mrs Ramirez was on the left');
    expect(await read()).toEqual({ total: 0, done: false, fields: [], texts: [] });
    await catchUp();
    const found = await read();
    expect([found.total, found.done]).toEqual([5, true]);
    expect(found.fields).toEqual(
      expect.arrayContaining([
        { field: 'caseLabel', identifying: 2, doubtful: 0 },
        { field: 'reflection', identifying: 0, doubtful: 1 },
        { field: 'abortedReason', identifying: 1, doubtful: 0 },
        { field: 'reasonText', identifying: 1, doubtful: 0 },
      ]),
    );
    const at = {
      number: 1,
      performedOn: '2026-11-20',
      fellow: { id: program.people.fellow.id, name: 'Fellow One' },
    };
    expect(found.texts).toEqual(
      expect.arrayContaining([
        { ...at, entryId: sent.id, field: 'caseLabel', tier: 'block', isSent: true },
        { ...at, entryId: sent.id, field: 'reasonText', tier: 'block', isSent: true },
        { ...at, entryId: draft.id, field: 'caseLabel', tier: 'block', isSent: false },
        { ...at, entryId: sent.id, field: 'reflection', tier: 'warn', isSent: true },
      ]),
    );
    expect(JSON.stringify(found)).not.toMatch(/Ramirez|Kowalski|4829133/);
  });

  it('are no more among them once their words are removed, or somebody said that they are no patient', async () => {
    const sent = await log({ caseLabel: 'label one', reflection: 'reflection one' });
    const kept = await log({ reflection: 'reflection two', then: 'keep' });
    await say('reflection one', 'Mrs Ramirez was afraid');
    await say('reflection two', 'Kowalski showed me the view');
    await catchUp();
    expect((await read()).total).toBe(2);
    const place = { number: 1, pointer: '/content/reflection', reason: 'Names a patient' };
    expect((await director.post(`${entries}/${sent.id}/redactions`, { body: place })).status).toBe(200);
    expect((await read()).fields).toEqual([{ field: 'reflection', identifying: 0, doubtful: 1 }]);
    const { id: _id, ...body } = entryBody(program, {
      ...{ reflection: 'Kowalski showed me the view', then: 'keep', noPatient: ['Kowalski'] },
    });
    const edited = await fellow.put(`${entries}/${kept.id}`, { revision: kept.revision, body });
    expect(edited.status).toBe(200);
    await catchUp();
    expect(await read()).toEqual({ total: 0, done: true, fields: [], texts: [] });
  });
});

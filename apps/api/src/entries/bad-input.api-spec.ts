import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { TestServer } from '../testing/test-server';
import { entryBody, NOON, tfesi, type TestProgram } from '../testing/test-program';
import type { TestClient } from '../testing/test-client';
import { EntryRow } from './entry.row';

describe('Bad input writes nothing and names the field', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let supervisor: TestClient;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('bad-input');
    fellow = await server.as(program.people.fellow);
    supervisor = await server.as(program.people.supervisor);
    entries = `/programs/${program.id}/entries`;
  });
  afterAll(() => server.stop());
  beforeEach(() => server.setClock(NOON));

  const count = () => server.read((manager) => manager.countBy(EntryRow, { programId: program.id }));
  const good = () => entryBody(program);
  const cases: readonly (readonly [string, () => object, string, string])[] = [
    ['an unknown field', () => ({ ...good(), approvedBy: 'me' }), '/approvedBy', 'request/unknown-field'],
    ['a column of the row', () => ({ ...good(), state: 'approved' }), '/state', 'request/unknown-field'],
    ['a wrong type', () => ({ ...good(), simulation: 'yes' }), '/simulation', 'request/wrong-type'],
    [
      'a date that is no date',
      () => ({ ...good(), performedOn: '20.11.2026' }),
      '/performedOn',
      'request/wrong-type',
    ],
    [
      'a day that does not exist',
      () => ({ ...good(), performedOn: '2026-02-30' }),
      '/performedOn',
      'entry/impossible-date',
    ],
    [
      'a date in the future',
      () => ({ ...good(), performedOn: '2026-11-24' }),
      '/performedOn',
      'entry/future-date',
    ],
    [
      'an item that the catalogue does not have',
      () => ({ ...good(), procedures: [tfesi({ itemId: 'no-such-item' })] }),
      '/procedures/0/itemId',
      'entry/unknown-item',
    ],
    [
      'a level that the item does not have',
      () => ({ ...good(), procedures: [tfesi({ levels: [{ level: 'T4', side: 'left' }] })] }),
      '/procedures/0/levels/0/level',
      'entry/level-not-of-item',
    ],
    [
      'a role that nobody holds',
      () => ({ ...good(), procedures: [{ ...tfesi(), role: 'surgeon' }] }),
      '/procedures/0/role',
      'request/wrong-type',
    ],
    [
      'a supervisor of nowhere',
      () => ({ ...good(), supervisorId: program.people.fellow.id }),
      '/supervisorId',
      'entry/unknown-supervisor',
    ],
    ['a site of nowhere', () => ({ ...good(), siteId: program.id }), '/siteId', 'entry/unknown-site'],
    [
      'text that is not Unicode',
      () => ({ ...good(), caseLabel: 'broken \ud800' }),
      '/caseLabel',
      'request/wrong-type',
    ],
    [
      'nothing in place of a role',
      () => ({ ...good(), procedures: [{ ...tfesi(), role: null }] }),
      '/procedures/0/role',
      'request/wrong-type',
    ],
    ['nothing in place of a setting', () => ({ ...good(), setting: null }), '/setting', 'request/wrong-type'],
    [
      'nothing in place of why it was aborted',
      () => ({ ...good(), procedures: [{ ...tfesi({ outcome: 'aborted' }), abortedReason: null }] }),
      '/procedures/0/abortedReason',
      'request/wrong-type',
    ],
    ['a label of spaces', () => ({ ...good(), caseLabel: ' ' }), '/caseLabel', 'request/wrong-type'],
    ['an id in capitals', () => ({ ...good(), id: uuidv7().toUpperCase() }), '/id', 'request/wrong-type'],
    [
      'no complication said',
      () => ({ ...good(), procedures: [tfesi({ complications: [] })] }),
      '/procedures/0/complications',
      'entry/required',
    ],
  ];
  it.each(cases)('%s', async (_name, body, pointer, code) => {
    const before = await count();
    const reply = await fellow.post<Problem>(entries, { body: body() });
    expect([reply.status, reply.body.code]).toEqual([400, 'request/invalid']);
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await count()).toBe(before);
  });

  it.each([' ', '\u200b'])('a reason of %j', async (reason) => {
    const { body } = await fellow.post<EntryView>(entries, { body: good() });
    const voided = await fellow.post<Problem>(`${entries}/${body.id}/void`, {
      revision: 1,
      body: { reason },
    });
    const returned = await supervisor.post<Problem>(`${entries}/${body.id}/return`, {
      revision: 1,
      body: { reasonCode: 'other', reasonText: reason },
    });
    expect([voided.body.errors?.[0]?.pointer, returned.body.errors?.[0]?.pointer]).toEqual([
      '/reason',
      '/reasonText',
    ]);
    expect((await fellow.get<EntryView>(`${entries}/${body.id}`)).body.revision).toBe(1);
  });

  it('a body that is not JSON', async () => {
    const broken = await fellow.post<Problem>(entries, { body: '{"id":' });
    expect([broken.status, broken.body.code]).toEqual([400, 'request/malformed']);
    const form = await fellow.post<Problem>(entries, {
      body: 'id=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, form.body.code]).toEqual([415, 'request/not-json']);
  });
});

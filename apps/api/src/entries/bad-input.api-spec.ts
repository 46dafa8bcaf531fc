import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, NOON, tfesi } from '../testing/test-program';
import { EntryRow } from './entry.row';

describe('Bad input writes nothing and names the field', () => {
  const here = programUnderTest('bad-input', 'fellow', 'supervisor');
  beforeEach(() => here.server.setClock(NOON));

  const count = () =>
    here.server.read((manager) => manager.countBy(EntryRow, { programId: here.program.id }));
  const good = () => entryBody(here.program);
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
      () => ({ ...good(), supervisorId: here.program.people.fellow.id }),
      '/supervisorId',
      'entry/unknown-supervisor',
    ],
    ['a site of nowhere', () => ({ ...good(), siteId: here.program.id }), '/siteId', 'entry/unknown-site'],
    [
      'text that is not Unicode',
      () => ({ ...good(), caseLabel: 'broken \ud800' }),
      '/caseLabel',
      'request/forbidden-character',
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
    const reply = await here.fellow.post<Problem>(here.entries, { body: body() });
    expect([reply.status, reply.body.code]).toEqual([400, 'request/invalid']);
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ pointer, code }));
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await count()).toBe(before);
  });

  it.each([' ', '\u200b'])('a reason of %j', async (reason) => {
    const { body } = await here.fellow.post<EntryView>(here.entries, { body: good() });
    const voided = await here.fellow.post<Problem>(`${here.entries}/${body.id}/void`, {
      revision: 1,
      body: { reason },
    });
    const returned = await here.supervisor.post<Problem>(`${here.entries}/${body.id}/return`, {
      revision: 1,
      body: { reasonCode: 'other', reasonText: reason },
    });
    expect([voided.body.errors?.[0]?.pointer, returned.body.errors?.[0]?.pointer]).toEqual([
      '/reason',
      '/reasonText',
    ]);
    expect((await here.fellow.get<EntryView>(`${here.entries}/${body.id}`)).body.revision).toBe(1);
  });

  it('a body that is not JSON', async () => {
    const broken = await here.fellow.post<Problem>(here.entries, { body: '{"id":' });
    expect([broken.status, broken.body.code]).toEqual([400, 'request/malformed']);
    const form = await here.fellow.post<Problem>(here.entries, {
      body: 'id=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, form.body.code]).toEqual([415, 'request/not-json']);
  });
});

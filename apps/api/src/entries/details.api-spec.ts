import type { EvidenceView } from '@countersign/contracts/competencies/views';
import type { EntryBody } from '@countersign/contracts/entries/bodies';
import type { EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import type { RequirementSet } from '@countersign/domain/competency';
import { ProgramRow } from '../programs/program.row';
import { RequirementSetRow } from '../requirements/requirement-set.row';
import type { TestClient } from '../testing/test-client';
import { entryBody, tfesi, type TestProgram } from '../testing/test-program';
import { TestServer } from '../testing/test-server';
import { EntryProcedureRow } from './entry.row';

const nonParticulate = { id: 'steroid', value: 'non-particulate' };
const particulate = { id: 'steroid', value: 'particulate' };

describe('The details of a procedure', () => {
  let server: TestServer;
  let program: TestProgram;
  let fellow: TestClient;
  let supervisor: TestClient;
  let entries: string;

  beforeAll(async () => {
    server = await TestServer.start();
    program = await server.program('details');
    fellow = await server.as(program.people.fellow);
    supervisor = await server.as(program.people.supervisor);
    entries = `/programs/${program.id}/entries`;
  });
  afterAll(() => server.stop());

  const log = (change: Parameters<typeof tfesi>[0], then: EntryBody['then'] = 'submit') =>
    fellow.post<EntryView & Problem>(entries, {
      body: entryBody(program, { procedures: [tfesi(change)], then }),
    });

  it('are kept and shown as they were recorded, and laid out for counting', async () => {
    const details = [nonParticulate, { id: 'sedation', value: 'none' }];
    const { status, body } = await log({ details });
    expect([status, body.content.procedures[0]?.details]).toEqual([201, details]);
    const read = await supervisor.get<EntryView>(`${entries}/${body.id}`);
    expect(read.body.content.procedures[0]?.details).toEqual(details);
    const rows = await server.read((manager) => manager.findBy(EntryProcedureRow, { entryId: body.id }));
    expect(rows.map(({ choices }) => choices)).toEqual(['steroid=non-particulate sedation=none']);
  });

  it('that are none of the item are refused at their place', async () => {
    const details = [nonParticulate, { id: 'leads', amount: 2 }];
    const { status, body } = await log({ details });
    expect([status, body.errors?.map(({ code, pointer }) => [code, pointer])]).toEqual([
      400,
      [['entry/detail-not-of-item', '/procedures/0/details/1']],
    ]);
  });

  it('are no place for words', async () => {
    const { status } = await log({ details: [{ id: 'steroid', note: 'as usual' } as never] });
    expect(status).toBe(400);
  });

  it('that changed are shown to the supervisor who sees the entry again', async () => {
    const before = (await log({ details: [nonParticulate] })).body;
    const path = `${entries}/${before.id}`;
    const returned = await supervisor.post<EntryView>(`${path}/return`, {
      revision: before.revision,
      body: { reasonCode: 'wrong-details', reasonText: 'Say which steroid.' },
    });
    const { id: _id, ...body } = entryBody(program, { procedures: [tfesi({ details: [particulate] })] });
    const after = await fellow.put<EntryView>(path, { revision: returned.body.revision, body });
    expect(after.body.versions.at(-1)?.changes).toEqual([
      {
        pointer: '/procedures/0/details',
        values: { before: [nonParticulate], after: [particulate] },
      },
    ]);
  });

  it('are filtered on by a rule: one particulate of two', async () => {
    const own = await server.program('details-counted');
    const [first, second] = [await server.as(own.people.fellow), await server.as(own.people.supervisor)];
    const path = `/programs/${own.id}/entries`;
    const body = structuredClone(own.given.requirements) as RequirementSet;
    const filter = { items: ['esi-tf-lumbar'], choices: ['steroid=particulate'] };
    const rules = [{ kind: 'count', filter, per: 'session', need: 1 }];
    const competencies = body.competencies.map((one) =>
      one.id === 'lumbar-transforaminal' ? { ...one, rules } : one,
    );
    await server.write('test', (tx) =>
      tx.manager.update(RequirementSetRow, { programId: own.id }, { body: { ...body, competencies } }),
    );
    for (const detail of [particulate, nonParticulate]) {
      const sent = await first.post<EntryView>(path, {
        body: entryBody(own, { procedures: [tfesi({ details: [detail] })] }),
      });
      const { id, revision } = sent.body;
      await second.post(`${path}/${id}/approval`, { revision, body: { help: 4 } });
    }
    const evidence = await first.get<EvidenceView>(
      `/programs/${own.id}/fellows/${own.people.fellow.id}/competencies/lumbar-transforaminal/evidence`,
    );
    const [rule] = evidence.body.rules;
    expect([rule?.value, rule?.met, rule?.notCounted.map(({ reasons }) => reasons)]).toEqual([
      1,
      true,
      [['detail']],
    ]);
  });

  it('are needed only where the program says so, and the form is told', async () => {
    expect((await log({})).status).toBe(201);
    await server.write('test', (tx) =>
      tx.manager.update(ProgramRow, { id: program.id }, { neededDetails: 'steroid leads' }),
    );
    const context = await fellow.get<LogContextView>(`/programs/${program.id}/log-context`);
    expect(context.body.neededDetails).toEqual(['steroid', 'leads']);
    const { status, body } = await log({});
    expect([status, body.errors]).toEqual([
      400,
      [expect.objectContaining({ code: 'entry/detail-needed', values: { name: 'Steroid' } })],
    ]);
    expect((await log({ details: [particulate] })).status).toBe(201);
    expect((await log({}, 'keep')).status).toBe(201);
  });
});

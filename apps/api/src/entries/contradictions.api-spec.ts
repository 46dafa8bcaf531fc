import type { ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { programUnderTest } from '../testing/program-under-test';
import { entryBody, tfesi } from '../testing/test-program';
import { EntryVersionRow } from './entry.row';

type Change = Parameters<typeof entryBody>[1];

const visit = (itemId: string): ProcedureBody => ({
  ...{ itemId, levels: [], techniques: [], complications: [] },
  ...{ role: 'performed', supervision: 'direct' },
});

describe('Counting (j): what contradicts itself', () => {
  const here = programUnderTest('contradictions', 'fellow', 'supervisor');

  const send = (change: Change) =>
    here.fellow.post<EntryView>(here.entries, { body: entryBody(here.program, change) });
  const refusedFields = async (change: Change) => {
    const reply = await here.fellow.post<Problem>(here.entries, { body: entryBody(here.program, change) });
    return [reply.status, reply.body.errors?.map(({ code, pointer, values }) => [code, pointer, values])];
  };
  const approve = ({ id, revision }: EntryView) =>
    here.supervisor.post<EntryView>(`${here.entries}/${id}/approval`, { revision, body: { help: 4 } });

  it.each<[string, Change, string, string]>([
    [
      'a supervisor who took over under oversight',
      { procedures: [tfesi({ outcome: 'supervisor-took-over', supervision: 'oversight' })] },
      '/procedures/0/supervision',
      'took-over-unseen',
    ],
    [
      'a success that was aborted',
      { procedures: [tfesi({ complications: ['aborted'] })] },
      '/procedures/0/outcome',
      'aborted-as-complication',
    ],
    [
      'a headache that is a lumbar radiculopathy',
      { diagnosisGroup: 'headache-facial', diagnosisId: 'lumbar-radiculopathy' },
      '/diagnosisId',
      'diagnosis-of-group',
    ],
    [
      'a child of 40 to 64 years',
      { ageBand: '40-64', procedures: [visit('exp-pediatric')] },
      '/ageBand',
      'age-of-item',
    ],
    ['an injection by telehealth', { setting: 'telehealth' }, '/setting', 'setting-of-item'],
  ])('is refused at its field: %s', async (_what, change, pointer, about) => {
    const [status, errors] = await refusedFields(change);
    expect([status, errors]).toEqual([
      400,
      [['entry/contradiction', pointer, expect.objectContaining({ about })]],
    ]);
    expect((await send({ ...change, then: 'keep' })).status).toBe(201);
  });

  it('(i) is a row that is there twice, in a new submission; what was sent before stays approvable', async () => {
    const twice = { procedures: [tfesi(), tfesi({ selfHelp: 3 })] };
    expect(await refusedFields(twice)).toEqual([
      400,
      [['entry/row-repeated', '/procedures/1', { place: 1 }]],
    ]);
    const { body: entry } = await send({ procedures: [tfesi(), tfesi({ guidance: 'ct' })] });
    await here.server.write('test', async ({ manager }) => {
      const key = { programId: here.program.id, entryId: entry.id, number: 1 };
      const { content } = await manager.findOneByOrFail(EntryVersionRow, key);
      const [first] = content.procedures;
      await manager.update(EntryVersionRow, key, {
        content: { ...content, procedures: first ? [first, first] : [] },
      });
    });
    expect((await approve(entry)).status).toBe(200);
  });

  it('(o) is an amendment without a change', async () => {
    const body = entryBody(here.program, { procedures: [tfesi({ selfHelp: 4 })] });
    const { id: _id, ...content } = body;
    const { body: sent } = await here.fellow.post<EntryView>(here.entries, { body });
    const { body: approved } = await approve(sent);
    const amend = (change: Change, revision = approved.revision) =>
      here.fellow.post<Problem>(`${here.entries}/${sent.id}/amendments`, {
        revision,
        body: { ...content, ...change },
      });
    for (const same of [{}, { procedures: [tfesi({ selfHelp: 2 })] }]) {
      const reply = await amend(same);
      expect([reply.status, reply.body.code]).toEqual([409, 'entry/unchanged']);
    }
    expect((await amend({}, 1)).body.code).toBe('entry/stale-version');
    expect((await amend({ procedures: [tfesi({ role: 'assisted' })] })).status).toBe(200);
  });
});

import type { DashboardView } from '@countersign/contracts/dashboards/views';
import type { Problem } from '@countersign/contracts/problems';
import type {
  RequirementSetDetailView,
  RequirementSetsView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';
import type { ProgressView } from '@countersign/contracts/competencies/views';
import { fileOfSet, type Competency, type RequirementFile } from '@countersign/domain/competency';
import { EventRow } from '../db/event.row';
import { programUnderTest } from '../testing/program-under-test';
import { TODAY } from '../testing/test-program';
import { RequirementSetRow } from './requirement-set.row';

const tfesi: Competency = {
  id: 'tfesi',
  title: 'Lumbar transforaminal',
  shortTitle: 'TFESI',
  about: { items: ['esi-tf-lumbar'] },
  rules: [{ kind: 'count', filter: { items: ['esi-tf-lumbar'] }, per: 'session', need: 3 }],
  highRisk: false,
};
const own: RequirementFile = {
  id: 'own-rules',
  title: 'Own requirements',
  source: 'Curriculum committee of the program',
  edition: 'July 2026',
  cohort: '2026–27',
  effectiveOn: '2026-07-01',
  conventions: 2,
  competencies: [tfesi],
};
const verified = { on: TODAY, against: 'Program requirements, July 2026' };

describe('Requirement sets', () => {
  const here = programUnderTest('sets', 'fellow', 'supervisor', 'director', 'coordinator');
  const sets = () => `${here.base}/requirement-sets`;
  const drafts = () => `${here.base}/requirement-drafts`;
  const all = async () => (await here.director.get<RequirementSetsView>(sets())).body;

  /** Keeps a file as a draft and answers how it is named. */
  async function drafted(file: object): Promise<{ id: string; revision: number }> {
    const reply = await here.coordinator.post<RequirementSetsView>(drafts(), { body: { set: file } });
    expect(reply.status).toBe(201);
    const [newest] = reply.body.drafts ?? [];
    if (!newest) throw new Error('the draft is listed');
    return newest;
  }
  const publish = ({ id, revision }: { id: string; revision: number }, body: object = {}) =>
    here.director.post<RequirementSetsView & Problem>(`${drafts()}/${id}/publication`, { revision, body });

  it('are read by everybody; drafts and cohorts by those who keep them', async () => {
    const { published, drafts: mine, fellows } = await all();
    expect(published).toMatchObject([
      { title: expect.stringMatching(/example/), standing: 'example', binds: 0 },
    ]);
    expect([mine, fellows?.map(({ fellow }) => fellow.name)]).toEqual([[], ['Fellow One', 'Fellow Two']]);
    const seen = (await here.fellow.get<RequirementSetsView>(sets())).body;
    expect([seen.published.length, seen.drafts, seen.fellows]).toEqual([1, undefined, undefined]);
  });

  it('are drafted, published by the director alone and bind the cohort; nobody else', async () => {
    const draft = await drafted(own);
    const asked = await here.coordinator.post(`${drafts()}/${draft.id}/publication`, {
      ...{ revision: draft.revision, body: { verified } },
    });
    expect(asked.status).toBe(403);
    const [role] = (await all()).fellows ?? [];
    const cohort = await here.coordinator.put<RequirementSetsView>(
      `${here.base}/trainings/${role?.roleId}/cohort`,
      { body: { cohort: '2026–27' } },
    );
    expect([cohort.status, cohort.body.fellows?.[0]?.set.binds]).toEqual([200, false]);

    const reply = await publish(draft, { verified });
    expect(reply.status).toBe(201);
    expect(reply.body.drafts).toEqual([]);
    expect(reply.body.published[0]).toMatchObject({
      ...{ id: draft.id, setId: 'own-rules', version: 1, standing: 'verified', binds: 1 },
      ...{ publishedBy: 'Director One', verifiedBy: 'Director One', verifiedOn: TODAY },
      verifiedAgainst: verified.against,
    });
    expect(reply.body.fellows?.map(({ set }) => [set.title, set.binds])).toEqual([
      ['Own requirements', true],
      ['Pain medicine, example requirements', false],
    ]);
    const progress = await here.fellow.get<ProgressView>(
      `${here.base}/fellows/${here.program.people.fellow.id}/progress`,
    );
    expect(progress.body.requirementSet).toMatchObject({
      id: 'own-rules',
      binds: true,
      standing: 'verified',
    });
    const dashboard = (await here.director.get<DashboardView>(`${here.base}/dashboard`)).body;
    const inUse = [dashboard.requirementSet.id, ...dashboard.otherSets.map(({ id }) => id)];
    expect(inUse.sort()).toEqual(['example-pain-medicine', 'own-rules']);
    const [bound] = dashboard.fellows;
    expect(bound?.competencies.map(({ competencyId, need }) => [competencyId, need])).toEqual([['tfesi', 3]]);
    expect(dashboard.competencies.map(({ id }) => id)).toContain('tfesi');
  });

  it('are exported as a file that makes an equal set again', async () => {
    const [one] = (await all()).published;
    const file = await here.supervisor.get<RequirementFile>(`${sets()}/${one?.id}/file`);
    expect(file.status).toBe(200);
    expect(file.body).toEqual({ ...own, example: false });
    const again = await drafted(file.body);
    const copy = await here.director.get<RequirementFile>(`${sets()}/${again.id}/file`);
    expect(copy.body).toEqual(file.body);
    expect((await here.fellow.get(`${sets()}/${again.id}/file`)).status).toBe(404);
    const gone = await here.director.delete<RequirementSetsView>(`${drafts()}/${again.id}`, {
      revision: again.revision,
    });
    expect([gone.status, gone.body.drafts]).toEqual([200, []]);
  });

  it('are tried without a trace: rule by rule, and for each fellow with both numbers', async () => {
    const more = { ...tfesi, rules: [{ ...tfesi.rules[0], need: 5 }] };
    const extra = {
      ...tfesi,
      id: 'cervical',
      title: 'Cervical transforaminal',
      shortTitle: 'Cervical',
      about: { items: ['esi-tf-cervical'] },
    };
    const before = await all();
    const reply = await here.director.post<RequirementTrialView>(`${here.base}/requirement-trials`, {
      body: { set: { ...own, competencies: [more, extra] } },
    });
    expect([reply.status, reply.body.faults, reply.body.version]).toEqual([200, [], 2]);
    expect(reply.body.follows).toEqual({ title: 'Own requirements', version: 1 });
    expect(
      reply.body.competencies.map(({ difference, rules }) => [difference, rules[0]?.difference]),
    ).toEqual([
      ['changed', 'changed'],
      ['added', 'added'],
    ]);
    expect(reply.body.notHighRisk).toEqual(['Cervical transforaminal']);
    expect(reply.body.fellows).toMatchObject([
      {
        fellow: { name: 'Fellow One' },
        competencies: [
          { before: [{ value: 0, need: 3, met: false }], after: { value: 0, need: 5, met: false } },
          { before: [], after: { competencyId: 'cervical' } },
        ],
      },
    ]);
    expect(await all()).toEqual(before);
  });

  it.each([
    ['an unknown field', { ...own, extra: 1 }, 'requirement/key-unknown', '/extra'],
    [
      'a wrong kind',
      { ...own, competencies: [{ ...tfesi, rules: [{ kind: 'sum' }] }] },
      'requirement/kind-unknown',
      '/competencies/0/rules/0/kind',
    ],
    [
      'one id twice',
      { ...own, competencies: [tfesi, tfesi] },
      'requirement/competency-twice',
      '/competencies/1/id',
    ],
    [
      'a number that is none',
      { ...own, competencies: [{ ...tfesi, lapseMonths: 'NaN' }] },
      'requirement/window-impossible',
      '/competencies/0/lapseMonths',
    ],
    [
      'an endless number',
      { ...own, competencies: [{ ...tfesi, rules: [{ ...tfesi.rules[0], need: 1e300 }] }] },
      'requirement/need-impossible',
      '/competencies/0/rules/0/need',
    ],
    [
      'an item of no catalogue',
      { ...own, competencies: [{ ...tfesi, about: { items: ['magic'] } }] },
      'requirement/item-unknown',
      '/competencies/0/about/items/0',
    ],
    ['a title that never ends', { ...own, title: 'x'.repeat(201) }, 'requirement/text-too-long', '/title'],
    ['an id that is no key', { ...own, id: 'Own rules' }, 'requirement/id-form', '/id'],
    ['no competency', { ...own, competencies: [] }, 'requirement/competencies-missing', '/competencies'],
  ])('with %s are refused at its place, in a draft and in a trial', async (_, set, code, pointer) => {
    const reply = await here.coordinator.post<Problem>(drafts(), { body: { set } });
    expect([reply.status, reply.body.code]).toEqual([422, 'requirement/set-invalid']);
    expect(reply.body.errors).toContainEqual(expect.objectContaining({ code, pointer: `/set${pointer}` }));
    const trial = await here.coordinator.post<RequirementTrialView>(`${here.base}/requirement-trials`, {
      body: { set },
    });
    expect(trial.body.faults).toContainEqual(expect.objectContaining({ code, pointer }));
  });

  it('pass the privacy guard, and never verify themselves', async () => {
    const patient = { ...own, source: 'As for John Smith, MRN 12345678' };
    const refused = await here.director.post<Problem>(drafts(), { body: { set: patient } });
    expect([refused.status, refused.body.code]).toEqual([422, 'privacy/identifies']);
    expect(refused.body.errors?.[0]?.pointer).toBe('/set/source');
    const said = { verifiedBy: 'somebody', verifiedOn: '2026-07-01', verifiedAgainst: 'x', version: 40 };
    const draft = await drafted({ ...own, ...said });
    const reply = await publish(draft);
    expect(reply.body.published[0]).toMatchObject({ version: 2, standing: 'unverified', binds: 0 });
    expect(reply.body.published[1]).toMatchObject({ version: 1, binds: 1 });
  });

  it('of a real program are no demonstration, and an example is never verified', async () => {
    const reply = await here.director.post<Problem>(drafts(), {
      body: { set: { ...own, demonstration: true } },
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'requirement/demonstration-elsewhere']);
    const example = await publish(await drafted({ ...own, id: 'an-example', example: true }), { verified });
    expect([example.status, example.body.errors?.[0]?.code]).toEqual([422, 'requirement/example-verified']);
  });

  it('are verified today or before, on a day that exists', async () => {
    const draft = await drafted({ ...own, id: 'days' });
    const on = (day: string) => publish(draft, { verified: { ...verified, on: day } });
    expect((await on('2026-11-24')).body.code).toBe('requirement/verified-later');
    expect((await on('2026-02-30')).body.code).toBe('requirement/date-impossible');
    expect((await publish(draft, { mapping: [{ from: 'none', to: 'tfesi' }] })).body.code).toBe(
      'requirement/mapping-unknown',
    );
    expect((await all()).published.some(({ setId }) => setId === 'days')).toBe(false);
  });

  it('once published never change, and of two who publish one does', async () => {
    const draft = await drafted({ ...own, id: 'race' });
    const replies = await Promise.all([publish(draft, { verified }), publish(draft, { verified })]);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const rows = await here.server.read((manager) => manager.findBy(RequirementSetRow, { setId: 'race' }));
    expect(rows).toHaveLength(1);
    const kept = rows[0]?.body;
    const path = `${drafts()}/${draft.id}`;
    const seen = { revision: draft.revision, body: { set: { ...own, id: 'race', title: 'Another' } } };
    for (const reply of [
      await here.director.put<Problem>(path, seen),
      await here.director.delete<Problem>(path, { revision: draft.revision }),
      await publish(draft),
    ])
      expect([reply.status, reply.body.code]).toEqual([409, 'requirement/published']);
    const after = await here.server.read((manager) =>
      manager.findOneByOrFail(RequirementSetRow, { id: draft.id }),
    );
    expect(after.body).toEqual(kept);
    const events = await here.server.read((manager) =>
      manager.findBy(EventRow, { object: `requirement-set:${draft.id}` }),
    );
    expect(events).toHaveLength(1);
  });

  it('in a draft that somebody changed meanwhile are not overwritten', async () => {
    const { id, revision } = await drafted({ ...own, id: 'changing' });
    const put = (title: string) =>
      here.director.put<Problem>(`${drafts()}/${id}`, {
        revision,
        body: { set: { ...own, id: 'changing', title } },
      });
    expect((await put('First')).status).toBe(200);
    const late = await put('Second');
    expect([late.status, late.body.code]).toEqual([412, 'requirement/draft-changed']);
    expect((await all()).drafts?.find((draft) => draft.id === id)).toMatchObject({
      title: 'First',
      revision: 2,
    });
  });

  it('show their rules, and of another program are not there', async () => {
    const [one] = (await all()).published;
    const detail = await here.fellow.get<RequirementSetDetailView>(`${sets()}/${one?.id}`);
    expect(detail.body.competencies).toEqual([tfesi]);
    const other = await here.server.program('elsewhere-sets');
    const stranger = await here.server.as(other.people.director);
    expect((await stranger.get(`/programs/${other.id}/requirement-sets/${one?.id}`)).status).toBe(404);
    const [role] = (await all()).fellows ?? [];
    const path = `/programs/${other.id}/trainings/${role?.roleId}/cohort`;
    expect((await stranger.put(path, { body: { cohort: 'mine' } })).status).toBe(404);
  });
});

it('a set of the house goes out and comes in again', () => {
  expect(fileOfSet({ ...own, example: false, version: 4, verifiedBy: 'x', verifiedOn: TODAY })).toEqual({
    ...own,
    example: false,
  });
});

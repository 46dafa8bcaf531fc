import { fileOfSet, type Competency, type RequirementFile, type Rule } from '@countersign/domain/competency';
import type { EvidenceView, ProgressView } from '@countersign/contracts/competencies/views';
import type { Problem } from '@countersign/contracts/problems';
import type {
  RatingOddsView,
  RequirementSetDetailView,
  RequirementSetsView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';
import { programUnderTest } from '../testing/program-under-test';
import { TODAY } from '../testing/test-program';

const filter = { items: ['esi-tf-lumbar', 'tpi'] };
const count: Rule = { kind: 'count', filter, per: 'session', need: 1 };
const certificate: Rule = { kind: 'certificate', certificateId: 'ultrasound', title: 'Ultrasound course' };
const waits: Rule = { kind: 'other-competency', competencyId: 'first', standing: 'met' };
const anyOf: Rule = { kind: 'any-of', need: 1, rules: [certificate, waits, count] };
const bySpecialty: Rule = {
  kind: 'base-specialty',
  specialties: ['Anesthesiology', 'Physical Medicine & Rehabilitation'],
  listed: anyOf,
  others: { ...count, need: 3 },
};
const rules: readonly Rule[] = [
  { kind: 'distinct', filter, of: 'item', need: 2 },
  { kind: 'rating-share', filter, of: 'newest', n: 10, percent: 80, minHelp: 4 },
  { kind: 'rating-share', filter, of: 'all', n: 12, percent: 75, minHelp: 4 },
  anyOf,
  bySpecialty,
];
const about = { about: filter, highRisk: false };
const first: Competency = { ...about, id: 'first', title: 'The first', shortTitle: 'First', rules: [count] };
const every: Competency = { ...about, id: 'every', title: 'Every kind', shortTitle: 'Every', rules };
const file: RequirementFile = {
  ...{ id: 'own-rules', title: 'Own requirements', source: 'Curriculum committee', edition: 'July 2026' },
  ...{ effectiveOn: '2026-07-01', conventions: 2, competencies: [first, every] },
};

describe('Rules that hold others, shares and different items', () => {
  const here = programUnderTest('kinds', 'fellow', 'director', 'coordinator');
  const trial = (set: object) =>
    here.director.post<RequirementTrialView>(`${here.base}/requirement-trials`, { body: { set } });

  it('are refused from a file with the place and what to do, in words', async () => {
    const wrong = { ...every, rules: [{ ...anyOf, need: 4 }, { ...rules[1], percent: 120 }, count] };
    const { body } = await trial({ ...file, competencies: [first, wrong] });
    expect(body.faults).toEqual([
      {
        ...{ pointer: '/competencies/1/rules/0/need', code: 'requirement/any-of-impossible' },
        title: 'Give at least two rules to choose from, and ask for 1 to 3 of them.',
      },
      {
        ...{ pointer: '/competencies/1/rules/1/percent', code: 'requirement/share-impossible' },
        title: 'A share is a whole number of percent, from 1 to 100.',
      },
    ]);
    const { others: _others, ...onlyListed } = bySpecialty;
    const left = await trial({ ...file, competencies: [first, { ...every, rules: [onlyListed] }] });
    expect(left.body.faults.map(({ code }) => code)).toEqual(['requirement/asks-nothing']);
  });

  it('are drafted, published and told to everybody as they are', async () => {
    const drafts = `${here.base}/requirement-drafts`;
    const drafted = await here.coordinator.post<RequirementSetsView & Problem>(drafts, {
      body: { set: file },
    });
    expect([drafted.status, drafted.body.errors]).toEqual([201, undefined]);
    const [draft] = drafted.body.drafts ?? [];
    if (!draft) throw new Error('the draft is listed');
    const verified = { on: TODAY, against: 'Program requirements, July 2026' };
    const published = await here.director.post(`${drafts}/${draft.id}/publication`, {
      ...{ revision: draft.revision, body: { verified } },
    });
    expect(published.status).toBe(201);
    const set = await here.fellow.get<RequirementSetDetailView>(`${here.base}/requirement-sets/${draft.id}`);
    expect(set.body.competencies[1]?.rules).toEqual(rules);
    const again = await here.director.get(`${here.base}/requirement-sets/${draft.id}/file`);
    expect(again.body).toEqual(
      fileOfSet({ ...file, example: false, version: 1, verifiedBy: null, verifiedOn: null }),
    );
  });

  it('say to a fellow what is asked because of the base specialty, and what each rule in them says', async () => {
    const fellow = `${here.base}/fellows/${here.program.people.fellow.id}`;
    const progress = (await here.fellow.get<ProgressView>(`${fellow}/progress`)).body;
    expect(progress.baseSpecialty).toBe('Anesthesiology');
    const own = progress.competencies.find(({ id }) => id === 'every');
    expect(own?.rules.map(({ value, need, met }) => [value, need, met])).toEqual([
      ...[
        [0, 2, false],
        [0, 8, false],
        [0, 9, false],
        [0, 1, false],
        [0, 1, false],
      ],
    ]);
    expect(own?.rules[1]?.looked).toBe(0);
    expect(own?.rules[3]).toMatchObject({
      titles: { first: 'The first' },
      parts: [{ need: 1 }, { need: 1 }, { value: 0, need: 1 }],
    });
    expect(own?.rules[4]).toMatchObject({ branch: 'listed', parts: [{ rule: anyOf, met: false }] });
    const evidence = await here.fellow.get<EvidenceView>(`${fellow}/competencies/every/evidence`);
    expect([evidence.status, evidence.body.rules.length]).toEqual([200, 5]);
  });

  it('are counted for a draft as of a day, and opened case by case, without a trace', async () => {
    const fellowId = here.program.people.fellow.id;
    const trials = `${here.base}/requirement-trials`;
    const set = { ...file, competencies: [first, { ...every, rules: [anyOf] }] };
    const asOf = { set, asOfOn: '2026-08-01' };
    const tried = (await here.coordinator.post<RequirementTrialView>(trials, { body: asOf })).body;
    expect([tried.asOfOn, tried.faults]).toEqual(['2026-08-01', []]);
    expect(tried.fellows[0]?.competencies[1]?.after).toMatchObject({
      value: 0,
      need: 1,
      rulesMet: 0,
      rules: 1,
    });
    const body = { ...asOf, fellowId, competencyId: 'every' };
    const reply = await here.coordinator.post<EvidenceView>(`${trials}/evidence`, { body });
    expect([reply.status, reply.body.asOfOn, reply.body.rules.length]).toEqual([200, '2026-08-01', 1]);
    const asked = async (change: object) =>
      (await here.director.post(`${trials}/evidence`, { body: { ...body, ...change } })).status;
    expect(await asked({ competencyId: 'none' })).toBe(404);
    expect(await asked({ fellowId: here.program.people.director.id })).toBe(404);
    expect(await asked({ set: { ...set, competencies: [] } })).toBe(422);
    expect(await asked({ asOfOn: '2026-02-30' })).toBe(400);
    expect((await here.fellow.post(`${trials}/evidence`, { body })).status).toBe(403);
  });

  it('of ratings say how likely chance alone meets them, of whom and by when as asked', async () => {
    const odds = async (query: string) => {
      const reply = await here.fellow.get<RatingOddsView>(`${here.base}/rating-odds?${query}`);
      return [reply.status, reply.body.points?.map((p) => [p.successPercent, Math.round(100 * p.met)])];
    };
    const lastFive = [
      [40, 26],
      [50, 55],
      [60, 84],
      [70, 97],
      [80, 100],
      [90, 100],
    ];
    expect(await odds('of=newest&n=5&percent=100&cases=50')).toEqual([200, lastFive]);
    expect(await odds('of=all&n=10&percent=80&cases=50&success=65')).toMatchObject([
      200,
      [[40], [50], [60], [65], [70], [80], [90]].map(expect.arrayContaining),
    ]);
    expect(await odds('of=newest&n=40&percent=80&cases=50')).toEqual([200, []]);
    expect(await odds('of=newest&n=0&percent=100&cases=50')).toEqual([400, undefined]);
  });
});

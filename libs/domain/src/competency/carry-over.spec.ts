import { carryOver } from './carry-over';
import type { CarryOver, RequirementChange } from './carry-over';
import type { AssessmentContext, HeldSignOff } from './assessment';
import { assess } from './assess';
import type { Competency, Rule } from './requirement-set';
import { competency, fact, lumbar, requirementSet } from './testdata/build';

const asOf = '2026-12-31';
const facts = [fact('a'), fact('b'), fact('c', { itemId: 'esi-caudal' })];
const sessions = (need: number, items: readonly string[] = lumbar.items): Rule => ({
  kind: 'count',
  filter: { items },
  per: 'session',
  need,
});

function change(
  old: readonly Competency[],
  next: readonly Competency[],
  mapping: RequirementChange['mapping'],
): RequirementChange {
  return { from: requirementSet(old), to: requirementSet(next, { version: 4 }), mapping };
}

function carried(what: RequirementChange, context: Partial<AssessmentContext> = {}): CarryOver {
  const result = carryOver(what, facts, { asOf, baseSpecialty: null, ...context });
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const signed = (
  competencyId: string,
  signedOn = '2026-05-01',
  endedOn: string | null = null,
): HeldSignOff => ({
  competencyId,
  signedOn,
  endedOn,
});

describe('a new version of a requirement set', () => {
  const raised = change(
    [competency('tf', { rules: [sessions(2)] }), competency('gone')],
    [competency('lumbar', { rules: [sessions(3)] }), competency('new')],
    [{ from: 'tf', to: 'lumbar' }],
  );

  it('shows the numbers of both versions on the same date', () => {
    const { competencies, ...head } = carried(raised);
    expect(head).toEqual({
      asOf,
      from: { requirementSetId: 'set', version: 3 },
      to: { requirementSetId: 'set', version: 4 },
      retired: ['gone'],
    });
    expect(competencies).toEqual([
      {
        competencyId: 'lumbar',
        before: [assess(raised.from, facts, { asOf, baseSpecialty: null }).competencies[0]],
        after: assess(raised.to, facts, { asOf, baseSpecialty: null }).competencies[0],
        signOff: null,
        highRiskRaised: false,
      },
      {
        competencyId: 'new',
        before: [],
        after: assess(raised.to, facts, { asOf, baseSpecialty: null }).competencies[1],
        signOff: null,
        highRiskRaised: false,
      },
    ]);
    expect(competencies[0]?.before[0]?.rules[0]).toMatchObject({ value: 2, need: 2, met: true });
    expect(competencies[0]?.after.rules[0]).toMatchObject({ value: 2, need: 3, met: false });
  });

  it('shows both numbers as of any date, each open to the version and date it was made by', () => {
    const bothOn = (day: string) => {
      const [row] = carried(raised, { asOf: day }).competencies;
      return [row?.before[0]?.rules[0], row?.after.rules[0]].map((outcome) => ({
        ...{ value: outcome?.value, need: outcome?.need, basis: outcome?.basis },
        late: outcome?.notCounted.filter(({ reasons }) => reasons.includes('after-as-of')).length,
      }));
    };
    const before = { requirementSetId: 'set', version: 3, competencyId: 'tf', ruleIndex: 0 };
    const after = { ...before, version: 4, competencyId: 'lumbar' };
    expect(bothOn('2026-12-31')).toEqual([
      { value: 2, need: 2, basis: { ...before, asOf: '2026-12-31' }, late: 0 },
      { value: 2, need: 3, basis: { ...after, asOf: '2026-12-31' }, late: 0 },
    ]);
    expect(bothOn('2026-05-31')).toEqual([
      { value: 0, need: 2, basis: { ...before, asOf: '2026-05-31' }, late: 3 },
      { value: 0, need: 3, basis: { ...after, asOf: '2026-05-31' }, late: 3 },
    ]);
  });

  it('keeps a sign-off although the number was raised', () => {
    const [lumbarRow, newRow] = carried(raised, { signOffs: [signed('tf')] }).competencies;
    expect(lumbarRow?.signOff).toEqual(signed('lumbar'));
    expect(lumbarRow?.after.met).toBe(false);
    expect(newRow?.signOff).toBeNull();
  });

  it('keeps only a sign-off in force', () => {
    const signOffWith = (...signOffs: HeldSignOff[]) =>
      carried(raised, { signOffs }).competencies[0]?.signOff;
    expect(signOffWith(signed('tf', '2026-05-01', asOf))).toBeNull();
    expect(signOffWith(signed('tf', '2027-01-01'))).toBeNull();
    expect(signOffWith(signed('gone'))).toBeNull();
    expect(signOffWith(signed('tf', '2026-05-01', '2027-01-05'))).toEqual(
      signed('lumbar', '2026-05-01', '2027-01-05'),
    );
  });

  it('keeps a sign-off of merged competencies when all were signed, from the last signature to the first end', () => {
    const merged = change(
      [competency('tf'), competency('caudal')],
      [competency('epidural')],
      [
        { from: 'tf', to: 'epidural' },
        { from: 'caudal', to: 'epidural' },
      ],
    );
    const signOffWith = (...signOffs: HeldSignOff[]) =>
      carried(merged, { signOffs }).competencies[0]?.signOff;
    expect(signOffWith(signed('tf'))).toBeNull();
    expect(signOffWith(signed('tf'), signed('tf', '2026-06-01'))).toBeNull();
    expect(signOffWith(signed('tf', '2026-07-01'), signed('caudal'))).toEqual(
      signed('epidural', '2026-07-01'),
    );
    expect(
      signOffWith(signed('tf', '2026-05-01', '2027-02-01'), signed('caudal', '2026-05-02', '2027-01-01')),
    ).toEqual(signed('epidural', '2026-05-02', '2027-01-01'));
    expect(signOffWith(signed('tf', '2026-05-01', '2027-02-01'), signed('caudal'))?.endedOn).toBe(
      '2027-02-01',
    );
    expect(carried(merged).competencies[0]?.before.map(({ competencyId }) => competencyId)).toEqual([
      'tf',
      'caudal',
    ]);
    expect(carried(merged).retired).toEqual([]);
  });

  it('keeps a sign-off for every part of a split competency', () => {
    const split = change(
      [competency('epidural')],
      [competency('tf'), competency('caudal')],
      [
        { from: 'epidural', to: 'tf' },
        { from: 'epidural', to: 'caudal' },
      ],
    );
    const rows = carried(split, { signOffs: [signed('epidural')] }).competencies;
    expect(rows.map(({ signOff }) => signOff)).toEqual([signed('tf'), signed('caudal')]);
  });

  it('lets its rules see the carried sign-offs and no others', () => {
    const prerequisite: Rule = { kind: 'other-competency', competencyId: 'lumbar', standing: 'signed' };
    const next = [competency('lumbar'), competency('cervical', { rules: [prerequisite] })];
    const renamed = change([competency('tf')], next, [{ from: 'tf', to: 'lumbar' }]);
    expect(carried(renamed, { signOffs: [signed('tf')] }).competencies[1]?.after.met).toBe(true);
    expect(carried(renamed, { signOffs: [signed('lumbar')] }).competencies[1]?.after.met).toBe(false);
  });

  it('says where a competency became high risk', () => {
    const raisedFor = (before: boolean, after: boolean) =>
      carried(
        change(
          [competency('a', { highRisk: before }), competency('other')],
          [competency('b', { highRisk: after })],
          [{ from: 'a', to: 'b' }],
        ),
      ).competencies[0]?.highRiskRaised;
    expect([
      raisedFor(false, true),
      raisedFor(true, true),
      raisedFor(true, false),
      raisedFor(false, false),
    ]).toEqual([...[true, false, false, false]]);
  });
});

describe('a mapping is refused', () => {
  const old = [competency('a')];
  const next = [competency('b')];
  const pair = { from: 'a', to: 'b' };

  it.each([
    ['requirement/mapping-unknown', '/mapping/1/from', [pair, { from: 'b', to: 'b' }]],
    ['requirement/mapping-unknown', '/mapping/0/to', [{ from: 'a', to: 'a' }, pair]],
    ['requirement/mapping-twice', '/mapping/1', [pair, pair]],
  ])('with %s at %s', (code, field, mapping) => {
    expect(carryOver(change(old, next, mapping), facts, { asOf, baseSpecialty: null })).toEqual({
      ok: false,
      code,
      field,
    });
  });
});

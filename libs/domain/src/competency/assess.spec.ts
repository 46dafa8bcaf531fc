import { assess } from './assess';
import type { AssessmentContext } from './assessment';
import type { Competency, RequirementSet, Rule } from './requirement-set';
import { competency, fact, lumbar, oneSession, requirementSet } from './testdata/build';

const asOf = '2026-12-31';

function metOf(
  competencies: readonly Competency[],
  context: Partial<AssessmentContext> = {},
  facts = [fact('a')],
) {
  const assessment = assess(requirementSet(competencies), facts, { asOf, baseSpecialty: null, ...context });
  return Object.fromEntries(assessment.competencies.map(({ competencyId, met }) => [competencyId, met]));
}

const comesFirst = (competencyId: string, standing: 'met' | 'signed' = 'met'): Rule => ({
  kind: 'other-competency',
  competencyId,
  standing,
});
const twoSessions: Rule = { kind: 'count', filter: lumbar, per: 'session', need: 2 };

describe('an assessment', () => {
  it('says which version of which set it is for, on which date, and how far the set can be relied on', () => {
    expect(assess(requirementSet([competency('a')]), [fact('f')], { asOf, baseSpecialty: null })).toEqual({
      requirementSetId: 'set',
      version: 3,
      standing: 'verified',
      asOf,
      competencies: [
        {
          competencyId: 'a',
          met: true,
          lapse: null,
          rules: [
            {
              basis: { requirementSetId: 'set', version: 3, asOf, competencyId: 'a', ruleIndex: 0 },
              rule: oneSession,
              ...{
                value: 1,
                need: 1,
                met: true,
                counted: ['f'],
                waiting: [],
                waitingValue: 0,
                notCounted: [],
              },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['example', { example: true, verifiedBy: null, verifiedOn: null }],
    ['unverified', { verifiedBy: null, verifiedOn: null }],
    ['unverified', { verifiedBy: null }],
    ['unverified', { verifiedOn: null }],
    ['unverified', { verifiedAgainst: null }],
    ['demonstration', { demonstration: true }],
  ] as const)('calls a set %s with %p', (standing, change) => {
    expect(
      assess(requirementSet([competency('a')], change), [], { asOf, baseSpecialty: null }).standing,
    ).toBe(standing);
  });

  it('keeps the order of the set and of the rules', () => {
    const waitsForLater = competency('a', { rules: [twoSessions, comesFirst('b')] });
    const assessment = assess(requirementSet([waitsForLater, competency('b')]), [fact('f')], {
      asOf,
      baseSpecialty: null,
    });
    expect(assessment.competencies.map(({ competencyId }) => competencyId)).toEqual(['a', 'b']);
    expect(assessment.competencies[0]?.rules.map(({ met }) => met)).toEqual([false, true]);
  });

  it('is met when every rule is, and only then', () => {
    expect(metOf([competency('both', { rules: [oneSession, twoSessions] }), competency('one')])).toEqual({
      both: false,
      one: true,
    });
    expect(
      metOf([competency('both', { rules: [oneSession, twoSessions] })], {}, [fact('a'), fact('b')]),
    ).toEqual({
      both: true,
    });
  });

  it('gives two rules with different filters their own facts', () => {
    const rules: Rule[] = [oneSession, { ...oneSession, filter: { items: ['esi-caudal'] } } as Rule];
    const facts = [fact('a'), fact('b', { itemId: 'esi-caudal' })];
    const [assessed] = assess(requirementSet([competency('x', { rules })]), facts, {
      asOf,
      baseSpecialty: null,
    }).competencies;
    expect(assessed?.rules.map(({ counted }) => counted)).toEqual([['a'], ['b']]);
  });

  it('tells items of one id apart by group and kind', () => {
    const facts = [fact('a'), fact('b', { group: 'facet' }), fact('c', { kind: 'experience' }), fact('d')];
    const countOf = (filter: Extract<Rule, { kind: 'count' }>['filter']) =>
      assess(requirementSet([competency('x', { rules: [{ ...oneSession, filter } as Rule] })]), facts, {
        asOf,
        baseSpecialty: null,
      }).competencies[0]?.rules[0]?.counted;
    expect(countOf({ groups: ['facet'] })).toEqual(['b']);
    expect(countOf({ kind: 'experience' })).toEqual(['c']);
    expect(countOf({ kind: 'procedure' })).toEqual(['a', 'b', 'd']);
  });
});

describe('a competency that another comes before', () => {
  const chain = [
    competency('third', { rules: [comesFirst('second')] }),
    competency('second', { rules: [comesFirst('first')] }),
    competency('first', { rules: [twoSessions] }),
  ];

  it('is met when the other is, over any number of steps', () => {
    expect(metOf(chain)).toEqual({ third: false, second: false, first: false });
    expect(metOf(chain, {}, [fact('a'), fact('b')])).toEqual({ third: true, second: true, first: true });
  });

  it('has a number of 0 or 1 of 1, no facts of its own, and says what it rests on', () => {
    const outcomesWith = (facts: Parameters<typeof metOf>[2]) =>
      assess(requirementSet(chain), facts ?? [], { asOf, baseSpecialty: null }).competencies[0]?.rules[0];
    const rule = comesFirst('second');
    const ground = { kind: 'rules', competencyId: 'second' };
    expect(outcomesWith([])).toEqual({
      basis: { requirementSetId: 'set', version: 3, asOf, competencyId: 'third', ruleIndex: 0 },
      ...{ rule, value: 0, need: 1, met: false, counted: [], waiting: [], waitingValue: 0, notCounted: [] },
      grounds: [{ ...ground, against: 'not-met' }],
    });
    expect(outcomesWith([fact('a'), fact('b')])).toMatchObject({
      ...{ rule, value: 1, need: 1, met: true, counted: [], waiting: [], waitingValue: 0, notCounted: [] },
      grounds: [{ ...ground, against: null }],
    });
  });

  it('is met while the other is signed off, from that day until the day before the sign-off ends', () => {
    const signed = (signedOn: string, endedOn: string | null) => ({
      signOffs: [{ competencyId: 'first', signedOn, endedOn }],
    });
    expect(metOf(chain, signed(asOf, null)).second).toBe(true);
    expect(metOf(chain, signed('2027-01-01', null)).second).toBe(false);
    expect(metOf(chain, signed('2026-01-01', '2027-01-01')).second).toBe(true);
    expect(metOf(chain, signed('2026-01-01', asOf)).second).toBe(false);
    expect(
      metOf(chain, { signOffs: [{ competencyId: 'third', signedOn: asOf, endedOn: null }] }).second,
    ).toBe(false);
  });

  it('that must be signed is not met by the rules of the other', () => {
    const strict = [competency('second', { rules: [comesFirst('first', 'signed')] }), competency('first')];
    expect(metOf(strict)).toEqual({ second: false, first: true });
    expect(
      metOf(strict, { signOffs: [{ competencyId: 'first', signedOn: asOf, endedOn: null }] }).second,
    ).toBe(true);
  });
});

describe('a certificate', () => {
  const rule: Rule = { kind: 'certificate', certificateId: 'fluoroscopy', title: 'Fluoroscopy safety' };
  const held = (issuedOn: string, expiresOn: string | null, certificateId = 'fluoroscopy') =>
    metOf([competency('x', { rules: [rule] })], { certificates: [{ certificateId, issuedOn, expiresOn }] }).x;

  it('counts from the day it is issued to the day it expires', () => {
    expect(held(asOf, null)).toBe(true);
    expect(held('2027-01-01', null)).toBe(false);
    expect(held('2025-01-01', asOf)).toBe(true);
    expect(held('2025-01-01', '2026-12-30')).toBe(false);
  });

  it('must be the one that is asked for', () => {
    expect(held(asOf, null, 'life-support')).toBe(false);
    expect(metOf([competency('x', { rules: [rule] })]).x).toBe(false);
  });
});

describe('an impossible assessment is refused', () => {
  const impossible: Rule = { kind: 'count', filter: lumbar, per: 'session', need: 0 };
  const set = (change: Partial<Competency>): RequirementSet =>
    requirementSet([competency('a'), competency('b', change)]);
  const day = '2026-02-29';

  it.each([
    ['requirement/need-impossible', '/competencies/1/rules/1/need', set({ rules: [oneSession, impossible] })],
    ['requirement/rules-missing', '/competencies/1/rules', set({ rules: [] })],
    ['requirement/window-impossible', '/competencies/1/lapseMonths', set({ lapseMonths: 0 })],
    ['requirement/competency-twice', '/competencies/1/id', set({ id: 'a' })],
    [
      'requirement/competency-unknown',
      '/competencies/1/rules/0/competencyId',
      set({ rules: [comesFirst('c')] }),
    ],
    ['requirement/competency-cycle', '/competencies/1/rules', set({ rules: [comesFirst('b')] })],
  ])('with %s at %s', (code, field, requirements) => {
    expect(() => assess(requirements, [], { asOf, baseSpecialty: null })).toThrow(
      expect.objectContaining({ name: 'DomainError', code, field }),
    );
  });

  it.each([
    ['/asOf', { asOf: day }],
    [
      '/certificates/0/issuedOn',
      { asOf, certificates: [{ certificateId: 'x', issuedOn: day, expiresOn: null }] },
    ],
    [
      '/certificates/0/expiresOn',
      { asOf, certificates: [{ certificateId: 'x', issuedOn: asOf, expiresOn: day }] },
    ],
    ['/signOffs/0/signedOn', { asOf, signOffs: [{ competencyId: 'x', signedOn: day, endedOn: null }] }],
    ['/signOffs/0/endedOn', { asOf, signOffs: [{ competencyId: 'x', signedOn: asOf, endedOn: day }] }],
  ])('with requirement/date-impossible at %s', (field, context) => {
    const asked = { baseSpecialty: null, ...context };
    expect(() => assess(requirementSet([competency('a')]), [], asked)).toThrow(
      expect.objectContaining({ code: 'requirement/date-impossible', field }),
    );
  });
});

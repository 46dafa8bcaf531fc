import { assess } from './assess';
import type { Assessment } from './assessment';
import { demonstrationRequirementSet } from './demonstration-requirements';
import { exampleRequirementSet } from './example-requirements';
import type { RequirementSet, Rule } from './requirement-set';
import { signOffReadiness } from './sign-off-readiness';
import { competency, fact, lumbar, oneSession, requirementSet } from './testdata/build';

const unmetRule: Rule = { kind: 'count', filter: lumbar, per: 'session', need: 2 };

/** An assessment of one competency `x` whose rules are met or not, as told. */
function assessment(met: readonly boolean[], change: Partial<RequirementSet> = {}): Assessment {
  const rules = met.map((each) => (each ? oneSession : unmetRule));
  return assess(requirementSet([competency('x', { rules })], change), [fact('a')], {
    asOf: '2026-12-31',
    baseSpecialty: null,
  });
}

const waiver = { text: 'Thirty cases at the last program', byId: 'dir-1', at: 5 };
const requirements = { requirementSetId: 'set', version: 3 };

describe('a competency is ready for sign-off', () => {
  it('when its rules are met, and says under which version of which set', () => {
    expect(signOffReadiness(assessment([true, true]), 'x')).toEqual({
      ok: true,
      value: { state: 'ready', requirements, unmet: [], waiver: null },
    });
  });

  it('not while a rule is unmet, and says which', () => {
    expect(signOffReadiness(assessment([false, true, false]), 'x')).toEqual({
      ok: true,
      value: { state: 'not-yet', requirements, unmet: [0, 2], waiver: null },
    });
  });

  it('with a waiver, which keeps the unmet rules in sight', () => {
    expect(signOffReadiness(assessment([true, false]), 'x', waiver)).toEqual({
      ok: true,
      value: { state: 'ready', requirements, unmet: [1], waiver },
    });
  });

  it('without using a waiver that it does not need', () => {
    expect(signOffReadiness(assessment([true]), 'x', waiver)).toEqual({
      ok: true,
      value: { state: 'ready', requirements, unmet: [], waiver: null },
    });
  });

  it('never with a waiver of no words', () => {
    for (const met of [true, false]) {
      expect(signOffReadiness(assessment([met]), 'x', { ...waiver, text: ' \n' })).toEqual({
        ok: false,
        code: 'sign-off/waiver-text-missing',
        field: '/waiver/text',
      });
    }
  });

  it.each([NaN, 1.5, Infinity])('never with a waiver given at %p, which is no instant', (at) => {
    expect(() => signOffReadiness(assessment([false]), 'x', { ...waiver, at })).toThrow(
      expect.objectContaining({
        name: 'DomainError',
        code: 'sign-off/instant-impossible',
        field: '/waiver/at',
      }),
    );
  });

  it('under a demonstration set, which stands in for a verified one', () => {
    const change = { demonstration: true, verifiedBy: null, verifiedOn: null, verifiedAgainst: null };
    expect(signOffReadiness(assessment([true], change), 'x')).toMatchObject({ value: { state: 'ready' } });
    const demo = assess(demonstrationRequirementSet, [], { asOf: '2026-12-31', baseSpecialty: null });
    expect(signOffReadiness(demo, 'tpi', waiver)).toMatchObject({ code: 'sign-off/other-competency' });
    expect(signOffReadiness(demo, 'trigger-point')).toMatchObject({ value: { state: 'not-yet' } });
  });

  it('only by an assessment that has it', () => {
    expect(signOffReadiness(assessment([true]), 'y')).toEqual({
      ok: false,
      code: 'sign-off/other-competency',
    });
  });
});

describe('a competency is never ready', () => {
  it.each([
    ['without who verified it', { verifiedBy: null }],
    ['without when it was verified', { verifiedOn: null }],
    ['without what it was verified against', { verifiedAgainst: null }],
    ['verified against nothing', { verifiedAgainst: ' ' }],
    ['verified by nobody', { verifiedBy: ' ' }],
    ['stored without a word on verification', { verifiedBy: undefined, verifiedOn: undefined }],
    ['verified on a day that does not exist', { verifiedOn: '2026-02-30' }],
    ['that is an example', { example: true, verifiedBy: null, verifiedOn: null }],
    ['that is an example and says it is verified', { example: true }],
  ] as const)('under a set %s, with its rules met or a waiver', (_, change) => {
    const refusal = { ok: false, code: 'sign-off/set-unverified' };
    const unverified = change as Partial<RequirementSet>;
    expect(signOffReadiness(assessment([true], unverified), 'x')).toEqual(refusal);
    expect(signOffReadiness(assessment([false], unverified), 'x', waiver)).toEqual(refusal);
  });

  it('under the set that is shipped', () => {
    const shipped = assess(exampleRequirementSet, [], { asOf: '2026-12-31', baseSpecialty: null });
    for (const { competencyId } of shipped.competencies)
      expect(signOffReadiness(shipped, competencyId, waiver)).toMatchObject({
        code: 'sign-off/set-unverified',
      });
  });

  it('by an assessment without rules', () => {
    const [assessed] = assessment([true]).competencies;
    const empty = { ...assessment([true]), competencies: [{ ...assessed!, rules: [] }] };
    const refusal = { ok: false, code: 'sign-off/no-rules' };
    expect(signOffReadiness(empty, 'x')).toEqual(refusal);
    expect(signOffReadiness(empty, 'x', waiver)).toEqual(refusal);
  });
});

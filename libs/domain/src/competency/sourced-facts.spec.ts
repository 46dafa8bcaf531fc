import { checkRequirementSet } from './check-requirement-set';
import { setOfFile } from './requirement-file';
import type { RequirementSet } from './requirement-set';
import { SOURCES_READ_ON, sourcedFacts } from './sourced-facts';
import catalogueIds from './testdata/catalogue-ids.json';

const competencies = sourcedFacts.flatMap(({ competency }) => competency ?? []);
const file = {
  ...{ id: 'own', title: 'Own', source: 'A program', edition: '2026', effectiveOn: '2026-07-01' },
  competencies,
};

describe('the published numbers', () => {
  it('each name where they can be read and in which edition, once', () => {
    for (const { source, competency, fact } of sourcedFacts) {
      expect(source.address).toMatch(/^[a-z0-9.-]+\.[a-z]+\/\S+$/);
      expect([source.edition, fact].every((said) => said.trim() !== '')).toBe(true);
      if (competency) expect(competency.source).toEqual(source);
    }
    expect(SOURCES_READ_ON).toBe('2026-11-29');
    expect(new Set(sourcedFacts.map(({ id }) => id)).size).toBe(sourcedFacts.length);
  });

  it('may be taken into a draft, where nobody has verified them', () => {
    const set = setOfFile(file, 1) as RequirementSet;
    expect(checkRequirementSet(set, catalogueIds)).toEqual([]);
    expect([set.verifiedBy, set.verifiedOn]).toEqual([null, null]);
    expect(competencies).toHaveLength(3);
  });

  it('are refused without an address or an edition', () => {
    const [one] = competencies;
    const without = {
      ...file,
      competencies: [{ ...one, source: { address: ' ', edition: '', secondary: 1 } }],
    };
    expect(checkRequirementSet(setOfFile(without, 1) as RequirementSet, catalogueIds)).toEqual([
      expect.objectContaining({
        code: 'requirement/choice-unknown',
        field: '/competencies/0/source/secondary',
      }),
    ]);
    const blank = {
      ...file,
      competencies: [{ ...one, source: { address: ' ', edition: '', secondary: true } }],
    };
    expect(
      checkRequirementSet(setOfFile(blank, 1) as RequirementSet, catalogueIds).map(({ field }) => field),
    ).toEqual(['/competencies/0/source/address', '/competencies/0/source/edition']);
  });
});

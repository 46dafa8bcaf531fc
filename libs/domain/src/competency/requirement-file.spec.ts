import { checkRequirementSet } from './check-requirement-set';
import { demonstrationRequirementSet } from './demonstration-requirements';
import { exampleRequirementSet } from './example-requirements';
import { fileOfSet, setOfFile, textsOfSet } from './requirement-file';
import { standingOf, type RequirementSet } from './requirement-set';
import catalogueIds from './testdata/catalogue-ids.json';
import { competency, requirementSet } from './testdata/build';

describe('a set that goes out as a file', () => {
  it.each([exampleRequirementSet, demonstrationRequirementSet])('comes in as an equal set: $title', (set) => {
    const file = JSON.parse(JSON.stringify(fileOfSet(set))) as unknown;
    expect(setOfFile(file, set.version)).toEqual(set);
  });

  it('leaves its verification and version behind', () => {
    const set = requirementSet([competency('a')], { version: 7 });
    const read = setOfFile({ ...fileOfSet(set), version: 9, verifiedBy: 'somebody' }, 1) as RequirementSet;
    expect([read.version, standingOf(set), standingOf(read)]).toEqual([1, 'verified', 'unverified']);
  });

  it('is written for today’s counting unless it says otherwise', () => {
    expect(setOfFile({}, 1)).toMatchObject({ conventions: 2, example: false });
  });

  it.each([null, 7, 'set', [[]]])('that is %p is named by the check', (file) => {
    expect(checkRequirementSet(setOfFile(file, 1) as RequirementSet, catalogueIds)).toMatchObject([
      { code: 'requirement/not-an-object', field: '' },
    ]);
  });

  it('has its words in title, source, competencies and certificates', () => {
    const certificate = { kind: 'certificate', certificateId: 'c', title: 'Safety' } as const;
    const set = requirementSet([competency('a', { title: 'A', shortTitle: 'S', rules: [certificate] })]);
    expect(textsOfSet(set).map(({ pointer, text }) => `${pointer} ${text}`)).toEqual([
      '/title Set',
      '/source A program',
      '/competencies/0/title A',
      '/competencies/0/shortTitle S',
      '/competencies/0/rules/0/title Safety',
    ]);
  });
});

describe('a set of any size', () => {
  const faults = (change: Partial<RequirementSet>) =>
    checkRequirementSet(requirementSet([competency('a')], change), {
      items: [{ id: 'esi-tf-lumbar' }],
      groups: [],
    }).map(({ code, field }) => `${code} ${field}`);
  const many = (length: number) => Array.from({ length }, (_, nth) => competency(`c-${nth}`));

  it.each([
    ['title', 200],
    ['source', 2000],
    ['edition', 200],
    ['cohort', 40],
    ['verifiedAgainst', 500],
  ])('has at most so long a %s: %i', (name, longest) => {
    expect(faults({ [name]: '🙂'.repeat(longest) })).toEqual([]);
    expect(faults({ [name]: 'x'.repeat(longest + 1) })).toEqual([`requirement/text-too-long /${name}`]);
  });

  it('has at most a hundred competencies of twenty rules', () => {
    expect(faults({ competencies: many(100) })).toEqual([]);
    expect(faults({ competencies: many(101) })).toEqual(['requirement/too-many /competencies']);
    const [first] = competency('x').rules;
    const rules = Array.from({ length: 21 }, () => first!);
    expect(faults({ competencies: [competency('a', { rules })] })).toEqual([
      'requirement/too-many /competencies/0/rules',
    ]);
  });

  it.each(['Big', 'two words', 'a_b', '-a', 'a/b', 'x'.repeat(65)])('has no id %p', (id) => {
    expect(faults({ id })).toEqual(['requirement/id-form /id']);
    expect(faults({ competencies: [competency(id, { shortTitle: 'x' })] })).toEqual([
      'requirement/id-form /competencies/0/id',
    ]);
  });
});

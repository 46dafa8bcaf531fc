import { assess } from './assess';
import { checkRequirementSet } from './check-requirement-set';
import { exampleRequirementSet } from './example-requirements';
import { standingOf } from './requirement-set';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { isHighRiskByDefault } from './high-risk';
import catalogueIds from './testdata/catalogue-ids.json';
import { fact } from './testdata/build';

const { competencies } = exampleRequirementSet;

describe('the example requirements', () => {
  it('may be published against the catalogue', () => {
    expect(checkRequirementSet(exampleRequirementSet, catalogueIds)).toEqual([]);
  });

  it('say that they are an example and nobody verified them', () => {
    expect(standingOf(exampleRequirementSet)).toBe('example');
    expect(exampleRequirementSet).toMatchObject({
      source:
        "Example for demonstration; not an accreditor's numbers. Unverified: confirm against your accreditor's current document",
      verifiedBy: null,
      verifiedOn: null,
    });
  });

  it('are the columns of a dashboard, each with its volume', () => {
    const volumes = competencies.map(({ shortTitle, rules: [first] }) => [
      shortTitle,
      first?.kind === 'count' ? first.need : null,
    ]);
    expect(volumes).toEqual([
      ['IT pump', 4],
      ['SCS implant', 6],
      ['SCS trial', 10],
      ['Vertebral augm.', 5],
      ['Cancer neurolys.', 5],
      ['Sympath. block', 15],
      ['Cervical epidur.', 15],
      ['Cervical transf.', 5],
      ['Lumbar transfor.', 20],
      ['Lumbar interlam.', 20],
      ['RF ablation', 25],
      ['Medial branch', 40],
      ['Periph. nerve', 25],
      ['Cancer pain care', 20],
    ]);
  });

  it('mark as high risk what is high risk by default', () => {
    expect(competencies.filter(({ highRisk }) => highRisk).map(({ id }) => id)).toEqual([
      'it-pump',
      'scs-implant',
      'vertebral-augmentation',
      'cancer-neurolysis',
      'cervical-transforaminal',
    ]);
  });

  it('mark nothing else, as the shipped catalogue has it', () => {
    for (const { about, highRisk } of competencies)
      expect(highRisk).toBe(isHighRiskByDefault(about, shipped.catalogue));
  });

  it('ask every procedural competency for a count, supervisors, the last ratings and fresh practice', () => {
    const procedural = competencies.filter(({ id }) => id !== 'cancer-pain-care');
    for (const { rules, lapseMonths } of procedural) {
      expect(rules.slice(0, 3).map(({ kind }) => kind)).toEqual(['count', 'distinct', 'rating-last-n']);
      expect(lapseMonths).toBe(12);
    }
  });

  it('use the kinds of rules whose evidence the product records today', () => {
    const kinds = new Set(competencies.flatMap(({ rules }) => rules.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['count', 'distinct', 'other-competency', 'rating-last-n', 'recency']);
  });

  it('can be met: twenty lumbar transforaminal epidurals, well spread and well rated', () => {
    const spread = (sites: number) =>
      Array.from({ length: 20 }, (_, index) =>
        fact(`f${index}`, { supervisorId: `sup-${index % 3}`, siteId: `site-${index % sites}` }),
      );
    const met = (sites: number) =>
      assess(exampleRequirementSet, spread(sites), { asOf: '2026-12-31' })
        .competencies.filter((each) => each.met)
        .map(({ competencyId }) => competencyId);
    expect(met(2)).toEqual(['lumbar-transforaminal']);
    expect(met(1)).toEqual([]);
  });
});

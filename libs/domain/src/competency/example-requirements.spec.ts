import { assess } from './assess';
import { checkRequirementSet } from './check-requirement-set';
import { demonstrationRequirementSet } from './demonstration-requirements';
import { exampleRequirementSet } from './example-requirements';
import type { Fact, FactFilter } from './fact';
import { rulesOfToday, standingOf, type Competency } from './requirement-set';
import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { isHighRiskByDefault } from './high-risk';
import catalogueIds from './testdata/catalogue-ids.json';
import { fact } from './testdata/build';

const { competencies } = exampleRequirementSet;
const numberOf = (id: string, facts: readonly Fact[]) =>
  assess(exampleRequirementSet, facts, { asOf: '2026-12-31', baseSpecialty: null }).competencies.find(
    ({ competencyId }) => competencyId === id,
  )?.rules[0]?.value;

function neurolysisFilter(): FactFilter {
  const [rule] = competencies.find(({ id }) => id === 'cancer-neurolysis')?.rules ?? [];
  return rule?.kind === 'count' ? rule.filter : {};
}

describe('Counting (n): the example requirements', () => {
  it('may be published against the catalogue', () => {
    expect(checkRequirementSet(exampleRequirementSet, catalogueIds)).toEqual([]);
  });

  it('as a demonstration may be published too, bind, and say what they are in title and source', () => {
    expect(checkRequirementSet(demonstrationRequirementSet, catalogueIds)).toEqual([]);
    const { title, source } = demonstrationRequirementSet;
    expect(standingOf(demonstrationRequirementSet)).toBe('demonstration');
    expect([title, source]).toEqual([
      expect.stringMatching(/demonstration/),
      expect.stringMatching(/^Demonstration with invented numbers/),
    ]);
    const lapsing = competencies.map((one) => (one.highRisk ? { ...one, lapseMonths: 6 } : one));
    expect(demonstrationRequirementSet.competencies).toEqual(lapsing);
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
      ['Sacral epidural', 10],
      ['RF ablation', 25],
      ['Medial branch', 40],
      ['Periph. nerve', 25],
      ['Sacroiliac', 10],
      ['Trigger point', 20],
      ['Intradiscal', 3],
      ['Cancer pain care', 20],
      ['Acute pain care', 20],
      ['Headache care', 10],
      ['Medication', 15],
      ['Psychology', 5],
      ['Physical therapy', 5],
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
    const isCare = ({ rules: [first] }: Competency) =>
      first?.kind === 'count' && first.filter.kind === 'experience';
    const procedural = competencies.filter((competency) => !isCare(competency));
    expect(competencies.length - procedural.length).toBe(6);
    for (const { rules, lapseMonths } of procedural) {
      expect(rules.slice(0, 3).map(({ kind }) => kind)).toEqual(['count', 'distinct', 'rating-last-n']);
      expect(lapseMonths).toBe(12);
    }
  });

  it('use the kinds of rules whose evidence the product records today', () => {
    const kinds = new Set(competencies.flatMap(({ rules }) => rules.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['count', 'distinct', 'other-competency', 'rating-last-n', 'recency']);
  });

  it('ask for a neurolytic technique and cancer pain where neurolysis for cancer pain is meant', () => {
    const celiac: Partial<Fact> = { itemId: 'celiac', group: 'sympathetic', painCategory: 'cancer' };
    const cancer = (change: Partial<Fact>) => {
      const facts = [fact('a', { ...celiac, techniques: ['retrocrural', 'alcohol'], ...change })];
      return numberOf('cancer-neurolysis', facts);
    };
    expect(cancer({})).toBe(1);
    expect(cancer({ techniques: ['retrocrural', 'diagnostic'] })).toBe(0);
    expect(cancer({ painCategory: 'chronic-non-cancer' })).toBe(0);
    for (const technique of neurolysisFilter().techniques ?? [])
      expect(shipped.catalogue.items.some(({ techniques }) => techniques.includes(technique))).toBe(true);
  });

  it('count no sacral or caudal block as a lumbar one, and no cryoneurolysis as radiofrequency', () => {
    const sacral = fact('a', { itemId: 'esi-tf-sacral' });
    const caudal = fact('b', { itemId: 'esi-caudal' });
    expect(numberOf('lumbar-transforaminal', [sacral, caudal])).toBe(0);
    expect(numberOf('lumbar-interlaminar', [sacral, caudal])).toBe(0);
    expect(numberOf('sacral-epidural', [sacral, caudal])).toBe(2);
    const cryo = fact('c', { itemId: 'cryoneurolysis', group: 'rfa' });
    expect(numberOf('rf-ablation', [cryo])).toBe(0);
    expect(numberOf('rf-ablation', [fact('d', { itemId: 'rfa-hip', group: 'rfa' })])).toBe(1);
  });

  it('take no assistance for an implant or a neurolysis', () => {
    for (const [id, itemId] of [
      ['it-pump', 'it-pump-implant'],
      ['scs-implant', 'scs-implant'],
    ] as const) {
      expect(numberOf(id, [fact('a', { itemId, role: 'assisted' })])).toBe(0);
      expect(numberOf(id, [fact('a', { itemId, role: 'performed-part' })])).toBe(1);
    }
    for (const { rules } of competencies)
      for (const rule of rules)
        if ('filter' in rule) expect(rule.filter.roles ?? []).not.toContain('assisted');
  });

  it('have a competency for every kind of pain, procedure and care of the mission', () => {
    const about = competencies.flatMap(({ about: { items = [], groups = [] } }) => [...items, ...groups]);
    for (const one of [
      ...['exp-acute', 'exp-dx-headache', 'tpi', 'si-joint', 'intradiscal'],
      ...['exp-opioid-taper', 'exp-psychological-therapy', 'exp-rehab-plan', 'exp-cancer'],
    ])
      expect(about).toContain(one);
  });

  it('are the second version, counted by the conventions of today', () => {
    expect(exampleRequirementSet.version).toBe(2);
    expect(rulesOfToday(exampleRequirementSet)).toBe(exampleRequirementSet);
  });

  it('can be met: twenty lumbar transforaminal epidurals, well spread and well rated', () => {
    const spread = (sites: number) =>
      Array.from({ length: 20 }, (_, index) =>
        fact(`f${index}`, { supervisorId: `sup-${index % 3}`, siteId: `site-${index % sites}` }),
      );
    const met = (sites: number) =>
      assess(exampleRequirementSet, spread(sites), { asOf: '2026-12-31', baseSpecialty: null })
        .competencies.filter((each) => each.met)
        .map(({ competencyId }) => competencyId);
    expect(met(2)).toEqual(['lumbar-transforaminal']);
    expect(met(1)).toEqual([]);
  });
});

import { shipped } from '../catalogue/testdata/shipped-catalogue';
import { exampleRequirementSet } from '../competency';
import { proceduresOf } from './board-competency';

describe('The procedures of a competency', () => {
  const named = (about: Parameters<typeof proceduresOf>[0]['about']) =>
    proceduresOf({ about }, shipped).map(({ id }) => id);

  it('are those it names and those of its groups, in the order of the catalogue and once each', () => {
    const group = shipped.catalogue.items.filter((item) => item.group === 'intradiscal').map(({ id }) => id);
    expect(named({ groups: ['intradiscal'] })).toEqual(group);
    expect(named({ items: [...group].reverse(), groups: ['intradiscal'] })).toEqual(group);
    expect(named({ items: ['celiac', 'no-such-item'] })).toEqual(['celiac']);
  });

  it('are no experiences, so that a competency in care is not on the board', () => {
    const without = exampleRequirementSet.competencies.filter(
      (competency) => proceduresOf(competency, shipped).length === 0,
    );
    expect(without.map(({ about }) => about.groups ?? about.items)).not.toEqual([]);
    for (const { about } of without) {
      const kinds = (about.items ?? []).map((id) => shipped.item(id)?.kind);
      const groups = (about.groups ?? []).map((id) => shipped.group(id)?.kind);
      expect([...kinds, ...groups]).not.toContain('procedure');
    }
  });
});

import type { CatalogueIndex, CatalogueItem } from '../catalogue';
import type { Competency } from '../competency/requirement-set';

/**
 * The procedures that a competency is about, in the order of the catalogue: those it names, and those of the groups it
 * names. Experiences are left out, since nobody is supervised in them as in a procedure: a competency without a procedure
 * is not on the board. Retired items stay, so that they are found by their names.
 */
export function proceduresOf(
  { about }: Pick<Competency, 'about'>,
  { catalogue }: Pick<CatalogueIndex, 'catalogue'>,
): readonly CatalogueItem[] {
  const { items = [], groups = [] } = about;
  return catalogue.items.filter(
    ({ id, group, kind }) => kind === 'procedure' && (items.includes(id) || groups.includes(group)),
  );
}

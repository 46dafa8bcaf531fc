import type { CatalogueItem } from '../catalogue';
import type { Competency } from './requirement-set';

/**
 * Whether a competency about these items and groups is marked high risk by default: one high-risk item is enough, named
 * or in one of the groups as the catalogue has them. What the catalogue does not know is not high risk.
 */
export function isHighRiskByDefault(
  { items = [], groups = [] }: Competency['about'],
  catalogue: { readonly items: readonly Pick<CatalogueItem, 'id' | 'group' | 'highRisk'>[] },
): boolean {
  return catalogue.items.some(
    ({ id, group, highRisk }) => highRisk && (items.includes(id) || groups.includes(group)),
  );
}

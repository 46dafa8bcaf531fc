import type { CatalogueIndex } from '@countersign/domain/catalogue';
import {
  exampleRequirementSet,
  type Competency,
  type FactFilter,
  type RequirementSet,
} from '@countersign/domain/competency';
import { caseMixes } from '../demo/demo-mix';

/** How many competencies the set of a crowd has. */
export const CROWD_COMPETENCIES = 45;

/** Forty-five competencies of six rules each, over the procedures that are done, most of which are asked for several times. */
export function crowdRequirements(catalogue: CatalogueIndex): RequirementSet {
  const done = [...new Set(Object.values(caseMixes).flatMap(({ items }) => items.map(([id]) => id)))];
  const procedures = done.filter((id) => catalogue.item(id)?.kind === 'procedure');
  const at = (place: number): string => procedures[place % procedures.length] ?? '';
  const competencies = Array.from({ length: CROWD_COMPETENCIES }, (_, nth): Competency => {
    const items = [...new Set([at(nth), at(nth * 7 + 3)])];
    const filter: FactFilter = { items, roles: ['performed-part', 'performed'], windowMonths: 12 };
    return {
      ...{ id: `crowd-${nth}`, title: `Competency ${nth}`, shortTitle: `C ${nth}` },
      ...{ about: { items }, highRisk: false, lapseMonths: 12 },
      rules: [
        { kind: 'count', filter, per: 'session', need: 20 },
        { kind: 'count', filter, per: 'level', need: 30 },
        { kind: 'distinct', filter, of: 'supervisor', need: 3 },
        { kind: 'distinct', filter, of: 'site', need: 2 },
        { kind: 'rating-last-n', filter, n: 5, minHelp: 4 },
        { kind: 'recency', filter: { items, groups: ['epidural'] }, windowMonths: 6, need: 2 },
      ],
    };
  });
  return { ...exampleRequirementSet, id: 'crowd', title: 'Requirements of a crowd', competencies };
}

import type { CatalogueItem } from '@countersign/domain/catalogue';
import type { CatalogueHit } from '@countersign/domain/search';
import type { DraftProcedure } from '@countersign/domain/entry';

/**
 * A procedure as it starts: with the levels, side, techniques and numbers that were typed and the item's usual guidance. Role, supervision,
 * outcome, complications and the self-rating are judgment and stay open.
 */
export function newProcedure(
  item: CatalogueItem,
  { levels, side, said }: Pick<CatalogueHit, 'levels' | 'side' | 'said'>,
): DraftProcedure {
  const [guidance] = item.guidance;
  return {
    itemId: item.id,
    ...(said.region === undefined ? {} : { region: said.region }),
    ...(item.levels.length === 0 && side !== undefined ? { side } : {}),
    levels: levels.length > 0 ? levels : said.targets.map((level) => ({ level })),
    ...(guidance === undefined ? {} : { guidance }),
    techniques: [...said.techniques],
    ...(said.details.length === 0 ? {} : { details: [...said.details] }),
    complications: [],
  };
}

/** What a patient answered to or needed, never the same again without asking. */
const judged = new Set([
  'relief',
  'concordance',
  'pressure',
  'trial-result',
  'trial-days',
  'temperature-rise',
]);

/** The same procedure for another patient: what and where, without anything that has to be judged anew. */
export function sameAgain(procedure: DraftProcedure): DraftProcedure {
  const { itemId, region, side, levels, guidance, techniques, details } = procedure;
  return {
    itemId,
    ...(region === undefined ? {} : { region }),
    ...(side === undefined ? {} : { side }),
    levels: levels.map((one) => ({ ...one })),
    ...(guidance === undefined ? {} : { guidance }),
    techniques: [...techniques],
    ...(details === undefined ? {} : { details: details.filter(({ id }) => !judged.has(id)) }),
    complications: [],
  };
}

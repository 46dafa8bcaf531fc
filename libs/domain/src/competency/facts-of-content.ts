import type { CatalogueIndex } from '../catalogue';
import { recordedChoices } from '../entry/check-details';
import { countProcedure } from '../entry/counting';
import type { DraftContent, EntryState } from '../entry/entry';
import type { Fact } from './fact';

/** The entry that a content belongs to, as far as it decides what counts. */
interface EntryOf {
  readonly id: string;
  readonly state: EntryState;
}

/**
 * The facts that a content would be, unrated. What is not said yet stands as the weakest: observed, under direct
 * supervision. A row of an item that the catalogue does not know is none.
 */
export function factsOfContent(
  content: DraftContent,
  catalogue: Pick<CatalogueIndex, 'item'>,
  { id: entryId, state }: EntryOf,
): Fact[] {
  return content.procedures.flatMap((row, position): Fact[] => {
    const item = catalogue.item(row.itemId);
    if (item === undefined) return [];
    return [
      {
        id: `${entryId}:${String(position).padStart(2, '0')}`,
        entryId,
        itemId: item.id,
        group: item.group,
        kind: item.kind,
        performedOn: content.performedOn,
        role: row.role ?? 'observed',
        supervision: row.supervision ?? 'direct',
        ...{ help: null, scope: null, status: state, simulation: content.simulation },
        supervisorId: content.supervisorId ?? '',
        siteId: content.siteId ?? '',
        painCategory: content.painCategory ?? null,
        setting: content.setting ?? null,
        outcome: row.outcome ?? null,
        techniques: row.techniques,
        choices: recordedChoices(row, item),
        diagnosisGroup: content.diagnosisGroup ?? null,
        diagnosisId: content.diagnosisId ?? null,
        ageBand: content.ageBand ?? null,
        guidance: row.guidance ?? null,
        region: regionOf(row, item),
        levels: countProcedure(row, item).levels,
      },
    ];
  });
}

/** The region that was recorded; of an item that has only one, that one. */
export function regionOf(
  { region }: { readonly region?: string | null },
  item: { readonly regions: readonly string[] } | undefined,
): string | null {
  const [only, ...others] = item?.regions ?? [];
  const isCertain = only !== undefined && only !== 'any' && others.length === 0;
  return region ?? (isCertain ? only : null);
}

import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { countProcedure, jointsOf, type DraftContent, type DraftProcedure } from '@countersign/domain/entry';
import type { ContentView, ProcedureView } from '@countersign/contracts/entries/views';

/** Content as a reader may see it: the reflection only to its fellow, self-ratings once they are open. */
export function contentView(
  content: DraftContent,
  reader: { readonly catalogue: CatalogueIndex; readonly hideSelfRating: boolean; readonly own: boolean },
): ContentView {
  const { reflection, procedures, ...rest } = content;
  return {
    ...rest,
    ...(reader.own && reflection !== undefined ? { reflection } : {}),
    procedures: procedures.map((procedure) => procedureView(procedure, reader)),
    then: 'keep',
  };
}

function procedureView(
  procedure: DraftProcedure,
  { catalogue, hideSelfRating }: { readonly catalogue: CatalogueIndex; readonly hideSelfRating: boolean },
): ProcedureView {
  const item = catalogue.item(procedure.itemId);
  const { selfHelp, ...rest } = procedure;
  const counts = item ? countProcedure(procedure, item) : { sessions: 1, levels: 0 };
  const joints = 'joints' in counts ? jointsOf(procedure.levels).joints : [];
  return {
    ...rest,
    levels: rest.levels.map((level) => ({ ...level })),
    techniques: [...rest.techniques],
    complications: [...rest.complications],
    ...(selfHelp === undefined || hideSelfRating ? {} : { selfHelp }),
    itemName: item?.name ?? procedure.itemId,
    counts: {
      sessions: counts.sessions,
      levels: counts.levels,
      joints: joints.map(({ joint, side }) => `${joint} ${side}`),
    },
  };
}

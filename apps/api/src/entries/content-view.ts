import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { countProcedure, jointsOf, type DraftContent, type DraftProcedure } from '@countersign/domain/entry';
import type { ContentView, ProcedureView, RemovedTextView } from '@countersign/contracts/entries/views';

/** Content as it is shown, each procedure with its name and how it counts. */
export function contentView(
  content: DraftContent,
  removed: RemovedTextView[],
  catalogue: CatalogueIndex,
): ContentView {
  return {
    ...content,
    ...(removed.length > 0 ? { removed } : {}),
    procedures: content.procedures.map((procedure) => procedureView(procedure, catalogue)),
  };
}

function procedureView(procedure: DraftProcedure, catalogue: CatalogueIndex): ProcedureView {
  const item = catalogue.item(procedure.itemId);
  const counts = item ? countProcedure(procedure, item) : { sessions: 1, levels: 0 };
  const joints = 'joints' in counts ? jointsOf(procedure.levels).joints : [];
  const { details, ...rest } = procedure;
  return {
    ...rest,
    levels: procedure.levels.map((level) => ({ ...level })),
    techniques: [...procedure.techniques],
    ...(details ? { details: details.map((detail) => ({ ...detail })) } : {}),
    complications: [...procedure.complications],
    itemName: item?.name ?? procedure.itemId,
    counts: {
      sessions: counts.sessions,
      levels: counts.levels,
      joints: joints.map((joint) => ({ ...joint })),
    },
  };
}

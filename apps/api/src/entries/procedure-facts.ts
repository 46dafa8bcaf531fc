import type { CatalogueIndex } from '@countersign/domain/catalogue';
import { countProcedure, isSelfRated, recordedChoices, type DraftContent } from '@countersign/domain/entry';
import type { EntryProcedureRow, EntryVersionRow } from './entry.row';

/** A version with whose it is: all that its facts rest on, beside its edition of the catalogue. */
export interface FactSource extends Pick<EntryVersionRow, 'programId' | 'entryId' | 'number' | 'content'> {
  readonly fellowId: string;
}

/** What a version says about itself, derived from its content. */
export function versionFacts(
  content: DraftContent,
  catalogue: CatalogueIndex,
): Pick<EntryVersionRow, 'simulation' | 'selfRated'> {
  return { simulation: content.simulation, selfRated: isSelfRated(content, catalogue) };
}

/** The rows of facts of a version, one for each of its procedures; derived from the content and nothing else. */
export function procedureFacts(source: FactSource, catalogue: CatalogueIndex): EntryProcedureRow[] {
  const { programId, entryId, number, fellowId, content } = source;
  const encounter = {
    fellowId,
    performedOn: content.performedOn,
    simulation: content.simulation,
    supervisorId: content.supervisorId ?? null,
    siteId: content.siteId ?? null,
    setting: content.setting ?? null,
    painCategory: content.painCategory ?? null,
    diagnosisGroup: content.diagnosisGroup ?? null,
    diagnosisId: content.diagnosisId ?? null,
    ageBand: content.ageBand ?? null,
  };
  return content.procedures.map((procedure, position) => {
    const item = catalogue.item(procedure.itemId);
    return {
      ...{ programId, entryId, number, position },
      ...encounter,
      itemId: procedure.itemId,
      groupId: item?.group ?? '',
      kind: item?.kind ?? 'procedure',
      role: procedure.role ?? null,
      supervision: procedure.supervision ?? null,
      outcome: procedure.outcome ?? null,
      levels: item ? countProcedure(procedure, item).levels : 0,
      techniques: procedure.techniques.join(' '),
      choices: (item && recordedChoices(procedure, item).join(' ')) || null,
      region: procedure.region ?? null,
      guidance: procedure.guidance ?? null,
      selfHelp: procedure.selfHelp ?? null,
    };
  });
}

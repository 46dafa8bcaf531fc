import type { DraftContent, DraftProcedure } from '@countersign/domain/entry';
import type { EntryBody, ProcedureBody } from '@countersign/contracts/entries/bodies';
import type { ContentView } from '@countersign/contracts/entries/views';

/** Content as a request carries it; texts lose the spaces around them. */
export function bodyOf(content: DraftContent, then: EntryBody['then']): EntryBody {
  const { procedures, caseLabel, reflection, ...encounter } = content;
  return {
    ...encounter,
    ...text('caseLabel', caseLabel),
    ...text('reflection', reflection),
    procedures: procedures.map(procedureBody),
    then,
  };
}

function procedureBody({
  abortedReason,
  levels,
  techniques,
  details,
  complications,
  ...rest
}: DraftProcedure): ProcedureBody {
  return {
    ...rest,
    ...text('abortedReason', abortedReason),
    levels: levels.map((one) => ({ ...one })),
    techniques: [...techniques],
    ...(details && details.length > 0 ? { details: details.map((one) => ({ ...one })) } : {}),
    complications: [...complications],
  };
}

function text<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  const trimmed = value?.trim();
  return (trimmed ? { [name]: trimmed } : {}) as Partial<Record<Name, string>>;
}

/** The content of a saved entry, without what the server adds for reading. */
export function contentOf({ procedures, ...encounter }: ContentView): DraftContent {
  return {
    ...encounter,
    procedures: procedures.map(({ itemName: _name, counts: _counts, ...procedure }) => procedure),
  };
}

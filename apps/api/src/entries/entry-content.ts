import type { DraftContent, DraftProcedure } from '@countersign/domain/entry';
import type { EntryBody, ProcedureBody } from '@countersign/contracts/entries/bodies';

/** The content that a body carries: plain data, absent rather than undefined, without what steers the request. */
export function contentOf(body: EntryBody): DraftContent {
  const { then: _then, noPatient: _declared, procedures, ...encounter } = body;
  const { id: _id, ...fields } = encounter as typeof encounter & { id?: string };
  return withoutEmpty({ ...fields, procedures: procedures.map(procedureOf) }) as DraftContent;
}

function procedureOf(body: ProcedureBody): DraftProcedure {
  return withoutEmpty({
    ...body,
    levels: body.levels.map((level) => withoutEmpty({ ...level })),
  }) as DraftProcedure;
}

/** Drops fields that are undefined, so that equal contents have equal JSON. */
function withoutEmpty<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

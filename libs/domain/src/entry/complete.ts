import { DomainError } from '../refusal';
import type { DraftContent, DraftProcedure, EntryContent, LoggedProcedure } from './entry';

/**
 * The same content with everything that a submitted entry needs, for content that `checkContent` found clean at the
 * stage `submitted`. Throws `entry/incomplete` with the JSON pointer of the first part that is missing.
 */
export function complete(content: DraftContent): EntryContent {
  return {
    ...content,
    siteId: present(content.siteId, '/siteId'),
    supervisorId: present(content.supervisorId, '/supervisorId'),
    setting: present(content.setting, '/setting'),
    painCategory: present(content.painCategory, '/painCategory'),
    diagnosisGroup: present(content.diagnosisGroup, '/diagnosisGroup'),
    procedures: content.procedures.map(completeProcedure),
  };
}

function completeProcedure(procedure: DraftProcedure, position: number): LoggedProcedure {
  return {
    ...procedure,
    role: present(procedure.role, `/procedures/${position}/role`),
  };
}

function present<T>(value: T | undefined, pointer: string): T {
  if (value === undefined) throw new DomainError('entry/incomplete', `${pointer} is missing`, pointer);
  return value;
}

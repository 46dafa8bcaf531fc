import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { DraftProcedure } from '@countersign/domain/entry';
import type {
  ContentView,
  EntryView,
  ProcedureLineView,
  ProcedureView,
} from '@countersign/contracts/entries/views';
import { dayWithWeekday } from '../platform/dates';
import {
  ageBandWords,
  counted,
  diagnosisGroupWords,
  guidanceWords,
  outcomeWords,
  painCategoryWords,
  procedureRoleWords,
  settingWords,
  supervisionWords,
} from '../platform/words';
import { levelName, sayLevels, saySide } from './level-picker-levels';

/** Where in the body: `L4, L5 left`, `both sides`, empty where nothing was recorded. */
export function whereInWords({ levels, side }: Pick<DraftProcedure, 'levels' | 'side'>): string {
  const parts = [sayLevels(levels), side === undefined ? '' : saySide(side)].filter((part) => part !== '');
  const text = parts.join(', ');
  return levels.length === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** An entry in one line: `Transforaminal epidural, lumbar · L4, L5 left`. */
export function entryInWords(entry: EntryView): string {
  return entry.content.procedures
    .map((procedure) => [procedure.itemName, whereInWords(procedure)].filter(Boolean).join(' · '))
    .join('; ');
}

/** A line of a list: `Transforaminal epidural, lumbar · L4, L5 left`; sides as the rest of the app says them. */
export function lineInWords({ itemName, where }: ProcedureLineView): string {
  return [itemName, where.replaceAll('bilateral', 'both sides')].filter(Boolean).join(' · ');
}

/** When, where, with whom and about what, as facts of one sentence. */
export function encounterFacts(
  {
    content,
    siteName,
    supervisor,
    rotation,
  }: Pick<EntryView, 'content' | 'siteName' | 'supervisor' | 'rotation'>,
  index: CatalogueIndex | undefined,
): readonly string[] {
  const diagnosis = content.diagnosisId === undefined ? undefined : index?.diagnosis(content.diagnosisId);
  return [
    dayWithWeekday(content.performedOn),
    siteName,
    supervisor?.name,
    rotation && `rotation ${rotation}`,
    content.setting && settingWords[content.setting],
    content.painCategory && painCategoryWords[content.painCategory],
    content.diagnosisGroup && diagnosisGroupWords[content.diagnosisGroup],
    diagnosis && `${diagnosis.icd10cm} ${diagnosis.label}`,
    content.ageBand && ageBandWords[content.ageBand],
    content.caseLabel,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** How a procedure was done and ended; the role stands apart because it leads. */
export function procedureFacts(
  procedure: ProcedureView,
  index: CatalogueIndex | undefined,
): readonly string[] {
  const complications = procedure.complications.map((id) => index?.complication(id)?.label ?? id);
  return [
    procedure.supervision && supervisionWords[procedure.supervision].name,
    procedure.guidance && guidanceWords[procedure.guidance],
    procedure.region && levelName(procedure.region),
    ...procedure.techniques.map(levelName),
    procedure.outcome && outcomeWords[procedure.outcome],
    procedure.abortedReason && `because: ${procedure.abortedReason}`,
    ...complications,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** The role as a word; what is missing in a draft says so. */
export function roleInWords(procedure: Pick<ContentView['procedures'][number], 'role'>): string {
  return procedure.role === undefined ? 'Role not stated yet' : procedureRoleWords[procedure.role].name;
}

/** `1 session, 2 levels`, with the joints where nerves make some. */
export function countsInWords({ counts }: ProcedureView): string {
  const parts = [counted(counts.sessions, 'session', 'sessions'), counted(counts.levels, 'level', 'levels')];
  if (counts.joints.length === 0) return parts.join(', ');
  return `${parts.join(', ')}, ${counted(counts.joints.length, 'joint', 'joints')}: ${counts.joints.join(', ')}`;
}

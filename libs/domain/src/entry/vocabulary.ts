import { procedureRoles } from '../catalogue';
import {
  ageBands,
  diagnosisGroups,
  outcomes,
  painCategories,
  settings,
  supervisionLevels,
  type DraftContent,
  type DraftProcedure,
} from './entry';

/** Tells whether a text is a role of the vocabulary. */
export function isKnownRole(text: string): boolean {
  return isOneOf(procedureRoles, text);
}

/** Tells whether a text is a supervision level of the vocabulary. */
export function isKnownSupervision(text: string): boolean {
  return isOneOf(supervisionLevels, text);
}

/** Fields of an encounter whose value is outside its vocabulary; a field that is absent is not wrong. */
export function unknownEncounterValues(content: DraftContent): string[] {
  return outside(content, {
    setting: settings,
    painCategory: painCategories,
    diagnosisGroup: diagnosisGroups,
    ageBand: ageBands,
  });
}

/** Fields of a procedure whose value is outside its vocabulary; a field that is absent is not wrong. */
export function unknownProcedureValues(procedure: DraftProcedure): string[] {
  return outside(procedure, {
    role: procedureRoles,
    supervision: supervisionLevels,
    outcome: outcomes,
    selfHelp: [1, 2, 3, 4, 5],
  });
}

function outside<Recorded extends object>(
  recorded: Recorded,
  vocabularies: { readonly [Field in keyof Recorded]?: readonly unknown[] },
): string[] {
  return Object.entries<readonly unknown[]>(vocabularies as Record<string, readonly unknown[]>)
    .filter(([field, words]) => {
      const value = recorded[field as keyof Recorded];
      return value !== undefined && !isOneOf(words, value);
    })
    .map(([field]) => field);
}

function isOneOf(words: readonly unknown[], value: unknown): boolean {
  return words.includes(value);
}

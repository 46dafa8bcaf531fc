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

/**
 * Of every field the words that it may hold, or `free` where its type or the catalogue says what it may be. A field of an
 * entry that is missing here does not compile: whoever adds one decides.
 */
export type Vocabularies<Content> = {
  readonly [Field in keyof Required<Content>]: readonly NonNullable<Content[Field]>[] | 'free';
};

/** What the fields of an encounter may hold. */
export const encounterVocabularies: Vocabularies<DraftContent> = {
  performedOn: 'free',
  siteId: 'free',
  supervisorId: 'free',
  setting: settings,
  painCategory: painCategories,
  diagnosisGroup: diagnosisGroups,
  diagnosisId: 'free',
  ageBand: ageBands,
  simulation: 'free',
  caseLabel: 'free',
  reflection: 'free',
  procedures: 'free',
};

/** What the fields of a procedure may hold; what belongs to its item is checked against the item. */
export const procedureVocabularies: Vocabularies<DraftProcedure> = {
  itemId: 'free',
  region: 'free',
  side: 'free',
  levels: 'free',
  guidance: 'free',
  techniques: 'free',
  details: 'free',
  role: procedureRoles,
  supervision: supervisionLevels,
  outcome: outcomes,
  abortedReason: 'free',
  complications: 'free',
  selfHelp: [1, 2, 3, 4, 5],
};

/** Fields of an encounter whose value is outside its vocabulary; a field that is absent is not wrong. */
export function unknownEncounterValues(content: DraftContent): string[] {
  return outside(content, encounterVocabularies);
}

/** Fields of a procedure whose value is outside its vocabulary; a field that is absent is not wrong. */
export function unknownProcedureValues(procedure: DraftProcedure): string[] {
  return outside(procedure, procedureVocabularies);
}

function outside<Content extends object>(content: Content, vocabularies: Vocabularies<Content>): string[] {
  return Object.entries<readonly unknown[] | 'free'>(vocabularies)
    .filter(([field, words]) => {
      const value = content[field as keyof Content];
      return value !== undefined && words !== 'free' && !isOneOf(words, value);
    })
    .map(([field]) => field);
}

function isOneOf(words: readonly unknown[], value: unknown): boolean {
  return words.includes(value);
}

import { isCivilDate, isWithin, nearestOf, type Stretch } from '../calendar';
import type { CatalogueIndex } from '../catalogue';
import { DomainError, refused, type Refused } from '../refusal';
import { checkProcedure } from './check-procedure';
import { checkContradictions } from './contradictions';
import type { DraftContent } from './entry';
import { checkRepeatedRows } from './repeated-rows';
import { unknownEncounterValues } from './vocabulary';

/** Most procedures of one encounter. */
export const MAX_PROCEDURES = 12;

/** `draft` finds what cannot be true; `submitted` also finds what a supervisor needs and is missing. */
export type ContentStage = 'draft' | 'submitted';

/** What the content is checked against. */
export interface ContentFacts {
  readonly catalogue: CatalogueIndex;
  /** Civil date at the site. */
  readonly today: string;
  /** When the fellow is in training in the program: the days of the role, which may be several stretches. */
  readonly training: readonly Stretch[];
  readonly stage: ContentStage;
  /** Ids of details that the program needs wherever an item has them; none unless it says so. */
  readonly neededDetails?: readonly string[];
}

const neededToSubmit = ['siteId', 'supervisorId', 'setting', 'painCategory', 'diagnosisGroup'] as const;

/**
 * Everything wrong with an entry's content, each with its code and the JSON pointer of the field; empty when clean.
 * The same rules run in the form and in the API.
 *
 * Codes of the encounter: `entry/impossible-date`, `entry/future-date`,
 * `entry/outside-training` (detail: fromOn, toOn of the nearest stretch), `entry/required`, `entry/unknown-diagnosis`,
 * `entry/procedure-needed`, `entry/too-many-procedures` (detail: max), `entry/unknown-value` for a word outside its
 * vocabulary; of a procedure: see {@link checkProcedure}; before a supervisor sees it also those of
 * {@link checkContradictions} and {@link checkRepeatedRows}. Throws `entry/impossible-today` where `today` is no date.
 * How long ago the encounter was is never a reason to refuse it; lateness is stamped instead.
 */
export function checkContent(content: DraftContent, facts: ContentFacts): Refused[] {
  return [
    ...checkDate(content.performedOn, facts),
    ...(facts.stage === 'submitted' ? missingParts(content) : []),
    ...unknownEncounterValues(content).map((field) => refused('entry/unknown-value', `/${field}`)),
    ...checkDiagnosis(content.diagnosisId, facts.catalogue),
    ...checkProcedureCount(content, facts.stage),
    ...content.procedures.flatMap((procedure, position) => {
      const pointer = `/procedures/${position}`;
      return checkProcedure(procedure, {
        ...facts,
        pointer,
        performedOn: content.performedOn,
        simulation: content.simulation,
      });
    }),
    ...(facts.stage === 'submitted' ? contradicting(content, facts.catalogue) : []),
  ];
}

/** A draft may hold for a while what will not be true together; what was sent before stays as it is. */
function contradicting(content: DraftContent, catalogue: CatalogueIndex): Refused[] {
  return [...checkContradictions(content, catalogue), ...checkRepeatedRows(content.procedures)];
}

function checkDate(performedOn: string, { today, training }: ContentFacts): Refused[] {
  if (!isCivilDate(today)) throw new DomainError('entry/impossible-today', `${today} is no date`, 'today');
  if (!isCivilDate(performedOn)) return [refused('entry/impossible-date', '/performedOn')];
  if (performedOn > today) return [refused('entry/future-date', '/performedOn')];
  if (training.some((stretch) => isWithin(performedOn, stretch))) return [];
  const nearest = nearestOf(performedOn, training);
  const detail = nearest && { fromOn: nearest.fromOn, toOn: nearest.toOn };
  return [refused('entry/outside-training', '/performedOn', detail)];
}

function missingParts(content: DraftContent): Refused[] {
  return neededToSubmit
    .filter((field) => content[field] === undefined)
    .map((field) => refused('entry/required', `/${field}`));
}

function checkDiagnosis(diagnosisId: string | undefined, catalogue: CatalogueIndex): Refused[] {
  const isKnown = diagnosisId === undefined || catalogue.diagnosis(diagnosisId) !== undefined;
  return isKnown ? [] : [refused('entry/unknown-diagnosis', '/diagnosisId')];
}

function checkProcedureCount(content: DraftContent, stage: ContentStage): Refused[] {
  const { length } = content.procedures;
  if (length > MAX_PROCEDURES)
    return [refused('entry/too-many-procedures', '/procedures', { max: MAX_PROCEDURES })];
  return length === 0 && stage === 'submitted' ? [refused('entry/procedure-needed', '/procedures')] : [];
}

import type { CatalogueIndex, CatalogueItem } from '../catalogue';
import { refused, type Refused } from '../refusal';
import { checkDetails } from './check-details';
import { checkLevels } from './check-levels';
import type { DraftProcedure } from './entry';
import { unknownProcedureValues } from './vocabulary';

/** What one procedure is checked against. */
export interface ProcedureFacts {
  readonly catalogue: CatalogueIndex;
  readonly stage: 'draft' | 'submitted';
  /** JSON pointer of the procedure. */
  readonly pointer: string;
  readonly performedOn: string;
  readonly simulation: boolean;
  /** Ids of the details that the program asks for. */
  readonly neededDetails?: readonly string[];
}

/**
 * Everything wrong with one procedure or experience against its catalogue item.
 *
 * Codes: `entry/unknown-item`, `entry/sunset-item` (detail: sunsetOn), `entry/region-not-of-item`,
 * `entry/guidance-not-of-item`, `entry/technique-not-of-item`, `entry/techniques-contradict` (detail: one, other, their
 * words), `entry/repeated`, `entry/unknown-complication`,
 * `entry/none-excludes-others`, `entry/not-of-experience`, `entry/reason-only-if-aborted`, `entry/simulation-only`,
 * `entry/required`, `entry/unknown-value` for a word outside its vocabulary, those of levels and sides: see {@link checkLevels}, and of details: see {@link checkDetails}.
 */
export function checkProcedure(procedure: DraftProcedure, facts: ProcedureFacts): Refused[] {
  const { pointer } = facts;
  const item = facts.catalogue.item(procedure.itemId);
  if (item === undefined) return [refused('entry/unknown-item', `${pointer}/itemId`)];
  return [
    ...checkItem(item, facts),
    ...checkRegion(procedure, item, facts),
    ...checkLevels(procedure, item, facts),
    ...checkMeans(procedure, item, pointer),
    ...checkTogether(procedure, item, facts),
    ...checkDetails(procedure, item, facts),
    ...unknownProcedureValues(procedure).map((field) =>
      refused('entry/unknown-value', `${pointer}/${field}`),
    ),
    ...(facts.stage === 'submitted' ? missingParts(procedure, item, pointer) : []),
    ...(item.kind === 'procedure' ? checkResult(procedure, facts) : checkExperience(procedure, pointer)),
  ];
}

function checkItem(item: CatalogueItem, { pointer, performedOn, simulation }: ProcedureFacts): Refused[] {
  const problems: Refused[] = [];
  if (item.sunsetOn !== undefined && performedOn > item.sunsetOn) {
    problems.push(refused('entry/sunset-item', `${pointer}/itemId`, { sunsetOn: item.sunsetOn }));
  }
  const onlySimulated =
    item.settings.length > 0 && item.settings.every((setting) => setting === 'simulation');
  if (onlySimulated && !simulation) problems.push(refused('entry/simulation-only', '/simulation'));
  return problems;
}

/** An item for `any` region may name whatever region the catalogue knows. */
function checkRegion({ region }: DraftProcedure, item: CatalogueItem, facts: ProcedureFacts): Refused[] {
  if (region === undefined || item.regions.includes(region)) return [];
  const isAnywhere = item.regions.includes('any');
  if (isAnywhere && facts.catalogue.catalogue.items.some(({ regions }) => regions.includes(region)))
    return [];
  return [refused('entry/region-not-of-item', `${facts.pointer}/region`, { region })];
}

function checkMeans(procedure: DraftProcedure, item: CatalogueItem, pointer: string): Refused[] {
  const { guidance, techniques } = procedure;
  const problems = repeated(techniques, `${pointer}/techniques`);
  if (guidance !== undefined && !item.guidance.includes(guidance)) {
    problems.push(refused('entry/guidance-not-of-item', `${pointer}/guidance`, { guidance }));
  }
  techniques.forEach((technique, position) => {
    if (item.techniques.includes(technique)) return;
    problems.push(refused('entry/technique-not-of-item', `${pointer}/techniques/${position}`, { technique }));
  });
  return problems;
}

/** Techniques of which only one can be true, named at the later one. */
function checkTogether(
  { techniques }: DraftProcedure,
  { oneOf }: CatalogueItem,
  { catalogue, pointer }: ProcedureFacts,
): Refused[] {
  return oneOf.flatMap((group) => {
    const [first, ...others] = techniques.filter((technique) => group.includes(technique));
    return others.map((other) =>
      refused('entry/techniques-contradict', `${pointer}/techniques/${techniques.indexOf(other)}`, {
        one: catalogue.word(first ?? ''),
        other: catalogue.word(other),
      }),
    );
  });
}

function repeated(values: readonly string[], pointer: string): Refused[] {
  return values.flatMap((value, position) =>
    values.indexOf(value) < position ? [refused('entry/repeated', `${pointer}/${position}`)] : [],
  );
}

function missingParts(procedure: DraftProcedure, item: CatalogueItem, pointer: string): Refused[] {
  const isProcedure = item.kind === 'procedure';
  const missing = [
    ...(procedure.role === undefined ? ['role'] : []),
    ...(procedure.supervision === undefined && !item.meeting ? ['supervision'] : []),
    ...(isProcedure && procedure.outcome === undefined ? ['outcome'] : []),
    ...(isProcedure && procedure.complications.length === 0 ? ['complications'] : []),
    ...(isProcedure && procedure.outcome === 'aborted' && isBlank(procedure.abortedReason)
      ? ['abortedReason']
      : []),
  ];
  return missing.map((field) => refused('entry/required', `${pointer}/${field}`));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function checkResult(procedure: DraftProcedure, { catalogue, pointer }: ProcedureFacts): Refused[] {
  const { outcome, abortedReason, complications } = procedure;
  const problems = repeated(complications, `${pointer}/complications`);
  if (abortedReason !== undefined && outcome !== undefined && outcome !== 'aborted') {
    problems.push(refused('entry/reason-only-if-aborted', `${pointer}/abortedReason`));
  }
  complications.forEach((id, position) => {
    if (catalogue.complication(id) !== undefined) return;
    problems.push(refused('entry/unknown-complication', `${pointer}/complications/${position}`));
  });
  if (complications.includes('none') && complications.some((id) => id !== 'none')) {
    problems.push(refused('entry/none-excludes-others', `${pointer}/complications`));
  }
  return problems;
}

/** An experience has no outcome and no complications: there was no procedure to go well or badly. */
function checkExperience(procedure: DraftProcedure, pointer: string): Refused[] {
  const given = [
    ...(procedure.outcome === undefined ? [] : ['outcome']),
    ...(procedure.abortedReason === undefined ? [] : ['abortedReason']),
    ...(procedure.complications.length === 0 ? [] : ['complications']),
  ];
  return given.map((field) => refused('entry/not-of-experience', `${pointer}/${field}`));
}

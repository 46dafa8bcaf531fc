import type { CatalogueItem, ItemDetail } from '../catalogue';
import { refused, type Refused, type RefusalCode } from '../refusal';
import type { DraftProcedure, RecordedDetail } from './entry';

/** Where the procedure stands, and which details the program asks for. */
interface DetailFacts {
  readonly stage: 'draft' | 'submitted';
  readonly pointer: string;
  /** Ids of details that are needed wherever an item has them. */
  readonly neededDetails?: readonly string[];
}

/**
 * Everything wrong with the details of one procedure against its item. A detail is needed only where the program says so,
 * and only once the entry is sent.
 *
 * Codes: `entry/detail-not-of-item`, `entry/detail-not-of-level` (a detail of each level that names none that was
 * recorded, or the level of a detail that has none), `entry/detail-unknown-value`, `entry/detail-out-of-range` (detail:
 * name, min, max, unit), `entry/repeated`, `entry/detail-needed` (detail: name), `entry/fewer-leads` (fewer leads than
 * levels at which a tip is).
 */
export function checkDetails(procedure: DraftProcedure, item: CatalogueItem, facts: DetailFacts): Refused[] {
  const recorded = procedure.details ?? [];
  const pointer = `${facts.pointer}/details`;
  return [
    ...recorded.flatMap((one, position) => {
      const place = `${pointer}/${position}`;
      const isTwice = recorded.findIndex((other) => isSameDetail(one, other)) < position;
      return [...checkDetail(one, procedure, item, place), ...when(isTwice, 'entry/repeated', place)];
    }),
    ...checkLeads(procedure, item, pointer),
    ...(facts.stage === 'submitted' ? missing(recorded, item, facts) : []),
  ];
}

/** The choices that were recorded, as `detail=choice`: what rules filter on. */
export function recordedChoices({ details = [] }: DraftProcedure, item: CatalogueItem): string[] {
  const chosen = details.flatMap(({ id, value }) => {
    const isChoice = item.details.some((detail) => detail.id === id && detail.kind === 'choice');
    return isChoice && value !== undefined ? [`${id}=${value}`] : [];
  });
  return [...new Set(chosen)];
}

function isSameDetail(one: RecordedDetail, other: RecordedDetail): boolean {
  return one.id === other.id && one.level === other.level;
}

function when(holds: boolean, code: RefusalCode, field: string): Refused[] {
  return holds ? [refused(code, field)] : [];
}

function checkDetail(
  one: RecordedDetail,
  { levels }: DraftProcedure,
  item: CatalogueItem,
  place: string,
): Refused[] {
  const detail = item.details.find(({ id }) => id === one.id);
  if (detail === undefined) return [refused('entry/detail-not-of-item', place)];
  const isOfLevel = detail.perLevel
    ? levels.some(({ level }) => level === one.level)
    : one.level === undefined;
  return [...when(!isOfLevel, 'entry/detail-not-of-level', place), ...checkValue(one, detail, place)];
}

function checkValue({ value, amount }: RecordedDetail, detail: ItemDetail, place: string): Refused[] {
  if (detail.kind === 'number') {
    const { name, min, max, unit } = detail;
    const isIn = amount !== undefined && amount >= min && amount <= max;
    return isIn && value === undefined
      ? []
      : [refused('entry/detail-out-of-range', place, { name, min, max, unit })];
  }
  const known = detail.kind === 'choice' ? detail.choices.map(({ id }) => id) : detail.levels;
  const isKnown = value !== undefined && known.includes(value) && amount === undefined;
  return when(!isKnown, 'entry/detail-unknown-value', place);
}

/** Where a level is the tip of a lead there are no more tips than leads. */
function checkLeads(
  { details = [], levels }: DraftProcedure,
  item: CatalogueItem,
  pointer: string,
): Refused[] {
  const position = details.findIndex(({ id }) => id === 'leads');
  const leads = details[position]?.amount;
  const isShort = item.perLead && leads !== undefined && leads < levels.length;
  return when(isShort, 'entry/fewer-leads', `${pointer}/${position}`);
}

function missing(
  recorded: readonly RecordedDetail[],
  item: CatalogueItem,
  { pointer, neededDetails = [] }: DetailFacts,
): Refused[] {
  return item.details
    .filter(({ id }) => neededDetails.includes(id) && !recorded.some((one) => one.id === id))
    .map(({ name }) => refused('entry/detail-needed', `${pointer}/details`, { name }));
}

import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { LevelAndSide, RecordedDetail } from '@countersign/domain/entry';
import type { ChangeView, EntryView } from '../entries/views';
import { guidanceWords, levelName, levelsInWords, sideWords } from './catalogue';
import { detailsInWords } from './detail';
import {
  ageBandWords,
  contentFieldWords,
  diagnosisGroupWords,
  isContentField,
  painCategoryWords,
  settingWords,
  type ContentField,
} from './entry';
import { outcomeWords, procedureRoleWords, supervisionWords } from './procedure';
import { dayFull } from './time';

/** One difference between two versions, ready to read. */
export interface ChangeInWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

type Words = Readonly<Record<string, string | { readonly name: string }>>;

/** Words for the values of the fields that hold a code; null where a value says itself or is looked up. */
const codeWords: Readonly<Record<ContentField, Words | null>> = {
  performedOn: null,
  siteId: null,
  supervisorId: null,
  diagnosisId: null,
  simulation: null,
  caseLabel: null,
  reflection: null,
  procedures: null,
  itemId: null,
  region: null,
  levels: null,
  techniques: null,
  details: null,
  abortedReason: null,
  complications: null,
  selfHelp: null,
  setting: settingWords,
  painCategory: painCategoryWords,
  diagnosisGroup: diagnosisGroupWords,
  ageBand: ageBandWords,
  side: sideWords,
  guidance: guidanceWords,
  role: procedureRoleWords,
  supervision: supervisionWords,
  outcome: outcomeWords,
};

/** What a change is told beside: procedures by place, and names of the newest version's people and places. */
export interface ChangedContent {
  readonly content: {
    readonly procedures: readonly { readonly itemId: string; readonly itemName: string }[];
    readonly siteId?: string;
  };
  readonly siteName?: string;
  readonly supervisor?: EntryView['supervisor'];
}

/** Says a change in the words of the form. A procedure that came or went is named; a number of a person is not. */
export function changeInWords(
  { pointer, values }: ChangeView,
  entry: ChangedContent,
  index: CatalogueIndex | undefined,
): ChangeInWords {
  const { field, position } = placeOf(pointer);
  const say = (value: unknown, end: 'before' | 'after') =>
    saidValue({ field, value, end, position }, entry, index);
  const isOneOfSeveral = position !== undefined && entry.content.procedures.length > 1;
  const procedure = isOneOfSeveral ? entry.content.procedures[position] : undefined;
  return {
    field: procedure ? `${procedure.itemName}, ${contentFieldWords[field]}` : contentFieldWords[field],
    before: say(values.before, 'before'),
    after: say(values.after, 'after'),
  };
}

/** The field at a JSON pointer into a content, and the place of the procedure that has it. */
function placeOf(pointer: string): { field: ContentField; position?: number } {
  const [, first = '', position, name] = pointer.split('/');
  const field = name ?? first;
  if (!isContentField(field)) throw new Error(`a content has no field ${pointer}`);
  return name === undefined ? { field } : { field, position: Number(position) };
}

function saidValue(
  {
    field,
    value,
    end,
    position,
  }: { field: ContentField; value: unknown; end: 'before' | 'after'; position: number | undefined },
  entry: ChangedContent,
  index: CatalogueIndex | undefined,
): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'performedOn') return dayFull(String(value));
  // Only the newest version's people and places come with their names.
  if (field === 'siteId') return nameOf(value, entry.content.siteId, entry.siteName, end);
  if (field === 'supervisorId') return nameOf(value, entry.supervisor?.id, entry.supervisor?.name, end);
  if (field === 'diagnosisId') return index?.diagnosis(String(value))?.label ?? String(value);
  if (field === 'details' && Array.isArray(value)) {
    const item = position === undefined ? undefined : entry.content.procedures[position];
    const said = detailsInWords(value.filter(isDetail), item && index?.item(item.itemId));
    return said.length === 0 ? 'nothing' : said.join(', ');
  }
  if (Array.isArray(value)) return saidList(field, value, index);
  if (typeof value === 'object') {
    const itemId = 'itemId' in value ? String(value.itemId) : '';
    return index?.item(itemId)?.name ?? itemId;
  }
  const word = codeWords[field]?.[String(value)];
  if (word !== undefined) return typeof word === 'string' ? word : word.name;
  return field === 'region' ? levelName(String(value), index) : String(value);
}

function nameOf(value: unknown, id: string | undefined, name: string | undefined, end: string): string {
  if (value === id && name !== undefined) return name;
  return end === 'before' ? 'another one' : 'a new one';
}

function saidList(field: ContentField, list: readonly unknown[], index: CatalogueIndex | undefined): string {
  if (list.length === 0) return 'nothing';
  if (field === 'levels') return levelsInWords(list.filter(isLevel), index);
  const ids = list.map(String);
  return ids.map((id) => index?.complication(id)?.label ?? levelName(id, index)).join(', ');
}

function isDetail(value: unknown): value is RecordedDetail {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function isLevel(value: unknown): value is LevelAndSide {
  return typeof value === 'object' && value !== null && 'level' in value;
}

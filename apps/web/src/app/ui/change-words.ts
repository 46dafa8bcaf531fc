import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { LevelAndSide } from '@countersign/domain/entry';
import type { ChangeView, EntryView } from '@countersign/contracts/entries/views';
import { dayFull } from '../platform/dates';
import {
  ageBandWords,
  diagnosisGroupWords,
  guidanceWords,
  outcomeWords,
  painCategoryWords,
  procedureRoleWords,
  settingWords,
  sideWords,
  supervisionWords,
} from '../platform/words';
import { levelName, sayLevels } from './level-picker-levels';

/** One difference between two versions, ready to read. */
export interface ChangeInWords {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const fieldNames: Readonly<Record<string, string>> = {
  performedOn: 'Date',
  siteId: 'Site',
  supervisorId: 'Supervisor',
  setting: 'Setting',
  painCategory: 'Kind of pain',
  diagnosisGroup: 'Diagnosis',
  diagnosisId: 'Diagnosis code',
  ageBand: 'Age band',
  simulation: 'Simulation',
  caseLabel: 'Label',
  region: 'Region',
  side: 'Side',
  levels: 'Levels',
  guidance: 'Guidance',
  techniques: 'Technique',
  role: 'Role',
  supervision: 'Supervision',
  outcome: 'Outcome',
  abortedReason: 'Reason',
  complications: 'Complications',
};

const codeWords: Readonly<Record<string, Readonly<Record<string, string | { readonly name: string }>>>> = {
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

/** Says a change in the words of the form. A procedure that came or went is named; a number of a person is not. */
export function changeInWords(
  { pointer, values }: ChangeView,
  entry: EntryView,
  index: CatalogueIndex | undefined,
): ChangeInWords {
  const [, , position, name] = pointer.split('/');
  const field = pointer.startsWith('/procedures/') ? (name ?? 'procedure') : pointer.slice(1);
  const say = (value: unknown, end: 'before' | 'after') => saidValue({ field, value, end }, entry, index);
  const procedure = entry.content.procedures[Number(position)];
  const isOneOfSeveral = name !== undefined && entry.content.procedures.length > 1;
  return {
    field: [isOneOfSeveral ? procedure?.itemName : undefined, fieldNames[field] ?? 'Procedure']
      .filter((part) => part !== undefined)
      .join(', '),
    before: say(values.before, 'before'),
    after: say(values.after, 'after'),
  };
}

function saidValue(
  { field, value, end }: { field: string; value: unknown; end: 'before' | 'after' },
  entry: EntryView,
  index: CatalogueIndex | undefined,
): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'performedOn') return dayFull(String(value));
  // Only the newest version's people and places come with their names.
  if (field === 'siteId') return nameOf(value, entry.content.siteId, entry.siteName, end);
  if (field === 'supervisorId') return nameOf(value, entry.supervisor?.id, entry.supervisor?.name, end);
  if (field === 'diagnosisId') return index?.diagnosis(String(value))?.label ?? String(value);
  if (Array.isArray(value)) return saidList(field, value, index);
  if (typeof value === 'object') {
    const itemId = 'itemId' in value ? String(value.itemId) : '';
    return index?.item(itemId)?.name ?? itemId;
  }
  const word = codeWords[field]?.[String(value)];
  if (word !== undefined) return typeof word === 'string' ? word : word.name;
  return field === 'region' ? levelName(String(value)) : String(value);
}

function nameOf(value: unknown, id: string | undefined, name: string | undefined, end: string): string {
  if (value === id && name !== undefined) return name;
  return end === 'before' ? 'another one' : 'a new one';
}

function saidList(field: string, list: readonly unknown[], index: CatalogueIndex | undefined): string {
  if (list.length === 0) return 'nothing';
  if (field === 'levels') return sayLevels(list.filter(isLevel));
  const ids = list.map(String);
  return ids.map((id) => index?.complication(id)?.label ?? levelName(id)).join(', ');
}

function isLevel(value: unknown): value is LevelAndSide {
  return typeof value === 'object' && value !== null && 'level' in value;
}

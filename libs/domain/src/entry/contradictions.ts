import type { CatalogueIndex, CatalogueItem } from '../catalogue';
import { refused, type Refused } from '../refusal';
import {
  ageFitsDiagnosis,
  ageFitsItem,
  groupFits,
  painFitsDiagnosis,
  painFitsItem,
  settingFits,
} from './clinical-fit';
import type { DraftContent, DraftProcedure } from './entry';

/** Two things that a fellow may say one by one and that cannot both be true. */
export const contradictions = [
  'took-over-unseen',
  'took-over-from-nobody',
  'helped-unseen',
  'took-over-without-help',
  'done-by-nobody-there',
  'aborted-as-complication',
  'reached-and-not',
  'aborted-and-done',
  'setting-of-item',
  'pain-of-item',
  'pain-of-diagnosis',
  'diagnosis-of-group',
  'age-of-item',
  'age-of-diagnosis',
] as const;
/** One of {@link contradictions}. */
export type Contradiction = (typeof contradictions)[number];

/** What one row cannot say at once, and the field at which it is named. */
interface RowRule {
  readonly about: Contradiction;
  readonly at: keyof DraftProcedure;
  readonly holds: (row: DraftProcedure, item: CatalogueItem) => boolean;
}

const rowRules: readonly RowRule[] = [
  { about: 'took-over-unseen', at: 'supervision', holds: (row) => tookOver(row) && isUnseen(row) },
  { about: 'took-over-from-nobody', at: 'outcome', holds: (row) => tookOver(row) && isBeside(row) },
  {
    about: 'helped-unseen',
    at: 'supervision',
    holds: (row, { kind }) => kind === 'procedure' && isBeside(row) && isUnseen(row),
  },
  { about: 'took-over-without-help', at: 'outcome', holds: (row) => tookOver(row) && row.selfHelp === 5 },
  { about: 'done-by-nobody-there', at: 'supervision', holds: (row) => row.selfHelp === 1 && isUnseen(row) },
  {
    about: 'aborted-as-complication',
    at: 'outcome',
    holds: ({ complications, outcome = 'aborted' }) =>
      complications.includes('aborted') && outcome !== 'aborted',
  },
  {
    about: 'reached-and-not',
    at: 'outcome',
    holds: ({ complications, outcome }) => complications.includes('failed-access') && outcome === 'success',
  },
];

/**
 * Everything in an entry that contradicts something else in it, each at the field where it is to be put right.
 * Code: `entry/contradiction` (detail: about, one of {@link contradictions}; item, its name, where one is meant). What the
 * patient is like is not asked of a simulation.
 */
export function checkContradictions(content: DraftContent, catalogue: CatalogueIndex): Refused[] {
  return [...inEncounter(content, catalogue), ...inRows(content.procedures, catalogue)];
}

function tookOver({ outcome }: DraftProcedure): boolean {
  return outcome === 'supervisor-took-over';
}

/** The supervisor looked at it afterwards. */
function isUnseen({ supervision }: DraftProcedure): boolean {
  return supervision === 'oversight';
}

/** Somebody else did it, with the fellow beside. */
function isBeside({ role }: DraftProcedure): boolean {
  return role === 'observed' || role === 'assisted';
}

function inRows(procedures: readonly DraftProcedure[], catalogue: CatalogueIndex): Refused[] {
  return procedures.flatMap((row, position) => {
    const item = catalogue.item(row.itemId);
    if (item === undefined) return [];
    const pointer = `/procedures/${position}`;
    const found = rowRules
      .filter(({ holds }) => holds(row, item))
      .map(({ about, at }) => contradiction(about, `${pointer}/${at}`));
    const before = procedures.slice(0, position);
    return before.some((earlier) => isAbortedAndDone(earlier, row))
      ? [...found, contradiction('aborted-and-done', `${pointer}/outcome`)]
      : found;
  });
}

/** One item at one place, aborted in one row and a success in another: it was converted. */
function isAbortedAndDone(one: DraftProcedure, other: DraftProcedure): boolean {
  const ended = [one.outcome, other.outcome];
  return placeOf(one) === placeOf(other) && ended.includes('aborted') && ended.includes('success');
}

function placeOf({ itemId, side, levels }: DraftProcedure): string {
  return [itemId, side, ...levels.map((one) => `${one.level} ${one.side ?? ''}`).sort()].join('|');
}

function inEncounter(content: DraftContent, catalogue: CatalogueIndex): Refused[] {
  const { painCategory, diagnosisGroup, diagnosisId, ageBand, setting, simulation } = content;
  const items = content.procedures.flatMap(({ itemId }) => catalogue.item(itemId) ?? []);
  const code = diagnosisId === undefined ? undefined : catalogue.diagnosis(diagnosisId)?.icd10cm;
  /** The first item that a value does not fit. */
  const against = <Value>(
    value: Value | undefined,
    fits: (value: Value, item: CatalogueItem) => boolean,
    said: readonly [Contradiction, string],
  ): Refused[] => {
    const wrong = value === undefined ? undefined : items.find((item) => !fits(value, item));
    return wrong === undefined ? [] : [contradiction(...said, wrong.name)];
  };
  const coded = <Value>(
    value: Value | undefined,
    fits: (value: Value, code: string) => boolean,
    said: readonly [Contradiction, string],
  ): Refused[] =>
    value === undefined || code === undefined || fits(value, code) ? [] : [contradiction(...said)];
  const ofDiagnosis = coded(diagnosisGroup, groupFits, ['diagnosis-of-group', '/diagnosisId']);
  if (simulation) return ofDiagnosis;
  return [
    ...against(setting, settingFits, ['setting-of-item', '/setting']),
    ...against(painCategory, (pain, { id }) => painFitsItem(pain, id), ['pain-of-item', '/painCategory']),
    ...coded(painCategory, painFitsDiagnosis, ['pain-of-diagnosis', '/painCategory']),
    ...ofDiagnosis,
    ...against(ageBand, (age, { id }) => ageFitsItem(age, id), ['age-of-item', '/ageBand']),
    ...coded(ageBand, ageFitsDiagnosis, ['age-of-diagnosis', '/ageBand']),
  ];
}

function contradiction(about: Contradiction, field: string, item?: string): Refused {
  return refused('entry/contradiction', field, item === undefined ? { about } : { about, item });
}

import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type {
  AgeBand,
  DiagnosisGroup,
  DraftContent,
  DraftProcedure,
  EntryState,
  PainCategory,
  Setting,
} from '@countersign/domain/entry';
import type { AmendmentState } from '../entries/bodies';
import type { EntryView, ProcedureLineView } from '../entries/views';
import { whereInWords, type CatalogueWords } from './catalogue';
import { supervisorInWords } from './person';
import { dayWithWeekday } from './time';

/** Where an entry is in its life. */
export const entryStateWords: Readonly<Record<EntryState, string>> = {
  draft: 'Draft',
  submitted: 'Waiting',
  returned: 'Returned',
  approved: 'Approved',
  amended: 'Amendment waiting',
  void: 'Void',
};

/** The same in the middle of a sentence: an entry that is … */
export const entryStateInSentence: Readonly<Record<EntryState, string>> = {
  draft: 'a draft',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
  amended: 'being amended',
  void: 'void',
};

/** What stands beside the version that counts. */
export const amendmentWords: Readonly<Record<AmendmentState, string>> = {
  waiting: 'Amendment waiting',
  returned: 'Amendment returned',
};

/** Which entries a list is narrowed to. */
export const simulationWords: Readonly<Record<'true' | 'false', string>> = {
  true: 'Simulation only',
  false: 'Without simulation',
};

/** Where the patient was seen. */
export const settingWords: Readonly<Record<Setting, string>> = {
  clinic: 'Clinic',
  asc: 'Ambulatory surgery center',
  'operating-room': 'Operating room',
  inpatient: 'Inpatient',
  emergency: 'Emergency department',
  telehealth: 'Telehealth',
};

/** The same in the middle of a sentence. */
export const settingInLine: Readonly<Record<Setting, string>> = {
  clinic: 'the clinic',
  asc: 'an ambulatory surgery center',
  'operating-room': 'an operating room',
  inpatient: 'inpatients',
  emergency: 'an emergency department',
  telehealth: 'telehealth',
};

/** Kind of pain that brought the patient. */
export const painCategoryWords: Readonly<Record<PainCategory, string>> = {
  acute: 'Acute',
  'chronic-non-cancer': 'Chronic, non-cancer',
  cancer: 'Cancer',
  palliative: 'Palliative',
};

/** The same before “pain”. */
export const painCategoryInLine: Readonly<Record<PainCategory, string>> = {
  acute: 'acute',
  'chronic-non-cancer': 'chronic non-cancer',
  cancer: 'cancer',
  palliative: 'palliative',
};

/** Family of the diagnosis. */
export const diagnosisGroupWords: Readonly<Record<DiagnosisGroup, string>> = {
  neuropathic: 'Neuropathic',
  'headache-facial': 'Headache or facial',
  'low-back': 'Low back',
  neck: 'Neck',
  radicular: 'Radicular',
  myofascial: 'Myofascial',
  crps: 'CRPS',
  joint: 'Joint',
  'visceral-pelvic': 'Visceral or pelvic',
  'post-surgical': 'Post-surgical',
  other: 'Other',
};

/** The same in the middle of a sentence. */
export const diagnosisGroupInLine: Readonly<Record<DiagnosisGroup, string>> = {
  neuropathic: 'neuropathic pain',
  'headache-facial': 'headache or facial pain',
  'low-back': 'low back pain',
  neck: 'neck pain',
  radicular: 'radicular pain',
  myofascial: 'myofascial pain',
  crps: 'CRPS',
  joint: 'joint pain',
  'visceral-pelvic': 'visceral or pelvic pain',
  'post-surgical': 'post-surgical pain',
  other: 'other pain',
};

/** The same in the middle of a sentence. */
export const ageBandInLine: Readonly<Record<AgeBand, string>> = {
  '<1': 'under 1 year',
  '1-17': '1 to 17 years',
  '18-39': '18 to 39 years',
  '40-64': '40 to 64 years',
  '65-89': '65 to 89 years',
  '90+': '90 years or more',
};

/** Age of the patient as a band. */
export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  '<1': 'Under 1 year',
  '1-17': '1 to 17 years',
  '18-39': '18 to 39 years',
  '40-64': '40 to 64 years',
  '65-89': '65 to 89 years',
  '90+': '90 years or more',
};

/** A field of an entry or of one of its procedures. */
export type ContentField = keyof DraftContent | keyof DraftProcedure;

/** What the form calls each field. */
export const contentFieldWords: Readonly<Record<ContentField, string>> = {
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
  reflection: 'Reflection',
  procedures: 'Procedure',
  itemId: 'Procedure',
  region: 'Region',
  side: 'Side',
  levels: 'Levels',
  guidance: 'Guidance',
  techniques: 'Technique',
  details: 'Details',
  role: 'Role',
  supervision: 'Supervision',
  outcome: 'Outcome',
  abortedReason: 'Reason',
  complications: 'Complications',
  selfHelp: 'Self-rating',
};

/** Tells whether a name is that of a field of an entry or of one of its procedures. */
export function isContentField(name: string): name is ContentField {
  return Object.hasOwn(contentFieldWords, name);
}

/** An entry in one line: `Transforaminal epidural, lumbar · L4, L5 left`. */
export function entryInWords(entry: EntryView, words: CatalogueWords): string {
  return entry.content.procedures
    .map((procedure) => [procedure.itemName, whereInWords(procedure, words)].filter(Boolean).join(' · '))
    .join('; ');
}

/** When, where, with whom and about what, as facts of one sentence. */
export function encounterFacts(
  {
    content,
    siteName,
    supervisor,
    assigned,
    rotation,
  }: Pick<EntryView, 'content' | 'siteName' | 'supervisor' | 'assigned' | 'rotation'>,
  index: CatalogueIndex | undefined,
  today: string,
): readonly string[] {
  const diagnosis = content.diagnosisId === undefined ? undefined : index?.diagnosis(content.diagnosisId);
  return [
    dayWithWeekday(content.performedOn, today),
    siteName,
    supervisorInWords({ ...(supervisor && { supervisor }), ...(assigned && { assigned }) }),
    rotation && `rotation ${rotation}`,
    content.setting && settingWords[content.setting],
    content.painCategory && painCategoryWords[content.painCategory],
    content.diagnosisGroup && diagnosisGroupWords[content.diagnosisGroup],
    diagnosis && `${diagnosis.icd10cm} ${diagnosis.label}`,
    content.ageBand && ageBandWords[content.ageBand],
    content.caseLabel,
  ].filter((fact): fact is string => fact !== undefined && fact !== '');
}

/** A line of a list: `Transforaminal epidural, lumbar · L4, L5 left`. */
export function lineInWords(line: ProcedureLineView, words: CatalogueWords): string {
  return [line.itemName, whereInWords(line, words)].filter(Boolean).join(' · ');
}

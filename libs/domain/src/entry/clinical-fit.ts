import type { CatalogueItem } from '../catalogue';
import type { AgeBand, DiagnosisGroup, PainCategory, Setting } from './entry';

/* What cannot be true of one patient at once, as far as no exception is known; where there is doubt nothing is said. */

const head: readonly DiagnosisGroup[] = ['headache-facial'];
const trunk: readonly DiagnosisGroup[] = ['low-back', 'visceral-pelvic'];
const notSpine: readonly DiagnosisGroup[] = [...head, 'crps', 'visceral-pelvic'];
const notJoint: readonly DiagnosisGroup[] = [...notSpine, 'low-back', 'radicular'];
const notHead: readonly DiagnosisGroup[] = [...trunk, 'radicular', 'joint', 'crps'];

/**
 * Groups to which a diagnosis cannot belong, by the beginning of its ICD-10-CM code; the longest beginning that fits is
 * asked. A code without a row, such as one of chronic or cancer pain, may belong to any group.
 */
const strangersByCode: Readonly<Record<string, readonly DiagnosisGroup[]>> = {
  // Lumbar and sacral spine.
  'M54.16': [...notSpine, 'neck', 'joint'],
  'M54.17': [...notSpine, 'neck', 'joint'],
  'M51.': [...notSpine, 'neck', 'joint'],
  'M47.816': [...notSpine, 'neck'],
  'M47.817': [...notSpine, 'neck'],
  'M48.06': [...notSpine, 'neck', 'joint'],
  'M54.5': [...notSpine, 'neck'],
  'M53.3': [...head, 'neck', 'crps'],
  'M46.1': [...notSpine, 'neck'],
  // Cervical spine: headache may come from it.
  'M54.12': ['crps', 'joint', ...trunk],
  'M47.812': ['crps', ...trunk],
  'M48.02': ['crps', 'joint', ...trunk],
  'M54.2': ['crps', ...trunk],
  'M79.12': ['crps', ...trunk],
  // Thoracic spine.
  'M54.14': [...head, 'crps', 'joint'],
  'M47.814': [...head, 'crps'],
  'M54.6': [...head, 'crps'],
  // Head and face.
  'G50.': notHead,
  'M54.81': notHead,
  'G44.': notHead,
  'G43.': [...notHead, 'neck'],
  'G97.1': notHead,
  // CRPS.
  'G90.5': [...head, ...trunk, 'neck', 'radicular', 'myofascial'],
  // Joints and limbs.
  'M17.': [...notJoint, 'neck'],
  'M16.': [...notJoint, 'neck'],
  'M25.51': notJoint,
  'M70.6': [...notJoint, 'neck'],
  'G56.0': [...notSpine, 'low-back'],
  'G57.1': [...notSpine, 'neck'],
  // Whole body and inner organs.
  'K86.': [...head, 'low-back', 'neck', 'radicular', 'myofascial', 'crps', 'joint'],
  'E11.4': [...head, ...trunk, 'neck', 'crps', 'joint'],
  'G62.': [...head, ...trunk, 'neck', 'crps', 'joint'],
  'G54.6': [...head, ...trunk, 'neck'],
  'M80.08': notSpine,
};

/** Kinds of pain that a diagnosis rules out, likewise. */
const otherPainByCode: Readonly<Record<string, readonly PainCategory[]>> = {
  'G89.3': ['chronic-non-cancer'],
  'G89.4': ['acute'],
  'G89.2': ['acute'],
};

/** Ages that a diagnosis rules out, likewise. */
const otherAgeByCode: Readonly<Record<string, readonly AgeBand[]>> = { 'M80.0': ['<1', '1-17'] };

/** Ages that an item is about; every other item is about all. */
const agesOfItem: Readonly<Record<string, readonly AgeBand[]>> = {
  'exp-pediatric': ['<1', '1-17'],
  'exp-pregnancy': ['1-17', '18-39', '40-64'],
};

/** Kinds of pain that an item rules out. */
const otherPainOfItem: Readonly<Record<string, readonly PainCategory[]>> = {
  'exp-cancer': ['chronic-non-cancer'],
  'exp-palliative': ['chronic-non-cancer'],
  'tumor-ablation': ['chronic-non-cancer'],
};

/** Whether a diagnosis, by its ICD-10-CM code, may belong to a group. */
export function groupFits(group: DiagnosisGroup, icd10cm: string): boolean {
  return !valueFor(strangersByCode, icd10cm).includes(group);
}

/** Whether a kind of pain fits an item. */
export function painFitsItem(pain: PainCategory, itemId: string): boolean {
  return otherPainOfItem[itemId]?.includes(pain) !== true;
}

/** Whether a kind of pain fits a diagnosis, by its ICD-10-CM code. */
export function painFitsDiagnosis(pain: PainCategory, icd10cm: string): boolean {
  return !valueFor(otherPainByCode, icd10cm).includes(pain);
}

/** Whether an age fits an item. */
export function ageFitsItem(age: AgeBand, itemId: string): boolean {
  return agesOfItem[itemId]?.includes(age) !== false;
}

/** Whether an age fits a diagnosis, by its ICD-10-CM code. */
export function ageFitsDiagnosis(age: AgeBand, icd10cm: string): boolean {
  return !valueFor(otherAgeByCode, icd10cm).includes(age);
}

/**
 * Whether an item can happen in a setting: few procedures are done by telehealth, an item for outpatients is not one for
 * inpatients, and the other way round. The emergency department and the operating room see both.
 */
export function settingFits(
  setting: Setting,
  { kind, settings, remote }: Pick<CatalogueItem, 'kind' | 'settings' | 'remote'>,
): boolean {
  if (kind === 'procedure') return setting !== 'telehealth' || remote;
  if (setting === 'inpatient') return !isOnly('outpatient', settings);
  const isOutpatient = setting === 'clinic' || setting === 'asc' || setting === 'telehealth';
  return !(isOutpatient && isOnly('inpatient', settings));
}

function isOnly(place: string, settings: readonly string[]): boolean {
  return settings.length > 0 && settings.every((one) => one === place);
}

function valueFor<Value>(
  byCode: Readonly<Record<string, readonly Value[]>>,
  icd10cm: string,
): readonly Value[] {
  const fitting = Object.keys(byCode).filter((beginning) => icd10cm.startsWith(beginning));
  const longest = fitting.reduce((best, one) => (one.length > best.length ? one : best), '');
  return byCode[longest] ?? [];
}

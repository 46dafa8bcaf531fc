import type { CatalogueItem, CountUnit, Guidance, LevelType, ProcedureRole, Side } from './catalogue-item';

/** Every side that can be recorded. */
export const sides = ['left', 'right', 'bilateral', 'midline'] as const satisfies readonly Side[];

/** Every kind of level that an item can have. */
export const levelTypes = [
  'none',
  'nerve',
  'vertebra',
  'interspace',
  'joint',
  'nerve-root',
  'medial-branch',
  'disc',
  'muscle',
  'nerve-division',
  'lateral-branch',
  'dermatome',
] as const satisfies readonly LevelType[];

/** Every way a needle or a lead is guided. */
export const guidances = [
  'fluoroscopy',
  'ultrasound',
  'landmark',
  'ct',
  'nerve-stimulation',
  'emg',
  'endoscopic',
] as const satisfies readonly Guidance[];

/** Every role of a fellow in a procedure, from the least part to the greatest; who teaches has performed before. */
export const procedureRoles = [
  'observed',
  'assisted',
  'performed-part',
  'performed',
  'taught',
] as const satisfies readonly ProcedureRole[];

/** Every unit in which an item is counted. */
export const countUnits = ['patient-session', 'level', 'encounter'] as const satisfies readonly CountUnit[];

/**
 * What may stand as a level of an item: its levels and, for items that name muscles, nerves or joints instead of
 * levels of the spine, its targets.
 */
export function placesOf(item: CatalogueItem): readonly string[] {
  return [...item.levels, ...item.targets];
}

import { parseCatalogue } from '../parse-catalogue';

/* A small catalogue as its file says it, and what is found where a test changes it. */

/** A procedure that is sound. */
export const item = {
  id: 'esi-tf-lumbar',
  name: 'Transforaminal epidural',
  group: 'epidural',
  kind: 'procedure',
  regions: ['lumbar'],
  sides: ['left', 'right', 'bilateral'],
  levelType: 'nerve-root',
  levels: ['L4', 'L5'],
  multiLevel: true,
  guidance: ['fluoroscopy'],
  techniques: ['kambin'],
  targets: [],
  typicalComplications: ['pdph'],
  riskTier: 2,
  countUnit: 'level',
  codeExamples: { icd10pcs: ['3E0S33Z'] },
  notes: '',
  synonyms: ['tfesi'],
  calls: ['nerve root shot'],
  highRisk: false,
  usualRoles: ['observed', 'assisted'],
  settings: [],
  short: 'Transforaminal epidural',
  perLead: false,
  oneOf: [],
  regionOf: {},
  details: [],
  remote: false,
  meeting: false,
};
/** An experience that is sound. */
export const visit = {
  ...item,
  id: 'visit',
  group: 'visits',
  kind: 'experience',
  sides: [],
  levelType: 'none',
  levels: [],
  multiLevel: false,
  typicalComplications: [],
  riskTier: 0,
  countUnit: 'encounter',
  codeExamples: {},
  settings: ['outpatient'],
};
/** A complication. */
export const pdph = {
  id: 'pdph',
  label: 'Headache',
  severity: 'minor',
  onset: 'delayed',
  synonyms: ['spinal headache'],
};
/** The entry that says that there was none. */
export const none = { id: 'none', label: 'None', severity: 'none', onset: 'any', synonyms: [] };
/** A diagnosis. */
export const phn = { id: 'phn', label: 'Shingles pain', icd10cm: 'B02.29', verify: true, synonyms: ['phn'] };

/** A catalogue of these, in which nothing is wrong. */
export const sound = {
  edition: '2026.1',
  groups: [
    { id: 'epidural', name: 'Epidurals', kind: 'procedure' },
    { id: 'visits', name: 'Visits', kind: 'experience' },
  ],
  items: [item, visit],
  complications: [none, pdph],
  diagnoses: [phn],
  words: [
    { id: 'lumbar', name: 'Lumbar' },
    { id: 'kambin', name: 'Infraneural (Kambin)' },
  ],
};

/** What is wrong with a catalogue, as path and sentence. */
export function errors(raw: unknown): string[] {
  const parsed = parseCatalogue(raw);
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${message}`);
}

/** What is wrong once {@link item} is changed. */
export function errorsOf(changed: Record<string, unknown>): string[] {
  return errors({ ...sound, items: [{ ...item, ...changed }, visit] });
}

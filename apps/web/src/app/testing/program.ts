import type { CompetenceRuleView } from '@countersign/contracts/competencies/views';
import type { CatalogueView } from '@countersign/contracts/catalogue/views';
import type { EntryLineView, EntryView, LogContextView } from '@countersign/contracts/entries/views';

/** By which numbers the competence light is made, as the API says it. */
export const competenceRule: CompetenceRuleView = {
  ...{ wellAtHelp: 4, adequateFailureRate: 0.1, inadequateFailureRate: 0.3 },
  ...{ falseSignal: 0.05, horizon: 50, fewestCases: 10, setByProgram: false },
  operating: [
    { failureRate: 0.1, signal: 0.906, alarm: 0.047 },
    { failureRate: 0.2, signal: 0.339, alarm: 0.42 },
    { failureRate: 0.3, signal: 0.049, alarm: 0.86 },
  ],
};

/* The invented program of the specs: its catalogue, the log page's start, an entry and a line of a list. */

/** What the items have in common; a procedure of its own with its id and name. */
export const item = {
  group: 'epidural',
  kind: 'procedure' as const,
  regions: ['lumbar'],
  sides: ['left', 'right', 'bilateral'] as ('left' | 'right' | 'bilateral')[],
  levelType: 'none' as const,
  levels: [],
  multiLevel: false,
  perLead: false,
  guidance: ['fluoroscopy' as const, 'ultrasound' as const],
  techniques: [],
  oneOf: [],
  targets: [],
  regionOf: {},
  details: [],
  typicalComplications: ['vasovagal'],
  riskTier: 2 as const,
  countUnit: 'patient-session' as const,
  codeExamples: {},
  notes: '',
  synonyms: [],
  calls: [],
  highRisk: false,
  usualRoles: [],
  settings: [],
  remote: false,
  meeting: false,
};

/** Three items: with levels, with a side only, and an experience. */
export const catalogue: CatalogueView = {
  edition: 'test',
  newest: 'test',
  groups: [
    { id: 'epidural', name: 'Epidural injections', kind: 'procedure' },
    { id: 'evaluation', name: 'Evaluation', kind: 'experience' },
  ],
  items: [
    {
      ...item,
      id: 'esi-tf-lumbar',
      name: 'Transforaminal epidural, lumbar',
      short: 'Transforaminal epidural, lumbar',
      levelType: 'nerve-root',
      levels: ['L3', 'L4', 'L5'],
      multiLevel: true,
      countUnit: 'level',
    },
    {
      ...item,
      id: 'si-joint',
      name: 'Sacroiliac joint injection',
      short: 'Sacroiliac joint injection',
    },
    {
      ...item,
      id: 'exp-new',
      name: 'New patient, outpatient',
      short: 'New patient, outpatient',
      group: 'evaluation',
      kind: 'experience',
      sides: [],
      guidance: [],
      typicalComplications: [],
      riskTier: 0,
      countUnit: 'encounter',
    },
  ],
  complications: [
    { id: 'none', label: 'No complication', severity: 'none', onset: 'any', synonyms: [] },
    { id: 'vasovagal', label: 'Vasovagal reaction', severity: 'minor', onset: 'immediate', synonyms: [] },
  ],
  diagnoses: [
    { id: 'radic', label: 'Lumbar radiculopathy', icd10cm: 'M54.16', verify: true, synonyms: ['sciatica'] },
    { id: 'cts', label: 'Carpal tunnel syndrome', icd10cm: 'G56.0-', verify: true, synonyms: [] },
  ],
  words: [],
};

/** The log page's start on Nov 23, 2026, for a fellow at Northgate with Dr. Lindqvist. */
export const context: LogContextView = {
  today: '2026-11-23',
  training: [{ fromOn: '2026-07-01', toOn: '2027-06-30' }],
  sites: [
    { id: 'northgate', name: 'Northgate ASC', setting: 'asc' },
    { id: 'harbor', name: 'Harbor Hospital', setting: 'inpatient' },
  ],
  supervisors: [
    { id: 'lindqvist', name: 'Dr. Lindqvist' },
    { id: 'osei', name: 'Dr. Osei' },
  ],
  siteId: 'northgate',
  rotation: 'Interventional',
  supervisorId: 'lindqvist',
  quickPicks: [
    { itemId: 'esi-tf-lumbar', why: 'recent' },
    { itemId: 'si-joint', why: 'frequent' },
  ],
  neededDetails: [],
};

const noActs = {
  ...{ edit: false, submit: false, withdraw: false, amend: false },
  ...{ void: false, review: false, resolve: false, redact: false },
};

/** A submitted entry of the fellow, with the given differences. */
export function entryView(
  part: Partial<Omit<EntryView, 'acts'>> & { acts?: Partial<EntryView['acts']> } = {},
): EntryView {
  const { acts, ...rest } = part;
  return {
    id: 'e1',
    revision: 3,
    state: 'submitted',
    fellow: { id: 'tanaka', name: 'M. Tanaka' },
    supervisor: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    siteName: 'Northgate ASC',
    number: 1,
    content: {
      performedOn: '2026-11-20',
      siteId: 'northgate',
      supervisorId: 'lindqvist',
      setting: 'asc',
      painCategory: 'chronic-non-cancer',
      diagnosisGroup: 'radicular',
      simulation: false,
      procedures: [
        {
          itemId: 'esi-tf-lumbar',
          itemName: 'Transforaminal epidural, lumbar',
          levels: [{ level: 'L4', side: 'left' }],
          guidance: 'fluoroscopy',
          techniques: [],
          role: 'performed',
          supervision: 'direct',
          outcome: 'success',
          complications: ['none'],
          counts: { sessions: 1, levels: 1, joints: [] },
        },
      ],
    },
    versions: [
      {
        number: 1,
        at: 1,
        submittedAt: 1,
        itemNames: ['Transforaminal epidural, lumbar'],
        decisions: [],
        changes: [],
      },
    ],
    acts: { ...noActs, ...acts },
    ...rest,
  };
}

/** An entry that came back to its fellow for another side. */
export function returnedEntry(): EntryView {
  const decision = {
    kind: 'returned' as const,
    by: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    at: 2,
    reasonCode: 'wrong-details' as const,
    reasonText: 'Both sides, I think.',
    undone: false,
  };
  return entryView({
    state: 'returned',
    acts: { edit: true },
    versions: [{ number: 1, at: 1, submittedAt: 1, itemNames: [], decisions: [decision], changes: [] }],
  });
}

/** A line of a list. */
export function entryLine(part: Partial<EntryLineView> = {}): EntryLineView {
  return {
    id: 'e1',
    revision: 1,
    state: 'submitted',
    performedOn: '2026-11-20',
    fellow: { id: 'tanaka', name: 'M. Tanaka' },
    supervisor: { id: 'lindqvist', name: 'Dr. Lindqvist' },
    siteName: 'Northgate ASC',
    procedures: [
      {
        itemId: 'si-joint',
        itemName: 'Sacroiliac joint injection',
        levels: [],
        side: 'left',
        role: 'performed',
      },
    ],
    simulation: false,
    ...part,
  };
}

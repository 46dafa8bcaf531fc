import type { DiagnosisGroup, PainCategory, Setting } from '@countersign/domain/entry';
import type { RotationKind } from './demo-roster';

/** What a kind of rotation brings: items by weight, and the encounter around them. */
export interface CaseMix {
  readonly items: readonly (readonly [itemId: string, weight: number])[];
  readonly settings: readonly (readonly [setting: Setting, weight: number])[];
  readonly painCategories: readonly (readonly [category: PainCategory, weight: number])[];
  readonly diagnosisGroups: readonly (readonly [group: DiagnosisGroup, weight: number])[];
}

const chronic = [
  ['chronic-non-cancer', 93],
  ['cancer', 4],
  ['acute', 3],
] as const;
const spine = [
  ['low-back', 34],
  ['radicular', 30],
  ['neck', 14],
  ['post-surgical', 8],
  ['joint', 8],
  ['crps', 3],
  ['headache-facial', 3],
] as const;

const clinicItems = [
  ['tpi', 16],
  ['occipital-block', 7],
  ['joint-knee', 5],
  ['joint-shoulder', 5],
  ['si-joint', 3],
  ['botox-migraine', 6],
  ['carpal-tunnel-inj', 2],
  ['suprascapular-block', 3],
  ['stim-programming', 3],
  ['it-pump-refill', 5],
  ['ilioinguinal', 1],
  ['exp-new-chronic-outpatient', 9],
  ['exp-continuity', 7],
  ['exp-dx-neuropathic', 3],
  ['exp-dx-headache', 3],
  ['exp-dx-lbp', 3],
  ['exp-dx-myofascial', 2],
  ['exp-dx-crps', 1],
  ['exp-psychological-therapy', 2],
  ['exp-mdt', 3],
  ['exp-rehab-plan', 3],
  ['exp-opioid-taper', 2],
  ['exp-buprenorphine', 1],
  ['exp-adjuvant', 2],
  ['exp-msk-exam', 2],
] as const;

/** Plausible mixes by rotation, invented for the demo; they are nobody's figures. */
export const caseMixes: Readonly<Record<RotationKind, CaseMix>> = {
  asc: {
    items: [
      ['esi-tf-lumbar', 20],
      ['esi-il-lumbar', 15],
      ['mbb-lumbar', 18],
      ['rfa-mb-lumbar', 9],
      ['si-joint', 8],
      ['esi-il-cervical', 7],
      ['mbb-cervical', 5],
      ['rfa-mb-cervical', 3],
      ['esi-caudal', 4],
      ['joint-hip', 3],
      ['rfa-genicular', 3],
      ['pnb-genicular-diag', 3],
      ['lumbar-sympathetic', 2],
      ['stellate', 3],
      ['esi-tf-sacral', 3],
      ['discography', 0.5],
      ['ganglion-impar', 0.6],
      ['esi-tf-cervical', 0.6],
    ],
    settings: [['asc', 1]],
    painCategories: chronic,
    diagnosisGroups: spine,
  },
  hospital: {
    items: [
      ['scs-trial', 9],
      ['scs-implant', 6],
      ['scs-revision', 1.5],
      ['ipg-replace', 2],
      ['pns-trial', 2],
      ['pns-implant', 1.5],
      ['drg-trial', 0.8],
      ['it-trial-single', 2],
      ['it-pump-implant', 1.6],
      ['it-pump-refill', 6],
      ['kyphoplasty', 3],
      ['vertebroplasty', 1],
      ['mild', 1.5],
      ['interspinous-spacer', 1],
      ['bvna', 1.6],
      ['esi-tf-lumbar', 8],
      ['esi-il-lumbar', 7],
      ['mbb-lumbar', 8],
      ['rfa-mb-lumbar', 5],
      ['stellate', 2],
      ['superior-hypogastric', 0.8],
      ['sedation', 4],
      ['exp-inpatient-chronic', 6],
    ],
    settings: [
      ['operating-room', 7],
      ['clinic', 3],
    ],
    painCategories: chronic,
    diagnosisGroups: [
      ['post-surgical', 35],
      ['low-back', 25],
      ['radicular', 20],
      ['crps', 8],
      ['neuropathic', 12],
    ],
  },
  clinic: {
    items: clinicItems,
    settings: [
      ['clinic', 92],
      ['telehealth', 8],
    ],
    painCategories: [
      ['chronic-non-cancer', 95],
      ['cancer', 3],
      ['palliative', 2],
    ],
    diagnosisGroups: [
      ['myofascial', 22],
      ['headache-facial', 20],
      ['low-back', 20],
      ['joint', 18],
      ['neuropathic', 12],
      ['neck', 8],
    ],
  },
  'cancer-acute': {
    items: [
      ['truncal-plane', 8],
      ['pnb-upper', 6],
      ['pnb-lower', 7],
      ['epidural-catheter', 6],
      ['paravertebral', 3],
      ['intercostal', 3],
      ['celiac', 1.4],
      ['splanchnic', 0.8],
      ['superior-hypogastric', 0.9],
      ['it-neurolysis', 0.3],
      ['chem-intercostal', 0.6],
      ['blood-patch', 3],
      ['infusion', 5],
      ['pca-setup', 4],
      ['tpi', 4],
      ['exp-acute', 11],
      ['exp-cancer', 10],
      ['exp-palliative', 5],
      ['exp-inpatient-chronic', 6],
      ['exp-sud', 2],
      ['exp-opioid-initiation', 3],
    ],
    settings: [
      ['inpatient', 88],
      ['emergency', 4],
      ['operating-room', 8],
    ],
    painCategories: [
      ['acute', 55],
      ['cancer', 32],
      ['palliative', 13],
    ],
    diagnosisGroups: [
      ['post-surgical', 40],
      ['visceral-pelvic', 25],
      ['neuropathic', 15],
      ['other', 20],
    ],
  },
  elective: {
    items: clinicItems,
    settings: [['clinic', 1]],
    painCategories: chronic,
    diagnosisGroups: spine,
  },
};

/** Levels that are treated most, by item; others start anywhere in the item's list. */
export const usualLevels: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'esi-tf-lumbar': [['L5'], ['L4', 'L5'], ['L4'], ['L3', 'L4'], ['L5']],
  'esi-il-lumbar': [['L4-5'], ['L5-S1'], ['L3-4'], ['L4-5']],
  'esi-il-cervical': [['C7-T1'], ['C6-7'], ['C7-T1']],
  'mbb-lumbar': [
    ['L3', 'L4', 'L5 DR'],
    ['L2', 'L3', 'L4'],
    ['L4', 'L5 DR'],
  ],
  'rfa-mb-lumbar': [
    ['L3', 'L4', 'L5 DR'],
    ['L2', 'L3', 'L4'],
    ['L3', 'L4'],
  ],
  'mbb-cervical': [
    ['C4', 'C5', 'C6'],
    ['C5', 'C6'],
    ['TON', 'C3'],
  ],
  'rfa-mb-cervical': [
    ['C4', 'C5', 'C6'],
    ['C5', 'C6'],
  ],
  'scs-trial': [['T8'], ['T9'], ['T7', 'T8']],
  'scs-implant': [['T8'], ['T9']],
  'lumbar-sympathetic': [['L2'], ['L3']],
  stellate: [['C6']],
  kyphoplasty: [['T12'], ['L1'], ['T11', 'T12']],
  bvna: [['L4', 'L5'], ['L5']],
};

import type { ProcedureRole } from '../catalogue';
import type { Help } from '../entry/entry';
import type { FactFilter } from './fact';
import { exampleCare } from './example-care';
import { COUNTING_CONVENTIONS } from './requirement-set';
import type { Competency, RequirementSet, Rule } from './requirement-set';

const asPerformer: readonly ProcedureRole[] = ['performed'];
const handsOn: readonly ProcedureRole[] = ['performed-part', 'performed'];

/** The numbers of one procedural competency of the example. */
interface Volume {
  readonly need: number;
  readonly roles: readonly ProcedureRole[];
  readonly windowMonths: number;
  readonly supervisors: number;
  /** The last so many ratings, all at this help or better. */
  readonly last: readonly [n: number, minHelp: Help];
  /** What every counted procedure must be besides. */
  readonly only?: Pick<FactFilter, 'techniques' | 'painCategories'>;
}

function volumeRules(about: Competency['about'], volume: Volume): readonly Rule[] {
  const { roles, windowMonths, only } = volume;
  const filter: FactFilter = { ...about, roles, windowMonths, ...only };
  const [n, minHelp] = volume.last;
  return [
    { kind: 'count', filter, per: 'session', need: volume.need },
    { kind: 'distinct', filter, of: 'supervisor', need: volume.supervisors },
    { kind: 'rating-last-n', filter, n, minHelp },
  ];
}

type Subject = Pick<Competency, 'id' | 'title' | 'shortTitle' | 'about'> & { readonly highRisk?: true };

function procedural(subject: Subject, volume: Volume, more: readonly Rule[] = []): Competency {
  return {
    highRisk: false,
    ...subject,
    rules: [...volumeRules(subject.about, volume), ...more],
    lapseMonths: 12,
  };
}

const implants: readonly Competency[] = [
  procedural(
    {
      id: 'it-pump',
      title: 'Intrathecal pump implant',
      shortTitle: 'IT pump',
      about: { items: ['it-pump-implant'] },
      highRisk: true,
    },
    { need: 4, roles: handsOn, windowMonths: 24, supervisors: 2, last: [2, 3] },
  ),
  procedural(
    {
      id: 'scs-implant',
      title: 'Spinal cord stimulator implant',
      shortTitle: 'SCS implant',
      about: { items: ['scs-implant'] },
      highRisk: true,
    },
    { need: 6, roles: handsOn, windowMonths: 24, supervisors: 2, last: [3, 3] },
    [{ kind: 'other-competency', competencyId: 'scs-trial', standing: 'met' }],
  ),
  procedural(
    {
      id: 'scs-trial',
      title: 'Spinal cord or DRG stimulator trial',
      shortTitle: 'SCS trial',
      about: { items: ['scs-trial', 'drg-trial'] },
    },
    { need: 10, roles: handsOn, windowMonths: 24, supervisors: 2, last: [3, 3] },
  ),
  procedural(
    {
      id: 'vertebral-augmentation',
      title: 'Vertebral augmentation',
      shortTitle: 'Vertebral augm.',
      about: { items: ['vertebroplasty', 'kyphoplasty'] },
      highRisk: true,
    },
    { need: 5, roles: handsOn, windowMonths: 24, supervisors: 2, last: [2, 3] },
  ),
];

/** Techniques of the catalogue that destroy a nerve with a drug; the same items are done as mere blocks. */
const neurolytic = ['alcohol', 'phenol', 'glycerol', 'hyperbaric-phenol', 'hypobaric-alcohol'];

const neurolysisAndSympathetic: readonly Competency[] = [
  procedural(
    {
      id: 'cancer-neurolysis',
      title: 'Neurolysis for cancer pain',
      shortTitle: 'Cancer neurolys.',
      about: {
        items: ['it-neurolysis', 'celiac', 'splanchnic', 'superior-hypogastric'],
        groups: ['neurolysis'],
      },
      highRisk: true,
    },
    {
      ...{ need: 5, roles: handsOn, windowMonths: 24, supervisors: 2, last: [2, 3] },
      only: { techniques: neurolytic, painCategories: ['cancer'] },
    },
  ),
  procedural(
    {
      id: 'sympathetic-block',
      title: 'Sympathetic block',
      shortTitle: 'Sympath. block',
      about: { items: ['stellate', 'thoracic-sympathetic', 'lumbar-sympathetic', 'ganglion-impar'] },
    },
    { need: 15, roles: handsOn, windowMonths: 12, supervisors: 3, last: [3, 4] },
  ),
];

const epidurals: readonly Competency[] = [
  procedural(
    {
      id: 'cervical-epidural',
      title: 'Cervical interlaminar epidural',
      shortTitle: 'Cervical epidur.',
      about: { items: ['esi-il-cervical'] },
    },
    { need: 15, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
    [
      {
        kind: 'recency',
        filter: { items: ['esi-il-cervical'], roles: asPerformer },
        windowMonths: 6,
        need: 2,
      },
    ],
  ),
  procedural(
    {
      id: 'cervical-transforaminal',
      title: 'Cervical transforaminal injection',
      shortTitle: 'Cervical transf.',
      about: { items: ['esi-tf-cervical'] },
      highRisk: true,
    },
    { need: 5, roles: handsOn, windowMonths: 12, supervisors: 2, last: [3, 4] },
    [
      { kind: 'count', filter: { items: ['esi-tf-cervical'], simulation: 'only' }, per: 'session', need: 2 },
      { kind: 'other-competency', competencyId: 'lumbar-transforaminal', standing: 'met' },
    ],
  ),
  procedural(
    {
      id: 'lumbar-transforaminal',
      title: 'Lumbar transforaminal epidural',
      shortTitle: 'Lumbar transfor.',
      about: { items: ['esi-tf-lumbar'] },
    },
    { need: 20, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
    [
      {
        kind: 'distinct',
        filter: { items: ['esi-tf-lumbar'], roles: asPerformer, windowMonths: 12 },
        of: 'site',
        need: 2,
      },
    ],
  ),
  procedural(
    {
      id: 'lumbar-interlaminar',
      title: 'Lumbar interlaminar epidural',
      shortTitle: 'Lumbar interlam.',
      about: { items: ['esi-il-lumbar'] },
    },
    { need: 20, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
  ),
  procedural(
    {
      id: 'sacral-epidural',
      title: 'Caudal and sacral epidural',
      shortTitle: 'Sacral epidural',
      about: { items: ['esi-caudal', 'esi-tf-sacral'] },
    },
    { need: 10, roles: asPerformer, windowMonths: 12, supervisors: 2, last: [3, 4] },
  ),
];

const radiofrequency = [
  ...['rfa-mb-cervical', 'rfa-mb-thoracic', 'rfa-mb-lumbar', 'rfa-mb-endoscopic', 'rfa-si', 'rfa-genicular'],
  ...['rfa-hip', 'rfa-shoulder', 'rfa-occipital', 'rfa-trigeminal', 'rfa-sympathetic', 'rfa-drg-pulsed'],
  'rfa-peripheral',
];

const facetAndNerve: readonly Competency[] = [
  procedural(
    {
      id: 'rf-ablation',
      title: 'Radiofrequency ablation',
      shortTitle: 'RF ablation',
      about: { items: radiofrequency },
    },
    { need: 25, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
  ),
  procedural(
    {
      id: 'medial-branch',
      title: 'Medial branch block',
      shortTitle: 'Medial branch',
      about: { items: ['mbb-cervical', 'mbb-thoracic', 'mbb-lumbar'] },
    },
    { need: 40, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
  ),
  procedural(
    {
      id: 'peripheral-nerve',
      title: 'Peripheral nerve and plane blocks',
      shortTitle: 'Periph. nerve',
      about: { items: ['occipital-block'], groups: ['peripheral'] },
    },
    { need: 25, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
  ),
  procedural(
    {
      id: 'sacroiliac',
      title: 'Sacroiliac joint injection',
      shortTitle: 'Sacroiliac',
      about: { items: ['si-joint'] },
    },
    { need: 10, roles: asPerformer, windowMonths: 12, supervisors: 2, last: [3, 4] },
  ),
  procedural(
    {
      id: 'trigger-point',
      title: 'Trigger point injection',
      shortTitle: 'Trigger point',
      about: { items: ['tpi'] },
    },
    { need: 20, roles: asPerformer, windowMonths: 12, supervisors: 2, last: [3, 4] },
  ),
  procedural(
    {
      id: 'intradiscal',
      title: 'Intradiscal and vertebrogenic procedures',
      shortTitle: 'Intradiscal',
      about: { groups: ['intradiscal'] },
    },
    { need: 3, roles: handsOn, windowMonths: 24, supervisors: 2, last: [2, 3] },
  ),
];

/**
 * Requirements for a demonstration, in the order of a dashboard. No number is an accreditor's: none could be confirmed.
 * The set is marked as an example and can therefore never be verified: a program that wants such rules publishes a set
 * of its own. Version 1 was published by earlier releases; programs that have it keep it. Source of the numbers: our own, for demonstration; of the marks of high risk: docs/domain.md §6.
 */
export const exampleRequirementSet: RequirementSet = {
  id: 'example-pain-medicine',
  title: 'Pain medicine, example requirements',
  version: 2,
  source:
    "Example for demonstration; not an accreditor's numbers. Unverified: confirm against your accreditor's current document",
  edition: 'Example',
  effectiveOn: '2026-07-01',
  verifiedBy: null,
  verifiedOn: null,
  example: true,
  conventions: COUNTING_CONVENTIONS,
  competencies: [...implants, ...neurolysisAndSympathetic, ...epidurals, ...facetAndNerve, ...exampleCare],
};

import type { ProcedureRole } from '../catalogue';
import type { Help } from '../entry/entry';
import type { FactFilter } from './fact';
import type { Competency, RequirementSet, Rule } from './requirement-set';

const asPerformer: readonly ProcedureRole[] = ['performed'];
const handsOn: readonly ProcedureRole[] = ['performed-part', 'performed'];
const takingPart: readonly ProcedureRole[] = ['assisted', 'performed-part', 'performed'];

/** The numbers of one procedural competency of the example. */
interface Volume {
  readonly need: number;
  readonly roles: readonly ProcedureRole[];
  readonly windowMonths: number;
  readonly supervisors: number;
  /** The last so many ratings, all at this help or better. */
  readonly last: readonly [n: number, minHelp: Help];
}

function volumeRules(about: Competency['about'], volume: Volume): readonly Rule[] {
  const filter: FactFilter = { ...about, roles: volume.roles, windowMonths: volume.windowMonths };
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
    { need: 4, roles: takingPart, windowMonths: 24, supervisors: 2, last: [2, 3] },
  ),
  procedural(
    {
      id: 'scs-implant',
      title: 'Spinal cord stimulator implant',
      shortTitle: 'SCS implant',
      about: { items: ['scs-implant'] },
      highRisk: true,
    },
    { need: 6, roles: takingPart, windowMonths: 24, supervisors: 2, last: [3, 3] },
    [{ kind: 'other-competency', competencyId: 'scs-trial', standing: 'met' }],
  ),
  procedural(
    {
      id: 'scs-trial',
      title: 'Spinal cord stimulator trial',
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
    { need: 5, roles: takingPart, windowMonths: 24, supervisors: 2, last: [2, 3] },
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
      about: { items: ['esi-tf-lumbar', 'esi-tf-sacral'] },
    },
    { need: 20, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
    [
      {
        kind: 'distinct',
        filter: { items: ['esi-tf-lumbar', 'esi-tf-sacral'], roles: asPerformer, windowMonths: 12 },
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
      about: { items: ['esi-il-lumbar', 'esi-caudal'] },
    },
    { need: 20, roles: asPerformer, windowMonths: 12, supervisors: 3, last: [5, 4] },
  ),
];

const facetAndNerve: readonly Competency[] = [
  procedural(
    {
      id: 'rf-ablation',
      title: 'Radiofrequency ablation',
      shortTitle: 'RF ablation',
      about: { groups: ['rfa'] },
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
];

/** An experience has no performer rating to look back on, so it is a count by distinct supervisors. */
const cancerPainCare: Competency = {
  id: 'cancer-pain-care',
  title: 'Care of patients with cancer pain',
  shortTitle: 'Cancer pain care',
  about: { items: ['exp-cancer', 'exp-palliative'] },
  rules: [
    {
      kind: 'count',
      filter: { items: ['exp-cancer', 'exp-palliative'], kind: 'experience', windowMonths: 12 },
      per: 'session',
      need: 20,
    },
    {
      kind: 'distinct',
      filter: { items: ['exp-cancer', 'exp-palliative'], kind: 'experience', windowMonths: 12 },
      of: 'supervisor',
      need: 2,
    },
  ],
  highRisk: false,
};

/**
 * Requirements for a demonstration, in the order of a dashboard. No number is an accreditor's: none could be confirmed.
 * The set is marked as an example and can therefore never be verified: a program that wants such rules publishes a set
 * of its own. Source of the numbers: our own, for demonstration; of the marks of high risk: docs/domain.md §6.
 */
export const exampleRequirementSet: RequirementSet = {
  id: 'example-pain-medicine',
  title: 'Pain medicine, example requirements',
  version: 1,
  source:
    "Example for demonstration; not an accreditor's numbers. Unverified: confirm against your accreditor's current document",
  edition: 'Example',
  effectiveOn: '2026-07-01',
  verifiedBy: null,
  verifiedOn: null,
  example: true,
  competencies: [...implants, ...neurolysisAndSympathetic, ...epidurals, ...facetAndNerve, cancerPainCare],
};

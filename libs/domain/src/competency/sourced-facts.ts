import type { Competency, NumberSource } from './requirement-set';

/**
 * A number that somebody published, with where it can be read: a fact to start from, nobody's rule. Nothing of it is in
 * force before a director has compared it with the current document and publishes a set as verified.
 */
export interface SourcedFact {
  readonly id: string;
  /** What it says, in words of our own. */
  readonly fact: string;
  readonly source: NumberSource;
  /** Of whom it asks: a fellow, whom a rule can ask, or a place of training. */
  readonly asks: 'fellow' | 'place';
  /** What can be counted of it, to be taken into a draft; absent where no rule can ask it. */
  readonly competency?: Competency;
}

/** On which day the public copies were read; each may have been superseded since. */
export const SOURCES_READ_ON = '2026-11-29';

const neuromodulation: NumberSource = {
  address: 'rapm.bmj.com/content/early/2019/11/05/rapm-2019-100761',
  edition: '2019',
  secondary: true,
};
const cancer: NumberSource = {
  address:
    'fpm.ac.uk/documents/provision-stage-3-and-sia-pain-training-guide-trainers-and-trainees/organisation-pain',
  edition: '9 March 2021',
  secondary: false,
};
const transforaminal: NumberSource = {
  address: 'thieme-connect.de/products/ejournals/abstract/10.1055/s-0037-1599056',
  edition: '2017',
  secondary: false,
};

const devices = { groups: ['neuromodulation'] };
const lumbar = ['esi-tf-lumbar'];

/**
 * The published numbers that could be read, with source and edition; none is shipped as an accreditor's. Numbers of a place
 * are told beside them, so that nobody looks for them among the rules. Source: stored public copies, read on
 * {@link SOURCES_READ_ON}.
 */
export const sourcedFacts: readonly SourcedFact[] = [
  {
    ...{ id: 'neuromodulation-observed', asks: 'fellow', source: neuromodulation },
    fact: 'Observe five neuromodulation cases (ACGME, told by others)',
    competency: {
      ...{ id: 'neuromodulation-observed', title: 'Neuromodulation, observed', shortTitle: 'Neuromod. seen' },
      about: devices,
      rules: [{ kind: 'count', filter: devices, per: 'session', need: 5 }],
      ...{ highRisk: true, source: neuromodulation },
    },
  },
  {
    ...{ id: 'cancer-sessions', asks: 'fellow', source: cancer },
    fact: '16 sessions of cancer pain (advanced training, United Kingdom)',
    competency: {
      ...{ id: 'cancer-pain-sessions', title: 'Cancer pain, sessions', shortTitle: 'Cancer sessions' },
      about: { items: ['exp-cancer'] },
      rules: [{ kind: 'count', filter: { items: ['exp-cancer'] }, per: 'session', need: 16 }],
      ...{ highRisk: false, source: cancer },
    },
  },
  {
    ...{ id: 'transforaminal-plateau', asks: 'fellow', source: transforaminal },
    fact: 'Research: fluoroscopy time and dose of transforaminal injections reach the teacher’s after 67 to 68 cases',
    competency: {
      ...{
        id: 'transforaminal-plateau',
        title: 'Lumbar transforaminal, to the plateau',
        shortTitle: 'TF plateau',
      },
      about: { items: lumbar },
      rules: [{ kind: 'count', filter: { items: lumbar, roles: ['performed'] }, per: 'session', need: 68 }],
      ...{ highRisk: false, source: transforaminal },
    },
  },
  {
    ...{ id: 'center-volumes', asks: 'place' },
    fact: 'A training center each year: 300 new cases, 500 interventions, 200 acute post-operative; 5 consultant half-days a week',
    source: {
      address:
        'fpm.ac.uk/documents/provision-stage-3-and-sia-pain-training-guide-trainers-and-trainees/core-standards',
      ...{ edition: '9 March 2021', secondary: false },
    },
  },
  {
    ...{ id: 'uk-duration', asks: 'place' },
    fact: '12 months, each part at least 6; on call at most 1 in 8 (United Kingdom)',
    source: { address: 'beta.fpm.ac.uk/documents/general-principles', edition: 'undated', secondary: false },
  },
  {
    ...{ id: 'rcoa-logbook', asks: 'place' },
    fact: 'A logbook is required; no counts in the part that could be read (RCoA, special interest area)',
    source: {
      address:
        'rcoa.ac.uk/documents/2021-curriculum-learning-syllabus-stage-3-special-interest-areas/pain-medicine',
      ...{ edition: '2021', secondary: false },
    },
  },
  {
    ...{ id: 'canada-blocks', asks: 'place' },
    fact: '26 four-week blocks, 13 of them in an outpatient multidisciplinary clinic, at most 3 in the community (Canada)',
    source: {
      address: 'royalcollege.ca/content/dam/documents/ibd/pain-medicine/pain-medecine-str-e.html',
      ...{ edition: '2013 v1.1', secondary: false },
    },
  },
  {
    ...{ id: 'anzca-procedures', asks: 'place' },
    fact: '21 procedures in 3 categories, no volume required (ANZCA procedures endorsement)',
    source: {
      address: 'anzca.edu.au/education-training/procedures-endorsement-program',
      ...{ edition: 'undated', secondary: false },
    },
  },
  {
    ...{ id: 'raapm-activities', asks: 'place' },
    fact: '23 entrustable activities, 73 skills, 7 special assessments (RAAPM)',
    source: { address: 'rapm.bmj.com/content/47/11/672', edition: '2022', secondary: false },
  },
];

import { caseOf, isAbout, stateCounts, type Fact, type Subject } from '../competency/fact';

/** A part of competence that a committee looks at, by the code under which accreditors know it. */
export interface Milestone {
  readonly code: MilestoneCode;
  /** Short, in our own words; no accreditor's text is shipped. A director confirms it against the current document. */
  readonly title: string;
  /** Which logged procedures and experiences are evidence for it: our own mapping. */
  readonly about: Subject;
}

/** Codes of the parts, in the order in which a committee reads them. */
export const milestoneCodes = [
  ...(['PC1', 'PC2', 'PC3', 'PC4', 'PC5', 'MK1', 'MK2'] as const),
  ...(['SBP', 'PBLI', 'PROF', 'ICS'] as const),
] as const;
/** One of {@link milestoneCodes}. */
export type MilestoneCode = (typeof milestoneCodes)[number];

const of = (code: MilestoneCode, title: string, about: Subject): Milestone => ({ code, title, about });

/** Every part with what is evidence for it. */
export const milestones: readonly Milestone[] = [
  of('PC1', 'History, examination', {
    items: [
      ...['exp-new-chronic-outpatient', 'exp-continuity', 'exp-neuro-exam', 'exp-msk-exam', 'exp-pediatric'],
      'exp-pregnancy',
    ],
  }),
  of('PC2', 'Psychiatric history', {
    items: [
      'exp-psych-history',
      'exp-mental-status',
      'exp-psychological-therapy',
      'exp-sud',
      'exp-addiction',
    ],
  }),
  of('PC3', 'Treatment plan', {
    items: [
      ...['exp-opioid-initiation', 'exp-opioid-taper', 'exp-buprenorphine', 'exp-adjuvant', 'exp-rehab-plan'],
      'exp-anticoag-plan',
    ],
  }),
  of('PC4', 'Interventions', { kind: 'procedure' }),
  of('PC5', 'Consultation', {
    items: [
      ...['exp-inpatient-chronic', 'exp-inpatient-followup', 'exp-acute', 'exp-acute-followup', 'exp-cancer'],
      'exp-palliative',
    ],
  }),
  of('MK1', 'Clinical knowledge', { groups: ['exp-diagnosis'] }),
  of('MK2', 'Tests and imaging', {
    items: ['exp-neuroimaging', 'exp-electrodiagnostic', 'exp-msk-ultrasound'],
  }),
  of('SBP', 'Safety and systems', { items: ['exp-qi', 'exp-complication-mgmt', 'exp-mdt'] }),
  of('PBLI', 'Evidence, reflection', { items: ['exp-teaching', 'exp-qi'] }),
  of('PROF', 'Conduct, ethics', { items: ['exp-consent'] }),
  of('ICS', 'Communication', { items: ['exp-consent', 'exp-mdt', 'exp-pmp'] }),
];

/** What a suggestion rests on: our own choices, printed beside it. */
export const SUGGESTION_RULE = {
  /** The newest rated cases that are looked at; with fewer nothing is suggested. */
  cases: 10,
  /** Different supervisors among them. */
  raters: 3,
  /** Nothing higher is suggested: the top level is the committee's alone. */
  highest: 4,
} as const;

/** What the record says of one part. */
export interface MilestoneEvidence {
  readonly code: MilestoneCode;
  readonly title: string;
  /** Approved entries that are evidence for it. */
  readonly entries: number;
  /** Rated cases among them, and the supervisors who rated. */
  readonly rated: number;
  readonly raters: number;
  /** The suggestion, 1 to 4 in halves; null with too little evidence. */
  readonly suggested: number | null;
}

/**
 * What the record says of every part: approved entries in patients, and as a suggestion the median of the help ratings of
 * the newest {@link SUGGESTION_RULE} cases, if at least three supervisors gave them. A suggestion is never a level: the
 * committee sets that. Lines of one item that were rated in one tap are one case. It reads any facts and throws nothing.
 */
export function milestoneEvidence(facts: readonly Fact[]): MilestoneEvidence[] {
  const counting = facts
    .filter(({ status, simulation }) => stateCounts(status) && !simulation)
    .sort((one, other) => order(other.performedOn, one.performedOn) || order(other.id, one.id));
  return milestones.map(({ code, title, about }) => {
    const own = counting.filter((fact) => isAbout(fact, about));
    const cases = new Map<string, { readonly help: number; readonly raterId: string }>();
    for (const fact of own)
      if (fact.help !== null) cases.set(caseOf(fact), { help: fact.help, raterId: fact.supervisorId });
    const rated = [...cases.values()];
    const newest = rated.slice(0, SUGGESTION_RULE.cases);
    const enough = newest.length === SUGGESTION_RULE.cases && ratersIn(newest) >= SUGGESTION_RULE.raters;
    return {
      ...{ code, title, entries: new Set(own.map(({ entryId }) => entryId)).size },
      ...{ rated: rated.length, raters: ratersIn(rated) },
      suggested: enough ? suggestionOf(newest.map(({ help }) => help)) : null,
    };
  });
}

/** The median of an even number of whole points is whole or a half, as levels are. */
function suggestionOf(helps: readonly number[]): number {
  const sorted = helps.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const median = ((sorted[middle - 1] ?? 1) + (sorted[middle] ?? 1)) / 2;
  return Math.min(SUGGESTION_RULE.highest, median);
}

function ratersIn(cases: readonly { readonly raterId: string }[]): number {
  return new Set(cases.map(({ raterId }) => raterId)).size;
}

function order(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

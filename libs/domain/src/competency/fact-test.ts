import { isAbout, stateCounts } from './fact';
import type { Fact, FactFilter, NotCountedReason } from './fact';

/** A filter made ready for one as-of date; both must have been checked before. */
export interface FactTest {
  readonly filter: FactFilter;
  readonly asOf: string;
  /** First day of the filter's window; null without one. */
  readonly startOn: string | null;
}

/** Every reason against the fact; it counts exactly when there is none. */
export function reasonsAgainst(fact: Fact, test: FactTest): readonly NotCountedReason[] {
  const against = reasonsBesideSubject(fact, test);
  const reasons = reasonsInOrder.filter((_, position) => (against & (1 << position)) !== 0);
  return isAbout(fact, test.filter) ? reasons : ['other-procedure', ...reasons];
}

/** What a filter makes of a fact that it is about; numbers, so that a list of them is small. */
export const verdicts = { leavesOut: 1, waits: 2, counts: 3 } as const;
export type Verdict = (typeof verdicts)[keyof typeof verdicts];

/**
 * Judges a fact that the filter is about: it counts when no reason is against it; it waits when it is submitted and
 * nothing but the approval, and the rating that comes with it, is missing.
 */
export function judge(fact: Fact, test: FactTest): Verdict {
  const against = reasonsBesideSubject(fact, test);
  if (against === 0) return verdicts.counts;
  const waits = fact.status === 'submitted' && (against & ~comesWithApproval) === 0;
  return waits ? verdicts.waits : verdicts.leavesOut;
}

/** The reasons beside the subject in the order in which they are told; the place of each is its bit. */
const reasonsInOrder = [
  ...(['not-approved', 'after-as-of', 'outside-window', 'simulation', 'not-simulation'] as const),
  ...(['role', 'supervision', 'pain-category', 'setting', 'outcome', 'technique', 'detail'] as const),
  ...(['diagnosis', 'age-band', 'guidance', 'region', 'not-rated', 'help-below'] as const),
];

function bit(reason: (typeof reasonsInOrder)[number]): number {
  return 1 << reasonsInOrder.indexOf(reason);
}

const notApproved = bit('not-approved');
const afterAsOf = bit('after-as-of');
const outsideWindow = bit('outside-window');
const simulated = bit('simulation');
const notSimulated = bit('not-simulation');
const otherRole = bit('role');
const otherSupervision = bit('supervision');
const otherPainCategory = bit('pain-category');
const otherSetting = bit('setting');
const otherOutcome = bit('outcome');
const otherTechnique = bit('technique');
const otherDetail = bit('detail');
const otherDiagnosis = bit('diagnosis');
const otherAgeBand = bit('age-band');
const otherGuidance = bit('guidance');
const otherRegion = bit('region');
const notRated = bit('not-rated');
const helpBelow = bit('help-below');
const comesWithApproval = notApproved | notRated;

/**
 * The one place that knows what counts, as a set of bits; counting, waiting and explaining all ask here, so they cannot
 * differ. Bits and no list, because it is asked some ten thousand times for one fellow.
 */
function reasonsBesideSubject(fact: Fact, { filter, asOf, startOn }: FactTest): number {
  const { simulation = 'exclude', roles, supervision, painCategories, settings, minHelp } = filter;
  let against = 0;
  if (!stateCounts(fact.status)) against |= notApproved;
  if (fact.performedOn > asOf) against |= afterAsOf;
  if (startOn !== null && fact.performedOn < startOn) against |= outsideWindow;
  if (fact.simulation && simulation === 'exclude') against |= simulated;
  if (!fact.simulation && simulation === 'only') against |= notSimulated;
  if (roles?.includes(fact.role) === false) against |= otherRole;
  if (supervision?.includes(fact.supervision) === false) against |= otherSupervision;
  if (painCategories !== undefined && !isAmong(fact.painCategory, painCategories))
    against |= otherPainCategory;
  if (settings !== undefined && !isAmong(fact.setting, settings)) against |= otherSetting;
  against |= reasonsOfProcedure(fact, filter) | reasonsOfPatient(fact, filter);
  if (minHelp !== undefined && fact.help === null) against |= notRated;
  if (minHelp !== undefined && fact.help !== null && fact.help < minHelp) against |= helpBelow;
  return against;
}

/** How it ended and how it was done. */
function reasonsOfProcedure(fact: Fact, filter: FactFilter): number {
  const { outcomes, techniques, choices, guidance, regions } = filter;
  const { outcome } = fact;
  let against = 0;
  if (outcomes === undefined ? outcome === 'aborted' : !isAmong(outcome, outcomes)) against |= otherOutcome;
  if (techniques !== undefined && !fact.techniques.some((technique) => techniques.includes(technique)))
    against |= otherTechnique;
  if (choices !== undefined && !hasOneOfEach(fact.choices, choices)) against |= otherDetail;
  if (guidance !== undefined && !isAmong(fact.guidance, guidance)) against |= otherGuidance;
  if (regions !== undefined && !isAmong(fact.region, regions)) against |= otherRegion;
  return against;
}

/** Whom it was done for. */
function reasonsOfPatient(fact: Fact, { diagnosisGroups, diagnoses, ageBands }: FactFilter): number {
  let against = 0;
  if (diagnosisGroups !== undefined && !isAmong(fact.diagnosisGroup, diagnosisGroups))
    against |= otherDiagnosis;
  if (diagnoses !== undefined && !isAmong(fact.diagnosisId, diagnoses)) against |= otherDiagnosis;
  if (ageBands !== undefined && !isAmong(fact.ageBand, ageBands)) against |= otherAgeBand;
  return against;
}

/** Whether of every detail that is asked for one of its choices was recorded. */
function hasOneOfEach(recorded: readonly string[], asked: readonly string[]): boolean {
  const detailOf = (choice: string) => choice.slice(0, choice.indexOf('='));
  return asked.every((choice) =>
    asked.some((other) => detailOf(other) === detailOf(choice) && recorded.includes(other)),
  );
}

/** What was not recorded is among nothing. */
function isAmong<T>(recorded: T | null, allowed: readonly T[]): boolean {
  return recorded !== null && allowed.includes(recorded);
}

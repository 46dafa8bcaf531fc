import { windowStart } from '../calendar';
import type { Fact, FactFilter, NotCountedReason } from './fact';

/** A filter made ready for one as-of date. */
export interface FactTest {
  readonly filter: FactFilter;
  readonly asOf: string;
  /** First day of the filter's window; null without one. */
  readonly startOn: string | null;
}

/** Makes a filter ready for an as-of date. Expects a filter and a date that were checked before. */
export function factTest(filter: FactFilter, asOf: string): FactTest {
  const { windowMonths } = filter;
  return { filter, asOf, startOn: windowMonths === undefined ? null : windowStart(asOf, windowMonths) };
}

/** Whether an approved version of the fact counts: under amendment it keeps counting. */
export function isApproved(fact: Fact): boolean {
  return fact.status === 'approved' || fact.status === 'amended';
}

/** Whether the fact waits for a supervisor's decision. */
export function isSubmitted(fact: Fact): boolean {
  return fact.status === 'submitted';
}

/** Whether the fact is one of the filter's items, groups and kind; the same for all facts of one item. */
export function isAbout(fact: Fact, { filter: { items, groups, kind } }: FactTest): boolean {
  if (kind !== undefined && fact.kind !== kind) return false;
  if (items === undefined && groups === undefined) return true;
  return items?.includes(fact.itemId) === true || groups?.includes(fact.group) === true;
}

/** Every reason against the fact; it counts exactly when there is none. */
export function reasonsAgainst(fact: Fact, test: FactTest): readonly NotCountedReason[] {
  const reasons = reasonsBesideSubject(fact, test);
  return isAbout(fact, test) ? reasons : ['other-procedure', ...reasons];
}

/** Of a fact that the filter is about: whether there is no reason against it. */
export function counts(fact: Fact, test: FactTest): boolean {
  return reasonsBesideSubject(fact, test).length === 0;
}

/** Likewise: whether it is submitted, and nothing but the approval and the rating that comes with it is missing. */
export function waits(fact: Fact, test: FactTest): boolean {
  return (
    isSubmitted(fact) && reasonsBesideSubject(fact, test).every((reason) => comesWithApproval.has(reason))
  );
}

const comesWithApproval: ReadonlySet<NotCountedReason> = new Set(['not-approved', 'not-rated']);

/** The one place that knows what counts; counting, waiting and explaining all ask here, so they cannot differ. */
function reasonsBesideSubject(fact: Fact, { filter, asOf, startOn }: FactTest): NotCountedReason[] {
  const { simulation = 'exclude', roles, supervision, painCategories, settings, minHelp } = filter;
  const reasons: NotCountedReason[] = [];
  if (!isApproved(fact)) reasons.push('not-approved');
  if (fact.performedOn > asOf) reasons.push('after-as-of');
  if (startOn !== null && fact.performedOn < startOn) reasons.push('outside-window');
  if (fact.simulation && simulation === 'exclude') reasons.push('simulation');
  if (!fact.simulation && simulation === 'only') reasons.push('not-simulation');
  if (roles?.includes(fact.role) === false) reasons.push('role');
  if (supervision?.includes(fact.supervision) === false) reasons.push('supervision');
  if (painCategories !== undefined && !isAmong(fact.painCategory, painCategories))
    reasons.push('pain-category');
  if (settings !== undefined && !isAmong(fact.setting, settings)) reasons.push('setting');
  if (minHelp !== undefined && fact.help === null) reasons.push('not-rated');
  if (minHelp !== undefined && fact.help !== null && fact.help < minHelp) reasons.push('help-below');
  return reasons;
}

/** What was not recorded is among nothing. */
function isAmong<T>(recorded: T | null, allowed: readonly T[]): boolean {
  return recorded !== null && allowed.includes(recorded);
}

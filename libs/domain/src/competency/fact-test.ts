import type { Fact, FactFilter, NotCountedReason } from './fact';
import { windowStart } from './civil-date';

/** One condition of a filter with the reason it gives a fact that fails it. */
interface Condition {
  readonly reason: NotCountedReason;
  readonly fails: (fact: Fact) => boolean;
}

/**
 * A filter made ready for one as-of date, the one place where counting and explaining learn what counts.
 * A fact counts when it `isAbout` the right thing and `counts`, which is exactly when there is no reason against it.
 */
export interface FactTest {
  /** Whether the fact is one of the filter's items, groups and kind; the same for all facts of one item. */
  readonly isAbout: (fact: Fact) => boolean;
  /** Of a fact that is about the right thing: whether it meets every other condition. */
  readonly counts: (fact: Fact) => boolean;
  /** Likewise: submitted, and nothing but the approval (and the rating that comes with it) is missing. */
  readonly waits: (fact: Fact) => boolean;
  /** Every reason against the fact. */
  readonly reasonsAgainst: (fact: Fact) => readonly NotCountedReason[];
}

/** Whether an approved version of the fact counts: under amendment it keeps counting. */
export function isApproved(fact: Fact): boolean {
  return fact.status === 'approved' || fact.status === 'amended';
}

/** Whether the fact waits for a supervisor's decision. */
export function isSubmitted(fact: Fact): boolean {
  return fact.status === 'submitted';
}

const comesWithApproval: ReadonlySet<NotCountedReason> = new Set(['not-approved', 'not-rated']);

/** Makes a filter ready for an as-of date. Expects a filter and a date that were checked before. */
export function factTest(filter: FactFilter, asOf: string): FactTest {
  const isAbout = aboutTest(filter);
  const conditions: readonly Condition[] = [
    { reason: 'not-approved', fails: (fact) => !isApproved(fact) },
    ...dateConditions(filter, asOf),
    ...simulationConditions(filter),
    ...listCondition('role', filter.roles, (fact) => fact.role),
    ...listCondition('supervision', filter.supervision, (fact) => fact.supervision),
    ...listCondition('pain-category', filter.painCategories, (fact) => fact.painCategory),
    ...listCondition('setting', filter.settings, (fact) => fact.setting),
    ...ratingConditions(filter),
  ];
  const beforeApproval = conditions.filter(({ reason }) => !comesWithApproval.has(reason));
  const otherProcedure: Condition = { reason: 'other-procedure', fails: (fact) => !isAbout(fact) };
  return {
    isAbout,
    counts: (fact) => !conditions.some(({ fails }) => fails(fact)),
    waits: (fact) => isSubmitted(fact) && !beforeApproval.some(({ fails }) => fails(fact)),
    reasonsAgainst: (fact) =>
      [otherProcedure, ...conditions].filter(({ fails }) => fails(fact)).map(({ reason }) => reason),
  };
}

function aboutTest({ items, groups, kind }: FactFilter): (fact: Fact) => boolean {
  const itemIds = new Set(items);
  const groupIds = new Set(groups);
  const anyItem = items === undefined && groups === undefined;
  return (fact) =>
    (kind === undefined || fact.kind === kind) &&
    (anyItem || itemIds.has(fact.itemId) || groupIds.has(fact.group));
}

function dateConditions({ windowMonths }: FactFilter, asOf: string): Condition[] {
  const after: Condition = { reason: 'after-as-of', fails: (fact) => fact.performedOn > asOf };
  if (windowMonths === undefined) return [after];
  const start = windowStart(asOf, windowMonths);
  return [after, { reason: 'outside-window', fails: (fact) => fact.performedOn < start }];
}

function simulationConditions({ simulation = 'exclude' }: FactFilter): Condition[] {
  if (simulation === 'include') return [];
  return simulation === 'only'
    ? [{ reason: 'not-simulation', fails: (fact) => !fact.simulation }]
    : [{ reason: 'simulation', fails: (fact) => fact.simulation }];
}

function listCondition<T>(
  reason: NotCountedReason,
  allowed: readonly T[] | undefined,
  valueOf: (fact: Fact) => T | null,
): Condition[] {
  if (allowed === undefined) return [];
  const values = new Set<T | null>(allowed);
  return [{ reason, fails: (fact) => !values.has(valueOf(fact)) }];
}

function ratingConditions({ minHelp }: FactFilter): Condition[] {
  if (minHelp === undefined) return [];
  return [
    { reason: 'not-rated', fails: (fact) => fact.help === null },
    { reason: 'help-below', fails: (fact) => fact.help !== null && fact.help < minHelp },
  ];
}

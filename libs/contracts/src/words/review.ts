import type { PullReason, ReturnReason } from '@countersign/domain/entry';
import type { CatalogueItem } from '@countersign/domain/catalogue';
import type { PastDays, PastKind } from '../reviews/bodies';
import type { EarlierCasesView } from '../reviews/views';
import { outcomeWords, roleWordsOf } from './procedure';

/** Why a supervisor returns an entry. */
export const returnReasonWords: Readonly<Record<ReturnReason, string>> = {
  'wrong-role': 'Role is different',
  'wrong-procedure': 'Other procedure',
  'wrong-details': 'Detail to change',
  'not-my-case': 'I did not supervise it',
  duplicate: 'Logged twice',
  other: 'Something else',
};

/** Why an entry that was in a supervisor's queue needs no decision any more, before its fellow and procedure. */
export const goneWords: Readonly<Record<'withdrawn' | 'void' | 'decided-elsewhere', string>> = {
  withdrawn: 'Withdrawn meanwhile, nothing is left to decide',
  void: 'Made void meanwhile, nothing is left to decide',
  'decided-elsewhere': 'Decided meanwhile, nothing is left to decide',
};

/** Why a supervisor is asked for words about next time after little was left to the fellow. */
export const whyNextTime = 'Help 1 or 2: the fellow needs to know what to do next time.';

/** Kinds of past decisions, as filters. */
export const pastKindWords: Readonly<Record<PastKind, string>> = {
  approved: 'Approved',
  returned: 'Returned',
};

/** How far back past decisions are listed. */
export const pastDaysWords: Readonly<Record<PastDays, string>> = {
  '7': 'Last 7 days',
  '30': 'Last 30 days',
  '90': 'Last 90 days',
  '365': 'Last 365 days',
};

/** Why an entry is looked at by itself and not approved with others, before its details. */
export const pullReasonWords: Readonly<Record<PullReason, string>> = {
  'sent-again': 'Sent again after a decision',
  'first-of-its-kind': 'First of its kind for this fellow',
  'role-jump': 'A greater part than ever before',
  'unusual-role': 'A part that fellows do not usually have',
  complication: 'A complication',
  'unusual-outcome': 'It did not end as planned',
  late: 'Logged late',
  simulation: 'Simulation',
};

/** The reasons in one sentence. */
export function pulledInWords(reasons: readonly PullReason[]): string {
  const [first = '', ...others] = reasons.map((reason) => pullReasonWords[reason]);
  return `${[first, ...others.map((words) => words.charAt(0).toLowerCase() + words.slice(1))].join(', ')}.`;
}

/** Approved cases of a fellow in one item: by part, then by how they ended. */
export function earlierInWords(
  earlier: Pick<EarlierCasesView, 'roles' | 'outcomes'> | undefined,
  item: Pick<CatalogueItem, 'meeting'> | undefined,
): string {
  if (earlier === undefined || earlier.roles.length === 0) return 'None approved so far.';
  const parts = earlier.roles.map(
    ({ role, cases }) => `${roleWordsOf(item)[role].name.toLowerCase()} ${cases}`,
  );
  const ends = earlier.outcomes.map(
    ({ outcome, cases }) => `${outcomeWords[outcome].toLowerCase()} ${cases}`,
  );
  const sentence = [parts, ends].filter(({ length }) => length > 0).map((words) => words.join(', '));
  return `Approved: ${sentence.join('; ')}.`;
}

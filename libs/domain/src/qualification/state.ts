import { daysBetween } from '../calendar';
import type { QualificationStanding } from './qualification';

/**
 * So many days ahead it is said that something expires: first, again, and urgently. The product’s own choice, and no
 * accreditor’s or board’s: the last is a month, in which an office answers.
 */
export const WARNING_DAYS = [90, 60, 30] as const;
/** One of {@link WARNING_DAYS}. */
export type WarningDays = (typeof WARNING_DAYS)[number];

/** What is true of a qualification on a day, in the order in which it is told. */
export const qualificationStates = [
  ...(['expired', 'expiring', 'pending', 'not-begun', 'valid', 'ended'] as const),
] as const;
/** One of {@link qualificationStates}. */
export type QualificationStateName = (typeof qualificationStates)[number];

/** What a state follows from. */
export interface QualificationFacts {
  readonly standing: QualificationStanding;
  /** First day; null where nobody has said. */
  readonly fromOn: string | null;
  /** Last day on which it holds; null for one that does not expire. */
  readonly expiresOn: string | null;
  /** Whether somebody has taken it off the list. */
  readonly ended: boolean;
}

/** Where a qualification stands on a day. */
export type QualificationState =
  | { readonly name: 'ended' | 'pending' | 'not-begun' | 'valid' }
  /** `days` that are left after today, 0 on the last one; `within` the smallest of {@link WARNING_DAYS} that holds them. */
  | { readonly name: 'expiring'; readonly days: number; readonly within: WarningDays }
  /** `days` since the last one on which it held, 1 or more. */
  | { readonly name: 'expired'; readonly days: number };

/**
 * Where a qualification stands on a day. What is only applied for holds nowhere and expires nowhere; what was ended is
 * over whatever its days say; the last day still counts.
 * @param on a civil date
 */
export function qualificationState(
  { standing, fromOn, expiresOn, ended }: QualificationFacts,
  on: string,
): QualificationState {
  if (ended) return { name: 'ended' };
  if (standing === 'applied') return { name: 'pending' };
  if (expiresOn !== null && expiresOn < on) return { name: 'expired', days: daysBetween(expiresOn, on) };
  if (fromOn !== null && on < fromOn) return { name: 'not-begun' };
  if (expiresOn === null) return { name: 'valid' };
  const days = daysBetween(on, expiresOn);
  const within = WARNING_DAYS.findLast((most) => days <= most);
  return within === undefined ? { name: 'valid' } : { name: 'expiring', days, within };
}

/** What of somebody’s qualifications is to be looked at. */
export interface QualificationWarnings {
  readonly expired: number;
  readonly expiring: number;
  /** Last day of the one that expires next; null for none. */
  readonly nextOn: string | null;
  /** Days that are left until then; null for none. */
  readonly daysLeft: number | null;
  /** Last day of the one that expired last; null for none. */
  readonly expiredOn: string | null;
}

/** How many have expired and how many will within the longest of {@link WARNING_DAYS}, whatever their order. */
export function qualificationWarnings(all: readonly QualificationFacts[], on: string): QualificationWarnings {
  const daysOf = (name: 'expired' | 'expiring'): string[] =>
    all
      .filter((one) => qualificationState(one, on).name === name)
      .map(({ expiresOn }) => expiresOn ?? on)
      .sort();
  const [expired, expiring] = [daysOf('expired'), daysOf('expiring')];
  const nextOn = expiring[0] ?? null;
  return {
    ...{ expired: expired.length, expiring: expiring.length, nextOn },
    daysLeft: nextOn === null ? null : daysBetween(on, nextOn),
    expiredOn: expired.at(-1) ?? null,
  };
}

/**
 * What comes first in a list: what expires first, what expired longest ago before all; then what does not expire, then
 * what is not held yet, and last what was ended.
 */
export function byExpiry(one: QualificationFacts, other: QualificationFacts): number {
  const rank = ({ ended, standing }: QualificationFacts) => (ended ? 2 : standing === 'applied' ? 1 : 0);
  const last = ({ expiresOn }: QualificationFacts) => expiresOn ?? '9999-12-31';
  return rank(one) - rank(other) || (last(one) < last(other) ? -1 : last(one) > last(other) ? 1 : 0);
}

import { dayAfter, isCivilDate, isWithin, type Stretch } from '../calendar';
import { refused, type Refused } from '../refusal';

/** Most days for which one delegation is made, first and last included. */
export const LONGEST_DELEGATION_DAYS = 366;

/** What somebody asks for: that the delegate may decide in the supervisor's name on these days, both of them included. */
export interface DelegationAsked extends Stretch {
  readonly supervisorId: string;
  readonly delegateId: string;
}

/** What the program says to that. */
export interface DelegationFacts {
  /** Civil date at the program. */
  readonly today: string;
  /** Delegations of the same supervisor that were offered or accepted and not ended. */
  readonly open: readonly Stretch[];
  /** When each of the two is a supervisor of the program. */
  readonly supervises: Readonly<Record<'supervisor' | 'delegate', readonly Stretch[]>>;
}

/**
 * Whether a delegation may be offered. Refusals, each with its JSON pointer: `delegation/impossible-date`,
 * `delegation/reversed`, `delegation/past` (a day before today: nobody stands in afterwards), `delegation/too-long`
 * (detail: max, days), `delegation/own`, `delegation/not-supervisor` for whoever is none on the first or last day, and
 * `delegation/overlap`: a supervisor has one delegate a day, so that it is clear who decides.
 */
export function checkDelegation(asked: DelegationAsked, facts: DelegationFacts): Refused[] {
  const { fromOn, toOn } = asked;
  const impossible = (['fromOn', 'toOn'] as const).filter((field) => !isCivilDate(asked[field]));
  if (impossible.length > 0)
    return impossible.map((field) => refused('delegation/impossible-date', `/${field}`));
  if (toOn < fromOn) return [refused('delegation/reversed', '/toOn')];
  const isOwn = asked.supervisorId === asked.delegateId;
  return [
    ...(fromOn < facts.today ? [refused('delegation/past', '/fromOn')] : []),
    ...(toOn >= dayAfter(fromOn, LONGEST_DELEGATION_DAYS)
      ? [refused('delegation/too-long', '/toOn', { max: LONGEST_DELEGATION_DAYS })]
      : []),
    ...(isOwn ? [refused('delegation/own', '/delegateId')] : []),
    ...(['supervisor', 'delegate'] as const)
      .filter(
        (who) => !supervisesOn(facts.supervises[who], fromOn) || !supervisesOn(facts.supervises[who], toOn),
      )
      .map((who) => refused('delegation/not-supervisor', `/${who}Id`)),
    ...(facts.open.some((other) => other.fromOn <= toOn && fromOn <= other.toOn)
      ? [refused('delegation/overlap', '/fromOn')]
      : []),
  ];
}

function supervisesOn(stretches: readonly Stretch[], on: string): boolean {
  return stretches.some((stretch) => isWithin(on, stretch));
}

/** Where a delegation stands on a day; `over` is an accepted one whose days have passed, or one that nobody answered. */
export const delegationStates = ['offered', 'accepted', 'declined', 'ended', 'over'] as const;
/** One of {@link delegationStates}. */
export type DelegationState = (typeof delegationStates)[number];

/** What is stored of a delegation's life. */
export interface DelegationLife extends Stretch {
  /** UTC instants, ms; null while it did not happen. */
  readonly acceptedAt: number | null;
  readonly endedAt: number | null;
}

/** Where a delegation stands on a civil date of its program. One that is ended before it was accepted was declined. */
export function delegationState(
  { toOn, acceptedAt, endedAt }: DelegationLife,
  today: string,
): DelegationState {
  if (endedAt !== null) return acceptedAt === null ? 'declined' : 'ended';
  if (toOn < today) return 'over';
  return acceptedAt === null ? 'offered' : 'accepted';
}

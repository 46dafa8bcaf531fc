import type { DelegationState } from '@countersign/domain/people';
import type { DelegationView } from '../delegations/views';
import { dayRange } from './time';

/** Where a delegation stands. */
export const delegationStateWords: Readonly<Record<DelegationState, string>> = {
  offered: 'Not answered yet',
  accepted: 'Agreed',
  declined: 'Declined',
  ended: 'Ended',
  over: 'Over',
};

/** `Nov 23 to Nov 30, asked by Dr. Silva`. */
export function delegationInWords(
  { fromOn, toOn, offeredBy }: Pick<DelegationView, 'fromOn' | 'toOn' | 'offeredBy'>,
  today: string,
): string {
  const days = dayRange(fromOn, toOn, today);
  return offeredBy === undefined ? days : `${days}, asked by ${offeredBy.name}`;
}

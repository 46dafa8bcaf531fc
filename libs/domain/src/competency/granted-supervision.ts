import type { SupervisionLevel } from '../entry/entry';
import type { Competency } from './requirement-set';

/**
 * What a sign-off permits where its set says nothing: the next step after direct supervision, and no further. In the
 * rating of next time (docs/domain.md §5) 2, with direct supervision, is followed by 3, supervisor immediately available;
 * further steps are a program's own decision.
 */
export const SIGNED_SUPERVISION: SupervisionLevel = 'indirect-immediate';

/** The supervision under which a fellow works in a competency once it is signed off. */
export function grantedSupervision({ grants }: Pick<Competency, 'grants'>): SupervisionLevel {
  return grants ?? SIGNED_SUPERVISION;
}

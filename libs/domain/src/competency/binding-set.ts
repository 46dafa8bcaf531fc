import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import { isBinding, standingOf } from './requirement-set';
import type { RequirementSet } from './requirement-set';

/**
 * The version that binds a cohort on a day: of the verified (in a demo program, demonstration) versions for this cohort,
 * or for every cohort, that are effective by then, the one effective latest, and of two from the same day the higher
 * version. Null while none binds: an unverified set or an example may be looked at and never binds. A fellow without a
 * cohort is bound only by what is for every cohort. `versions` are those of one set, in any order.
 * Throws `requirement/date-impossible` for a day that does not exist. Source: docs/domain.md §6 (bound to a cohort, off
 * until a director verifies it).
 */
export function bindingSet(
  versions: readonly RequirementSet[],
  { cohort, asOf }: { readonly cohort: string | null; readonly asOf: string },
): RequirementSet | null {
  if (!isCivilDate(asOf))
    throw new DomainError('requirement/date-impossible', 'Not a day that exists.', '/asOf');
  return versions
    .filter(
      (set) =>
        isBinding(standingOf(set)) &&
        (set.cohort === undefined || set.cohort === cohort) &&
        set.effectiveOn <= asOf,
    )
    .reduce<RequirementSet | null>(
      (latest, set) => (latest === null || isLater(set, latest) ? set : latest),
      null,
    );
}

function isLater(one: RequirementSet, other: RequirementSet): boolean {
  return one.effectiveOn === other.effectiveOn
    ? one.version > other.version
    : one.effectiveOn > other.effectiveOn;
}

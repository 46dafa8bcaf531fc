import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import { isBinding, standingOf } from './requirement-set';
import type { RequirementSet } from './requirement-set';

/**
 * The version that binds a cohort on a day: of the verified (in a demo program, demonstration) versions for this cohort,
 * or for every cohort, that are effective by then, the one effective latest, and of two from the same day the higher
 * version. Null while none binds: an unverified set or an example may be looked at and never binds. A fellow without a
 * cohort is bound only by what is for every cohort. `versions` come in any order; where they are of several sets, those
 * published last come first, and of two sets from the same day the first binds.
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
    ? one.id === other.id && one.version > other.version
    : one.effectiveOn > other.effectiveOn;
}

/** By which set the numbers of somebody are counted, and whether it binds. */
export interface CountingSet {
  readonly set: RequirementSet;
  /** False: it is there to be looked at, and nothing can be signed under it. */
  readonly binds: boolean;
}

/**
 * The set by which the numbers of a cohort are counted on a day: the one that binds, and while none does the one published
 * last for this cohort or for every cohort, else the one published last. `published` has those published last first; null
 * where there is none. Throws as `bindingSet` does.
 */
export function countingSet(
  published: readonly RequirementSet[],
  of: { readonly cohort: string | null; readonly asOf: string },
): CountingSet | null {
  const bound = bindingSet(published, of);
  if (bound !== null) return { set: bound, binds: true };
  const own = published.find(({ cohort }) => cohort === undefined || cohort === of.cohort);
  const set = own ?? published[0];
  return set === undefined ? null : { set, binds: false };
}

/**
 * The version that a set follows once it is published: the last one of the same id, else the set by which its cohort would
 * be counted on its first day; null where nothing was published. `published` has those published last first.
 */
export function followedSet(
  published: readonly RequirementSet[],
  { id, cohort, effectiveOn: asOf }: Pick<RequirementSet, 'id' | 'cohort' | 'effectiveOn'>,
): RequirementSet | null {
  const own = published.find((set) => set.id === id);
  return own ?? countingSet(published, { cohort: cohort ?? null, asOf })?.set ?? null;
}

/** The number of the next version of a set in a program. */
export function nextVersion(published: readonly RequirementSet[], id: string): number {
  return 1 + Math.max(0, ...published.filter((set) => set.id === id).map(({ version }) => version));
}

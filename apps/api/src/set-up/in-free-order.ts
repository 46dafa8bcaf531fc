import type { Stretch } from '@countersign/domain/calendar';
import { isShared, type PartWithId } from './roster-changes';

/** A stretch that is added, or put in the place of one that is there. */
interface Move<Part extends Stretch> {
  readonly before: PartWithId<Part> | null;
  readonly after: Part;
}

/**
 * Puts moves into an order in which each finds its days free: one that makes room comes before the one that needs it.
 * Where none does, a rule refuses what is tried first.
 * @param kept what stands before
 * @param isSame whether no two of these may share a day
 */
export function inFreeOrder<Part extends Stretch, One extends Move<Part>>(
  moves: readonly One[],
  kept: readonly PartWithId<Part>[],
  isSame: (one: Part, other: Part) => boolean,
): One[] {
  const standing = new Map<unknown, Part>(kept.map((one) => [one.id, one]));
  const isFree = ({ before, after }: One): boolean =>
    [...standing].every(
      ([id, other]) => id === before?.id || !isSame(after, other) || !isShared(after, other),
    );
  const left = [...moves];
  const ordered: One[] = [];
  while (left.length > 0) {
    const [next] = left.splice(Math.max(0, left.findIndex(isFree)), 1);
    if (next === undefined) break;
    standing.set(next.before?.id ?? next, next.after);
    ordered.push(next);
  }
  return ordered;
}

import type { Rating } from './rater-rating';

/** Fellows and raters that ratings link, directly or through others. Only raters of one island can be compared. */
export interface RatingIsland {
  /** Sorted ids. */
  readonly fellows: readonly string[];
  /** Sorted ids. */
  readonly raters: readonly string[];
  readonly ratings: number;
}

/** Disjoint sets with path halving and union by size (Galler & Fischer, Commun ACM 1964;7:301). */
class DisjointSets {
  private readonly parent = new Map<string, string>();
  private readonly size = new Map<string, number>();

  rootOf(item: string): string {
    let at = item;
    for (let up = this.up(at); up !== at; up = this.up(at)) {
      this.parent.set(at, this.up(up));
      at = this.up(at);
    }
    return at;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b) return;
    const [sizeA, sizeB] = [this.size.get(a) ?? 1, this.size.get(b) ?? 1];
    const [small, large] = sizeA < sizeB ? [a, b] : [b, a];
    this.parent.set(small, large);
    this.size.set(large, sizeA + sizeB);
  }

  private up(item: string): string {
    return this.parent.get(item) ?? item;
  }
}

/** One namespace for two kinds of people, who may share an id. */
const fellowNode = (id: string): string => `fellow ${id}`;
const raterNode = (id: string): string => `rater ${id}`;

/**
 * The islands of a set of ratings, the one with most ratings first; islands of one size by their first fellow. A single
 * island means that every rater can be compared with every other. It reads no numbers and throws nothing: no ratings give no
 * island. Source: connected components by union-find, Galler & Fischer, Commun ACM 1964;7:301.
 */
export function ratingIslands(ratings: readonly Rating[]): RatingIsland[] {
  const sets = new DisjointSets();
  for (const { fellowId, raterId } of ratings) sets.join(fellowNode(fellowId), raterNode(raterId));
  const islands = new Map<string, { fellows: Set<string>; raters: Set<string>; ratings: number }>();
  for (const { fellowId, raterId } of ratings) {
    const root = sets.rootOf(fellowNode(fellowId));
    const island = islands.get(root) ?? { fellows: new Set(), raters: new Set(), ratings: 0 };
    islands.set(root, island);
    island.fellows.add(fellowId);
    island.raters.add(raterId);
    island.ratings += 1;
  }
  return [...islands.values()]
    .map(({ fellows, raters, ratings: count }) => ({
      fellows: [...fellows].sort(),
      raters: [...raters].sort(),
      ratings: count,
    }))
    .sort((one, other) => other.ratings - one.ratings || byFirstFellow(one, other));
}

function byFirstFellow(one: RatingIsland, other: RatingIsland): number {
  return (one.fellows[0] as string) < (other.fellows[0] as string) ? -1 : 1;
}

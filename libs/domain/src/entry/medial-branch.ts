import { facetJoints } from '../catalogue';
import { DomainError } from '../refusal';
import type { LevelAndSide } from './entry';

/** One facet joint on one side. */
export interface JointAndSide {
  readonly joint: string;
  readonly side: 'left' | 'right';
}

/** The joints that a set of nerves denervates or tests, and the nerves that belong to no complete joint. */
export interface JointsTreated {
  readonly joints: readonly JointAndSide[];
  readonly unpaired: readonly LevelAndSide[];
}

const eachSide = ['left', 'right'] as const;
const knownNerves = new Set([...facetJoints.values()].flat());

/**
 * Facet joints treated by medial branches, each side for itself: a joint is treated where all its nerves are, so a gap
 * between nerves gives no joint, and one nerve can serve two joints. Joints run from the top down, left before right.
 * A nerve without a side, or in the midline, serves no joint and comes back among the unpaired.
 * Throws `entry/unknown-nerve` for a level that is no medial branch (or TON, or L5 DR).
 */
export function jointsOf(nerves: readonly LevelAndSide[]): JointsTreated {
  for (const { level } of nerves) {
    if (!knownNerves.has(level))
      throw new DomainError('entry/unknown-nerve', `${level} is not a medial branch`);
  }
  const bySide = eachSide.map((side) => ({
    side,
    treated: nervesOn(side, nerves),
    paired: new Set<string>(),
  }));
  const joints: JointAndSide[] = [];
  for (const [joint, supply] of facetJoints) {
    for (const { side, treated, paired } of bySide) {
      if (!supply.every((nerve) => treated.has(nerve))) continue;
      joints.push({ joint, side });
      for (const nerve of supply) paired.add(nerve);
    }
  }
  const sideless = nerves.filter(({ side }) => side === undefined || side === 'midline');
  const unpaired = bySide.flatMap(({ side, treated, paired }) =>
    [...treated].filter((nerve) => !paired.has(nerve)).map((level) => ({ level, side })),
  );
  return { joints, unpaired: [...sideless, ...unpaired] };
}

function nervesOn(side: 'left' | 'right', nerves: readonly LevelAndSide[]): ReadonlySet<string> {
  return new Set(
    nerves.filter((nerve) => nerve.side === side || nerve.side === 'bilateral').map((nerve) => nerve.level),
  );
}

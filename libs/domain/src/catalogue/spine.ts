import type { LevelType } from './catalogue-item';
import { facetJoints } from './facet-joints';

function numbered(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, position) => `${letter}${position + 1}`);
}

/** Vertebrae from the top down. */
export const vertebrae: readonly string[] = [
  ...numbered('C', 7),
  ...numbered('T', 12),
  ...numbered('L', 5),
  ...numbered('S', 5),
];

/** Spinal nerve roots from the top down; there are eight cervical ones. */
export const nerveRoots: readonly string[] = [
  ...numbered('C', 8),
  ...numbered('T', 12),
  ...numbered('L', 5),
  ...numbered('S', 5),
];

/** Name of the space between a vertebra and the next: `L4-5`, or both in full where the region changes, `C7-T1`. */
function spaceBetween(upper: string, lower: string): string {
  return upper[0] === lower[0] ? `${upper}-${lower.slice(1)}` : `${upper}-${lower}`;
}

/** The two vertebrae around each space, from C1-2 down to the sacrum. */
export const spaces: ReadonlyMap<string, readonly [string, string]> = new Map(
  vertebrae.flatMap((lower, position) => {
    const upper = vertebrae[position - 1];
    return upper === undefined ? [] : [[spaceBetween(upper, lower), [upper, lower]]];
  }),
);

/** Vertebrae and interspaces: what a place beside the treated levels may be. */
export const levelNames: ReadonlySet<string> = new Set([...vertebrae, ...spaces.keys()]);

const medialBranches = new Set([...facetJoints.values()].flat());

/** Every level that an item of a type may have; `undefined` where muscles, nerves or joints are named freely. */
export const levelsOfType: Readonly<Record<LevelType, ReadonlySet<string> | undefined>> = {
  none: new Set(),
  muscle: undefined,
  vertebra: new Set(vertebrae),
  interspace: new Set(spaces.keys()),
  disc: new Set(spaces.keys()),
  joint: new Set(['C0-1', ...spaces.keys(), 'sacrococcygeal', 'intercoccygeal']),
  nerve: new Set(nerveRoots),
  'nerve-root': new Set(nerveRoots),
  dermatome: new Set(nerveRoots),
  'medial-branch': medialBranches,
  'lateral-branch': new Set(['L4 DR', 'L5 DR', 'S1', 'S2', 'S3', 'S4']),
  'nerve-division': new Set(['V1', 'V2', 'V3']),
};

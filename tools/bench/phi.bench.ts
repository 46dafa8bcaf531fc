import { HOSTILE_SEEDS, hostileText } from '../../libs/domain/src/phi/corpus/hostile-texts';
import { guardText } from '@countersign/domain/phi';
import type { Benchmark } from './benchmark';

const NOTE =
  'Right L5 TFESI for a foraminal disc at L5-S1. First needle too medial, pulled back 8 mm under the pedicle. ';
/** How many of the hostile texts are measured in full: those that took longest in a first look. */
const SLOWEST = 5;

/** Milliseconds of the best of three runs. */
function firstLook(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    guardText(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The privacy guard on a note of a kilobyte and on texts made to be slow (section 6 of the security design). */
export function phiBenchmarks(): Benchmark[] {
  const note = NOTE.repeat(10).slice(0, 1024);
  const slowest = HOSTILE_SEEDS.map((seed) => ({ seed, ms: firstLook(hostileText(seed)) }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, SLOWEST);
  return [
    { name: 'guard a note of 1 kB', budgetMs: 1, run: () => void guardText(note) },
    ...slowest.map(({ seed }) => {
      const text = hostileText(seed);
      return {
        name: `guard 45,000 characters of ${JSON.stringify(seed)}, among the slowest of ${HOSTILE_SEEDS.length} texts`,
        budgetMs: 20,
        run: () => void guardText(text),
      };
    }),
  ];
}

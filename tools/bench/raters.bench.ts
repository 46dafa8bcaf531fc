import { fitRaterModel, PLACEHOLDER_VARIANCES, type Rating } from '@countersign/domain/statistics';
import type { Benchmark } from './benchmark';

const FELLOWS = 150;
const RATERS = 150;

/** Spreads whole numbers evenly and always alike (multiplication by a prime, then the remainder). */
const spread = (seed: number, size: number): number =>
  Math.floor(((seed * 2654435761) % 4294967296) / 65536) % size;

function ratings(count: number): Rating[] {
  return Array.from({ length: count }, (_, seed) => ({
    fellowId: `fellow-${spread(seed, FELLOWS)}`,
    raterId: `rater-${spread(seed + 7, RATERS)}`,
    value: 1 + spread(seed + 13, 5),
    experience: Math.log1p(spread(seed + 29, 80)),
  }));
}

/** The rater model at the size of a large institution. Half fellows, half raters is the slowest mix: it absorbs least. */
export function raterBenchmarks(): Benchmark[] {
  const year = ratings(12_000);
  return [
    {
      name: 'rater model, 300 people and 12,000 ratings',
      budgetMs: 500,
      run: () => void fitRaterModel(year, PLACEHOLDER_VARIANCES),
    },
  ];
}

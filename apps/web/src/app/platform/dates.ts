/** Reckoning with instants (ms since 1970); `words/time` writes them. */

const dayMs = 86_400_000;

/** Whole days that have passed between two instants, never negative. */
export function ageInDays(fromAt: number, nowAt: number): number {
  return Math.max(0, Math.floor((nowAt - fromAt) / dayMs));
}

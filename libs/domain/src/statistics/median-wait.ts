import { median } from './median';
import { nonNegativeNumber } from './preconditions';

/** How long something took, or has taken so far. */
export interface Wait {
  /** In any unit of time, zero or more. */
  readonly time: number;
  /** Whether it is over; what still waits takes at least this long. */
  readonly over: boolean;
}

/** The median of waits; `atLeast` where too much still waits for an estimate, and it is a lower bound. */
export interface MedianWait {
  readonly time: number;
  readonly atLeast: boolean;
}

/** Survival that differs from one half by less is one half. */
const HALF_TOLERANCE = 1e-9;

/**
 * The median time, with what still waits as at least as long as it has waited: the Kaplan–Meier estimate, which without
 * anything that waits is the usual median, a mean of the two middles included. Where the estimate stays above one half,
 * the answer is the median of the times as they stand, or the last time at which one was over where that is later: the
 * true median lies above both. Null without any wait.
 *
 * Throws `statistics/negative`. Source: Kaplan & Meier, J Am Stat Assoc 1958;53:457.
 */
export function medianWait(waits: readonly Wait[]): MedianWait | null {
  waits.forEach(({ time }) => nonNegativeNumber(time, 'time'));
  if (waits.length === 0) return null;
  const ends = [...new Set(waits.filter(({ over }) => over).map(({ time }) => time))].sort((a, b) => a - b);
  let survival = 1;
  for (const [place, end] of ends.entries()) {
    const atRisk = waits.filter(({ time }) => time >= end).length;
    const ending = waits.filter(({ time, over }) => over && time === end).length;
    survival *= 1 - ending / atRisk;
    if (Math.abs(survival - 0.5) < HALF_TOLERANCE) {
      const next = ends[place + 1];
      if (next !== undefined) return { time: (end + next) / 2, atLeast: false };
      // Half is over and nothing after it: what still waits says that the other half takes longer.
      return { time: end, atLeast: true };
    }
    if (survival < 0.5) return { time: end, atLeast: false };
  }
  return { time: Math.max(ends.at(-1) ?? 0, median(waits.map(({ time }) => time))), atLeast: true };
}

import { probabilityIn } from './preconditions';

/** The words for a probability, the same on every page. */
export type ProbabilityWords = 'very likely' | 'likely' | 'more likely than not' | 'less likely' | 'unlikely';

/**
 * Words from numbers: 0.95 and above "very likely", from 0.80 "likely", from 0.50 "more likely than not", from 0.20
 * "less likely", below "unlikely". The cut-offs are the product's own choice. Throws `statistics/probability-out-of-range`.
 */
export function probabilityWords(probability: number): ProbabilityWords {
  probabilityIn(probability, 'probability');
  if (probability >= 0.95) return 'very likely';
  if (probability >= 0.8) return 'likely';
  if (probability >= 0.5) return 'more likely than not';
  return probability >= 0.2 ? 'less likely' : 'unlikely';
}

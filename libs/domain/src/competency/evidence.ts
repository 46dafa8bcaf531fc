import type { Fact, FactFilter } from './fact';
import type { FactIndex } from './fact-index';
import { counts, factTest, waits } from './fact-test';

/** The facts that a rule may use, both in order of date, then id. */
export interface Evidence {
  readonly passing: readonly Fact[];
  /** Submitted facts that wait only for the approval. */
  readonly waiting: readonly Fact[];
}

/** Finds the evidence for a filter; a filter that several rules share is applied once. */
export function evidenceFinder(index: FactIndex, asOf: string): (filter: FactFilter) => Evidence {
  const found = new Map<string, Evidence>();
  return (filter) => {
    const key = JSON.stringify(filter);
    const known = found.get(key);
    if (known !== undefined) return known;
    const test = factTest(filter, asOf);
    const evidence = {
      passing: index.findApproved(test, counts),
      waiting: index.findSubmitted(test, waits),
    };
    found.set(key, evidence);
    return evidence;
  };
}

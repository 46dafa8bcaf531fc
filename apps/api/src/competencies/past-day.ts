import { stateCounts } from '@countersign/domain/competency';
import type { EntryCounts } from './entry-counts';
import type { ProgramFact } from './program-facts';
import type { Standing } from './standings';

/**
 * A standing of a past day without what was done later: cases of that day or before, as they are decided today, and alarms
 * that had been reviewed by then.
 */
export function asOnDay(standing: Standing): Standing {
  const { asOfOn, circumstances } = standing;
  const facts = standing.facts.filter(({ performedOn }) => performedOn <= asOfOn);
  const reviews = circumstances.reviews.filter(({ performedOn }) => performedOn <= asOfOn);
  return { ...standing, facts, counts: countsOf(facts), circumstances: { ...circumstances, reviews } };
}

/** Entries by where they stand; of drafts nothing is known but that they are drafts today. */
function countsOf(facts: readonly ProgramFact[]): EntryCounts {
  const entries = (is: (fact: ProgramFact) => boolean) =>
    new Set(facts.filter(is).map(({ entryId }) => entryId)).size;
  return {
    approved: entries(({ status }) => stateCounts(status)),
    waiting: entries(({ status }) => status === 'submitted'),
    returned: entries(({ status }) => status === 'returned'),
    drafts: 0,
  };
}

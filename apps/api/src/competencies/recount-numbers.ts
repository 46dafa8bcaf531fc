import type { Catalogues } from '../catalogue/catalogues';
import { Reading } from '../db/context';
import { unlike } from '../db/derived-differences';
import type { RowDifference } from '../db/row-differences';
import { EntryRow } from '../entries/entry.row';
import { grouped } from '../platform/grouped';
import { entryCounts, noEntries, type EntryCounts } from './entry-counts';
import { factsFromContents } from './facts-from-contents';
import { factsFor, storedFacts, type ProgramFact } from './program-facts';

/** What was held against one another in a program. */
export interface RecountedNumbers {
  readonly fellows: number;
  readonly facts: number;
  readonly differences: readonly RowDifference[];
}

/**
 * Holds what pages count of a program against the same made of the contents, decisions and ratings alone: every fact, as
 * somebody of the program and as its own fellow see it now, and how many entries each fellow has in each state.
 */
export async function recountNumbers(
  view: Reading,
  catalogues: Catalogues,
  programId: string,
): Promise<RecountedNumbers> {
  const entries = await view.manager.find(EntryRow, {
    select: { id: true, fellowId: true, state: true },
    where: { programId },
  });
  const ofFellow = grouped(entries, ({ fellowId }) => fellowId);
  const fellowIds = [...ofFellow.keys()].sort();
  const counts = await entryCounts(view, programId, fellowIds);
  const differences: RowDifference[] = [];
  let facts = 0;
  for (const fellowId of fellowIds) {
    const stored = await storedFacts(view, programId, [fellowId]);
    facts += stored.length;
    for (const reader of [view.actor, { personId: fellowId, roles: [] }]) {
      const sight = new Reading(view.manager, reader, view.now);
      const again = await factsFromContents(sight, catalogues, { programId, fellowIds: [fellowId] });
      differences.push(...unlikeFacts(programId, factsFor(sight, stored), again));
    }
    const found = counts.get(fellowId) ?? noEntries;
    differences.push(
      ...unlike(
        'entries of a fellow',
        { programId, fellowId },
        found,
        countsOf(ofFellow.get(fellowId) ?? []),
      ),
    );
  }
  return { fellows: fellowIds.length, facts, differences };
}

function countsOf(entries: readonly Pick<EntryRow, 'state'>[]): EntryCounts {
  const count = (...states: EntryRow['state'][]) =>
    entries.filter(({ state }) => states.includes(state)).length;
  return {
    approved: count('approved', 'amended'),
    waiting: count('submitted'),
    returned: count('returned'),
    drafts: count('draft'),
  };
}

function unlikeFacts(
  programId: string,
  found: readonly ProgramFact[],
  again: readonly ProgramFact[],
): RowDifference[] {
  const there = new Map(found.map((fact) => [fact.id, fact]));
  const wanted = new Map(again.map((fact) => [fact.id, fact]));
  return [...new Set([...there.keys(), ...wanted.keys()])]
    .sort()
    .flatMap((fact) =>
      unlike('fact', { programId, fact }, listless(there.get(fact)), listless(wanted.get(fact))),
    );
}

/** Lists as texts, so that two of the same words are the same. */
function listless(fact: ProgramFact | undefined) {
  if (fact === undefined) return undefined;
  const { techniques, choices = [], ...rest } = fact;
  return { ...rest, techniques: techniques.join(' '), choices: choices.join(' ') };
}

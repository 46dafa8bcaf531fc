import type { EntryView } from '@countersign/contracts/entries/views';
import type { QueuePlace } from './queue-visit';

/** A fellow's waiting entries for one procedure, oldest first. */
export interface QueueProcedure {
  readonly name: string;
  readonly entries: readonly EntryView[];
}

/** One fellow of the queue. */
export interface QueueFellow {
  readonly id: string;
  readonly name: string;
  /** All of the fellow’s waiting entries, oldest first. */
  readonly entries: readonly EntryView[];
  readonly procedures: readonly QueueProcedure[];
}

/** The first procedure names an entry in the queue. */
function procedureOf(entry: EntryView): string {
  return entry.content.procedures[0]?.itemName ?? '';
}

function groupedBy<Key>(
  entries: readonly EntryView[],
  keyOf: (entry: EntryView) => Key,
): readonly (readonly [Key, readonly EntryView[]])[] {
  const groups = new Map<Key, EntryView[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return [...groups];
}

/**
 * What waits by fellow and procedure, to jump to. The groups stand in the order of the visit, by all that was in them,
 * so that a decision moves none; one in which nothing waits any more is left out.
 */
export function groupQueue(places: readonly QueuePlace[]): readonly QueueFellow[] {
  const entries = places.map(({ entry }) => entry);
  const waiting = new Set(places.filter(({ standing }) => standing === 'waiting').map(({ entry }) => entry));
  const still = (all: readonly EntryView[]): readonly EntryView[] => all.filter((one) => waiting.has(one));
  return groupedBy(entries, ({ fellow }) => fellow.id)
    .map(([id, own]) => ({
      id,
      name: own[0]?.fellow.name ?? '',
      entries: still(own),
      procedures: groupedBy(own, procedureOf)
        .map(([name, alike]) => ({ name, entries: still(alike) }))
        .filter((procedure) => procedure.entries.length > 0),
    }))
    .filter((fellow) => fellow.entries.length > 0);
}

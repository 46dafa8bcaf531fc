import type { EntryView } from '@countersign/contracts/entries/views';

/** A fellow's entries for one procedure, oldest first. */
export interface QueueProcedure {
  readonly name: string;
  readonly entries: readonly EntryView[];
}

/** One fellow of the queue; the procedure with the oldest entry comes first. */
export interface QueueFellow {
  readonly id: string;
  readonly name: string;
  /** All of the fellow’s entries, in the order of the procedures. */
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

/** The queue by fellow and procedure. Entries come oldest first; so do fellows and procedures, by their oldest entry. */
export function groupQueue(entries: readonly EntryView[]): readonly QueueFellow[] {
  return groupedBy(entries, ({ fellow }) => fellow.id).map(([id, own]) => {
    const procedures = groupedBy(own, procedureOf).map(([name, alike]) => ({ name, entries: alike }));
    return {
      id,
      name: own[0]?.fellow.name ?? '',
      entries: procedures.flatMap((procedure) => procedure.entries),
      procedures,
    };
  });
}

/** The entries in the order in which they are shown and stepped through. */
export function inOrder(fellows: readonly QueueFellow[]): readonly EntryView[] {
  return fellows.flatMap(({ entries }) => entries);
}

/** The procedures of the first so many entries of the queue; what each fellow has in all stays told. */
export function startOf(fellows: readonly QueueFellow[], count: number): readonly QueueFellow[] {
  const first = new Set(inOrder(fellows).slice(0, count));
  return fellows
    .map((fellow) => ({
      ...fellow,
      procedures: fellow.procedures
        .map(({ name, entries }) => ({ name, entries: entries.filter((entry) => first.has(entry)) }))
        .filter(({ entries }) => entries.length > 0),
    }))
    .filter(({ procedures }) => procedures.length > 0);
}

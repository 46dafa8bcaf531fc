import type { EntryView } from '@countersign/contracts/entries/views';

/** The entries of one fellow for one procedure, in the order of the queue. */
export interface QueueGroup {
  readonly fellow: string;
  readonly procedure: string;
  readonly entries: readonly EntryView[];
}

/** The first procedure names an entry in the list. */
function procedureOf(entry: EntryView): string {
  return entry.content.procedures[0]?.itemName ?? '';
}

/** Groups by fellow and procedure; a group stands where its oldest entry stands, so the oldest still come first. */
export function groupQueue(entries: readonly EntryView[]): readonly QueueGroup[] {
  const groups = new Map<string, EntryView[]>();
  for (const entry of entries) {
    const key = `${entry.fellow.id} ${procedureOf(entry)}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ fellow: first.fellow.name, procedure: procedureOf(first), entries: group }] : [];
  });
}

/** One fellow of the list with the groups below the name. */
export interface QueueFellow {
  readonly name: string;
  readonly waiting: number;
  readonly groups: readonly QueueGroup[];
}

/** The list beside the queue: fellows in the order of their oldest entry. */
export function fellowsOf(groups: readonly QueueGroup[]): readonly QueueFellow[] {
  const byName = new Map<string, QueueGroup[]>();
  for (const group of groups) byName.set(group.fellow, [...(byName.get(group.fellow) ?? []), group]);
  return [...byName].map(([name, own]) => ({
    name,
    groups: own,
    waiting: own.reduce((sum, group) => sum + group.entries.length, 0),
  }));
}

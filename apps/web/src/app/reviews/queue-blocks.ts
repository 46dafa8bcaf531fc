import type { EntryView } from '@countersign/contracts/entries/views';
import type { PulledEntryView, QueueView } from '@countersign/contracts/reviews/views';
import type { QueuePlace } from './queue-visit';

/**
 * Fewest entries that share a card: the password that a batch asks for takes longer than to approve two by themselves.
 */
const FEWEST = 3;

/** A card of the queue: one entry at its place, or waiting entries that are alike at the place of the oldest. */
export type QueueBlock =
  | { readonly kind: 'one'; readonly id: string; readonly place: QueuePlace }
  | { readonly kind: 'alike'; readonly id: string; readonly entries: readonly EntryView[] };

/** Whether an entry is decided on in this card. */
export function holds(block: QueueBlock, entryId: string | undefined): boolean {
  return block.kind === 'one' ? block.id === entryId : block.entries.some(({ id }) => id === entryId);
}

/** The ids of entries that are alike, in the order of the queue. */
export type Alike = readonly string[];

/**
 * Which entries share a card, after the server told what waits now. What shares one keeps it as long as the visit lasts;
 * of what was in the visit by itself nothing is gathered later, so that no card moves.
 */
export function alikeAfterReply(
  before: readonly Alike[],
  known: ReadonlySet<string>,
  reply: Pick<QueueView, 'batches'> | undefined,
): readonly Alike[] {
  const fresh = (reply?.batches ?? []).map(({ entryIds }) => entryIds.filter((id) => !known.has(id)));
  return [...before, ...fresh.filter(({ length }) => length >= FEWEST)];
}

/** The cards of a visit. `opened` are entries that the supervisor wants to see by themselves. */
export function blocksOf(
  places: readonly QueuePlace[],
  alike: readonly Alike[],
  opened: ReadonlySet<string>,
): readonly QueueBlock[] {
  const waits = new Map(
    places.flatMap(({ entry, standing, changed }) =>
      standing === 'waiting' && changed === undefined && !opened.has(entry.id) ? [[entry.id, entry]] : [],
    ),
  );
  const gathered = new Map<string, readonly EntryView[]>();
  for (const ids of alike) {
    const entries = ids.flatMap((id) => waits.get(id) ?? []);
    if (entries.length >= FEWEST) for (const { id } of entries) gathered.set(id, entries);
  }
  return places
    .filter(({ standing }) => standing !== 'decided')
    .flatMap((place): QueueBlock[] => {
      const { id } = place.entry;
      const entries = gathered.get(id);
      if (entries === undefined) return [{ kind: 'one', id, place }];
      return entries[0]?.id === id ? [{ kind: 'alike', id, entries }] : [];
    });
}

/** Entries that a card of like ones leaves out because each of them differs, with why. */
export interface Pulled {
  readonly entry: EntryView;
  readonly reasons: PulledEntryView['reasons'];
}

/** What was pulled out beside like entries: the fellow's others in the same procedures. */
export function pulledBeside(
  entries: readonly EntryView[],
  waiting: readonly EntryView[],
  pulled: readonly PulledEntryView[],
): readonly Pulled[] {
  const [first] = entries;
  const reasonsOf = new Map(pulled.map(({ entryId, reasons }) => [entryId, reasons]));
  return waiting.flatMap((entry) => {
    const reasons = reasonsOf.get(entry.id);
    const isBeside = entry.fellow.id === first?.fellow.id && itemsOf(entry) === itemsOf(first);
    return reasons === undefined || !isBeside ? [] : [{ entry, reasons }];
  });
}

function itemsOf({ content }: EntryView): string {
  return content.procedures
    .map(({ itemId }) => itemId)
    .sort()
    .join(' ');
}

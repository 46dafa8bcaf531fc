import { changesBetween } from '@countersign/domain/entry';
import type { ChangeView, EntryView } from '@countersign/contracts/entries/views';

/** Why nothing is left to decide on an entry that the supervisor did not decide here. */
export type Gone = 'withdrawn' | 'void' | 'decided-elsewhere';

/** An entry at its place in a visit. */
export interface QueuePlace {
  readonly entry: EntryView;
  /** `waiting` for a decision, `decided` in this visit, or {@link Gone} meanwhile. */
  readonly standing: 'waiting' | 'decided' | Gone;
  /** What the fellow changed while the card was open; undefined while nothing was. */
  readonly changed?: readonly ChangeView[];
}

/*
 * The order of a visit is the server's, oldest submission first, and frozen: an entry keeps its place while the visit
 * lasts, and what comes in later is the last. It is not grouped by fellow and procedure. Groups are put in order by what
 * is in them, so that every decision moved them; and a group brings a newer entry forward, past one that waits longer.
 * The list beside the cards groups them instead, to jump to.
 */

/** The places of a visit after the server told what waits now. */
export function afterReply(
  places: readonly QueuePlace[],
  waiting: readonly EntryView[],
): readonly QueuePlace[] {
  const now = new Map(waiting.map((entry) => [entry.id, entry]));
  const known = new Set(places.map(({ entry }) => entry.id));
  return [
    ...places.map((place) => seenAgain(place, now.get(place.entry.id))),
    ...waiting
      .filter(({ id }) => !known.has(id))
      .map((entry): QueuePlace => ({ entry, standing: 'waiting' })),
  ];
}

/** A place after its entry was looked up; undefined for an entry that the reader may not see any more. */
export function lookedUp(place: QueuePlace, entry: EntryView | undefined): QueuePlace {
  if (entry === undefined || entry.acts.review) return seenAgain(place, entry);
  return { entry, standing: goneAs(place.entry, entry) };
}

/** A place after the entry was seen to wait; undefined for one that does not. */
function seenAgain(place: QueuePlace, entry: EntryView | undefined): QueuePlace {
  const { entry: before, standing } = place;
  if (entry === undefined) return standing === 'waiting' ? { entry: before, standing: 'withdrawn' } : place;
  // A reply that was on its way while the decision was made tells nothing new.
  if (entry.revision <= before.revision) return place;
  if (standing === 'decided') return { entry, standing: 'waiting' };
  const changed = changesBetween(before.content, entry.content).map(({ pointer, ...values }) => ({
    pointer,
    values,
  }));
  return { entry, standing: 'waiting', changed };
}

function goneAs(before: EntryView, now: EntryView): Gone {
  if (now.state === 'void') return 'void';
  const said = ({ versions }: EntryView): number => versions.flatMap(({ decisions }) => decisions).length;
  return said(now) > said(before) ? 'decided-elsewhere' : 'withdrawn';
}

/** The next entry to decide on, down the list from one; from the last on, the oldest that still waits. */
export function nextWaiting(places: readonly QueuePlace[], id: string): string | undefined {
  const at = places.findIndex(({ entry }) => entry.id === id);
  const waits = ({ standing }: QueuePlace): boolean => standing === 'waiting';
  return (places.slice(at + 1).find(waits) ?? places.find(waits))?.entry.id;
}

import { computed, linkedSignal, signal, type Signal } from '@angular/core';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { EarlierCasesView, QueueView } from '@countersign/contracts/reviews/views';
import { counted } from '@countersign/contracts/words/count';
import { alikeAfterReply, blocksOf, pulledBeside, type Alike, type Pulled } from './queue-blocks';
import { afterReply, type QueuePlace } from './queue-visit';

type Reply = QueueView | undefined;

/** A visit to the queue: what stands where, whatever the server tells meanwhile. */
export class VisitState {
  /** Every entry at its place, decided or not. */
  readonly places = linkedSignal<Reply, readonly QueuePlace[]>({
    source: () => this.view(),
    computation: (reply, before) => afterReply(before?.value ?? [], reply?.entries ?? []),
  });
  readonly #alike = linkedSignal<Reply, readonly Alike[]>({
    source: () => this.view(),
    computation: (reply, before) => alikeAfterReply(before?.value ?? [], idsIn(before?.source), reply),
  });
  readonly #arrived = linkedSignal<Reply, readonly string[]>({
    source: () => this.view(),
    computation: (reply, before) => {
      if (before?.source === undefined) return [];
      const known = idsIn(before.source);
      return [...before.value, ...[...idsIn(reply)].filter((id) => !known.has(id))];
    },
  });
  /** Entries of which the supervisor wants to see each by itself. */
  readonly #opened = signal<ReadonlySet<string>>(new Set());

  readonly waiting = computed(() => this.places().filter(({ standing }) => standing === 'waiting'));
  /** The cards that are not folded. */
  readonly blocks = computed(() => blocksOf(this.places(), this.#alike(), this.#opened()));
  /** Entries that came in while the page was looked at, and still wait. */
  readonly arrived = computed(() => {
    const waiting = new Set(this.waiting().map(({ entry }) => entry.id));
    return this.#arrived().filter((id) => waiting.has(id));
  });

  readonly arrivedText = computed(() => counted(this.arrived().length, 'new entry', 'new entries'));

  constructor(private readonly view: Signal<Reply>) {}

  put(id: string, change: (before: QueuePlace) => QueuePlace): void {
    this.places.update((all) => all.map((place) => (place.entry.id === id ? change(place) : place)));
  }

  /** Shows entries that are alike each by itself, from now on. */
  openEach(entries: readonly EntryView[]): void {
    this.#opened.update((opened) => new Set([...opened, ...entries.map(({ id }) => id)]));
  }

  /** What came in was seen. */
  forgetArrived(): void {
    this.#arrived.set([]);
  }

  /** What was pulled out beside entries that are alike. */
  pulledBeside(entries: readonly EntryView[]): readonly Pulled[] {
    const waiting = this.waiting().map(({ entry }) => entry);
    return pulledBeside(entries, waiting, this.view()?.pulled ?? []);
  }

  /** What the fellow of an entry did before. */
  earlierOf({ fellow }: EntryView): readonly EarlierCasesView[] {
    return (this.view()?.earlier ?? []).filter(({ fellowId }) => fellowId === fellow.id);
  }
}

function idsIn(reply: Reply): ReadonlySet<string> {
  return new Set(reply?.entries.map(({ id }) => id));
}

import {
  Component,
  computed,
  ElementRef,
  inject,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import type { Help } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import { approveEntry, readQueue, returnEntry, undoDecision } from '@countersign/contracts/reviews/endpoints';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import { counted } from '@countersign/contracts/words/count';
import { ageText } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { ageInDays } from '../platform/dates';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { Shortcuts } from '../platform/shortcuts';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { InSight } from '../ui/in-sight';
import { Loading } from '../ui/loading';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';
import { UndoBar } from '../ui/undo-bar';
import { groupQueue, inOrder, startOf, type QueueFellow } from './queue-groups';
import { ReviewCard } from './review-card';

/** So many cards are made at a time: a long queue at once would hold up the page. */
const CARDS_AT_A_TIME = 20;

/** A decision that can still be taken back. */
interface Decided {
  readonly entry: EntryView;
  readonly message: string;
  readonly until: number;
}

/** What waits for a supervisor, by fellow and procedure, oldest first: approve with a rating in place, or return with a reason. */
@Component({
  selector: 'cs-queue-page',
  imports: [EmptyState, Icon, InSight, Loading, PersonMark, ProblemNote, ReviewCard, UndoBar],
  host: { '(document:keydown)': 'onKey($event)' },
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.css',
})
export class QueuePage {
  readonly #api = inject(ProgramApi);
  readonly #shortcuts = inject(Shortcuts);
  readonly #clock = inject(ProgramClock);

  protected readonly queue = this.#api.read(readQueue, () => ({}));
  /** What the server said, less what was decided here since. */
  protected readonly entries = linkedSignal<readonly EntryView[]>(() => this.queue.view()?.entries ?? []);
  protected readonly total = computed(() => {
    const queue = this.queue.view();
    return queue ? queue.total - queue.entries.length + this.entries().length : 0;
  });
  protected readonly fellows = computed(() => groupQueue(this.entries()));
  readonly #inOrder = computed(() => inOrder(this.fellows()));
  readonly #cards = signal(CARDS_AT_A_TIME);
  protected readonly shown = computed(() => startOf(this.fellows(), this.#cards()));
  /** Entries whose cards are not made yet. */
  protected readonly below = computed(() => Math.max(0, this.entries().length - this.#cards()));
  /** The server sends the oldest of a very long queue. */
  protected readonly notSent = computed(() => this.total() - this.entries().length);
  protected readonly currentId = signal<string | undefined>(undefined);
  protected readonly position = computed(
    () => this.#inOrder().findIndex(({ id }) => id === this.currentId()) + 1,
  );
  protected readonly sending = new Sending();
  /** Entry whose decision is on its way, or was sent last. */
  protected readonly sentId = signal<string | undefined>(undefined);
  protected readonly decided = signal<Decided | undefined>(undefined);
  protected readonly undoing = new Sending();
  protected readonly heading = computed(() => {
    const oldest = this.entries()[0]?.versions.at(-1)?.submittedAt;
    const waiting = `${counted(this.total(), 'entry waits', 'entries wait')} for you`;
    return oldest === undefined
      ? waiting
      : `${waiting}, oldest ${ageText(ageInDays(oldest, this.#clock.now()))}`;
  });
  protected readonly keysOn = this.#shortcuts.on;
  private readonly cards = viewChildren(ReviewCard);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  protected approve(entry: EntryView, body: ApproveBody): Promise<void> {
    return this.#decide(entry, `Approved with ${helpSaid(body)}`, (params) =>
      this.#api.call(approveEntry, { params, body, ifMatch: entry.revision }),
    );
  }

  protected giveBack(entry: EntryView, body: ReturnBody): Promise<void> {
    return this.#decide(entry, 'Returned', (params) =>
      this.#api.call(returnEntry, { params, body, ifMatch: entry.revision }),
    );
  }

  protected async undo(): Promise<void> {
    const decided = this.decided();
    if (!decided) return;
    this.decided.set(undefined);
    const params = { entryId: decided.entry.id };
    await this.undoing.send(() => this.#api.call(undoDecision, { params, ifMatch: decided.entry.revision }));
    this.queue.reload();
    this.goTo(decided.entry.id);
  }

  protected goTo(id: string | undefined): void {
    const at = this.#inOrder().findIndex((entry) => entry.id === id);
    if (at >= this.#cards()) this.#cards.set(at + CARDS_AT_A_TIME);
    this.currentId.set(id);
  }

  protected showMore(): void {
    this.#cards.update((cards) => cards + CARDS_AT_A_TIME);
  }

  protected countsOf({ entries, procedures }: QueueFellow): string {
    return `${counted(entries.length, 'entry', 'entries')} · ${counted(procedures.length, 'procedure', 'procedures')}`;
  }

  protected isIn(entries: readonly EntryView[]): boolean {
    return entries.some(({ id }) => id === this.currentId());
  }

  protected step(by: 1 | -1): void {
    const order = this.#inOrder();
    const at = order.findIndex(({ id }) => id === this.currentId());
    this.goTo(order[Math.min(order.length - 1, Math.max(0, at + by))]?.id);
  }

  protected onKey(event: KeyboardEvent): void {
    const key = this.#shortcuts.keyOf(event);
    if (key === undefined) return;
    const card = this.cards().find((one) => one.entry().id === this.currentId());
    if (key === 'j' || key === 'k') this.step(key === 'j' ? 1 : -1);
    else if (card && /^[1-5]$/.test(key)) card.rate(Number(key) as Help);
    else if (card && key === 'a') card.send();
    else if (card && key === 'r') card.openReturn();
    else return;
    event.preventDefault();
  }

  async #decide(
    entry: EntryView,
    done: string,
    send: (params: { entryId: string }) => Promise<EntryView>,
  ): Promise<void> {
    if (this.sending.busy()) return;
    this.sentId.set(entry.id);
    const sentAt = Date.now();
    const decided = await this.sending.send(() => send({ entryId: entry.id }));
    if (!decided) return;
    void this.cards()
      .find((card) => card.entry().id === entry.id)
      ?.decided();
    const name = entry.content.procedures[0]?.itemName ?? '';
    this.decided.set({
      entry: decided,
      message: `${done}: ${entry.fellow.name}, ${name}`,
      until: sentAt + undoTime(decided),
    });
    this.#fold(entry.id);
  }

  /** Takes the card away and goes on to the next one. */
  #fold(id: string): void {
    const order = this.#inOrder();
    const at = order.findIndex((entry) => entry.id === id);
    const next = order[at + 1] ?? order[at - 1];
    this.entries.update((entries) => entries.filter((entry) => entry.id !== id));
    this.goTo(next?.id);
    if (next !== undefined) return;
    this.title().nativeElement.focus();
    if (this.total() > 0) this.queue.reload();
  }
}

/** The help of an approval, `4` or `5, 2`. */
function helpSaid({ help, ratings = [] }: ApproveBody): string {
  return help === undefined ? ratings.map((rating) => rating.help).join(', ') : `${help}`;
}

/**
 * How long a decision may be taken back, ms, between two instants of the server’s clock. Counted from the moment it was
 * sent, which was before the server took it, so that the bar never promises more than the server keeps.
 */
function undoTime({ acts, versions }: EntryView): number {
  const decidedAt = Math.max(...versions.flatMap(({ decisions }) => decisions.map(({ at }) => at)));
  return acts.undoUntil === undefined ? 0 : acts.undoUntil - decidedAt;
}

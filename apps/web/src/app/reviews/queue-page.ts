import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Help } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import { readEntry } from '@countersign/contracts/entries/endpoints';
import { approveEntry, readQueue, returnEntry, undoDecision } from '@countersign/contracts/reviews/endpoints';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
import type { QueueView } from '@countersign/contracts/reviews/views';
import { counted } from '@countersign/contracts/words/count';
import { entryInWords } from '@countersign/contracts/words/entry';
import { goneWords } from '@countersign/contracts/words/review';
import { ageText } from '@countersign/contracts/words/time';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { ageInDays } from '../platform/dates';
import { ProblemError } from '../platform/problem';
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
import { groupQueue } from './queue-groups';
import { afterReply, nextWaiting, lookedUp, type QueuePlace } from './queue-visit';
import { ReviewCard } from './review-card';

/** So many cards are made at a time: a long queue at once would hold up the page. */
const CARDS_AT_A_TIME = 20;

/** What the keys do; `Esc` leaves a text, so that they are keys again. */
const keys: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['j', 'k'], does: 'next, previous' },
  { keys: ['1', '5'], does: 'help given, 1 to 5' },
  { keys: ['a'], does: 'approve' },
  { keys: ['r'], does: 'return, with a reason' },
  { keys: ['u'], does: 'undo, for 10 seconds' },
  { keys: ['Esc'], does: 'out of a text' },
];

/** The entry is not any more what the supervisor saw, or not at all. */
const OUTDATED: readonly number[] = [404, 409, 412];

/** A decision that can still be taken back. */
interface Decided {
  readonly entry: EntryView;
  readonly message: string;
  readonly until: number;
}

/** What waits for a supervisor, oldest first: approve with a rating in place, or return with a reason. */
@Component({
  selector: 'cs-queue-page',
  imports: [EmptyState, Icon, InSight, Loading, PersonMark, ProblemNote, ReviewCard, RouterLink, UndoBar],
  host: { '(document:keydown)': 'onKey($event)' },
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.css',
})
export class QueuePage {
  readonly #api = inject(ProgramApi);
  readonly #shortcuts = inject(Shortcuts);
  readonly #clock = inject(ProgramClock);
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #injector = inject(Injector);

  protected readonly queue = this.#api.read(readQueue, () => ({}));
  /** The visit: every entry at its place, decided or not. */
  readonly #places = linkedSignal<QueueView | undefined, readonly QueuePlace[]>({
    source: this.queue.view,
    computation: (reply, before) => afterReply(before?.value ?? [], reply?.entries ?? []),
  });
  readonly #waiting = computed(() => this.#places().filter(({ standing }) => standing === 'waiting'));
  /** The server sends the oldest of a very long queue. */
  protected readonly notSent = computed(() => {
    const reply = this.queue.view();
    return reply ? reply.total - reply.entries.length : 0;
  });
  protected readonly total = computed(() => this.#waiting().length + this.notSent());
  protected readonly ofVisit = computed(() => this.#places().length);
  protected readonly fellows = computed(() => groupQueue(this.#places()));
  readonly #cardsMade = signal(CARDS_AT_A_TIME);
  readonly #inSight = computed(() => this.#places().filter(({ standing }) => standing !== 'decided'));
  protected readonly shown = computed(() => this.#inSight().slice(0, this.#cardsMade()));
  /** Entries whose cards are not made yet. */
  protected readonly below = computed(() => Math.max(0, this.#inSight().length - this.#cardsMade()));
  readonly #chosenId = signal<string | undefined>(undefined);
  /** The card that the keys act on: the oldest, until another one is chosen. */
  protected readonly currentId = computed(() => {
    const waiting = this.#waiting();
    const chosen = waiting.find(({ entry }) => entry.id === this.#chosenId());
    return (chosen ?? waiting[0])?.entry.id;
  });
  protected readonly position = computed(
    () => this.#places().findIndex(({ entry }) => entry.id === this.currentId()) + 1,
  );
  protected readonly sending = new Sending();
  /** Entry whose decision is on its way, or was sent last. */
  protected readonly sentId = signal<string | undefined>(undefined);
  /** What can still be taken back, the newest first. */
  protected readonly decided = signal<readonly Decided[]>([]);
  protected readonly undoing = new Sending();
  /** Several are taken back one after the other, however fast they are asked for. */
  #lastUndo: Promise<unknown> = Promise.resolve();
  protected readonly heading = computed(() => {
    const oldest = this.#waiting()[0]?.entry.versions.at(-1)?.submittedAt;
    const waiting = `${counted(this.total(), 'entry waits', 'entries wait')} for you`;
    return oldest === undefined
      ? waiting
      : `${waiting}, oldest ${ageText(ageInDays(oldest, this.#clock.now()))}`;
  });
  protected readonly keysOn = this.#shortcuts.on;
  protected readonly keys = keys;
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

  protected undo(decided: Decided): Promise<void> {
    this.close(decided);
    const undone = this.#lastUndo.then(() => this.#undo(decided));
    this.#lastUndo = undone;
    return undone;
  }

  protected close(decided: Decided): void {
    this.decided.update((all) => all.filter((one) => one !== decided));
  }

  async #undo({ entry: { id: entryId, revision } }: Decided): Promise<void> {
    const back = await this.undoing.send(() =>
      this.#api.call(undoDecision, { params: { entryId }, ifMatch: revision }),
    );
    if (back) this.#put(entryId, () => ({ entry: back, standing: 'waiting' }));
    else this.queue.reload();
    this.goTo(entryId);
  }

  /** Makes a card the current one and brings it into sight. */
  protected goTo(id: string | undefined): void {
    const at = this.#inSight().findIndex(({ entry }) => entry.id === id);
    if (at >= this.#cardsMade()) this.#cardsMade.set(at + CARDS_AT_A_TIME);
    this.#chosenId.set(id);
    this.#afterRender(() => this.#cardOf(id)?.bringIntoSight());
  }

  /** The focus came into a card: it is the current one, and stays where it is. */
  protected entered(id: string): void {
    this.#chosenId.set(id);
  }

  protected showMore(): void {
    this.#cardsMade.update((cards) => cards + CARDS_AT_A_TIME);
  }

  protected goneText({ entry, standing }: QueuePlace): string {
    if (standing === 'waiting' || standing === 'decided') return '';
    return `${goneWords[standing]}: ${entry.fellow.name}, ${entryInWords(entry, this.#catalogue.index())}.`;
  }

  protected isIn(entries: readonly EntryView[]): boolean {
    return entries.some(({ id }) => id === this.currentId());
  }

  protected step(by: 1 | -1): void {
    const order = this.#waiting().map(({ entry }) => entry.id);
    const at = order.indexOf(this.currentId() ?? '');
    this.goTo(order[Math.min(order.length - 1, Math.max(0, at + by))]);
  }

  protected onKey(event: KeyboardEvent): void {
    const key = this.#shortcuts.keyOf(event);
    if (key === undefined) return;
    const card = this.#cardOf(this.currentId());
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
    if (!decided) {
      if (OUTDATED.includes(this.sending.problem()?.status ?? 0)) await this.#lookUp(entry.id);
      return;
    }
    void this.#cardOf(entry.id)?.decided();
    const name = entry.content.procedures[0]?.itemName ?? '';
    const message = `${done}: ${entry.fellow.name}, ${name}`;
    const until = sentAt + undoTime(decided);
    this.decided.update((all) => [{ entry: decided, message, until }, ...all]);
    this.#goOn(entry.id, () => ({ entry: decided, standing: 'decided' }));
  }

  /** Somebody was first: what became of the entry, which is changed in its card or folded. */
  async #lookUp(entryId: string): Promise<void> {
    try {
      const entry = await this.#api.call(readEntry, { params: { entryId } });
      this.#seen(entryId, entry);
    } catch (error) {
      // Anything else leaves the card with the problem of the decision, which says it.
      if (error instanceof ProblemError && error.problem.status === 404) this.#seen(entryId, undefined);
    }
  }

  #seen(id: string, entry: EntryView | undefined): void {
    const before = this.#places().find((place) => place.entry.id === id);
    if (!before) return;
    const after = lookedUp(before, entry);
    if (after === before) return;
    this.sending.forget();
    if (after.standing === 'waiting') this.#put(id, () => after);
    else this.#goOn(id, () => after);
  }

  #put(id: string, change: (before: QueuePlace) => QueuePlace): void {
    this.#places.update((all) => all.map((place) => (place.entry.id === id ? change(place) : place)));
  }

  /** Folds a card; the next one down the list comes up to where it was. */
  #goOn(id: string, change: (before: QueuePlace) => QueuePlace): void {
    const top = this.#cardOf(id)?.top() ?? 0;
    const next = nextWaiting(this.#places(), id);
    this.#put(id, change);
    if (next !== undefined && next !== id) {
      this.goTo(next);
      this.#afterRender(() => this.#cardOf(next)?.bringTo(top));
      return;
    }
    this.title().nativeElement.focus();
    if (this.total() > 0) this.queue.reload();
  }

  #cardOf(id: string | undefined): ReviewCard | undefined {
    return this.cards().find((card) => card.entry().id === id);
  }

  #afterRender(read: () => void): void {
    afterNextRender({ read }, { injector: this.#injector });
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

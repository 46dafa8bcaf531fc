import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Help } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import { readEntry } from '@countersign/contracts/entries/endpoints';
import { approveEntry, readQueue, returnEntry } from '@countersign/contracts/reviews/endpoints';
import type { ApproveBody, ReturnBody } from '@countersign/contracts/reviews/bodies';
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
import { whileSeen } from '../platform/while-seen';
import { SignOffsWaitNote } from '../sign-offs/sign-offs-wait-note';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { InSight } from '../ui/in-sight';
import { Loading } from '../ui/loading';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';
import { HeadRoom } from '../ui/head-room';
import { UndoBar } from '../ui/undo-bar';
import { BatchCard, type BatchApproval } from './batch-card';
import { BatchSending } from './batch-sending';
import { leadToAsked } from './lead-to-asked';
import { holds } from './queue-blocks';
import type { QueueCard } from './queue-card';
import { groupQueue } from './queue-groups';
import { keys } from './queue-keys';
import { QueueUndo } from './queue-undo';
import { nextWaiting, lookedUp, type QueuePlace } from './queue-visit';
import { ReviewCard } from './review-card';
import { VisitState } from './visit-state';

/** So many cards are made at a time: a long queue at once would hold up the page. */
const CARDS_AT_A_TIME = 20;

/** The entry is not any more what the supervisor saw, or not at all. */
const OUTDATED: readonly number[] = [404, 409, 412];

/** How often the page asks whether something has arrived, ms. */
const ASKS_EVERY_MS = 60_000;

/** What waits for a supervisor, oldest first: approve with a rating in place, or return with a reason. */
@Component({
  selector: 'cs-queue-page',
  imports: [
    BatchCard,
    EmptyState,
    HeadRoom,
    Icon,
    InSight,
    Loading,
    PersonMark,
    ProblemNote,
    ReviewCard,
    RouterLink,
    SignOffsWaitNote,
    UndoBar,
  ],
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
  protected readonly visit = new VisitState(this.queue.view);
  /** The server sends the oldest of a very long queue. */
  protected readonly notSent = computed(() => {
    const reply = this.queue.view();
    return reply ? reply.total - reply.entries.length : 0;
  });
  protected readonly total = computed(() => this.visit.waiting().length + this.notSent());
  protected readonly ofVisit = computed(() => this.visit.places().length);
  protected readonly fellows = computed(() => groupQueue(this.visit.places()));
  readonly #cardsMade = signal(CARDS_AT_A_TIME);
  protected readonly shown = computed(() => this.visit.blocks().slice(0, this.#cardsMade()));
  /** Entries whose cards are not made yet. */
  protected readonly below = computed(() => Math.max(0, this.visit.blocks().length - this.#cardsMade()));
  readonly #chosenId = signal<string | undefined>(undefined);
  /** The card that the keys act on: the oldest, until another one is chosen. */
  protected readonly currentId = computed(() => {
    const waiting = this.visit.waiting();
    const chosen = waiting.find(({ entry }) => entry.id === this.#chosenId());
    return (chosen ?? waiting[0])?.entry.id;
  });
  protected readonly position = computed(
    () => this.visit.places().findIndex(({ entry }) => entry.id === this.currentId()) + 1,
  );
  protected readonly sending = new Sending();
  /** Card whose decision is on its way, or was sent last. */
  protected readonly sentId = signal<string | undefined>(undefined);
  protected readonly undos = new QueueUndo(this.#api, (entryId, back) => this.#takenBack(entryId, back));
  readonly #batchSending = new BatchSending();
  protected readonly heading = computed(() => {
    const oldest = this.visit.waiting()[0]?.entry.versions.at(-1)?.submittedAt;
    const waiting = `${counted(this.total(), 'entry waits', 'entries wait')} for you`;
    return oldest === undefined
      ? waiting
      : `${waiting}, oldest ${ageText(ageInDays(oldest, this.#clock.now()))}`;
  });
  protected readonly keysOn = this.#shortcuts.on;
  protected readonly keys = keys;
  private readonly ones = viewChildren(ReviewCard);
  private readonly batches = viewChildren(BatchCard);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    whileSeen(ASKS_EVERY_MS, () => this.sending.busy() || this.queue.reload());
    leadToAsked(this.visit, (id) => this.goTo(id));
  }

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

  /** Approves all entries of a card that are alike, or none. */
  protected async approveAll(entries: readonly EntryView[], approval: BatchApproval): Promise<void> {
    const first = entries[0];
    if (this.sending.busy() || !first) return;
    this.sentId.set(first.id);
    const sentAt = Date.now();
    const reply = await this.sending.send(() => this.#batchSending.send(entries, approval));
    if (!reply) {
      if (OUTDATED.includes(this.sending.problem()?.status ?? 0)) this.queue.reload();
      return;
    }
    const message = `Approved ${entries.length} with ${approval.said.help}`;
    this.undos.add(reply.entries, `${message}: ${shortOf(first)}`, sentAt);
    for (const entry of reply.entries.slice(1))
      this.visit.put(entry.id, () => ({ entry, standing: 'decided' }));
    this.#goOn(first.id, ({ entry }) => ({ entry: reply.entries[0] ?? entry, standing: 'decided' }));
  }

  /** Shows entries that are alike each by itself, from now on. */
  protected openEach(entries: readonly EntryView[]): void {
    this.visit.openEach(entries);
    this.goTo(entries[0]?.id);
  }

  protected goToArrived(): void {
    this.goTo(this.visit.arrived()[0]);
    this.visit.forgetArrived();
  }

  #takenBack(entryId: string, back: EntryView | undefined): void {
    if (back) this.visit.put(entryId, () => ({ entry: back, standing: 'waiting' }));
    else this.queue.reload();
    this.goTo(entryId);
  }

  /** Makes a card the current one and brings it into sight. */
  protected goTo(id: string | undefined): void {
    const at = this.visit.blocks().findIndex((block) => holds(block, id));
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
    const order = this.visit
      .blocks()
      .filter((block) => block.kind === 'alike' || block.place.standing === 'waiting');
    const at = order.findIndex((block) => holds(block, this.currentId()));
    this.goTo(order[Math.min(order.length - 1, Math.max(0, at + by))]?.id);
  }

  protected onKey(event: KeyboardEvent): void {
    const key = this.#shortcuts.keyOf(event);
    if (key === undefined) return;
    const card = this.#cardOf(this.currentId());
    if (key === 'j' || key === 'k') this.step(key === 'j' ? 1 : -1);
    else if (card && /^[1-5]$/.test(key)) card.rate(Number(key) as Help);
    else if (card && key === 'a') card.send();
    else if (card && key === 'c') card.correct();
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
    void this.ones()
      .find((card) => card.holds(entry.id))
      ?.decided();
    this.undos.add([decided], `${done}: ${shortOf(entry)}`, sentAt);
    this.#goOn(entry.id, () => ({ entry: decided, standing: 'decided' }));
  }

  /** Somebody was first: what became of the entry, which is changed in its card or folded. */
  async #lookUp(entryId: string): Promise<void> {
    try {
      this.#seen(entryId, await this.#api.call(readEntry, { params: { entryId } }));
    } catch (error) {
      // Anything else leaves the card with the problem of the decision, which says it.
      if (error instanceof ProblemError && error.problem.status === 404) this.#seen(entryId, undefined);
    }
  }

  #seen(id: string, entry: EntryView | undefined): void {
    const before = this.visit.places().find((place) => place.entry.id === id);
    if (!before) return;
    const after = lookedUp(before, entry);
    if (after === before) return;
    this.sending.forget();
    if (after.standing === 'waiting') this.visit.put(id, () => after);
    else this.#goOn(id, () => after);
  }

  /** Folds a card; the next one down the list comes up to where it was. */
  #goOn(id: string, change: (before: QueuePlace) => QueuePlace): void {
    const top = this.#cardOf(id)?.top() ?? 0;
    const next = nextWaiting(this.visit.places(), id);
    this.visit.put(id, change);
    if (next !== undefined && next !== id) {
      this.goTo(next);
      this.#afterRender(() => this.#cardOf(next)?.bringTo(top));
      return;
    }
    this.title().nativeElement.focus();
    if (this.total() > 0) this.queue.reload();
  }

  #cardOf(id = ''): QueueCard | undefined {
    return [...this.ones(), ...this.batches()].find((card) => card.holds(id));
  }

  #afterRender(read: () => void): void {
    afterNextRender({ read }, { injector: this.#injector });
  }
}

/** `Tanaka, ganglion impar`. */
function shortOf({ fellow, content }: EntryView): string {
  return `${fellow.name}, ${content.procedures[0]?.itemName ?? ''}`;
}

/** The help of an approval, `4` or `5, 2`. */
function helpSaid({ help, ratings = [] }: ApproveBody): string {
  return help === undefined ? ratings.map((rating) => rating.help).join(', ') : `${help}`;
}

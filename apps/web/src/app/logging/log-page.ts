import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import { counted } from '@countersign/contracts/words/count';
import { entryInWords } from '@countersign/contracts/words/entry';
import { contentOf } from '../entries/entry-body';
import { ReturnNote } from '../entries/return-note';
import type { HoldsUnsaved } from '../platform/keep-unsaved';
import { ProgramClock } from '../platform/program-clock';
import { wayToFirstNote } from '../ui/fields/first-note';
import { Icon } from '../ui/icon';
import { KeepUnsaved } from '../ui/keep-unsaved';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { CaseFields } from './case-fields';
import { EncounterFields } from './encounter-fields';
import { EntryDraft, type DraftFacts } from './entry-draft';
import { firstContent, nextContent } from './first-content';
import { KeptEntry } from './kept-entry';
import { KeptOffer } from './kept-offer';
import { LastTime } from './last-time';
import { logSources } from './log-sources';
import { ProcedureSlot } from './procedure-slot';
import { SaveEntry, type SaveMode } from './save-entry';
import { WillCount } from './will-count';

/** Logs an entry on one screen; the same screen edits a draft or returned entry and amends an approved one. */
@Component({
  selector: 'cs-log-page',
  imports: [
    CaseFields,
    EncounterFields,
    Icon,
    KeepUnsaved,
    KeptOffer,
    Loading,
    ProblemNote,
    ProcedureSlot,
    ReturnNote,
    RouterLink,
    WillCount,
  ],
  providers: [EntryDraft, KeptEntry, LastTime, SaveEntry],
  templateUrl: './log-page.html',
  styleUrl: './log-page.css',
})
export class LogPage implements HoldsUnsaved {
  readonly #router = inject(Router);
  readonly #clock = inject(ProgramClock);
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #goToFirstNote = wayToFirstNote();
  private readonly leaving = viewChild.required(KeepUnsaved);
  private readonly slots = viewChildren(ProcedureSlot);

  /** The entry to edit or amend; none for a new one. */
  readonly entryId = input<string>();
  /** An entry to log once more for another patient. */
  readonly from = input<string>();
  /** Says at once what is missing, for somebody who tried to submit elsewhere. */
  readonly check = input<string>();

  protected readonly sources = logSources(() => this.entryId() ?? this.from());
  protected readonly draft = inject(EntryDraft);
  protected readonly saving = inject(SaveEntry);
  protected readonly kept = inject(KeptEntry);
  readonly #lastTime = inject(LastTime);

  /** The entry that is edited or amended. */
  readonly #entry = computed(() => (this.entryId() === undefined ? undefined : this.sources.entry()));
  protected readonly mode = computed<SaveMode | 'closed'>(() => {
    const entry = this.#entry();
    if (!entry) return 'log';
    if (entry.acts.edit) return 'edit';
    return entry.acts.amend ? 'amend' : 'closed';
  });
  protected readonly heading = computed(() => {
    if (this.entryId() === undefined) return 'Log';
    return this.mode() === 'amend' ? 'Amend entry' : 'Edit entry';
  });

  readonly #facts = computed<DraftFacts | undefined>(() => {
    const catalogue = this.sources.catalogue();
    const context = this.sources.context();
    return (
      catalogue &&
      context && {
        catalogue,
        today: context.today,
        training: context.training,
        neededDetails: context.neededDetails,
      }
    );
  });
  protected readonly started = signal(false);
  protected readonly unsaved = computed(() => this.started() && this.draft.changed());
  protected readonly sent = signal<{ readonly id: string; readonly text: string } | null>(null);

  protected readonly attention = computed(() =>
    counted(this.draft.notes().length, 'thing needs', 'things need'),
  );
  protected readonly supervisor = computed(() => {
    const id = this.draft.encounter().supervisorId;
    return this.sources.context()?.supervisors.find((person) => person.id === id)?.name;
  });

  constructor() {
    effect(() => {
      const ready = this.#facts() && (this.sources.entry() ?? (this.entryId() ?? this.from()) === undefined);
      if (ready && !untracked(this.started)) untracked(() => this.#start());
    });
    // Past midnight at the program: the server says which day it is there now.
    effect(() => {
      const today = this.#clock.today();
      const known = untracked(this.sources.context)?.today;
      if (known !== undefined && known !== today) untracked(() => this.sources.reloadContext());
    });
    effect(() => {
      const facts = this.#facts();
      if (facts && untracked(this.started)) untracked(() => this.draft.know(facts));
    });
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.unsaved() || this.#askToLeave();
  }

  protected close(): void {
    const entryId = this.entryId();
    void this.#router.navigateByUrl(entryId === undefined ? '/home' : `/entries/${entryId}`);
  }

  protected add(): void {
    this.draft.add();
    this.#afterRender(() => this.slots().at(-1)?.focus());
  }

  /** Saves and shows the entry. */
  protected async finish(then: 'keep' | 'submit'): Promise<void> {
    const entry = await this.#save(then);
    if (entry) await this.#router.navigateByUrl(`/entries/${entry.id}`);
  }

  protected async submitAndNext(): Promise<void> {
    const content = this.draft.content();
    const entry = await this.#save('submit');
    const facts = this.#facts();
    if (!entry || !facts) return;
    this.draft.start(nextContent(content), facts);
    this.saving.next();
    this.sent.set({ id: entry.id, text: entryInWords(entry, facts.catalogue) });
    this.sources.reloadProgress();
    this.#afterRender(() => {
      this.#host.scrollIntoView();
      this.slots()[0]?.focus();
    });
  }

  /** Takes the newest version of the entry and lets go of what was typed here. */
  protected takeNewest(): void {
    this.saving.forget();
    this.started.set(false);
    this.sources.reloadEntry();
  }

  async #askToLeave(): Promise<boolean> {
    const answer = await this.leaving().ask();
    if (answer === 'throw-away') await this.kept.done();
    else if (answer === 'leave') await this.kept.keepNow();
    return answer !== 'stay';
  }

  async #save(then: 'keep' | 'submit'): Promise<EntryView | undefined> {
    const mode = this.mode();
    if (mode === 'closed') return undefined;
    const saved = await this.saving.save({ mode, then, entry: this.#entry() });
    if (saved) await this.kept.done();
    else this.#goToFirstNote();
    return saved;
  }

  #start(): void {
    const context = this.sources.context();
    const facts = this.#facts();
    if (!context || !facts) return;
    const own = this.#entry();
    const content = own ? contentOf(own.content) : firstContent(context, this.sources.entry());
    this.draft.start(content, facts);
    for (const { itemId } of content.procedures) void this.#lastTime.lookUp(itemId);
    this.started.set(true);
    void this.kept.begin({ entryId: own?.id, revision: own?.revision });
    if (this.check() !== undefined && !this.draft.check('submitted')) this.#goToFirstNote();
  }

  #afterRender(act: () => void): void {
    afterNextRender({ read: act }, { injector: this.#injector });
  }
}

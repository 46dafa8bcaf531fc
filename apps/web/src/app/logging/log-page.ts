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
import type { DraftProcedure } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { counted } from '@countersign/contracts/words/count';
import { entryInWords } from '@countersign/contracts/words/entry';
import { problemOf } from '../platform/problem';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { CaseFields } from './case-fields';
import { EncounterFields } from './encounter-fields';
import { contentOf } from '../entries/entry-body';
import { EntryDraft, type DraftFacts, type Slot } from './entry-draft';
import { firstContent, nextContent } from './first-content';
import type { HoldsUnsaved } from '../platform/keep-unsaved';
import { LastTime } from './last-time';
import { LeaveDialog } from '../ui/leave-dialog';
import { logSources } from './log-sources';
import { ProcedureFields } from './procedure-fields';
import { ProcedureSearch } from './procedure-search';
import { ReturnNote } from '../entries/return-note';
import { SaveEntry, type SaveMode } from './save-entry';
import { WillCount } from './will-count';

/** Logs an entry on one screen; the same screen edits a draft or returned entry and amends an approved one. */
@Component({
  selector: 'cs-log-page',
  imports: [
    CaseFields,
    EncounterFields,
    Icon,
    LeaveDialog,
    Loading,
    ProblemNote,
    ProcedureFields,
    ProcedureSearch,
    ReturnNote,
    RouterLink,
    WillCount,
  ],
  providers: [EntryDraft, LastTime, SaveEntry],
  host: { '(window:beforeunload)': 'onUnload($event)' },
  templateUrl: './log-page.html',
  styleUrl: './log-page.css',
})
export class LogPage implements HoldsUnsaved {
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly leave = viewChild.required(LeaveDialog);
  private readonly searches = viewChildren(ProcedureSearch);

  /** The entry to edit or amend; none for a new one. */
  readonly entryId = input<string>();
  /** An entry to log once more for another patient. */
  readonly from = input<string>();
  /** Says at once what is missing, for somebody who tried to submit elsewhere. */
  readonly check = input<string>();

  protected readonly sources = logSources(() => this.entryId() ?? this.from());
  protected readonly draft = inject(EntryDraft);
  protected readonly saving = inject(SaveEntry);
  protected readonly lastTime = inject(LastTime);

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
    const today = this.sources.context()?.today;
    return catalogue && today !== undefined ? { catalogue, today } : undefined;
  });
  protected readonly started = signal(false);
  /** Place whose procedure is being exchanged for another. */
  protected readonly exchanged = signal<number | null>(null);
  protected readonly sent = signal<{ readonly id: string; readonly text: string } | null>(null);
  readonly #problem = signal<Problem | null>(null);

  /** What went wrong with saving; fields that have been put right take it away. */
  protected readonly problem = computed(() => {
    const problem = this.#problem();
    return problem?.errors && this.draft.notes().length === 0 ? null : problem;
  });
  /** The entry is not any more what was opened: another version, or in another state. */
  protected readonly isOutdated = computed(
    () => this.entryId() !== undefined && [409, 412].includes(this.#problem()?.status ?? 0),
  );
  protected readonly attention = computed(() =>
    counted(this.draft.notes().length, 'thing needs', 'things need'),
  );
  protected readonly procedureNeeded = computed(
    () => this.draft.notes().find(({ pointer }) => pointer === '/procedures')?.text,
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
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.started() || !this.draft.changed() || this.leave().ask();
  }

  protected onUnload(event: BeforeUnloadEvent): void {
    if (this.started() && this.draft.changed()) event.preventDefault();
  }

  protected close(): void {
    const entryId = this.entryId();
    void this.#router.navigateByUrl(entryId === undefined ? '/home' : `/entries/${entryId}`);
  }

  protected isSearching({ key, procedure }: Slot): boolean {
    return procedure === null || this.exchanged() === key;
  }

  /** Opens the search for a chosen procedure, or closes it again. */
  protected exchange({ key }: Slot): void {
    this.exchanged.update((open) => (open === key ? null : key));
    const place = this.draft.slots().findIndex((slot) => slot.key === key);
    this.#afterRender(() => this.#focusIn(place, 'cs-procedure-search input'));
  }

  protected pick(slot: Slot, procedure: DraftProcedure): void {
    this.sent.set(null);
    this.exchanged.set(null);
    this.draft.put(slot.key, procedure);
    void this.lastTime.recall(procedure.itemId);
    const place = this.draft.slots().findIndex(({ key }) => key === slot.key);
    this.#afterRender(() => this.#focusIn(place, 'cs-procedure-fields :is(input, select, [tabindex="0"])'));
  }

  protected add(): void {
    this.draft.add();
    this.#afterRender(() => this.searches().at(-1)?.focus());
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
    this.lastTime.takeOver(content);
    this.draft.settle();
    this.saving.next();
    this.sent.set({ id: entry.id, text: entryInWords(entry) });
    this.sources.reloadProgress();
    this.#afterRender(() => {
      this.#host.scrollIntoView();
      this.searches()[0]?.focus();
    });
  }

  /** Takes the newest version of the entry and lets go of what was typed here. */
  protected takeNewest(): void {
    this.#problem.set(null);
    this.started.set(false);
    this.sources.reloadEntry();
  }

  async #save(then: 'keep' | 'submit'): Promise<EntryView | undefined> {
    const mode = this.mode();
    if (this.saving.busy() || mode === 'closed') return undefined;
    this.#problem.set(null);
    if (!this.draft.check(then === 'submit' ? 'submitted' : 'draft')) {
      this.#focusFirstNote();
      return undefined;
    }
    try {
      const entry = await this.saving.save(this.draft.content(), { mode, then, entry: this.#entry() });
      this.draft.settle();
      return entry;
    } catch (error) {
      this.#refused(problemOf(error));
      return undefined;
    }
  }

  #refused(problem: Problem): void {
    const { errors } = problem;
    this.#problem.set(problem);
    if (!errors) return;
    this.draft.accept(errors);
    this.#focusFirstNote();
  }

  #start(): void {
    const context = this.sources.context();
    const facts = this.#facts();
    if (!context || !facts) return;
    const own = this.#entry();
    const content = own ? contentOf(own.content) : firstContent(context, this.sources.entry());
    this.draft.start(content, facts);
    this.lastTime.caseRemembered.set(
      content.painCategory !== undefined && content.diagnosisGroup !== undefined,
    );
    for (const { itemId } of content.procedures) void this.lastTime.lookUp(itemId);
    this.started.set(true);
    if (this.check() !== undefined && !this.draft.check('submitted')) this.#focusFirstNote();
  }

  /** Goes to a control of one of the procedures; what had the focus before is gone from the page. */
  #focusIn(place: number, control: string): void {
    const section = this.#host.querySelectorAll<HTMLElement>('.procedure')[place];
    section?.querySelector<HTMLElement>(control)?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  }

  #focusFirstNote(): void {
    this.#afterRender(() => {
      const first = this.#host.querySelector<HTMLElement>(
        '.has-problem :is(input, select, textarea, button:not([tabindex="-1"]))',
      );
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
    });
  }

  #afterRender(act: () => void): void {
    afterNextRender({ read: act }, { injector: this.#injector });
  }
}

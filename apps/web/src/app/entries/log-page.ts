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
import { settings, type ContentStage, type DraftContent, type DraftProcedure } from '@countersign/domain/entry';
import { readProgress } from '@countersign/contracts/dashboards/endpoints';
import { readEntry, readLogContext } from '@countersign/contracts/entries/endpoints';
import type { EntryView, LogContextView } from '@countersign/contracts/entries/views';
import type { Problem } from '@countersign/contracts/problems';
import { Api } from '../platform/api';
import { problemOf } from '../platform/problem';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';
import { counted } from '../platform/words';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { CaseFields } from './case-fields';
import { EncounterFields } from './encounter-fields';
import { contentOf } from './entry-body';
import { EntryDraft, type Slot } from './entry-draft';
import { entryInWords } from './entry-words';
import { noteOfProblem } from './field-words';
import type { HoldsUnsaved } from './keep-unsaved';
import { LastTime } from './last-time';
import { LeaveDialog } from './leave-dialog';
import { sameAgain } from './new-procedure';
import { ProcedureFields } from './procedure-fields';
import { ProcedureSearch } from './procedure-search';
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
    ProblemNote,
    ProcedureFields,
    ProcedureSearch,
    RouterLink,
    WillCount,
  ],
  providers: [EntryDraft, LastTime, SaveEntry],
  host: { '(window:beforeunload)': 'onUnload($event)' },
  templateUrl: './log-page.html',
  styleUrl: './log-page.css',
})
export class LogPage implements HoldsUnsaved {
  readonly #api = inject(Api);
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);
  readonly #host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #session = inject(Session);
  readonly #lastTime = inject(LastTime);
  readonly #saving = inject(SaveEntry);
  private readonly leave = viewChild.required(LeaveDialog);
  private readonly searches = viewChildren(ProcedureSearch);
  protected readonly catalogue = inject(ProgramCatalogue);
  protected readonly draft = inject(EntryDraft);

  /** The entry to edit or amend; none for a new one. */
  readonly entryId = input<string>();
  /** An entry to log once more for another patient. */
  readonly from = input<string>();
  /** Says at once what is missing, for somebody who tried to submit elsewhere. */
  readonly check = input<string>();

  protected readonly context = this.#api.resource(readLogContext, () => this.#inProgram());
  protected readonly source = this.#api.resource(readEntry, () => {
    const entryId = this.entryId() ?? this.from();
    const program = this.#inProgram();
    return program && entryId ? { params: { ...program.params, entryId } } : undefined;
  });
  protected readonly progress = this.#api.resource(readProgress, () => {
    const fellowId = this.#session.view()?.person.id;
    const program = this.#inProgram();
    return program && fellowId ? { params: { ...program.params, fellowId } } : undefined;
  });

  protected readonly trouble = computed(() => {
    const error = this.context.error() ?? this.source.error() ?? this.catalogue.error();
    return error ? problemOf(error) : null;
  });
  protected readonly entry = computed(() =>
    this.entryId() !== undefined && this.source.hasValue() ? this.source.value() : undefined,
  );
  protected readonly mode = computed<SaveMode | 'closed'>(() => {
    const entry = this.entry();
    if (this.entryId() === undefined || !entry) return 'log';
    if (entry.acts.edit) return 'edit';
    return entry.acts.amend ? 'amend' : 'closed';
  });
  protected readonly heading = computed(() =>
    this.entryId() === undefined ? 'Log' : this.mode() === 'amend' ? 'Amend entry' : 'Edit entry',
  );
  protected readonly started = signal(false);
  protected readonly remembered = signal(false);
  protected readonly searchOpen = signal<number | null>(null);
  protected readonly busy = this.#saving.busy;
  protected readonly sent = signal<{ readonly id: string; readonly text: string } | null>(null);
  readonly #problem = signal<Problem | null>(null);
  readonly #usual = signal<ReadonlyMap<string, readonly string[]>>(new Map());

  protected readonly supervisor = computed(() => {
    const id = this.draft.encounter().supervisorId;
    const people = this.context.hasValue() ? this.context.value().supervisors : [];
    return people.find((person) => person.id === id)?.name;
  });
  /** What went wrong with saving; fields that have been put right take it away. */
  protected readonly problem = computed(() => {
    const problem = this.#problem();
    return problem?.errors && this.draft.notes().length === 0 ? null : problem;
  });
  protected readonly attention = computed(() => counted(this.draft.notes().length, 'thing needs', 'things need'));

  /** Only the first empty place says that something is needed. */
  protected readonly procedureNeeded = computed(
    () => this.draft.notes().find(({ pointer }) => pointer === '/procedures')?.text,
  );
  protected readonly newId = this.#saving.id;

  constructor() {
    effect(() => {
      const facts = this.#facts();
      const source = this.source.hasValue() ? this.source.value() : undefined;
      const waitsForSource = (this.entryId() ?? this.from()) !== undefined && !source;
      if (!facts || waitsForSource || untracked(this.started)) return;
      untracked(() => this.#start(facts, source));
    });
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.started() || !this.draft.changed() || this.leave().ask();
  }

  protected onUnload(event: BeforeUnloadEvent): void {
    if (this.started() && this.draft.changed()) event.preventDefault();
  }

  protected reload(): void {
    this.context.reload();
    this.source.reload();
    this.catalogue.reload();
  }

  /** Leaves the page the way the person came, as far as it is known. */
  protected close(): void {
    void this.#router.navigateByUrl(this.entryId() === undefined ? '/home' : `/entries/${this.entryId()}`);
  }

  protected isSearching(slot: Slot): boolean {
    return slot.procedure === null || this.draft.slots().length === 1 || this.searchOpen() === slot.key;
  }

  protected pick(slot: Slot, procedure: DraftProcedure): void {
    this.sent.set(null);
    this.searchOpen.set(null);
    this.draft.put(slot.key, procedure);
    void this.#recall(procedure.itemId);
  }

  protected usualFor(itemId: string): readonly string[] {
    return this.#usual().get(itemId) ?? [];
  }

  protected add(): void {
    this.draft.add();
    this.#afterRender(() => this.searches().at(-1)?.focus());
  }

  protected async keep(): Promise<void> {
    const entry = await this.#save('keep');
    if (entry) await this.#router.navigateByUrl(`/entries/${entry.id}`);
  }

  protected async submit(): Promise<void> {
    const entry = await this.#save('submit');
    if (entry) await this.#router.navigateByUrl(`/entries/${entry.id}`);
  }

  /** The next entry of the same clinic: day, place and people stay, the patient is another. */
  protected async submitAndNext(): Promise<void> {
    const content = this.draft.content();
    const entry = await this.#save('submit');
    if (!entry) return;
    const facts = this.#facts();
    if (!facts) return;
    const { performedOn, siteId, supervisorId, setting, painCategory, diagnosisGroup } = content;
    const kept = { performedOn, siteId, supervisorId, setting, painCategory, diagnosisGroup };
    this.draft.start({ performedOn, simulation: false, procedures: [] }, facts);
    this.draft.change(kept);
    this.draft.settle();
    this.remembered.set(painCategory !== undefined);
    this.#saving.next();
    this.sent.set({ id: entry.id, text: entryInWords(entry) });
    this.progress.reload();
    this.#afterRender(() => {
      this.#host.scrollIntoView();
      this.searches()[0]?.focus();
    });
  }

  /** Takes the newest version of the entry and lets go of what was typed here. */
  protected takeNewest(): void {
    this.#problem.set(null);
    this.started.set(false);
    this.source.reload();
  }

  async #save(then: 'keep' | 'submit'): Promise<EntryView | undefined> {
    const mode = this.mode();
    if (this.busy() || mode === 'closed') return undefined;
    this.#problem.set(null);
    const stage: ContentStage = then === 'submit' ? 'submitted' : 'draft';
    if (!this.draft.check(stage)) {
      this.#focusFirstNote();
      return undefined;
    }
    try {
      const entry = await this.#saving.save(this.draft.content(), { mode, then, entry: this.entry() });
      this.draft.settle();
      return entry;
    } catch (error) {
      this.#refused(problemOf(error));
      return undefined;
    }
  }

  #refused(problem: Problem): void {
    const errors = problem.errors?.map((field) => ({ ...field, title: noteOfProblem(field).text }));
    this.#problem.set(errors ? { ...problem, errors } : problem);
    if (!errors) return;
    this.draft.accept(errors);
    this.#focusFirstNote();
  }

  #start(facts: { context: LogContextView; catalogue: NonNullable<ReturnType<ProgramCatalogue['index']>> }, source?: EntryView): void {
    const { context, catalogue } = facts;
    const draftFacts = { catalogue, today: context.today };
    this.draft.start(this.#firstContent(context, source), draftFacts);
    if (source) this.remembered.set(source.content.painCategory !== undefined);
    for (const { itemId } of source?.content.procedures ?? []) void this.#recall(itemId);
    this.started.set(true);
    if (this.check() !== undefined && !this.draft.check('submitted')) this.#focusFirstNote();
  }

  #firstContent(context: LogContextView, source: EntryView | undefined): DraftContent {
    if (source && this.entryId() !== undefined) return contentOf(source.content);
    const site = context.sites.find(({ id }) => id === (source?.content.siteId ?? context.siteId));
    const setting = settings.find((one) => one === (source?.content.setting ?? site?.setting));
    const supervisorId = source?.content.supervisorId ?? context.supervisorId;
    const { painCategory, diagnosisGroup } = source?.content ?? {};
    return {
      performedOn: context.today,
      ...(site ? { siteId: site.id } : {}),
      ...(supervisorId ? { supervisorId } : {}),
      ...(setting ? { setting } : {}),
      ...(painCategory ? { painCategory } : {}),
      ...(diagnosisGroup ? { diagnosisGroup } : {}),
      simulation: source?.content.simulation ?? false,
      procedures: (source ? contentOf(source.content).procedures : []).map(sameAgain),
    };
  }

  /** What was the same the last time: the part of the spine, and the case where nobody has chosen one. */
  async #recall(itemId: string): Promise<void> {
    const last = await this.#lastTime.of(itemId);
    if (!last) return;
    const levels = last.procedures.filter((one) => one.itemId === itemId).flatMap((one) => one.levels);
    this.#usual.update((usual) => new Map(usual).set(itemId, levels.map(({ level }) => level)));
    const { painCategory, diagnosisGroup } = this.draft.encounter();
    const isOpen = painCategory === undefined && diagnosisGroup === undefined;
    if (!isOpen || !last.painCategory || !last.diagnosisGroup) return;
    this.draft.change({ painCategory: last.painCategory, diagnosisGroup: last.diagnosisGroup });
    this.remembered.set(true);
  }

  #facts() {
    const catalogue = this.catalogue.index();
    return catalogue && this.context.hasValue()
      ? { context: this.context.value(), catalogue, today: this.context.value().today }
      : undefined;
  }

  #inProgram() {
    const programId = this.#session.programId();
    return programId === '' ? undefined : { params: { programId } };
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

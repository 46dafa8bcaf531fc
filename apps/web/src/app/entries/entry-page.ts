import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { checkContent } from '@countersign/domain/entry';
import {
  editEntry,
  readEntry,
  readLogContext,
  redactText,
  voidEntry,
  withdrawEntry,
} from '@countersign/contracts/entries/endpoints';
import { personInWords } from '@countersign/contracts/words/person';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { AnswerBody, ResolutionBody } from '@countersign/contracts/reviews/bodies';
import { answerCorrection, resolveCorrection } from '@countersign/contracts/reviews/endpoints';
import { whereInWords } from '@countersign/contracts/words/catalogue';
import { encounterFacts } from '@countersign/contracts/words/entry';
import { countsInWords, procedureFacts, roleInWords } from '@countersign/contracts/words/procedure';
import { helpReceived } from '@countersign/contracts/words/rating';
import { removedTexts, standingTexts } from '@countersign/contracts/words/text';
import { ProgramClock } from '../platform/program-clock';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { PersonName } from '../ui/person-name';
import { StatusChip } from '../ui/status-chip';
import { bodyOf, contentOf } from './entry-body';
import { CorrectionAnswer } from './correction-answer';
import { HistorySection } from './entry-history';
import { EntryVersions } from './entry-versions';
import { RedactDialog } from './redact-dialog';
import { ReturnNote } from './return-note';
import { VoidDialog } from './void-dialog';

/** One entry with its versions and decisions, and what the reader may do with it now. */
@Component({
  selector: 'cs-entry-page',
  imports: [
    PersonName,
    CorrectionAnswer,
    HistorySection,
    EntryVersions,
    Icon,
    Loading,
    ProblemNote,
    RedactDialog,
    ReturnNote,
    RouterLink,
    StatusChip,
    VoidDialog,
  ],
  templateUrl: './entry-page.html',
  styleUrl: './entry-page.css',
})
export class EntryPage {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #catalogue = inject(ProgramCatalogue);
  private readonly answering = viewChild(CorrectionAnswer);
  private readonly voiding = viewChild(VoidDialog);
  private readonly redacting = viewChild(RedactDialog);

  readonly entryId = input.required<string>();

  protected readonly source = this.#api.read(readEntry, () => ({ params: { entryId: this.entryId() } }));
  protected readonly entry = this.source.view;
  protected readonly sending = new Sending();
  protected readonly done = signal('');

  protected readonly isOwn = computed(() => this.entry()?.fellow.id === this.#session.personId());
  protected readonly back = computed(() => {
    if (this.isOwn()) return '/entries';
    return this.#session.role() === 'supervisor' ? '/queue' : `/fellows/${this.entry()?.fellow.id}/entries`;
  });
  protected readonly index = computed(() => this.#catalogue.index());
  protected readonly heading = computed(() => {
    const [first, ...others] = this.entry()?.content.procedures ?? [];
    if (!first) return 'Entry';
    return others.length === 0 ? first.itemName : `${first.itemName} and ${others.length} more`;
  });
  protected readonly facts = computed(() => {
    const entry = this.entry();
    return entry ? encounterFacts(entry, this.index(), this.#clock.today()).join(' · ') : '';
  });
  protected readonly late = computed(() => this.entry()?.versions[0]?.lateDays);
  protected readonly procedures = computed(() =>
    (this.entry()?.content.procedures ?? []).map((procedure) => ({
      name: procedure.itemName,
      where: whereInWords(procedure, this.index()),
      role: roleInWords(procedure, this.index()),
      facts: procedureFacts(procedure, this.index()).join(' · '),
      counts: countsInWords(procedure),
      selfHelp: helpReceived.find((step) => step.value === procedure.selfHelp),
    })),
  );
  /** Texts that the reader may remove. */
  protected readonly removable = computed(() => {
    const entry = this.entry();
    return entry?.acts.redact ? standingTexts(entry) : [];
  });
  protected readonly removed = computed(() => {
    const entry = this.entry();
    return entry ? removedTexts(entry, this.#clock.timeZone()) : [];
  });
  /** What a submitted entry means for the fellow now. */
  protected readonly waitsFor = computed(() => {
    const entry = this.entry();
    const waits = entry?.state === 'submitted' || entry?.state === 'amended';
    const supervisor = entry?.assigned ?? entry?.supervisor;
    return waits ? (supervisor ? personInWords(supervisor) : 'a supervisor') : undefined;
  });

  constructor() {
    // The address leads to another entry: what was said about the one before is over.
    effect(() => {
      this.entryId();
      this.sending.forget();
      this.done.set('');
    });
  }

  /** Sends a draft as it is; where something is missing, the form opens and says what. */
  protected async submit(): Promise<void> {
    const entry = this.entry();
    const catalogue = this.index();
    if (!entry || !catalogue) return;
    const content = contentOf(entry.content);
    const { params, ifMatch } = this.#about(entry);
    await this.#act(async () => {
      // The day at the program: this device may be in another time zone.
      const { today, training } = await this.#api.call(readLogContext, {});
      const facts = { catalogue, today, training, stage: 'submitted' } as const;
      const isComplete = checkContent(content, facts).length === 0;
      if (isComplete) return this.#api.call(editEntry, { params, ifMatch, body: bodyOf(content, 'submit') });
      await this.#router.navigate(['/entries', entry.id, 'edit'], { queryParams: { check: 1 } });
      return undefined;
    }, 'Submitted.');
  }

  protected async withdraw(): Promise<void> {
    const entry = this.entry();
    if (!entry) return;
    const said = entry.state === 'amended' ? 'The amendment is dropped.' : 'Withdrawn. It is a draft again.';
    await this.#act(() => this.#api.call(withdrawEntry, this.#about(entry)), said);
  }

  protected async makeVoid(): Promise<void> {
    const entry = this.entry();
    const reason = await this.voiding()?.ask();
    if (!entry || !reason) return;
    const request = { ...this.#about(entry), body: { reason } };
    if (await this.#act(() => this.#api.call(voidEntry, request), 'The entry is void.'))
      await this.voiding()?.done();
  }

  protected async answer(body: AnswerBody): Promise<void> {
    const entry = this.entry();
    if (!entry) return;
    const said =
      body.kind === 'accepted' ? 'You accepted the correction.' : 'Contested. The director decides.';
    const answering = this.answering();
    if (await this.#act(() => this.#api.call(answerCorrection, { ...this.#about(entry), body }), said))
      await answering?.kept.done();
  }

  protected async resolve(body: ResolutionBody): Promise<void> {
    const entry = this.entry();
    if (!entry) return;
    const said = body.kind === 'upheld' ? 'The correction is upheld.' : 'The correction is reversed.';
    const answering = this.answering();
    if (await this.#act(() => this.#api.call(resolveCorrection, { ...this.#about(entry), body }), said))
      await answering?.kept.done();
  }

  protected async redact(): Promise<void> {
    const entry = this.entry();
    const body = await this.redacting()?.ask();
    if (!entry || !body) return;
    const request = { params: { entryId: entry.id }, body };
    if (await this.#act(() => this.#api.call(redactText, request), 'The words are removed.'))
      await this.redacting()?.done();
  }

  /** Shows the newest version after somebody else changed the entry. */
  protected reload(): void {
    this.sending.forget();
    this.source.reload();
  }

  #about(entry: EntryView) {
    return { params: { entryId: entry.id }, ifMatch: entry.revision };
  }

  async #act(call: () => Promise<EntryView | undefined>, said: string): Promise<boolean> {
    if (!this.sending.busy()) this.done.set('');
    const entry = await this.sending.send(call);
    if (!entry) return false;
    this.source.set(entry);
    this.done.set(said);
    return true;
  }
}

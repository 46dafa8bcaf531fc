import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { returnNeedsText, type Help } from '@countersign/domain/entry';
import type { ApproveBody, ReturnBody, ReturnReason } from '@countersign/contracts/reviews/bodies';
import type { ChangeView, EntryView } from '@countersign/contracts/entries/views';
import type { EarlierCasesView } from '@countersign/contracts/reviews/views';
import { whereInWords } from '@countersign/contracts/words/catalogue';
import { changeInWords } from '@countersign/contracts/words/change';
import { encounterFacts } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import { roleInWords, unusualIn, usualFacts, type Unusual } from '@countersign/contracts/words/procedure';
import { helpGiven, nextTimeSteps } from '@countersign/contracts/words/rating';
import { returnReasonWords, whyNextTime } from '@countersign/contracts/words/review';
import { ageText, lateText } from '@countersign/contracts/words/time';
import { ProgramClock } from '../platform/program-clock';
import { ageInDays } from '../platform/dates';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ChoiceChips, choicesOf } from '../ui/fields/choice-chips';
import { Field, FieldProse } from '../ui/fields/field';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { Session } from '../platform/session';
import { wayToFirstNote } from '../ui/fields/first-note';
import { HelpScale } from '../ui/help-scale';
import { Icon, type IconName } from '../ui/icon';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';
import { ApprovalDraft } from './approval-draft';
import { EarlierCasesPanel } from './earlier-cases';
import { LineCorrections } from './line-corrections';
import { QueueCard } from './queue-card';

type Step = 'rate' | 'return';

/** One entry to decide on: what was done, how much help, approve or return. Nothing is preselected. */
@Component({
  selector: 'cs-review-card',
  imports: [
    ChoiceChips,
    EarlierCasesPanel,
    Field,
    FieldProse,
    HelpScale,
    Icon,
    LineCorrections,
    PersonMark,
    ProblemNote,
  ],
  templateUrl: './review-card.html',
  styleUrl: './review-card.css',
})
export class ReviewCard extends QueueCard {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);
  readonly #session = inject(Session);

  readonly entry = input.required<EntryView>();
  /** What the fellow changed while the card was open; undefined while nothing was. */
  readonly changed = input<readonly ChangeView[]>();
  /** What the fellow did before in the procedures of the entry. */
  readonly earlier = input<readonly EarlierCasesView[]>([]);
  readonly approve = output<ApproveBody>();
  readonly giveBack = output<ReturnBody>();

  protected readonly step = signal<Step>('rate');
  protected readonly procedures = computed(() => this.entry().content.procedures);
  protected readonly draft = new ApprovalDraft(
    computed(() => this.entry().content),
    this.#catalogue.index,
  );
  protected readonly words = signal(false);
  protected readonly reason = signal<ReturnReason | undefined>(undefined);
  protected readonly reasonText = signal('');
  protected readonly tried = signal(false);
  protected readonly reasonSaysAll = computed(() => {
    const reason = this.reason();
    return reason !== undefined && !returnNeedsText(reason);
  });
  protected readonly textMissing = computed(() => !this.reasonSaysAll() && this.reasonText().trim() === '');
  /** The scale was touched last, and not walked with the arrows, which would leave it at the first low help. */
  #byHand = false;
  // With the revision: what was written about other content is neither put back nor left standing.
  readonly #kept = keepTexts(() => `review:${this.entry().id}:${this.entry().revision}`, {
    keepDoing: this.draft.keepDoing,
    nextTimeText: this.draft.nextTimeText,
    correctionReason: this.draft.correctionReason,
    reasonText: this.reasonText,
  });

  protected readonly helpGiven = helpGiven;
  protected readonly nextTimeSteps = nextTimeSteps;
  protected readonly whyNextTime = whyNextTime;
  protected readonly reasons = choicesOf<ReturnReason>(returnReasonWords);
  /** Each has a shape of its own, so that it is told without color. */
  protected readonly unusualIcons: Readonly<Record<Unusual['kind'], IconName>> = {
    aborted: 'void',
    converted: 'differs',
    'supervisor-took-over': 'person',
    complication: 'warning',
  };

  protected readonly age = computed(() => {
    const at = this.entry().versions.at(-1)?.submittedAt;
    return at === undefined ? '' : ageText(ageInDays(at, this.#clock.now()));
  });
  protected readonly lateDays = computed(() => this.entry().versions[0]?.lateDays);
  /** Without the supervisor, who is the reader, and the rotation, which the site tells. */
  protected readonly facts = computed(() => {
    const { supervisor: _reader, assigned: _other, rotation: _rotation, ...rest } = this.entry();
    return encounterFacts(rest, this.#catalogue.index(), this.#clock.today()).join(' · ');
  });
  protected readonly lateText = lateText;
  /** The supervisor for whom the reader stands in. */
  protected readonly forWhom = computed(() => {
    const { assigned, supervisor } = this.entry();
    const waitsFor = assigned ?? supervisor;
    return waitsFor === undefined || waitsFor.id === this.#session.personId()
      ? undefined
      : personInWords(waitsFor);
  });
  /** While the card was open, else since the last decision. */
  protected readonly changes = computed(() => {
    const all = this.changed() ?? this.entry().versions.at(-1)?.changes ?? [];
    return all.map((one) => changeInWords(one, this.entry(), this.#catalogue.index()));
  });
  protected readonly nextTimeError = computed(() =>
    this.tried() && this.draft.nextTimeMissing() ? 'Say what to do differently next time.' : undefined,
  );
  protected readonly reasonError = computed(() =>
    this.tried() && this.draft.reasonMissing() ? 'Say in a sentence why.' : undefined,
  );

  constructor() {
    super();
    // A rating, a reason and words were about what was there before.
    let seen: number | undefined;
    effect(() => {
      const { revision } = this.entry();
      if (seen !== undefined && seen !== revision) untracked(() => this.#clear());
      seen = revision;
    });
  }

  #clear(): void {
    this.draft.clear();
    this.words.set(false);
    this.reason.set(undefined);
    this.reasonText.set('');
    this.step.set('rate');
    this.tried.set(false);
  }

  holds(entryId: string): boolean {
    return this.entry().id === entryId;
  }

  /** Called by the page once the decision is made. */
  decided(): Promise<void> {
    return this.#kept.done();
  }

  /** A method, because a listener that is an expression of the value false keeps the key from doing anything. */
  protected touchedBy(what: 'hand' | 'keys'): void {
    this.#byHand = what === 'hand';
  }

  protected titleOf(procedure: EntryView['content']['procedures'][number]): string {
    return procedure.itemName;
  }

  protected whereOf(procedure: EntryView['content']['procedures'][number]): string {
    return whereInWords(procedure, this.#catalogue.index());
  }

  protected roleOf(procedure: EntryView['content']['procedures'][number]): string {
    return roleInWords(procedure, this.#catalogue.index());
  }

  protected factsOf(procedure: EntryView['content']['procedures'][number]): string {
    return usualFacts(procedure, this.#catalogue.index()).join(' · ');
  }

  /** What did not go as planned; undefined where all did. */
  protected unusualOf(procedure: EntryView['content']['procedures'][number]): readonly Unusual[] | undefined {
    const unusual = unusualIn(procedure, this.#catalogue.index());
    return unusual.length === 0 ? undefined : unusual;
  }

  /** Called by the page for the keys 1 to 5. */
  rate(help: Help): void {
    if (this.step() !== 'rate') return;
    this.draft.rateNext(help);
    this.#askForWords();
  }

  /** The scale was used. */
  protected rated(): void {
    if (this.#byHand) this.#askForWords();
  }

  /** Goes to the text that a low help makes necessary. */
  #askForWords(): void {
    if (this.draft.nextTimeMissing()) this.focusAfterRender('.words textarea');
  }

  /** Called by the page for the key a, and by the button. */
  send(): void {
    this.tried.set(true);
    if (this.busy() || this.draft.missing() !== null || this.#privacy.stops(this.draft.body())) {
      if (this.draft.isLow()) this.words.set(true);
      this.#goToFirstNote();
      return;
    }
    this.approve.emit(this.draft.body());
  }

  /** Called by the page for the key c, and by the button. */
  correct(): void {
    if (this.step() !== 'rate') return;
    this.draft.correcting.set(true);
    this.focusAfterRender('cs-line-corrections select');
  }

  /** Called by the page for the key r, and by the button. */
  openReturn(): void {
    this.step.set('return');
    this.tried.set(false);
    this.focusAfterRender('.reasons input');
  }

  protected sendBack(): void {
    const reasonCode = this.reason();
    const reasonText = this.reasonText().trim();
    this.tried.set(true);
    const isMissing = reasonCode === undefined || this.textMissing();
    if (this.busy() || isMissing || this.#privacy.stops({ reasonText })) {
      this.#goToFirstNote();
      return;
    }
    this.giveBack.emit({ reasonCode, ...(reasonText === '' ? {} : { reasonText }) });
  }
}

import { Component, computed, inject, input, output, signal } from '@angular/core';
import { checkApproval, type Help, type NextTime } from '@countersign/domain/entry';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { ApproveBatchBody } from '@countersign/contracts/reviews/bodies';
import type { EarlierCasesView } from '@countersign/contracts/reviews/views';
import { whereInWords } from '@countersign/contracts/words/catalogue';
import { encounterFacts } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import { roleInWords, supervisionWords, usualFacts } from '@countersign/contracts/words/procedure';
import { helpGiven, nextTimeSteps } from '@countersign/contracts/words/rating';
import { pulledInWords, whyNextTime } from '@countersign/contracts/words/review';
import { ageText, dayRange, dayShort } from '@countersign/contracts/words/time';
import { ageInDays } from '../platform/dates';
import { Privacy } from '../platform/privacy';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Session } from '../platform/session';
import { ActSigner } from '../platform/signer';
import { SignerProof } from '../ui/fields/signer-proof';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { HelpScale } from '../ui/help-scale';
import { Icon } from '../ui/icon';
import { PersonMark } from '../ui/person-mark';
import { ProblemNote } from '../ui/problem-note';
import { EarlierCasesPanel } from './earlier-cases';
import type { Pulled } from './queue-blocks';
import { QueueCard } from './queue-card';

/** What approves a batch, without which entries, and who proves to be the one who approves. */
export interface BatchApproval {
  readonly said: Omit<ApproveBatchBody, 'id' | 'entries' | 'password' | 'passkey'>;
  readonly signer: ActSigner;
}

/** Where the hand goes once the help is rated: to the password, or to the button where a passkey stands in for it. */
const PROOF = 'input[type=password], .sign button[type=submit]';

/** Entries that are alike: each is listed, one rating and one proof of who signs approve them all. Nothing is preselected. */
@Component({
  selector: 'cs-batch-card',
  imports: [EarlierCasesPanel, Field, FieldProse, HelpScale, Icon, PersonMark, ProblemNote, SignerProof],
  templateUrl: './batch-card.html',
  styleUrls: ['./review-card.css', './batch-card.css'],
})
export class BatchCard extends QueueCard {
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  readonly #privacy = inject(Privacy);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #session = inject(Session);

  /** Three or more, oldest first. */
  readonly entries = input.required<readonly EntryView[]>();
  /** What the same fellow has beside them that differs. */
  readonly pulled = input<readonly Pulled[]>([]);
  readonly earlier = input<readonly EarlierCasesView[]>([]);
  readonly approve = output<BatchApproval>();
  /** To see each by itself. */
  readonly open = output();
  /** To go to one that was pulled out. */
  readonly openOne = output<string>();

  protected readonly help = signal<Help | undefined>(undefined);
  protected readonly nextTime = signal<NextTime | undefined>(undefined);
  protected readonly nextTimeText = signal('');
  protected readonly keepDoing = signal('');
  protected readonly signer = new ActSigner();
  protected readonly words = signal(false);
  protected readonly tried = signal(false);

  protected readonly helpGiven = helpGiven;
  protected readonly nextTimeSteps = nextTimeSteps;
  protected readonly whyNextTime = whyNextTime;
  protected readonly pulledInWords = pulledInWords;

  protected readonly first = computed(() => this.entries()[0] as EntryView);
  protected readonly procedures = computed(() => this.first().content.procedures);
  protected readonly count = computed(() => this.entries().length);
  protected readonly title = computed(() =>
    this.procedures()
      .map(({ itemName }) => itemName)
      .join(', '),
  );
  /** In what all of them are alike. */
  protected readonly alike = computed(() =>
    this.procedures()
      .map((procedure) => {
        const { supervision } = procedure;
        const level = supervision === undefined ? '' : supervisionWords[supervision].name;
        return [roleInWords(procedure, this.#catalogue.index()), level].filter(Boolean).join(', ');
      })
      .join('; '),
  );
  protected readonly days = computed(() => {
    const days = this.entries().map(({ content }) => content.performedOn);
    return dayRange(days.reduce(earlierOf), days.reduce(laterOf), this.#clock.today());
  });
  protected readonly age = computed(() => {
    const at = this.first().versions.at(-1)?.submittedAt;
    return at === undefined ? '' : ageText(ageInDays(at, this.#clock.now()));
  });
  protected readonly forWhom = computed(() => {
    const { assigned, supervisor } = this.first();
    const waitsFor = assigned ?? supervisor;
    return waitsFor === undefined || waitsFor.id === this.#session.personId()
      ? undefined
      : personInWords(waitsFor);
  });
  readonly #fault = computed(() => {
    const said = {
      ...optional('help', this.help()),
      ...optional('nextTimeText', filled(this.nextTimeText())),
    };
    const checked = checkApproval(said, this.procedures().length);
    return checked.ok ? null : checked.code;
  });
  protected readonly isLow = computed(() => this.help() !== undefined && (this.help() ?? 0) <= 2);
  protected readonly textMissing = computed(() => this.#fault() === 'review/narrative-needed');
  /** What is still to be done before it can be sent; null when nothing is. */
  protected readonly missing = computed(() => {
    if (this.textMissing()) return 'Say what to do next time';
    if (this.#fault() !== null) return `Rate the help to approve ${this.count()}`;
    return this.signer.isMissing() ? `Enter your password to approve ${this.count()}` : null;
  });

  holds(entryId: string): boolean {
    return this.entries().some(({ id }) => id === entryId);
  }

  rate(help: Help): void {
    this.help.set(help);
    this.focusAfterRender(this.isLow() ? '.words textarea' : PROOF);
  }

  send(): void {
    this.tried.set(true);
    const texts = { nextTimeText: this.nextTimeText(), keepDoing: this.keepDoing() };
    if (this.busy() || this.missing() !== null || this.#privacy.stops(texts)) {
      if (this.#fault() === null && this.signer.isMissing()) this.focusAfterRender(PROOF);
      else this.#goToFirstNote();
      return;
    }
    const help = this.help();
    if (help === undefined) return;
    const said = {
      help,
      ...optional('nextTime', this.nextTime()),
      ...optional('nextTimeText', filled(this.nextTimeText())),
      ...optional('keepDoing', filled(this.keepDoing())),
    };
    this.approve.emit({ said, signer: this.signer });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.send();
  }

  /** One of them is to be corrected or returned: which one, is seen when each stands by itself. */
  correct(): void {
    this.open.emit();
  }

  /** As {@link correct}. */
  openReturn(): void {
    this.open.emit();
  }

  /** Where one differs from the others: its levels, the encounter and how it was done. */
  protected lineOf(entry: EntryView): {
    readonly on: string;
    readonly where: string;
    readonly facts: string;
  } {
    const index = this.#catalogue.index();
    const { supervisor: _same, assigned: _other, rotation: _rotation, ...rest } = entry;
    const [, ...encounter] = encounterFacts(rest, index, this.#clock.today());
    const procedures = entry.content.procedures;
    return {
      on: dayShort(entry.content.performedOn, this.#clock.today()),
      where: procedures
        .map((procedure) => whereInWords(procedure, index))
        .filter(Boolean)
        .join('; '),
      facts: [...procedures.flatMap((procedure) => usualFacts(procedure, index)), ...encounter].join(' · '),
    };
  }
}

function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

function filled(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value });
}

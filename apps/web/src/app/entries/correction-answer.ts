import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { AnswerBody, ResolutionBody } from '@countersign/contracts/reviews/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import { contestDays, correctionOf, daysLeftText } from '@countersign/contracts/words/correction';
import { instantFull } from '@countersign/contracts/words/time';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';
import { ProgramClock } from '../platform/program-clock';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name';

/** Shows a correction to whoever may say something to it: its fellow accepts or contests, the director decides. */
@Component({
  selector: 'cs-correction-answer',
  imports: [PersonName, Field, FieldProse, Icon],
  templateUrl: './correction-answer.html',
  styles: `
    section {
      display: grid;
      gap: var(--cs-3);
    }
    section.cs-card {
      padding: var(--cs-5);
    }
  `,
})
export class CorrectionAnswer {
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);
  readonly #clock = inject(ProgramClock);

  readonly entry = input.required<EntryView>();
  readonly busy = input(false);
  /** It stands in a list, in a card of its own already. */
  readonly inCard = input(false);
  readonly answered = output<AnswerBody>();
  readonly resolved = output<ResolutionBody>();

  protected readonly contesting = signal(false);
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  /** Called by the page once the answer is given. */
  readonly kept = keepTexts(() => `answer:${this.entry().id}`, { text: this.text });
  /** Until when it may be answered, and how long that is. */
  protected readonly until = computed(() => {
    const { answerUntil } = this.entry().acts;
    if (answerUntil === undefined) return undefined;
    const last = instantFull(answerUntil, this.#clock.timeZone());
    return `${last}, ${daysLeftText(answerUntil, this.#clock.now())}`;
  });
  protected readonly contestDays = contestDays;
  /** The newest correction that stands, and what was said to it. */
  protected readonly correction = computed(() => correctionOf(this.entry()));
  protected readonly headingId = computed(() => `cs-correction-${this.entry().id}`);
  protected readonly error = computed(() =>
    this.tried() && this.text().trim() === '' ? 'Say in a sentence why.' : undefined,
  );

  constructor() {
    // Words that were kept are shown at once.
    effect(() => {
      if (this.text() !== '') this.contesting.set(true);
    });
  }

  protected contest(): void {
    if (!this.contesting()) return this.contesting.set(true);
    const text = this.#said();
    if (text !== undefined) this.answered.emit({ kind: 'contested', text });
  }

  protected resolve(kind: ResolutionBody['kind']): void {
    const text = this.#said();
    if (text !== undefined) this.resolved.emit({ kind, text });
  }

  #said(): string | undefined {
    const text = this.text().trim();
    this.tried.set(true);
    if (text !== '' && !this.busy() && !this.#privacy.stops({ text })) return text;
    this.#goToFirstNote();
    return undefined;
  }
}

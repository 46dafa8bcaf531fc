import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { AnswerBody, ResolutionBody } from '@countersign/contracts/reviews/bodies';
import { answerCorrection, resolveCorrection } from '@countersign/contracts/reviews/endpoints';
import { correctionOf, daysLeftText, settledInWords } from '@countersign/contracts/words/correction';
import { entryInWords } from '@countersign/contracts/words/entry';
import { personInWords } from '@countersign/contracts/words/person';
import { ageText, dayShort } from '@countersign/contracts/words/time';
import { CorrectionAnswer } from '../entries/correction-answer';
import { ageInDays } from '../platform/dates';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { Icon } from '../ui/icon';
import { ProblemNote } from '../ui/problem-note';
import { PersonName } from '../ui/person-name';

/** What became of a corrected entry in its card. */
export interface CorrectionDone {
  readonly entry: EntryView;
  /** In a sentence. */
  readonly said: string;
}

const saidOf = {
  accepted: 'You accepted the correction',
  contested: 'You contested the correction, the director decides',
  upheld: 'The correction is upheld',
  reversed: 'The correction is reversed',
} as const;

/** One corrected entry in a list: both values, what was said, how long it may be answered or has waited, and the answer. */
@Component({
  selector: 'cs-corrected-entry',
  imports: [PersonName, CorrectionAnswer, Icon, ProblemNote, RouterLink],
  templateUrl: './corrected-entry.html',
  styles: `
    article {
      display: grid;
      gap: var(--cs-4);
      padding: var(--cs-5);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--cs-2) var(--cs-4);
    }
    h2 {
      font-size: var(--cs-text-lg);
    }
    h2 a {
      display: inline-flex;
      align-items: center;
      min-height: var(--cs-touch);
      color: inherit;
    }
    .said {
      display: grid;
      gap: var(--cs-2);
    }
  `,
})
export class CorrectedEntry {
  readonly #api = inject(ProgramApi);
  readonly #catalogue = inject(ProgramCatalogue);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  readonly entry = input.required<EntryView>();
  readonly done = output<CorrectionDone>();
  /** The entry is not any more what its reader saw. */
  readonly reload = output();

  private readonly answering = viewChild(CorrectionAnswer);
  protected readonly sending = new Sending();
  protected readonly correction = computed(() => correctionOf(this.entry()));
  protected readonly what = computed(() => entryInWords(this.entry(), this.#catalogue.index()));
  protected readonly whose = computed(() => {
    const { fellow, content } = this.entry();
    const on = dayShort(content.performedOn, this.#clock.today());
    return fellow.id === this.#session.personId() ? on : `${personInWords(fellow)} · ${on}`;
  });
  protected readonly canAct = computed(() => {
    const { answerUntil, resolve } = this.entry().acts;
    return answerUntil !== undefined || resolve;
  });
  /** How long it may be answered, or has waited for the director. */
  protected readonly waits = computed(() => {
    const { acts } = this.entry();
    if (acts.answerUntil !== undefined) return daysLeftText(acts.answerUntil, this.#clock.now());
    const { state, answer } = this.correction() ?? {};
    if (state !== 'contested' || answer === undefined) return undefined;
    const age = ageInDays(answer.at, this.#clock.now());
    return age === 0 ? 'contested today' : `contested ${ageText(age)} ago`;
  });
  protected readonly settled = computed(() => {
    const correction = this.correction();
    const dayOf = (at: number) => dayShort(this.#clock.dayOf(at), this.#clock.today());
    return correction && settledInWords(correction, this.#clock.now(), dayOf);
  });
  protected readonly isContested = computed(() => this.correction()?.state === 'contested');

  protected answer(body: AnswerBody): Promise<void> {
    return this.#send(body.kind, (request) => this.#api.call(answerCorrection, { ...request, body }));
  }

  protected resolve(body: ResolutionBody): Promise<void> {
    return this.#send(body.kind, (request) => this.#api.call(resolveCorrection, { ...request, body }));
  }

  async #send(
    kind: keyof typeof saidOf,
    call: (request: { params: { entryId: string }; ifMatch: number }) => Promise<EntryView>,
  ): Promise<void> {
    const { id: entryId, revision: ifMatch } = this.entry();
    const what = this.what();
    const entry = await this.sending.send(() => call({ params: { entryId }, ifMatch }));
    if (!entry) return;
    await this.answering()?.kept.done();
    this.done.emit({ entry, said: `${saidOf[kind]}: ${what}.` });
  }
}

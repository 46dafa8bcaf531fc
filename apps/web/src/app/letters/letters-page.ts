import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  readLetterCredential,
  readLetterPdf,
  readLetters,
  revokeLetter,
} from '@countersign/contracts/credentials/endpoints';
import type { LetterView } from '@countersign/contracts/credentials/views';
import { letterKindWords } from '@countersign/contracts/words/letter';
import { dayFull, instantFull } from '@countersign/contracts/words/time';
import { digestInFours } from '@countersign/domain/credential';
import { urlOf } from '../platform/api';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Sending } from '../platform/sending';
import { Session } from '../platform/session';
import { AskDialog } from '../ui/ask-dialog';
import { EmptyState } from '../ui/empty-state';
import { Field, FieldProse } from '../ui/fields/field';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { ProblemNote } from '../ui/problem-note';
import { PersonName } from '../ui/person-name';

/** The letters that the reader may see, to take them away; the director takes them back. */
@Component({
  selector: 'cs-letters-page',
  imports: [PersonName, AskDialog, EmptyState, Field, FieldProse, Icon, Loading, ProblemNote, RouterLink],
  templateUrl: './letters-page.html',
  styleUrl: './letters.css',
})
export class LettersPage {
  readonly #api = inject(ProgramApi);
  readonly #clock = inject(ProgramClock);
  readonly #session = inject(Session);

  protected readonly read = this.#api.read(readLetters, () => ({}));
  protected readonly letters = computed(() => this.read.view()?.letters ?? []);
  protected readonly role = this.#session.role;
  protected readonly sending = new Sending();
  protected readonly reason = signal('');
  /** The letter that is being taken back. */
  protected readonly leaving = signal<LetterView | null>(null);

  protected readonly kinds = letterKindWords;
  protected readonly day = dayFull;
  protected readonly fours = digestInFours;
  protected readonly moment = (at: number) => instantFull(at, this.#clock.timeZone());

  protected pdfOf({ id: letterId }: LetterView): string {
    return urlOf(readLetterPdf, { programId: this.#session.programId(), letterId });
  }

  protected fileOf({ id: letterId }: LetterView): string {
    return urlOf(readLetterCredential, { programId: this.#session.programId(), letterId });
  }

  protected async takeBack(letter: LetterView, dialog: AskDialog): Promise<void> {
    this.sending.forget();
    this.reason.set('');
    this.leaving.set(letter);
    await dialog.ask();
    this.leaving.set(null);
  }

  protected async confirm(event: Event, letter: LetterView, dialog: AskDialog): Promise<void> {
    event.preventDefault();
    if (this.reason().trim() === '') return;
    const done = await this.sending.send(() =>
      this.#api.call(revokeLetter, {
        params: { letterId: letter.id },
        ifMatch: letter.revision,
        body: { reason: this.reason() },
      }),
    );
    if (!done) return;
    this.read.set({ letters: this.letters().map((one) => (one.id === done.id ? done : one)) });
    dialog.close();
  }
}

import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { AskDialog } from '../ui/ask-dialog';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';

/** For what words are asked. */
export type WordsFor = 'keep' | 'suspend' | 'revoke' | 'renew' | 'waive';

interface Asked {
  readonly heading: string;
  readonly lead: string;
  readonly label: string;
  readonly send: string;
  /** It may stay empty. */
  readonly isOptional?: true;
}

const asked: Readonly<Record<WordsFor, Asked>> = {
  keep: {
    heading: 'Keep it, although evidence has changed?',
    lead: 'The signatures stay as they were given, and your reason stays beside them.',
    label: 'Why it holds',
    send: 'Keep it with this reason',
  },
  suspend: {
    heading: 'Suspend this sign-off?',
    lead: 'The board stops showing it at once. Its signatures stay, and you can end the suspension.',
    label: 'Why',
    send: 'Suspend with this reason',
  },
  revoke: {
    heading: 'Revoke this sign-off for good?',
    lead: 'This cannot be taken back. Its signatures stay, struck through; a new request can follow.',
    label: 'Why',
    send: 'Revoke with this reason',
  },
  renew: {
    heading: 'Ask for new signatures?',
    lead: 'The old signatures hold until the last new one is given. Where a rule is not met today, say why it is waived; leave it empty where all are met.',
    label: 'Waiver',
    send: 'Ask for new signatures',
    isOptional: true,
  },
  waive: {
    heading: 'Ask for sign-off with a waiver?',
    lead: 'Not every rule is met. The waiver becomes a part of the sentence that is signed, with your name and these words.',
    label: 'Why the unmet rules are waived',
    send: 'Ask with this waiver',
  },
};

/** Asks for words that stay with a sign-off. */
@Component({
  selector: 'cs-words-dialog',
  imports: [AskDialog, Field, FieldProse],
  template: `
    <dialog csAsk #dialog="csAsk" [attr.aria-labelledby]="id">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 [id]="id">{{ words().heading }}</h2>
        <p class="cs-text-2">{{ words().lead }}</p>
        <cs-field [label]="words().label" [error]="missing() ? 'Say in a sentence why.' : undefined">
          <textarea maxlength="1000" [(csProse)]="text"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="submit" class="cs-button main">{{ words().send }}</button>
          <button type="button" class="cs-button" (click)="dialog.close()">Back</button>
        </div>
      </form>
    </dialog>
  `,
})
export class WordsDialog {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);

  /** What it is about: the sign-off, or the fellow's competency. */
  readonly about = input.required<string>();

  readonly #kind = signal<WordsFor>('keep');
  protected readonly words = computed(() => asked[this.#kind()]);
  protected readonly text = signal('');
  protected readonly missing = signal(false);
  protected readonly id = 'cs-words-dialog';
  readonly #kept = keepTexts(() => `sign-off-${this.#kind()}:${this.about()}`, { text: this.text });

  /** Resolves with the words, empty where none are needed; undefined when nothing shall be done. */
  async ask(kind: WordsFor): Promise<string | undefined> {
    this.#kind.set(kind);
    this.missing.set(false);
    const answer = await this.dialog().ask();
    return answer === 'send' ? this.text().trim() : undefined;
  }

  /** It is done: the words are not kept any more. */
  async done(): Promise<void> {
    this.text.set('');
    await this.#kept.done();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const text = this.text().trim();
    this.missing.set(text === '' && this.words().isOptional !== true);
    if (this.missing() || this.#privacy.stops({ text })) this.#goToFirstNote();
    else this.dialog().close('send');
  }
}

import { Component, inject, signal, viewChild } from '@angular/core';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { AskDialog } from '../ui/ask-dialog';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';

/** Asks why a concern needs nothing more now; the note stays beside it. */
@Component({
  selector: 'cs-set-aside-dialog',
  imports: [AskDialog, Field, FieldProse],
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-set-aside">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-set-aside">Set this aside?</h2>
        <p class="cs-text-2">
          {{ what() }} It comes back when its reason changes. Your note stays beside it, with your name.
        </p>
        <cs-field
          label="Why it needs nothing more now"
          [error]="missing() ? 'Say in a sentence why.' : undefined"
        >
          <textarea maxlength="1000" [(csProse)]="note"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="submit" class="cs-button main">Set it aside with this note</button>
          <button type="button" class="cs-button" (click)="dialog.close()">Back</button>
        </div>
      </form>
    </dialog>
  `,
})
export class SetAsideDialog {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);

  protected readonly what = signal('');
  protected readonly note = signal('');
  protected readonly missing = signal(false);
  readonly #kept = keepTexts(() => `set-aside:${this.what()}`, { note: this.note });

  /** Resolves with the note; undefined when nothing shall be done. */
  async ask(what: string): Promise<string | undefined> {
    this.what.set(what);
    this.missing.set(false);
    const answer = await this.dialog().ask();
    return answer === 'send' ? this.note().trim() : undefined;
  }

  /** It is done: the words are not kept any more. */
  async done(): Promise<void> {
    this.note.set('');
    await this.#kept.done();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const note = this.note().trim();
    this.missing.set(note === '');
    if (this.missing() || this.#privacy.stops({ note })) this.#goToFirstNote();
    else this.dialog().close('send');
  }
}

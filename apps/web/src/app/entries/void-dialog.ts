import { Component, inject, input, signal, viewChild } from '@angular/core';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { AskDialog } from '../ui/ask-dialog';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';

/** Asks why an entry is made void; it stays readable for good. */
@Component({
  selector: 'cs-void-dialog',
  imports: [AskDialog, Field, FieldProse],
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-void">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-void">Make this entry void?</h2>
        <p class="cs-text-2">
          It stays readable with your reason and counts nowhere. This cannot be taken back.
        </p>
        <cs-field label="Reason" [error]="missing() ? 'Say in a few words why.' : undefined">
          <textarea maxlength="500" [(csProse)]="reason"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="submit" class="cs-button main">Make it void</button>
          <button type="button" class="cs-button" (click)="dialog.close()">Keep it</button>
        </div>
      </form>
    </dialog>
  `,
})
export class VoidDialog {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);

  readonly entryId = input.required<string>();
  protected readonly reason = signal('');
  readonly #kept = keepTexts(() => `void:${this.entryId()}`, { reason: this.reason });
  protected readonly missing = signal(false);

  /** Resolves with the reason; empty when the entry shall stay as it is. */
  ask(): Promise<string> {
    this.missing.set(false);
    return this.dialog().ask();
  }

  /** It is done: the reason is not kept any more. */
  async done(): Promise<void> {
    this.reason.set('');
    await this.#kept.done();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const text = this.reason().trim();
    this.missing.set(text === '');
    if (text === '' || this.#privacy.stops({ reason: text })) this.#goToFirstNote();
    else this.dialog().close(text);
  }
}

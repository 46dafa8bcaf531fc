import { Component, ElementRef, signal, viewChild } from '@angular/core';
import { AskDialog } from '../ui/ask-dialog';
import { FieldError } from '../ui/fields/field-error';

/** Asks why an entry is made void; it stays readable for good. */
@Component({
  selector: 'cs-void-dialog',
  imports: [AskDialog, FieldError],
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-void">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-void">Make this entry void?</h2>
        <p class="cs-text-2">
          It stays readable with your reason and counts nowhere. This cannot be taken back.
        </p>
        <label class="cs-field">
          Reason
          <textarea
            #reason
            class="cs-input"
            maxlength="500"
            [attr.aria-invalid]="missing() ? 'true' : null"
            aria-describedby="cs-void-error"
          ></textarea>
          <cs-field-error id="cs-void-error" [text]="missing() ? 'Say in a few words why.' : undefined" />
        </label>
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
  private readonly reason = viewChild.required<ElementRef<HTMLTextAreaElement>>('reason');
  protected readonly missing = signal(false);

  /** Resolves with the reason; empty when the entry shall stay as it is. */
  ask(): Promise<string> {
    this.reason().nativeElement.value = '';
    this.missing.set(false);
    return this.dialog().ask();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const text = this.reason().nativeElement.value.trim();
    this.missing.set(text === '');
    if (text === '') this.reason().nativeElement.focus();
    else this.dialog().close(text);
  }
}

import { Component, ElementRef, signal, viewChild } from '@angular/core';
import { FieldError } from '../ui/fields/field-error';

/** Asks why an entry is made void; it stays readable for good. */
@Component({
  selector: 'cs-void-dialog',
  imports: [FieldError],
  template: `
    <dialog #dialog class="cs-dialog" aria-labelledby="cs-void" (close)="answer()">
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
          <button type="button" class="cs-button" (click)="dialog.close('')">Keep it</button>
        </div>
      </form>
    </dialog>
  `,
})
export class VoidDialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly reason = viewChild.required<ElementRef<HTMLTextAreaElement>>('reason');
  protected readonly missing = signal(false);
  #answer: ((reason: string) => void) | undefined;

  /** Resolves with the reason; empty when the entry shall stay as it is. */
  ask(): Promise<string> {
    const dialog = this.dialog().nativeElement;
    this.reason().nativeElement.value = '';
    this.missing.set(false);
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const text = this.reason().nativeElement.value.trim();
    this.missing.set(text === '');
    if (text === '') this.reason().nativeElement.focus();
    else this.dialog().nativeElement.close(text);
  }

  protected answer(): void {
    this.#answer?.(this.dialog().nativeElement.returnValue);
    this.#answer = undefined;
  }
}

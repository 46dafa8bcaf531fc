import { Component, ElementRef, viewChild } from '@angular/core';

/** Asks before something that was typed is lost. */
@Component({
  selector: 'cs-leave-dialog',
  template: `
    <dialog #dialog class="cs-dialog" aria-labelledby="cs-leave" (close)="answer()">
      <div class="cs-stack">
        <h2 id="cs-leave">Leave without saving?</h2>
        <p class="cs-text-2">What you typed here is not saved yet. A draft keeps it for later.</p>
        <div class="cs-row">
          <button type="button" class="cs-button main" (click)="dialog.close('stay')">Stay here</button>
          <button type="button" class="cs-button" (click)="dialog.close('leave')">
            Leave without saving
          </button>
        </div>
      </div>
    </dialog>
  `,
})
export class LeaveDialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  #answer: ((leave: boolean) => void) | undefined;

  /** Resolves with true when the person wants to leave. */
  ask(): Promise<boolean> {
    this.#answer?.(false);
    const dialog = this.dialog().nativeElement;
    dialog.returnValue = '';
    if (!dialog.open) dialog.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected answer(): void {
    this.#answer?.(this.dialog().nativeElement.returnValue === 'leave');
    this.#answer = undefined;
  }
}

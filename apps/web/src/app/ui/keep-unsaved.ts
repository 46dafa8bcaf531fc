import { Component, input, viewChild } from '@angular/core';
import { AskDialog } from './ask-dialog';

/**
 * Asks before something that was typed is lost, on the way to another page (with the guard `keepUnsaved` on the route)
 * and when the window is closed. How it can be kept goes inside the element.
 */
@Component({
  selector: 'cs-keep-unsaved',
  imports: [AskDialog],
  host: { '(window:beforeunload)': 'onUnload($event)' },
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-leave">
      <div class="cs-stack">
        <h2 id="cs-leave">Leave without saving?</h2>
        <p class="cs-text-2">What you typed here is not saved yet. <ng-content /></p>
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
export class KeepUnsaved {
  private readonly dialog = viewChild.required(AskDialog);

  /** Whether something would be lost. */
  readonly unsaved = input.required<boolean>();

  /** Resolves with true when the person wants to leave all the same. */
  async ask(): Promise<boolean> {
    return (await this.dialog().ask()) === 'leave';
  }

  protected onUnload(event: BeforeUnloadEvent): void {
    if (this.unsaved()) event.preventDefault();
  }
}

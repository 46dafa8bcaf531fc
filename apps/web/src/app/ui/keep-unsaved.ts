import { Component, input, viewChild } from '@angular/core';
import { AskDialog } from './ask-dialog';

/** What a person wants with what is typed and not saved. */
export type Leaving = 'stay' | 'leave' | 'throw-away';

/**
 * Asks before somebody leaves what was typed and is not saved, on the way to another page (with the guard `keepUnsaved`
 * on the route); the window is closed without a question where all of it is kept on the device. How it can be saved goes
 * inside the element.
 */
@Component({
  selector: 'cs-keep-unsaved',
  imports: [AskDialog],
  host: { '(window:beforeunload)': 'onUnload($event)' },
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-leave">
      <div class="cs-stack">
        <h2 id="cs-leave">Leave without saving?</h2>
        <p class="cs-text-2">
          What you typed here is not saved yet. This device keeps it for 7 days or until you sign out, without
          words that may tell who a patient is, and offers it when you come back. <ng-content />
        </p>
        <div class="cs-row">
          <button type="button" class="cs-button main" (click)="dialog.close('stay')">Stay here</button>
          <button type="button" class="cs-button" (click)="dialog.close('leave')">
            Leave without saving
          </button>
          <button type="button" class="cs-button text" (click)="dialog.close('throw-away')">
            Throw it away
          </button>
        </div>
      </div>
    </dialog>
  `,
})
export class KeepUnsaved {
  private readonly dialog = viewChild.required(AskDialog);

  /** Whether something is not saved. */
  readonly unsaved = input.required<boolean>();
  /** Whether all of it is kept on this device. */
  readonly kept = input(false);

  /** Resolves with what the person wants; Escape stays. */
  async ask(): Promise<Leaving> {
    const answer = await this.dialog().ask();
    return answer === 'leave' || answer === 'throw-away' ? answer : 'stay';
  }

  protected onUnload(event: BeforeUnloadEvent): void {
    if (this.unsaved() && !this.kept()) event.preventDefault();
  }
}

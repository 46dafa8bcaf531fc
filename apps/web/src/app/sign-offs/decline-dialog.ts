import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { DeclineReason } from '@countersign/domain/competency';
import type { DeclineBody } from '@countersign/contracts/sign-offs/bodies';
import { declineReasonWords } from '@countersign/contracts/words/sign-off';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { AskDialog } from '../ui/ask-dialog';
import { ChoiceChips, choicesOf } from '../ui/fields/choice-chips';
import { Field, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';

/** These say it all; the others need words. */
const wordless: readonly (DeclineReason | undefined)[] = ['not-seen-enough', 'somebody-else'];

/** Asks why a signer declines, or takes an own signature back; the request ends with it. */
@Component({
  selector: 'cs-decline-dialog',
  imports: [AskDialog, ChoiceChips, Field, FieldProse],
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-decline">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-decline">
          {{ takesBack() ? 'Take your signature back?' : 'Decline this sign-off' }}
        </h2>
        <p class="cs-text-2">
          <span translate="no">{{ fellow() }}</span> and the other signers read your words as you write them.
          The request ends; a new one can follow any time.
          @if (takesBack()) {
            Your signature stays on record, struck through.
          }
        </p>
        <cs-choice-chips
          legend="Reason"
          [choices]="reasons"
          [error]="tried() && !reason() ? 'Choose a reason.' : undefined"
          [(value)]="reason"
        />
        <cs-field
          [label]="label()"
          [error]="tried() && isTextMissing() ? 'Say in a sentence why.' : undefined"
        >
          <textarea maxlength="1000" [(csProse)]="text"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="button" class="cs-button" (click)="dialog.close()">Back</button>
          <button type="submit" class="cs-button main">
            {{ takesBack() ? 'Take it back with this reason' : 'Decline with this reason' }}
          </button>
        </div>
      </form>
    </dialog>
  `,
})
export class DeclineDialog {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);

  readonly signOffId = input.required<string>();
  readonly fellow = input.required<string>();
  /** The reader has signed; it is that signature that is taken back. */
  readonly takesBack = input(false);

  protected readonly reasons = choicesOf<DeclineReason>(declineReasonWords);
  protected readonly reason = signal<DeclineReason | undefined>(undefined);
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  readonly #kept = keepTexts(() => `decline:${this.signOffId()}`, { text: this.text });
  protected readonly label = computed(() =>
    this.reason() === 'one-more-first' ? 'What to show first' : 'In your words',
  );
  protected readonly isTextMissing = computed(
    () => this.text().trim() === '' && !wordless.includes(this.reason()),
  );

  /** Resolves with the reason; undefined when nothing shall be declined. */
  async ask(): Promise<DeclineBody | undefined> {
    this.tried.set(false);
    const answer = await this.dialog().ask();
    const reasonCode = this.reason();
    const text = this.text().trim();
    if (answer !== 'send' || reasonCode === undefined) return undefined;
    return text === '' ? { reasonCode } : { reasonCode, text };
  }

  /** It is done: the words are not kept any more. */
  async done(): Promise<void> {
    this.text.set('');
    this.reason.set(undefined);
    await this.#kept.done();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const isOpen = this.reason() === undefined || this.isTextMissing();
    if (isOpen || this.#privacy.stops({ text: this.text() })) this.#goToFirstNote();
    else this.dialog().close('send');
  }
}

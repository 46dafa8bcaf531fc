import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import type { RedactTextBody } from '@countersign/contracts/entries/bodies';
import type { StandingText } from '@countersign/contracts/words/text';
import { keepTexts } from '../platform/kept-texts';
import { Privacy } from '../platform/privacy';
import { AskDialog } from '../ui/ask-dialog';
import { Field, FieldControl, FieldProse } from '../ui/fields/field';
import { wayToFirstNote } from '../ui/fields/first-note';

/** Asks which words of an entry are removed for good, and why; says what stays. */
@Component({
  selector: 'cs-redact-dialog',
  imports: [AskDialog, Field, FieldControl, FieldProse],
  template: `
    <dialog csAsk #dialog="csAsk" aria-labelledby="cs-redact">
      <form method="dialog" class="cs-stack" (submit)="confirm($event)">
        <h2 id="cs-redact">Remove words for good?</h2>
        <p class="cs-text-2">
          The words go from every version that has them, and nobody can bring them back. That there were
          words, who removed them, when and why stays, as does everything else.
        </p>
        <cs-field label="Which words">
          <select csControl #which (change)="chosen.set(which.selectedIndex)">
            @for (text of texts(); track $index) {
              <option [selected]="$index === chosen()">{{ text.label }}</option>
            }
          </select>
        </cs-field>
        @if (text()?.words; as words) {
          <blockquote>{{ words }}</blockquote>
        }
        <cs-field
          label="Reason"
          hint="It stays readable: do not repeat the words."
          [error]="missing() ? 'Say in a few words why.' : undefined"
        >
          <textarea maxlength="500" [(csProse)]="reason"></textarea>
        </cs-field>
        <div class="cs-row">
          <button type="submit" class="cs-button main">Remove the words</button>
          <button type="button" class="cs-button" (click)="dialog.close()">Keep them</button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    blockquote {
      margin: 0;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--cs-line);
      overflow-wrap: anywhere;
    }
  `,
})
export class RedactDialog {
  private readonly dialog = viewChild.required(AskDialog);
  readonly #goToFirstNote = wayToFirstNote();
  readonly #privacy = inject(Privacy);

  /** Whose words they are; where it is not known the reason is not kept. */
  readonly entryId = input<string>();

  readonly texts = input.required<readonly StandingText[]>();

  protected readonly chosen = signal(0);
  protected readonly text = computed(() => this.texts()[this.chosen()]);
  protected readonly reason = signal('');
  readonly #kept = keepTexts(() => this.#form(), { reason: this.reason });
  protected readonly missing = signal(false);

  /** Resolves with what is to be removed and why; undefined when all words shall stay. */
  async ask(): Promise<RedactTextBody | undefined> {
    this.chosen.set(0);
    this.missing.set(false);
    const reason = await this.dialog().ask();
    const text = this.text();
    return reason && text ? { ...text.place, reason } : undefined;
  }

  /** It is done: the reason is not kept any more. */
  async done(): Promise<void> {
    this.reason.set('');
    await this.#kept.done();
  }

  #form(): string | undefined {
    const id = this.entryId();
    return id === undefined ? undefined : `redact:${id}`;
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    this.missing.set(reason === '');
    if (reason === '' || this.#privacy.stops({ reason })) this.#goToFirstNote();
    else this.dialog().close(reason);
  }
}

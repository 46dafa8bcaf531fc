import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { PublishBody } from '@countersign/contracts/requirements/bodies';
import type { DraftLineView } from '@countersign/contracts/requirements/views';
import { ProgramClock } from '../platform/program-clock';
import type { Sending } from '../platform/sending';
import { Field, FieldControl, FieldText } from '../ui/fields/field';

/** What publishing sends. */
export type Publishing = PublishBody;

/** How a draft is published: compared with a document, on a day; or only to be looked at. */
@Component({
  selector: 'cs-publish-form',
  imports: [Field, FieldControl, FieldText],
  template: `
    <form class="cs-stack" (submit)="send($event)">
      @if (asks()) {
        <fieldset>
          <legend>Did you compare its numbers with the accreditor’s current document?</legend>
          <label
            ><input type="radio" name="cs-verified" [checked]="verified()" (change)="verified.set(true)" />
            Yes, I verified them; it binds</label
          >
          <label
            ><input type="radio" name="cs-verified" [checked]="!verified()" (change)="verified.set(false)" />
            No; it is there to be looked at and binds nobody</label
          >
        </fieldset>
      }
      @if (isVerified()) {
        <cs-field
          label="Document and edition"
          hint="Such as: Program Requirements, July 2026"
          [error]="sending().noteAt('/verified/against')"
        >
          <input [(csText)]="against" required maxlength="500" autocomplete="off" />
        </cs-field>
        <cs-field label="Compared on" [error]="sending().noteAt('/verified/on')">
          <input
            csControl
            #day
            type="date"
            required
            [max]="today()"
            [value]="on()"
            (input)="on.set(day.value)"
          />
        </cs-field>
      }
      <p class="cs-text-2">
        Once published, {{ draft().title }} never changes. Competencies of the same id continue the old ones.
      </p>
      <div class="cs-acts">
        <button type="submit" class="cs-button main" [attr.aria-disabled]="sending().busy() || null">
          {{ isVerified() ? 'Publish as verified' : asks() ? 'Publish unverified' : 'Publish' }}
        </button>
      </div>
    </form>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--cs-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    fieldset label {
      display: flex;
      gap: var(--cs-2);
      align-items: center;
      min-height: var(--cs-touch);
    }
  `,
})
export class PublishForm {
  readonly #clock = inject(ProgramClock);
  readonly draft = input.required<DraftLineView>();
  readonly sending = input.required<Sending>();
  readonly publish = output<Publishing>();

  protected readonly verified = signal(true);
  /** An example or a demonstration is never verified. */
  protected readonly asks = computed(() => this.draft().standing === 'unverified');
  protected readonly isVerified = computed(() => this.asks() && this.verified());
  protected readonly against = signal('');
  protected readonly today = () => this.#clock.today();
  protected readonly on = linkedSignal(() => this.#clock.today());

  protected send(event: Event): void {
    event.preventDefault();
    const verified = { on: this.on(), against: this.against() };
    this.publish.emit(this.isVerified() ? { verified } : {});
  }
}

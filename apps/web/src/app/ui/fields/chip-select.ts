import { Component, computed, input, model } from '@angular/core';
import { Icon, type IconName } from '../icon';
import type { Choice } from './choice-chips';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';

/** A prefilled answer as a chip; tapping it opens the device's own list. */
@Component({
  selector: 'cs-chip-select',
  imports: [Icon, FieldError],
  template: `
    <label class="cs-chip" translate="no" [class.prefilled]="value() && !error()" [class.wrong]="error()">
      <cs-icon [name]="icon()" />
      <span class="text" [class.unset]="!value()">{{ shown() }}</span>
      <cs-icon class="caret" name="caret-down" />
      <select
        class="cs-bare-input"
        [attr.aria-label]="label()"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="errorAt()"
        (change)="choose($event)"
      >
        @if (!required() || !value()) {
          <option value="" [selected]="!value()">{{ unset() }}</option>
        }
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value" [selected]="choice.value === value()">{{ choice.name }}</option>
        }
      </select>
    </label>
    <cs-field-error [id]="errorId" [text]="error()" />
  `,
  styleUrl: './chip-select.css',
})
export class ChipSelect<Value extends string> extends FieldPiece {
  readonly label = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model<Value | undefined>();
  /** Whether the answer, once given, can only be changed, not taken away. */
  readonly required = input(true);

  protected readonly unset = computed(() =>
    this.required() ? `Choose: ${this.label().toLowerCase()}` : `${this.label()}: not stated`,
  );
  protected readonly shown = computed(
    () => this.choices().find((choice) => choice.value === this.value())?.name ?? this.unset(),
  );

  protected choose(event: Event): void {
    const typed = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.value.set(this.choices().find((choice) => choice.value === typed)?.value);
  }
}

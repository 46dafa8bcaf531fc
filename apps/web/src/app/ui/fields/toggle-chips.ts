import { Component, input, model } from '@angular/core';
import { Icon } from '../icon';
import type { Choice } from './choice-chips';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';

/** Any number of choices among a few, as chips over native checkboxes. What else belongs to the group goes inside. */
@Component({
  selector: 'cs-toggle-chips',
  imports: [Icon, FieldError],
  template: `
    <fieldset [attr.aria-describedby]="errorAt()">
      <legend>{{ legend() }}</legend>
      <div class="chips" translate="no">
        @for (choice of choices(); track choice.value) {
          <label class="cs-chip" [class.wrong]="error()">
            <input
              class="cs-bare-input"
              type="checkbox"
              [checked]="values().includes(choice.value)"
              (change)="toggle(choice.value)"
            />
            @if (values().includes(choice.value)) {
              <cs-icon name="check" />
            }
            <span>{{ choice.name }}</span>
          </label>
        }
        <ng-content />
      </div>
    </fieldset>
    <cs-field-error [id]="errorId" [text]="error()" />
  `,
  styleUrl: './choice-chips.css',
})
export class ToggleChips extends FieldPiece {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly values = model.required<readonly string[]>();
  /** The one choice that excludes all others. */
  readonly exclusive = input<string>();

  protected toggle(value: string): void {
    this.values.set(withToggled(this.values(), value, this.exclusive()));
  }
}

/** The values after one was toggled; `exclusive` and the others push each other out. */
export function withToggled(
  values: readonly string[],
  value: string,
  exclusive: string | undefined,
): readonly string[] {
  if (values.includes(value)) return values.filter((other) => other !== value);
  return value === exclusive ? [value] : [...values.filter((other) => other !== exclusive), value];
}

import { Component, computed, input, model } from '@angular/core';
import type { ScaleStep } from '@countersign/contracts/words/rating';
import { Icon } from './icon';

let scalesMade = 0;

/**
 * Five equal steps, number and words, as native radios: arrows move, nothing is preselected. The full wording of the
 * choice stands under the scale. On narrow phones it becomes a list.
 */
@Component({
  selector: 'cs-help-scale',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="invalid() ? errorId() : null">
      <legend>
        {{ legend() }}
        @if (note(); as text) {
          <small><cs-icon name="hidden" />{{ text }}</small>
        }
      </legend>
      <div class="scale" translate="no" [class.wrong]="invalid()">
        @for (step of steps(); track step.value) {
          <label [class.on]="value() === step.value">
            <input
              class="cs-bare-input"
              type="radio"
              [name]="name"
              [value]="step.value"
              [checked]="value() === step.value"
              [disabled]="disabled()"
              (change)="value.set(step.value)"
            />
            <b>{{ step.value }}</b>&ngsp;
            <span>{{ step.word }}</span>
          </label>
        }
      </div>
    </fieldset>
    @if (chosen(); as step) {
      <p class="wording" translate="no" aria-live="polite">{{ step.value }}: {{ step.full }}</p>
    }
  `,
  styleUrl: './help-scale.css',
})
export class HelpScale {
  /** The question, such as "How much help did you give?". */
  readonly legend = input.required<string>();
  /** What is not shown here, and why. */
  readonly note = input<string>();
  /** The five steps: `helpGiven`, `helpReceived` or `nextTimeSteps` of platform/words. */
  readonly steps = input.required<readonly ScaleStep[]>();
  readonly value = model<ScaleStep['value'] | undefined>();
  readonly disabled = input(false);
  readonly invalid = input(false);
  /** Id of the line that says what is wrong, while {@link invalid}. */
  readonly errorId = input<string>();

  protected readonly name = `cs-scale-${(scalesMade += 1)}`;
  protected readonly chosen = computed(() => this.steps().find((step) => step.value === this.value()));
}

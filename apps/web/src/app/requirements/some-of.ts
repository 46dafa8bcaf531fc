import { Component, computed, input, output } from '@angular/core';
import { oneOf } from '@countersign/contracts/words/list';
import type { Choice } from '../ui/fields/choice-chips';
import { Icon } from '../ui/icon';

/** Some of a few words in the middle of a sentence: the words that are chosen, and opened the whole list with checkboxes. */
@Component({
  selector: 'cs-some-of',
  imports: [Icon],
  template: `
    <details>
      <summary class="boxed" [attr.aria-label]="label() + ': ' + said()">
        {{ said() }}<cs-icon name="caret-down" />
      </summary>
      <fieldset>
        <legend class="cs-visually-hidden">{{ label() }}</legend>
        @for (choice of choices(); track choice.value) {
          <label>
            <input
              type="checkbox"
              [checked]="values().includes(choice.value)"
              (change)="toggle(choice.value)"
            />
            {{ choice.name }}
          </label>
        }
      </fieldset>
    </details>
  `,
  styleUrl: './sentence.css',
})
export class SomeOf {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly values = input.required<readonly string[]>();
  /** What is said while none is chosen. */
  readonly none = input.required<string>();
  /** Those chosen then, in the order of the choices; none is an empty list. */
  readonly changed = output<readonly string[]>();

  protected readonly said = computed(() => {
    const names = this.choices().filter(({ value }) => this.values().includes(value));
    return names.length === 0 ? this.none() : oneOf(names.map(({ name }) => name));
  });

  protected toggle(value: string): void {
    const chosen = new Set(this.values());
    if (!chosen.delete(value)) chosen.add(value);
    this.changed.emit(
      this.choices()
        .map((choice) => choice.value)
        .filter((one) => chosen.has(one)),
    );
  }
}

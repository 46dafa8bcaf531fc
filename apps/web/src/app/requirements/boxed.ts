import { Component, input, output } from '@angular/core';
import type { Choice } from '../ui/fields/choice-chips';

/** A number within a sentence, in its box. */
@Component({
  selector: 'cs-boxed-number',
  template: `<input
    class="boxed"
    type="number"
    min="1"
    [attr.max]="max()"
    [attr.aria-label]="label()"
    [attr.aria-invalid]="wrong()"
    [value]="value()"
    (change)="changed.emit(typed($event))"
  />`,
  styleUrl: './sentence.css',
})
export class BoxedNumber {
  readonly label = input.required<string>();
  readonly value = input.required<number>();
  readonly max = input<number>();
  readonly wrong = input<'true' | null>(null);
  /** What is no whole number is 0, which the server refuses with words. */
  readonly changed = output<number>();

  protected typed(event: Event): number {
    const number = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : 0;
    return Number.isSafeInteger(number) ? number : 0;
  }
}

/** One of several words within a sentence, in its box. */
@Component({
  selector: 'cs-boxed-choice',
  template: `<select
    class="boxed"
    [attr.aria-label]="label()"
    [attr.aria-invalid]="wrong()"
    (change)="changed.emit(chosen($event))"
  >
    @for (one of choices(); track one.value) {
      <option [value]="one.value" [selected]="one.value === value()">{{ one.name }}</option>
    }
  </select>`,
  styleUrl: './sentence.css',
})
export class BoxedChoice {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = input.required<string>();
  readonly wrong = input<'true' | null>(null);
  readonly changed = output<string>();

  protected readonly chosen = chosen;
}

/** What was chosen in a list of the device. */
export function chosen(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}

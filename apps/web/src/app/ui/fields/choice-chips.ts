import { Component, input, model } from '@angular/core';
import { Icon } from '../icon';
import { FieldError } from './field-error';

/** One answer to choose, with a line that explains it. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly name: string;
  readonly gloss?: string;
}

let groupsMade = 0;

/** One choice among a few, as chips over native radios: arrows move, nothing is preselected. */
@Component({
  selector: 'cs-choice-chips',
  imports: [Icon, FieldError],
  template: `
    <fieldset [class.has-problem]="error()" [attr.aria-describedby]="error() ? name + '-error' : null">
      <legend [class.question]="question()">{{ legend() }}</legend>
      <div class="chips" [class.two]="layout() !== 'wrap'" [class.first-wide]="layout() === 'two-first-wide'">
        @for (choice of choices(); track choice.value) {
          <label class="cs-chip" [class.wrong]="error()">
            <input
              class="cs-bare-input"
              type="radio"
              [name]="name"
              [value]="choice.value"
              [checked]="value() === choice.value"
              (change)="value.set(choice.value)"
            />
            @if (value() === choice.value) {
              <cs-icon name="check" />
            }
            <span>
              {{ choice.name }}
              @if (choice.gloss) {
                <small>{{ choice.gloss }}</small>
              }
            </span>
          </label>
        }
      </div>
    </fieldset>
    <cs-field-error [id]="name + '-error'" [text]="error()" />
  `,
  styleUrl: './choice-chips.css',
})
export class ChoiceChips<Value extends string> {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model<Value | undefined>();
  readonly layout = input<'wrap' | 'two' | 'two-first-wide'>('wrap');
  /** The legend is a question to be read before choosing, not only a name. */
  readonly question = input(false);
  readonly error = input<string | undefined>();

  protected readonly name = `cs-choice-${(groupsMade += 1)}`;
}

/** The choices of a table of words, in its order. */
export function choicesOf<Value extends string>(
  words: Readonly<Record<Value, string | { readonly name: string; readonly gloss?: string }>>,
): readonly Choice<Value>[] {
  return (Object.keys(words) as Value[]).map((value) => {
    const word: string | { readonly name: string; readonly gloss?: string } = words[value];
    return typeof word === 'string' ? { value, name: word } : { value, ...word };
  });
}

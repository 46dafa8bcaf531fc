import { Component, input, model } from '@angular/core';
import { Icon, type IconName } from '../icon';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';

/** One answer to choose, with a line that explains it. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly name: string;
  readonly gloss?: string;
  /** In place of the check of the chosen one. */
  readonly icon?: IconName;
}

/**
 * One choice among a few, as chips over native radios: arrows move, nothing is preselected. A browser that translates
 * the page leaves the choices alone, here and wherever values are shown: what is sent is what was read.
 */
@Component({
  selector: 'cs-choice-chips',
  imports: [Icon, FieldError],
  template: `
    <fieldset [attr.aria-describedby]="errorAt()">
      <legend [class.question]="question()">{{ legend() }}</legend>
      <div class="chips {{ layout() }}" translate="no">
        @for (choice of choices(); track choice.value) {
          <label class="cs-chip" [class.wrong]="error()">
            <input
              class="cs-bare-input"
              type="radio"
              [name]="id"
              [value]="choice.value"
              [checked]="value() === choice.value"
              (change)="value.set(choice.value)"
            />
            @if (choice.icon ?? (value() === choice.value ? 'check' : undefined); as icon) {
              <cs-icon [name]="icon" />
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
    <cs-field-error [id]="errorId" [text]="error()" />
  `,
  styleUrl: './choice-chips.css',
})
export class ChoiceChips<Value extends string> extends FieldPiece {
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly value = model<Value | undefined>();
  readonly layout = input<'wrap' | 'two' | 'two first-wide' | 'three'>('wrap');
  /** The legend is a question to be read before choosing, not only a name. */
  readonly question = input(false);
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

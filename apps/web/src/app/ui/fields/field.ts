import { Component, computed, Directive, ElementRef, inject, input, model } from '@angular/core';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';

/** A labelled field around one native control: `<cs-field label="Reason"><textarea [(csText)]="reason"></textarea></cs-field>`. */
@Component({
  selector: 'cs-field',
  imports: [FieldError],
  host: { class: 'cs-field' },
  template: `
    <label [for]="id">{{ label() }}</label>
    <ng-content />
    @if (hint(); as text) {
      <small [id]="hintId">{{ text }}</small>
    }
    <cs-field-error [id]="errorId" [text]="error()" />
  `,
  styles: `
    small {
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
      font-weight: var(--cs-weight);
    }
  `,
})
export class Field extends FieldPiece {
  readonly label = input.required<string>();
  /** What helps to fill it in, always in sight. */
  readonly hint = input<string>();

  protected readonly hintId = `${this.id}-hint`;
  /** Ids of the lines that belong to the control. */
  readonly describedBy = computed(() =>
    [this.hint() ? this.hintId : null, this.errorAt()].filter(Boolean).join(' '),
  );
}

/** The control of a {@link Field}: named by its label, pointing to its hint and to what needs attention. */
@Directive({
  selector: 'input[csControl], select[csControl]',
  host: {
    class: 'cs-input',
    '[id]': 'field.id',
    '[attr.aria-invalid]': "field.error() ? 'true' : null",
    '[attr.aria-describedby]': 'field.describedBy() || null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}

/** The control of a {@link Field} that holds text. */
@Directive({
  selector: 'input[csText], textarea[csText]',
  hostDirectives: [FieldControl],
  host: { '[value]': 'csText()', '(input)': 'typed()' },
})
export class FieldText {
  readonly #control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;

  readonly csText = model.required<string>();

  protected typed(): void {
    this.csText.set(this.#control.value);
  }
}

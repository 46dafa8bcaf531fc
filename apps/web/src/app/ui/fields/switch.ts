import { Component, model } from '@angular/core';
import { FieldError } from './field-error';
import { FieldPiece } from './field-piece';

/** On or off, at once; what it switches goes inside the element. */
@Component({
  selector: 'cs-switch',
  imports: [FieldError],
  template: `
    <label>
      <input
        #control
        type="checkbox"
        role="switch"
        [checked]="on()"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="errorAt()"
        (change)="on.set(control.checked)"
      />
      <span><ng-content /></span>
    </label>
    <cs-field-error [id]="errorId" [text]="error()" />
  `,
  styleUrl: './switch.css',
})
export class Switch extends FieldPiece {
  readonly on = model.required<boolean>();
}

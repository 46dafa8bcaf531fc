import { Component, input, model } from '@angular/core';
import { Field, FieldControl } from './field';

/** The first and the last day of something, both included; what is put inside stands beside them. */
@Component({
  selector: 'cs-days',
  imports: [Field, FieldControl],
  template: `
    <cs-field label="First day" [error]="firstNote()">
      <input
        #first
        csControl
        type="date"
        [required]="required()"
        [attr.min]="earliest()"
        [value]="fromOn()"
        (change)="fromOn.set(first.value)"
      />
    </cs-field>
    <cs-field label="Last day" [error]="lastNote()">
      <input
        #last
        csControl
        type="date"
        [required]="required()"
        [attr.min]="earliest() && fromOn()"
        [value]="toOn()"
        (change)="toOn.set(last.value)"
      />
    </cs-field>
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: var(--cs-4);
    }
  `,
})
export class Days {
  readonly fromOn = model.required<string>();
  readonly toOn = model.required<string>();
  /** A form with these days is not sent without them; otherwise its notes say what is missing. */
  readonly required = input(false);
  /** Before this day nothing is offered, nor an end before the beginning. */
  readonly earliest = input<string>();
  readonly firstNote = input<string>();
  readonly lastNote = input<string>();
}

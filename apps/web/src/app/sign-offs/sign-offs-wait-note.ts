import { Component, inject } from '@angular/core';
import { WayNote } from '../ui/way-note';
import { SignOffsWaiting } from './sign-offs-waiting';

/** On a start page: how many competencies wait for the reader's signature; nothing while none does. */
@Component({
  selector: 'cs-sign-offs-wait-note',
  imports: [WayNote],
  template: `
    @if (waiting.count() > 0) {
      <cs-way-note to="/sign-offs" icon="edit">{{ waiting.said() }}</cs-way-note>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class SignOffsWaitNote {
  protected readonly waiting = inject(SignOffsWaiting);
}

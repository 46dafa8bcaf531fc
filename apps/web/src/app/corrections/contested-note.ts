import { Component, inject } from '@angular/core';
import { WayNote } from '../ui/way-note';
import { ContestedWaiting } from './contested-waiting';

/** On the director's start page: how many contested corrections wait; nothing while none does. */
@Component({
  selector: 'cs-contested-note',
  imports: [WayNote],
  template: `
    @if (waiting.count() > 0) {
      <cs-way-note to="/contested" icon="differs">{{ waiting.said() }}</cs-way-note>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class ContestedNote {
  protected readonly waiting = inject(ContestedWaiting);
}

import { Component, inject } from '@angular/core';
import { CountMark } from '../ui/count-mark';
import { ContestedWaiting } from './contested-waiting';

/** The number beside “Contested” in the navigation; nothing while none waits. */
@Component({
  selector: 'cs-contested-count',
  imports: [CountMark],
  template: `<cs-count-mark [count]="waiting.count()" [said]="waiting.said()" />`,
})
export class ContestedCount {
  protected readonly waiting = inject(ContestedWaiting);
}

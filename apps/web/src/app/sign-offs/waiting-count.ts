import { Component, inject } from '@angular/core';
import { CountMark } from '../ui/count-mark';
import { SignOffsWaiting } from './sign-offs-waiting';

/** The number beside “Sign-offs” in the navigation; nothing while none waits. */
@Component({
  selector: 'cs-waiting-count',
  imports: [CountMark],
  template: `<cs-count-mark [count]="waiting.count()" [said]="waiting.said()" />`,
})
export class WaitingCount {
  protected readonly waiting = inject(SignOffsWaiting);
}

import { Component, inject } from '@angular/core';
import { whileSeen } from '../platform/while-seen';
import { CountMark } from '../ui/count-mark';
import { NoticesUnread } from './notices-unread';

/** How often it is asked whether there is something new. */
const EVERY_MS = 60_000;

/** How many notices are new, as a small number; nothing while there is none. */
@Component({
  selector: 'cs-notice-count',
  imports: [CountMark],
  template: `<cs-count-mark [count]="unread.count()" [said]="unread.said()" />`,
})
export class NoticeCount {
  protected readonly unread = inject(NoticesUnread);

  constructor() {
    whileSeen(EVERY_MS, () => this.unread.read.reload());
  }
}

import { Component, computed, input } from '@angular/core';
import type { QualificationLineView } from '@countersign/contracts/qualifications/views';
import { qualificationStateInWords } from '@countersign/contracts/words/qualification';
import { Icon, type IconName } from '../ui/icon';

const icons: Readonly<Record<QualificationLineView['state'], IconName>> = {
  expired: 'warning',
  expiring: 'clock',
  pending: 'mail',
  'not-begun': 'calendar',
  valid: 'check',
  ended: 'close',
};

/** Where a qualification stands today: a word and a shape, never a color alone. */
@Component({
  selector: 'cs-qualification-pill',
  imports: [Icon],
  template: `
    <span
      class="cs-pill"
      [class.returned]="of().state === 'expired'"
      [class.late]="of().state === 'expiring'"
      [class.approved]="of().state === 'valid'"
      ><cs-icon [name]="icon()" />{{ words() }}</span
    >
  `,
})
export class QualificationPill {
  readonly of = input.required<Pick<QualificationLineView, 'state' | 'days'>>();
  protected readonly icon = computed(() => icons[this.of().state]);
  protected readonly words = computed(() => qualificationStateInWords(this.of()));
}

import { Component, computed, input } from '@angular/core';
import type { SignOffStanding } from '@countersign/domain/competency';
import { signOffStandingWords } from '@countersign/contracts/words/sign-off';
import { Icon, type IconName } from './icon';

const icons: Readonly<Partial<Record<SignOffStanding, IconName>>> = {
  signed: 'checks',
  lapsed: 'late',
  suspended: 'warning',
};

/** Sign-off, the third thing beside volume and competence: two small checks, or the shape of what became of them. */
@Component({
  selector: 'cs-signed-mark',
  imports: [Icon],
  host: { '[class.in-force]': "state() === 'signed'" },
  template: `<cs-icon [name]="icon()" /><span [class.cs-visually-hidden]="word() === 'hidden'">{{
      said()
    }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      gap: 0.25rem;
      align-items: center;
      color: var(--cs-late);
    }
    :host(.in-force) {
      color: var(--cs-approved);
    }
  `,
})
export class SignedMark {
  readonly state = input.required<SignOffStanding>();
  /** `hidden` leaves the word to screen readers, where a sentence beside it says it. */
  readonly word = input<'shown' | 'hidden'>('shown');

  protected readonly icon = computed<IconName>(() => icons[this.state()] ?? 'void');
  protected readonly said = computed(() => signOffStandingWords[this.state()]);
}

import { Component, computed, input } from '@angular/core';

/** Every icon of the sprite in index.html. */
export const iconNames = [
  'add',
  'remove',
  'close',
  'check',
  'checks',
  'edit',
  'return',
  'void',
  'clock',
  'recent',
  'late',
  'calendar',
  'error',
  'warning',
  'info',
  'bell',
  'mail',
  'home',
  'list',
  'progress',
  'queue',
  'table',
  'board',
  'person',
  'people',
  'place',
  'site',
  'door',
  'guidance',
  'search',
  'filter',
  'star',
  'caret-down',
  'caret-left',
  'caret-right',
  'menu',
  'device',
  'offline',
  'hidden',
  'shown',
  'differs',
  'flag',
  'document',
  'scan',
  'key',
  'shield',
  'download',
  'print',
  'reload',
  'sign-out',
  'sun',
  'moon',
  'system',
] as const;

/** Name of an icon. */
export type IconName = (typeof iconNames)[number];

/** An icon beside a word; alone it needs a name on its button. One inline sprite, 24 box, stroke 1.75. */
@Component({
  selector: 'cs-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <use [attr.href]="target()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      vertical-align: -0.22em;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly target = computed(() => `#cs-i-${this.name()}`);
}

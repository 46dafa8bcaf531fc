import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, type IconName } from './icon';

/** On a start page: a sentence about what waits, which leads to where it waits. */
@Component({
  selector: 'cs-way-note',
  imports: [Icon, RouterLink],
  template: `<a class="cs-card" [routerLink]="to()"><cs-icon [name]="icon()" /><ng-content /></a>`,
  styles: `
    a {
      display: flex;
      gap: var(--cs-3);
      align-items: center;
      min-height: var(--cs-touch-main);
      padding: var(--cs-3) var(--cs-5);
      color: inherit;
      font-weight: 560;
      text-decoration: none;
    }
    a:hover {
      background: var(--cs-surface-2);
    }
    cs-icon {
      color: var(--cs-accent);
    }
  `,
})
export class WayNote {
  readonly to = input.required<string>();
  readonly icon = input.required<IconName>();
}

import { Component, computed, input } from '@angular/core';
import type { YieldView } from '@countersign/contracts/dashboards/yield-views';
import { sourcesOf } from './yield-lines';

/** Where, and with whom, one group is found: bars on one scale for each list, by name. */
@Component({
  selector: 'cs-group-sources',
  template: `
    @for (list of lists(); track list.title) {
      <div>
        <h3>{{ list.title }}</h3>
        <ul translate="no">
          @for (one of list.sources; track one.name) {
            <li>
              <span>{{ one.name }}</span>
              <b>{{ one.count }}</b>
              <span class="bar" aria-hidden="true"
                ><i [style.width.%]="(100 * one.count) / list.most"></i
              ></span>
            </li>
          } @empty {
            <li class="cs-text-2">none in these days</li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: var(--cs-4) var(--cs-7);
    }
    ul {
      display: grid;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: var(--cs-1) var(--cs-4);
      padding-block: var(--cs-3);
      border-top: 1px solid var(--cs-line);
      font-size: var(--cs-text-sm);
    }
    .bar {
      grid-column: 1 / -1;
      height: 0.5rem;
      border-radius: 0.25rem;
      background: var(--cs-volume-track);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 0.25rem;
      background: var(--cs-volume);
    }
  `,
})
export class GroupSources {
  readonly view = input.required<YieldView>();
  readonly group = input.required<string>();

  protected readonly lists = computed(() => {
    const { sites, supervisors } = this.view();
    return [
      { title: 'Sites', sources: sourcesOf(this.group(), sites) },
      { title: 'Supervisors', sources: sourcesOf(this.group(), supervisors) },
    ].map((list) => ({ ...list, most: Math.max(1, ...list.sources.map(({ count }) => count)) }));
  });
}

import { Component, computed, inject, input } from '@angular/core';
import type { EntryView } from '@countersign/contracts/entries/views';
import type { EarlierCasesView } from '@countersign/contracts/reviews/views';
import { earlierInWords } from '@countersign/contracts/words/review';
import { ProgramCatalogue } from '../platform/program-catalogue';

/** What the fellow did before in the procedures of an entry, folded. Neither ratings nor progress, which would steer the rating. */
@Component({
  selector: 'cs-earlier-cases',
  template: `
    <details>
      <summary>Earlier cases</summary>
      <dl translate="no">
        @for (line of lines(); track line.itemId) {
          <div>
            <dt>{{ line.name }}</dt>
            <dd>{{ line.text }}</dd>
          </div>
        }
      </dl>
    </details>
  `,
  styles: `
    :host {
      font-size: var(--cs-text-sm);
    }
    summary {
      width: fit-content;
      padding-block: var(--cs-2);
      color: var(--cs-text-2);
      cursor: pointer;
    }
    @media (pointer: coarse) {
      summary {
        min-height: var(--cs-touch);
        padding-block: 0.6875rem;
      }
    }
    dl {
      display: grid;
      gap: var(--cs-2);
      padding-left: var(--cs-4);
    }
    dt {
      font-weight: 600;
    }
  `,
})
export class EarlierCasesPanel {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly procedures = input.required<EntryView['content']['procedures']>();
  /** Of this fellow. */
  readonly earlier = input.required<readonly EarlierCasesView[]>();

  protected readonly lines = computed(() => {
    const named = new Map(this.procedures().map(({ itemId, itemName }) => [itemId, itemName]));
    return [...named].map(([itemId, name]) => ({
      ...{ itemId, name },
      text: earlierInWords(
        this.earlier().find((one) => one.itemId === itemId),
        this.#catalogue.index()?.item(itemId),
      ),
    }));
  });
}

import { Component, computed, ElementRef, input, model, signal, viewChild } from '@angular/core';
import type { CatalogueIndex, CatalogueItem } from '@countersign/domain/catalogue';
import { ToggleChips, withToggled } from '../ui/fields/toggle-chips';
import { Icon } from '../ui/icon';

const QUICK = 4;
const NONE = 'none';

/** What went wrong, or that nothing did: the item's usual ones in reach, all others in a list to search. */
@Component({
  selector: 'cs-complication-fields',
  imports: [Icon, ToggleChips],
  template: `
    <cs-toggle-chips
      legend="Complications"
      [choices]="quick()"
      [values]="values()"
      (valuesChange)="values.set($event)"
      [exclusive]="none"
      [error]="error()"
    >
      <button type="button" class="cs-chip" (click)="open()"><cs-icon name="search" />All</button>
    </cs-toggle-chips>

    <dialog #dialog class="cs-dialog" aria-label="All complications" (close)="query.set('')">
      <div class="cs-stack">
        <label class="cs-field">
          Complications
          <input
            #field
            class="cs-input"
            autocomplete="off"
            placeholder="Search, such as “dural”"
            [value]="query()"
            (input)="query.set(field.value)"
          />
        </label>
        <div class="list" tabindex="-1">
          @for (one of found(); track one.id) {
            <label>
              <input type="checkbox" [checked]="values().includes(one.id)" (change)="toggle(one.id)" />
              <span>{{ one.label }}</span>
            </label>
          } @empty {
            <p class="cs-text-2">Nothing is called “{{ query() }}”.</p>
          }
        </div>
        <button type="button" class="cs-button main" (click)="dialog.close()">Done</button>
      </div>
    </dialog>
  `,
  styleUrls: ['./pick-list.css', './complication-fields.css'],
})
export class ComplicationFields {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly index = input.required<CatalogueIndex>();
  readonly item = input.required<CatalogueItem>();
  readonly values = model.required<readonly string[]>();
  readonly error = input<string | undefined>();

  protected readonly none = NONE;
  protected readonly query = signal('');
  /** The usual ones, then whatever else was chosen. */
  protected readonly quick = computed(() => {
    const usual = this.index().quickComplications(this.item()).slice(0, QUICK);
    const others = this.values()
      .filter((id) => usual.every((one) => one.id !== id))
      .flatMap((id) => this.index().complication(id) ?? []);
    return [...usual, ...others].map(({ id, label }) => ({ value: id, name: label }));
  });
  protected readonly found = computed(() => {
    const words = this.query().toLowerCase().split(/\s+/);
    const usual = this.index().quickComplications(this.item());
    const all = [...new Set([...usual, ...this.index().catalogue.complications])];
    return all.filter((one) => {
      const text = [one.label, ...one.synonyms].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  });

  protected open(): void {
    this.dialog().nativeElement.showModal();
  }

  protected toggle(id: string): void {
    this.values.set(withToggled(this.values(), id, NONE));
  }
}

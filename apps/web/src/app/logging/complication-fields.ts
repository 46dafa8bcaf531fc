import { Component, computed, input, model, signal, viewChild } from '@angular/core';
import type { CatalogueIndex, CatalogueItem } from '@countersign/domain/catalogue';
import { PickDialog } from '../ui/fields/pick-dialog';
import { ToggleChips, withToggled } from '../ui/fields/toggle-chips';
import { Icon } from '../ui/icon';

const QUICK = 4;
const NONE = 'none';

/** What went wrong, or that nothing did: the item's usual ones in reach, all others in a list to search. */
@Component({
  selector: 'cs-complication-fields',
  imports: [Icon, PickDialog, ToggleChips],
  template: `
    <cs-toggle-chips
      legend="Complications"
      [choices]="quick()"
      [values]="values()"
      (valuesChange)="values.set($event)"
      [exclusive]="none"
      [error]="error()"
    >
      <button type="button" class="cs-chip" (click)="dialog().open()"><cs-icon name="search" />All</button>
    </cs-toggle-chips>

    <cs-pick-dialog
      heading="All complications"
      searchLabel="Complications"
      placeholder="Search, such as “dural”"
      [many]="true"
      [choices]="found()"
      [values]="values()"
      [(query)]="query"
      (picked)="toggle($event)"
    />
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ComplicationFields {
  protected readonly dialog = viewChild.required(PickDialog);

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
    return all
      .filter((one) => {
        const text = [one.label, ...one.synonyms].join(' ').toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .map(({ id, label }) => ({ value: id, name: label }));
  });

  protected toggle(id: string): void {
    this.values.set(withToggled(this.values(), id, NONE));
  }
}

import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { searchCatalogue } from '@countersign/domain/search';
import type { Competency } from '@countersign/domain/competency';
import { counted } from '@countersign/contracts/words/count';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { PickDialog } from '../ui/fields/pick-dialog';
import { Icon } from '../ui/icon';
import { given } from './edited-set';

type Subject = Competency['about'];

const ofGroup = 'group ';

/** Procedures, experiences and groups of the catalogue, found by search, in the middle of a sentence. */
@Component({
  selector: 'cs-item-set',
  imports: [Icon, PickDialog],
  template: `
    <button
      type="button"
      class="boxed"
      [attr.aria-label]="label() + ': ' + said()"
      [attr.aria-invalid]="wrong() || null"
      (click)="picker().open()"
    >
      {{ said() }}<cs-icon name="search" />
    </button>
    <cs-pick-dialog
      [heading]="label()"
      searchLabel="Search the catalogue"
      placeholder="Such as: tfesi, facet, cancer"
      [choices]="choices()"
      [values]="values()"
      [many]="true"
      [(query)]="query"
      (picked)="toggle($event)"
    />
  `,
  styleUrl: './sentence.css',
})
export class ItemSet {
  readonly #catalogue = inject(ProgramCatalogue);
  protected readonly picker = viewChild.required(PickDialog);

  readonly label = input('Procedures and experiences');
  readonly value = input.required<Subject>();
  readonly wrong = input(false);
  readonly changed = output<Subject>();

  protected readonly query = signal('');
  protected readonly values = computed(() => [
    ...(this.value().items ?? []),
    ...(this.value().groups ?? []).map((id) => `${ofGroup}${id}`),
  ]);
  readonly #groups = computed(() =>
    (this.#catalogue.index()?.catalogue.groups ?? []).map(({ id, name }) => ({
      ...{ value: `${ofGroup}${id}`, name: `Everything in ${name}` },
    })),
  );
  protected readonly choices = computed(() => {
    const index = this.#catalogue.index();
    if (!index) return [];
    const query = this.query().trim();
    const named = (id: string) => ({ value: id, name: index.item(id)?.name ?? id });
    if (query !== '')
      return [
        ...searchCatalogue(index, query).map(({ itemId }) => named(itemId)),
        ...this.#groups().filter(({ name }) => name.toLowerCase().includes(query.toLowerCase())),
      ];
    const chosen = this.value().items ?? [];
    const others = index.catalogue.items.map(({ id }) => id).filter((id) => !chosen.includes(id));
    return [...chosen.map(named), ...this.#groups(), ...others.map(named)];
  });
  protected readonly said = computed(() => {
    const { items = [], groups = [] } = this.value();
    const index = this.#catalogue.index();
    const names = [
      ...items.map((id) => index?.item(id)?.short ?? id),
      ...groups.map((id) => index?.catalogue.groups.find((one) => one.id === id)?.name ?? id),
    ];
    if (names.length === 0) return 'choose procedures';
    if (names.length <= 2) return names.join(' or ');
    return `${names[0]} and ${counted(names.length - 1, 'other', 'others')}`;
  });

  protected toggle(picked: string): void {
    const { items = [], groups = [] } = this.value();
    const isGroup = picked.startsWith(ofGroup);
    const id = isGroup ? picked.slice(ofGroup.length) : picked;
    const toggled = (list: readonly string[]) => {
      const left = list.filter((one) => one !== id);
      return left.length === list.length ? [...list, id] : left;
    };
    const next = isGroup ? { items, groups: toggled(groups) } : { items: toggled(items), groups };
    const some = (list: readonly string[]) => (list.length === 0 ? undefined : list);
    this.changed.emit(given({ items: some(next.items), groups: some(next.groups) }) as Subject);
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { procedureRoles } from '@countersign/domain/catalogue';
import type { FactFilter } from '@countersign/domain/competency';
import { procedureRoleInLine } from '@countersign/contracts/words/procedure';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { given } from './edited-set';
import { chosen } from './boxed';
import { choicesOf, conditionLists, type ListedCondition } from './filter-conditions';
import { ItemSet } from './item-set';
import { SomeOf } from './some-of';

/** Which cases a rule is about, in the words of its sentence; rarer conditions behind “more”. */
@Component({
  selector: 'cs-filter-editor',
  imports: [ItemSet, SomeOf],
  template: `
    of
    <cs-item-set [value]="filter()" [wrong]="wrong()" (changed)="subject($event)" />
    as
    <cs-some-of
      label="Role"
      none="any role"
      [choices]="roles"
      [values]="filter().roles ?? []"
      (changed)="list('roles', $event)"
    />
    @if (windowed()) {
      within
      <select class="boxed" aria-label="Time window" (change)="window($event)">
        <option value="" [selected]="filter().windowMonths === undefined">any time</option>
        @for (months of windows(); track months) {
          <option [value]="months" [selected]="filter().windowMonths === months">{{ months }} months</option>
        }
      </select>
    }
    . Simulation
    <select class="boxed" aria-label="Simulation" (change)="simulation($event)">
      @for (one of simulations; track one.value) {
        <option [value]="one.value" [selected]="(filter().simulation ?? 'exclude') === one.value">
          {{ one.name }}
        </option>
      }
    </select>
    <details class="more" [attr.open]="asked() > 0 ? '' : null">
      <summary>More conditions{{ asked() > 0 ? ', ' + asked() + ' asked' : '' }}</summary>
      <div class="sentence">
        @for (one of lists(); track one.key) {
          <cs-some-of
            [label]="one.label"
            [none]="one.none"
            [choices]="one.choices"
            [values]="filter()[one.key] ?? []"
            (changed)="list(one.key, $event)"
          />
        }
        <select class="boxed" aria-label="Help of each case" (change)="help($event)">
          <option value="" [selected]="filter().minHelp === undefined">any help</option>
          @for (one of helps; track one) {
            <option [value]="one" [selected]="filter().minHelp === one">help {{ one }} or more</option>
          }
        </select>
      </div>
    </details>
  `,
  styleUrl: './sentence.css',
})
export class FilterEditor {
  readonly #catalogue = inject(ProgramCatalogue);

  readonly filter = input.required<FactFilter>();
  /** Whether the rule has a window that is the filter’s own. */
  readonly windowed = input(true);
  /** What it is about cannot be as it is. */
  readonly wrong = input(false);
  readonly changed = output<FactFilter>();

  protected readonly roles = choicesOf(procedureRoles, procedureRoleInLine);
  protected readonly helps = [1, 2, 3, 4, 5] as const;
  protected readonly simulations = [
    { value: 'exclude', name: 'counts apart' },
    { value: 'include', name: 'counts too' },
    { value: 'only', name: 'alone counts' },
  ] as const;
  protected readonly windows = computed(() => {
    const own = this.filter().windowMonths;
    const usual = [3, 6, 9, 12, 18, 24, 36];
    return own === undefined || usual.includes(own) ? usual : [...usual, own].sort((a, b) => a - b);
  });
  protected readonly lists = computed(() => conditionLists(this.filter(), this.#catalogue.index()));
  /** Conditions behind “more” that ask something. */
  protected readonly asked = computed(
    () =>
      this.lists().filter(({ key }) => (this.filter()[key]?.length ?? 0) > 0).length +
      (this.filter().minHelp === undefined ? 0 : 1),
  );

  protected subject(about: Pick<FactFilter, 'items' | 'groups'>): void {
    this.#change({ items: about.items, groups: about.groups });
  }

  protected list(key: ListedCondition | 'roles', values: readonly string[]): void {
    this.#change({ [key]: values.length === 0 ? undefined : values });
  }

  protected window(event: Event): void {
    const months = chosen(event);
    this.#change({ windowMonths: months === '' ? undefined : Number(months) });
  }

  protected simulation(event: Event): void {
    const said = chosen(event);
    this.#change({ simulation: said === 'exclude' ? undefined : said });
  }

  protected help(event: Event): void {
    const said = chosen(event);
    this.#change({ minHelp: said === '' ? undefined : Number(said) });
  }

  /** What is left undefined is no condition any more. */
  #change(change: Readonly<Partial<Record<keyof FactFilter, unknown>>>): void {
    this.changed.emit(given({ ...this.filter(), ...change }) as FactFilter);
  }
}

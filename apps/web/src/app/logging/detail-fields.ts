import { Component, computed, inject, input, output } from '@angular/core';
import { plainWord, type CatalogueItem, type ItemDetail } from '@countersign/domain/catalogue';
import type { DraftProcedure, RecordedDetail } from '@countersign/domain/entry';
import { ChipSelect } from '../ui/fields/chip-select';
import { Field, FieldControl } from '../ui/fields/field';
import { FieldError } from '../ui/fields/field-error';
import { EntryDraft } from './entry-draft';

/** One detail as it is asked: of each level that was chosen, or once. */
interface Asked {
  readonly key: string;
  readonly detail: ItemDetail;
  readonly level: string | undefined;
  readonly label: string;
  readonly recorded: RecordedDetail | undefined;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly error: string | undefined;
}

/** What the item lets one say beyond levels, technique and guidance. None of it is free text. */
@Component({
  selector: 'cs-detail-fields',
  imports: [ChipSelect, Field, FieldControl, FieldError],
  template: `
    @for (one of asked(); track one.key) {
      @if (one.detail.kind === 'number') {
        <cs-field [label]="one.label" [error]="one.error">
          <input
            csControl
            type="number"
            inputmode="decimal"
            step="any"
            [min]="one.detail.min"
            [max]="one.detail.max"
            [value]="one.recorded?.amount ?? ''"
            (input)="setAmount(one, $event)"
          />
        </cs-field>
      } @else {
        <cs-chip-select
          icon="info"
          [label]="one.label"
          [required]="false"
          [choices]="one.choices"
          [value]="one.recorded?.value"
          (valueChange)="setValue(one, $event)"
          [error]="one.error"
        />
      }
    }
    <cs-field-error [id]="pointer() + '/details-error'" [text]="missing()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--cs-3);
    }
  `,
})
export class DetailFields {
  readonly #draft = inject(EntryDraft);

  readonly item = input.required<CatalogueItem>();
  readonly procedure = input.required<DraftProcedure>();
  /** JSON pointer of the procedure in the entry. */
  readonly pointer = input.required<string>();
  readonly changed = output<readonly RecordedDetail[] | undefined>();

  readonly #recorded = computed(() => this.procedure().details ?? []);
  protected readonly asked = computed<readonly Asked[]>(() =>
    this.item().details.flatMap((detail) =>
      detail.perLevel
        ? [...new Set(this.procedure().levels.map(({ level }) => level))].map((level) =>
            this.#ask(detail, level),
          )
        : [this.#ask(detail, undefined)],
    ),
  );
  /** A detail that the program asks for and that is not there has no place of its own. */
  protected readonly missing = computed(
    () => this.#draft.notes().find(({ pointer }) => pointer === `${this.pointer()}/details`)?.text,
  );

  protected setValue(asked: Asked, value: string | undefined): void {
    this.#put(asked, value === undefined ? undefined : { value });
  }

  protected setAmount(asked: Asked, event: Event): void {
    const typed = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
    const amount = Number(typed);
    this.#put(asked, typed === '' || !Number.isFinite(amount) ? undefined : { amount });
  }

  #ask(detail: ItemDetail, level: string | undefined): Asked {
    const position = this.#recorded().findIndex((one) => one.id === detail.id && one.level === level);
    const name = detail.kind === 'number' ? withUnit(detail.name, detail.unit) : detail.name;
    return {
      key: `${detail.id} ${level ?? ''}`,
      detail,
      level,
      label: level === undefined ? name : `${name}, ${plainWord(level)}`,
      recorded: this.#recorded()[position],
      choices: choicesOf(detail),
      error: position === -1 ? undefined : this.#draft.noteAt(`${this.pointer()}/details/${position}`),
    };
  }

  #put({ detail: { id }, level }: Asked, said: Pick<RecordedDetail, 'value' | 'amount'> | undefined): void {
    const whole = { id, ...(level === undefined ? {} : { level }), ...said };
    const others = this.#recorded().filter((one) => one.id !== id || one.level !== level);
    const details = said === undefined ? others : [...others, whole];
    this.changed.emit(details.length === 0 ? undefined : details);
  }
}

function choicesOf(detail: ItemDetail): Asked['choices'] {
  if (detail.kind === 'choice') return detail.choices.map(({ id, name }) => ({ value: id, name }));
  if (detail.kind === 'level') return detail.levels.map((level) => ({ value: level, name: level }));
  return [];
}

/** `Volume filled, mL`; the unit once where the name says it already. */
function withUnit(name: string, unit: string): string {
  return name.toLowerCase() === unit ? name : `${name}, ${unit}`;
}

import { Component, computed, input, model, signal, viewChild } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { DiagnosisGroup } from '@countersign/domain/entry';
import { FieldError } from '../ui/fields/field-error';
import { FieldPiece } from '../ui/fields/field-piece';
import { PickDialog } from '../ui/fields/pick-dialog';
import { Icon } from '../ui/icon';
import { diagnosisText, findDiagnoses } from './diagnosis-list';

/** The diagnosis with its code, if the fellow wants to state it: those of the chosen group first, all by search. */
@Component({
  selector: 'cs-diagnosis-field',
  imports: [FieldError, Icon, PickDialog],
  template: `
    <button
      type="button"
      class="cs-chip"
      aria-haspopup="dialog"
      [class.prefilled]="value() && !error()"
      [class.wrong]="error()"
      [attr.aria-describedby]="errorAt()"
      (click)="open()"
    >
      <cs-icon name="document" />
      <span class="text" translate="no" [class.unset]="!value()">{{ text() }}</span>
      <cs-icon class="caret" name="caret-down" />
    </button>
    <cs-field-error [id]="errorId" [text]="error()" />

    <cs-pick-dialog
      heading="Diagnosis code"
      searchLabel="ICD-10-CM code or words"
      placeholder="Search, such as “sciatica” or “M54”"
      [choices]="choices()"
      [values]="values()"
      unset="Not stated"
      [(query)]="query"
      (picked)="value.set($event || undefined)"
    >
      @if (hidden() > 0) {
        <button type="button" class="cs-button quiet" (click)="all.set(true)">
          Show {{ hidden() }} of other groups
        </button>
      }
      <p class="cs-caption cs-text-2">Codes are for your program to confirm.</p>
    </cs-pick-dialog>
  `,
  styleUrl: '../ui/fields/chip-select.css',
})
export class DiagnosisField extends FieldPiece {
  private readonly dialog = viewChild.required(PickDialog);

  readonly index = input.required<CatalogueIndex>();
  readonly group = input.required<DiagnosisGroup | undefined>();
  readonly value = model<string | undefined>();

  protected readonly query = signal('');
  protected readonly all = signal(false);
  readonly #diagnoses = computed(() => this.index().catalogue.diagnoses);
  readonly #found = computed(() =>
    findDiagnoses(this.#diagnoses(), { query: this.query(), group: this.group(), all: this.all() }),
  );
  protected readonly choices = computed(() =>
    this.#found().map(({ id, icd10cm, label }) => ({ value: id, name: label, code: icd10cm })),
  );
  protected readonly values = computed(() => [this.value()].filter((id) => id !== undefined));
  protected readonly hidden = computed(() =>
    this.query() === '' ? this.#diagnoses().length - this.#found().length : 0,
  );
  protected readonly text = computed(() => {
    const id = this.value();
    if (id === undefined) return 'Diagnosis code: not stated';
    const diagnosis = this.index().diagnosis(id);
    return diagnosis ? diagnosisText(diagnosis) : id;
  });

  protected open(): void {
    this.all.set(false);
    this.dialog().open();
  }
}

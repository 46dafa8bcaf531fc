import { Component, computed, ElementRef, input, model, signal, viewChild } from '@angular/core';
import type { CatalogueIndex } from '@countersign/domain/catalogue';
import type { DiagnosisGroup } from '@countersign/domain/entry';
import { FieldError } from '../ui/fields/field-error';
import { Icon } from '../ui/icon';
import { diagnosisText, findDiagnoses } from './diagnosis-list';

/** The diagnosis with its code, if the fellow wants to state it: those of the chosen group first, all by search. */
@Component({
  selector: 'cs-diagnosis-field',
  imports: [FieldError, Icon],
  template: `
    <div [class.has-problem]="error()">
      <button
        type="button"
        class="cs-chip"
        aria-haspopup="dialog"
        [class.prefilled]="value() && !error()"
        [class.wrong]="error()"
        [attr.aria-describedby]="error() ? 'cs-diagnosis-error' : null"
        (click)="open()"
      >
        <cs-icon name="document" />
        <span class="text" [class.unset]="!value()">{{ text() }}</span>
        <cs-icon class="caret" name="caret-down" />
      </button>
      <cs-field-error id="cs-diagnosis-error" [text]="error()" />
    </div>

    <dialog #dialog class="cs-dialog" aria-labelledby="cs-diagnosis-title" (close)="query.set('')">
      <div class="cs-stack">
        <h2 id="cs-diagnosis-title">Diagnosis code</h2>
        <label class="cs-field">
          ICD-10-CM code or words
          <input
            #field
            class="cs-input"
            autocomplete="off"
            placeholder="Search, such as “sciatica” or “M54”"
            [value]="query()"
            (input)="query.set(field.value)"
          />
        </label>
        <div class="list" role="radiogroup" aria-labelledby="cs-diagnosis-title">
          <label>
            <input type="radio" name="cs-diagnosis" [checked]="!value()" (change)="value.set(undefined)" />
            <span>Not stated</span>
          </label>
          @for (one of found(); track one.id) {
            <label>
              <input
                type="radio"
                name="cs-diagnosis"
                [checked]="value() === one.id"
                (change)="value.set(one.id)"
              />
              <span
                ><b>{{ one.icd10cm }}</b> {{ one.label }}</span
              >
            </label>
          } @empty {
            <p class="cs-text-2">Nothing is called “{{ query() }}”.</p>
          }
        </div>
        @if (hidden() > 0) {
          <button type="button" class="cs-button quiet" (click)="all.set(true)">
            Show {{ hidden() }} of other groups
          </button>
        }
        <p class="cs-caption cs-text-2">Codes are for your program to confirm.</p>
        <button type="button" class="cs-button main" (click)="dialog.close()">Done</button>
      </div>
    </dialog>
  `,
  styleUrls: ['../ui/fields/chip-select.css', './pick-list.css'],
})
export class DiagnosisField {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly index = input.required<CatalogueIndex>();
  readonly group = input.required<DiagnosisGroup | undefined>();
  readonly value = model<string | undefined>();
  readonly error = input<string | undefined>();

  protected readonly query = signal('');
  protected readonly all = signal(false);
  readonly #diagnoses = computed(() => this.index().catalogue.diagnoses);
  protected readonly found = computed(() =>
    findDiagnoses(this.#diagnoses(), { query: this.query(), group: this.group(), all: this.all() }),
  );
  protected readonly hidden = computed(() =>
    this.query() === '' ? this.#diagnoses().length - this.found().length : 0,
  );
  protected readonly text = computed(() => {
    const id = this.value();
    if (id === undefined) return 'Diagnosis code: not stated';
    const diagnosis = this.index().diagnosis(id);
    return diagnosis ? diagnosisText(diagnosis) : id;
  });

  protected open(): void {
    this.all.set(false);
    this.dialog().nativeElement.showModal();
  }
}

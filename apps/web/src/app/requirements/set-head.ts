import { Component, inject, input, output } from '@angular/core';
import { given, idFrom, type EditedSet } from './edited-set';
import { SetTrial } from './set-trial';

type TextKey = 'title' | 'source' | 'edition' | 'cohort' | 'effectiveOn';

const fields: readonly { readonly key: TextKey; readonly label: string; readonly longest: number }[] = [
  { key: 'title', label: 'Title of the set', longest: 200 },
  { key: 'source', label: 'Where its numbers come from', longest: 2000 },
  { key: 'edition', label: 'Edition', longest: 200 },
  { key: 'cohort', label: 'Cohort that it binds; empty: every cohort', longest: 40 },
];

/** What a set says of itself: whence its numbers come, whom it binds, and from when. */
@Component({
  selector: 'cs-set-head',
  template: `
    <details class="cs-card" [attr.open]="hasFault() ? '' : null">
      <summary>
        <span
          ><b>{{ set().title || 'A set without a title' }}</b>
          <span class="cs-text-2"
            >{{ set().cohort ? 'Cohort ' + set().cohort : 'Every cohort' }}, from {{ set().effectiveOn }}.
            Verified: not yet.</span
          ></span
        >
      </summary>
      <div class="cs-stack">
        @for (field of fields; track field.key) {
          <label class="cs-field"
            >{{ field.label }}
            <input
              class="cs-input"
              autocomplete="off"
              [attr.maxlength]="field.longest"
              [attr.list]="field.key === 'cohort' ? 'cs-edit-cohorts' : null"
              [attr.aria-invalid]="trial.faultAt('/' + field.key) ? 'true' : null"
              [value]="set()[field.key] ?? ''"
              (change)="put(field.key, $event)"
            />
            @if (trial.faultAt('/' + field.key); as fault) {
              <span class="cs-field-error">{{ fault }}</span>
            }
          </label>
        }
        <datalist id="cs-edit-cohorts">
          @for (cohort of cohorts(); track cohort) {
            <option [value]="cohort"></option>
          }
        </datalist>
        <label class="cs-field"
          >In force from
          <input
            class="cs-input"
            type="date"
            [value]="set().effectiveOn"
            (change)="put('effectiveOn', $event)"
          />
          @if (trial.faultAt('/effectiveOn'); as fault) {
            <span class="cs-field-error">{{ fault }}</span>
          }
        </label>
      </div>
    </details>
  `,
  styles: `
    details {
      padding: var(--cs-4) var(--cs-5);
    }
    summary {
      min-height: var(--cs-touch);
      cursor: pointer;
    }
    summary .cs-text-2 {
      display: block;
      font-size: var(--cs-text-sm);
    }
  `,
})
export class SetHead {
  protected readonly trial = inject(SetTrial);
  readonly set = input.required<EditedSet>();
  /** Cohorts of the program, to choose from. */
  readonly cohorts = input<readonly string[]>([]);
  readonly changed = output<EditedSet>();

  protected readonly fields = fields;

  protected hasFault(): boolean {
    return ['title', 'source', 'edition', 'cohort', 'effectiveOn', 'id'].some((key) =>
      this.trial.faultAt(`/${key}`),
    );
  }

  protected put(key: TextKey, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const typed = event.target.value.trim();
    const set = { ...this.set(), [key]: key === 'cohort' && typed === '' ? undefined : typed };
    const id = set.id === '' ? idFrom(typed, 'requirements') : set.id;
    this.changed.emit(given({ ...set, id }));
  }
}

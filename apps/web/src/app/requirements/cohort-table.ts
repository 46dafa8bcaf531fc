import { Component, inject, input, output, signal } from '@angular/core';
import { setCohort } from '@countersign/contracts/requirements/endpoints';
import type { CohortLineView, RequirementSetsView } from '@countersign/contracts/requirements/views';
import { setStandingWords } from '@countersign/contracts/words/competency';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import { ProblemNote } from '../ui/problem-note';

/** The fellows with their cohort, and by which set each is counted; a cohort is typed and saved in its line. */
@Component({
  selector: 'cs-cohort-table',
  imports: [ProblemNote],
  template: `
    <cs-problem [problem]="sending.problem()" />
    <ul class="cs-card cs-lines" aria-label="Fellows by cohort">
      @for (line of fellows(); track line.roleId) {
        <li>
          <div>
            <b translate="no">{{ line.fellow.name }}</b>
            <span class="cs-text-2">
              {{ line.set.title }}, version {{ line.set.version }}:
              {{ line.set.binds ? 'binds' : 'does not bind' }} ({{ words[line.set.standing] }}). Training
              {{ day(line.fromOn) }} to {{ day(line.toOn) }}.
            </span>
          </div>
          <form (submit)="save($event, line, cohort.value)">
            <label>
              Cohort<span class="cs-visually-hidden"> of {{ line.fellow.name }}</span>
              <input
                #cohort
                class="cs-input"
                maxlength="40"
                autocomplete="off"
                [value]="line.cohort ?? ''"
                [attr.list]="'cs-cohorts'"
              />
            </label>
            <button
              type="submit"
              class="cs-button"
              [attr.aria-label]="'Save the cohort of ' + line.fellow.name"
            >
              Save
            </button>
          </form>
          @if (saved() === line.roleId) {
            <p class="cs-caption" role="status">Saved.</p>
          }
        </li>
      }
    </ul>
    <datalist id="cs-cohorts">
      @for (name of cohorts(); track name) {
        <option [value]="name"></option>
      }
    </datalist>
  `,
  styles: `
    .cs-lines {
      margin: 0;
      padding: 0 var(--cs-5);
      list-style: none;
    }
    .cs-lines > li {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: var(--cs-3) var(--cs-5);
      padding-block: var(--cs-4);
    }
    li > div {
      flex: 1 1 16rem;
      min-width: 0;
    }
    li span {
      display: block;
      font-size: var(--cs-text-sm);
    }
    form {
      display: flex;
      gap: var(--cs-3);
      align-items: end;
    }
    label {
      display: grid;
      gap: var(--cs-1);
      font-size: var(--cs-text-sm);
    }
    input {
      width: 9rem;
    }
  `,
})
export class CohortTable {
  readonly #api = inject(ProgramApi);
  readonly fellows = input.required<readonly CohortLineView[]>();
  readonly cohorts = input.required<readonly string[]>();
  /** What the page shows after a change. */
  readonly changed = output<RequirementSetsView>();

  protected readonly sending = new Sending();
  protected readonly saved = signal('');
  protected readonly words = setStandingWords;
  protected readonly day = dayFull;

  protected async save(event: Event, { roleId }: CohortLineView, typed: string): Promise<void> {
    event.preventDefault();
    const cohort = typed.trim();
    const body = cohort === '' ? {} : { cohort };
    this.saved.set('');
    const view = await this.sending.send(() => this.#api.call(setCohort, { params: { roleId }, body }));
    if (!view) return;
    this.saved.set(roleId);
    this.changed.emit(view);
  }
}

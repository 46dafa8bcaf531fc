import { Component, computed, input, model, signal } from '@angular/core';
import type {
  CompetencyView,
  MappingPairView,
  RequirementTrialView,
} from '@countersign/contracts/requirements/views';
import { counted } from '@countersign/contracts/words/count';
import { allOf } from '@countersign/contracts/words/list';

/**
 * Which old competency each new one continues: those of the same id unless told. Sign-offs stay where this leads, so that
 * what nothing continues is named.
 */
@Component({
  selector: 'cs-continued-competencies',
  template: `
    <fieldset>
      <legend>What becomes of the competencies of {{ followed() }}</legend>
      <p>{{ same() }} Sign-offs go where this leads.</p>
      @if (others().length > 0) {
        <ul aria-label="Competencies that go on as another">
          @for (pair of others(); track pair.from + ' ' + pair.to) {
            <li>
              <span>{{ oldTitle(pair.from) }} <b>goes on as</b> {{ newTitle(pair.to) }}</span>
              <button
                type="button"
                class="cs-button text"
                [attr.aria-label]="'Remove: ' + oldTitle(pair.from) + ' goes on as ' + newTitle(pair.to)"
                (click)="remove(pair)"
              >
                Remove
              </button>
            </li>
          }
        </ul>
      }
      @if (ended().length > 0) {
        <p class="cs-note returned" role="status">
          <span
            ><b>Nothing continues {{ list(ended()) }}.</b> A sign-off for it stands in the record and for
            nothing any more.</span
          >
        </p>
      }
      <div class="add">
        <label
          >Of before
          <select #from class="cs-input">
            @for (one of olds(); track one.id) {
              <option [value]="one.id">{{ one.title }}</option>
            }
          </select>
        </label>
        <label
          >goes on as
          <select #to class="cs-input">
            @for (one of news(); track one.id) {
              <option [value]="one.id">{{ one.title }}</option>
            }
          </select>
        </label>
        <button type="button" class="cs-button" (click)="add({ from: from.value, to: to.value })">Add</button>
      </div>
      <p class="cs-text-2 cs-small" role="status">{{ said() }}</p>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--cs-3);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      font-weight: var(--cs-weight-bold);
    }
    ul {
      display: grid;
      gap: var(--cs-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li,
    .add {
      display: flex;
      flex-wrap: wrap;
      gap: var(--cs-2) var(--cs-4);
      align-items: center;
    }
    .add {
      align-items: end;
    }
    .add label {
      display: grid;
      gap: var(--cs-1);
      min-width: min(100%, 16rem);
      font-size: var(--cs-text-sm);
    }
  `,
})
export class ContinuedCompetencies {
  readonly trial = input.required<RequirementTrialView>();
  readonly mapping = model.required<readonly MappingPairView[]>();

  protected readonly said = signal('');
  protected readonly followed = computed(() => {
    const { follows } = this.trial();
    return follows ? `${follows.title}, version ${follows.version}` : '';
  });
  protected readonly olds = computed(() => once(this.trial().competencies.map(({ before }) => before)));
  protected readonly news = computed(() => once(this.trial().competencies.map(({ after }) => after)));
  protected readonly others = computed(() => this.mapping().filter(({ from, to }) => from !== to));
  protected readonly same = computed(() => {
    const own = this.mapping().length - this.others().length;
    return own === 0
      ? 'None goes on under its own id.'
      : `${counted(own, 'goes', 'go')} on under the same id.`;
  });
  protected readonly ended = computed(() =>
    this.olds()
      .filter(({ id }) => !this.mapping().some(({ from }) => from === id))
      .map(({ title }) => title),
  );
  protected readonly list = allOf;

  protected oldTitle(id: string): string {
    return titleIn(this.olds(), id);
  }

  protected newTitle(id: string): string {
    return titleIn(this.news(), id);
  }

  protected add(pair: MappingPairView): void {
    const isThere = this.mapping().some(({ from, to }) => from === pair.from && to === pair.to);
    const said = `${this.oldTitle(pair.from)} goes on as ${this.newTitle(pair.to)}`;
    this.said.set(isThere ? `${said} already.` : `Added: ${said}.`);
    if (!isThere) this.mapping.update((pairs) => [...pairs, pair]);
  }

  protected remove(pair: MappingPairView): void {
    this.said.set(`Removed: ${this.oldTitle(pair.from)} goes on as ${this.newTitle(pair.to)}.`);
    this.mapping.update((pairs) => pairs.filter((one) => one !== pair));
  }
}

function once(competencies: readonly (CompetencyView | undefined)[]): readonly CompetencyView[] {
  const known = new Map(competencies.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return [...known.values()];
}

function titleIn(competencies: readonly CompetencyView[], id: string): string {
  return competencies.find((one) => one.id === id)?.title ?? id;
}

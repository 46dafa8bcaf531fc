import { Component, computed, input } from '@angular/core';
import type { Problem } from '@countersign/contracts/problems';
import { problemHint, problemInWords } from '@countersign/contracts/words/problem';
import { Icon } from './icon';

/**
 * What happened, what to do, and which fields need attention; it stays until the problem is gone, never a toast.
 * Buttons such as "Try again" go inside the element.
 */
@Component({
  selector: 'cs-problem',
  imports: [Icon],
  template: `
    @if (problem(); as what) {
      <div class="cs-note error" role="alert">
        <cs-icon name="error" />
        <div>
          <p>
            <b>{{ said(what) }}</b>
            @if (hint()) {
              {{ hint() }}
            }
          </p>
          @if (fields().length > 0) {
            <ul>
              @for (field of fields(); track field) {
                <li>{{ field }}</li>
              }
            </ul>
          }
          @if (what.requestId; as id) {
            <p class="cs-caption cs-text-2">Reference {{ id }}</p>
          }
          <div class="actions"><ng-content /></div>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    ul {
      padding-left: 1.1rem;
      list-style: disc;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class ProblemNote {
  readonly problem = input.required<Problem | null | undefined>();

  protected readonly hint = computed(() => problemHint(this.problem()?.code ?? ''));
  protected readonly said = problemInWords;
  /** Sentences repeat where several fields have the same trouble; once is enough here, each field shows its own. */
  protected readonly fields = computed(() => [
    ...new Set((this.problem()?.errors ?? []).map((field) => problemInWords(field))),
  ]);
}

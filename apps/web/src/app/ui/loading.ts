import { Component, computed, input } from '@angular/core';
import type { Read } from '../platform/api';
import { ProblemNote } from './problem-note';

/**
 * What stands on a page while its content cannot: a line, which goes inside the element, while it is on its way, and
 * what went wrong with a way to try again. Nothing once all of it is there.
 */
@Component({
  selector: 'cs-loading',
  imports: [ProblemNote],
  template: `
    @if (trouble(); as problem) {
      <cs-problem [problem]="problem">
        <button type="button" class="cs-button" (click)="tryAgain()">Try again</button>
      </cs-problem>
    } @else if (waits()) {
      <p class="cs-text-2" role="status"><ng-content /></p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class Loading {
  /** One read, or all that the page needs. */
  readonly of = input.required<Read<unknown> | readonly Read<unknown>[]>();

  readonly #reads = computed(() => [this.of()].flat());
  protected readonly trouble = computed(
    () =>
      this.#reads()
        .map((read) => read.trouble())
        .find((trouble) => trouble !== null) ?? null,
  );
  protected readonly waits = computed(() =>
    this.#reads().some((read) => read.isLoading() && read.view() === undefined),
  );

  protected tryAgain(): void {
    for (const read of this.#reads()) if (read.trouble() !== null) read.reload();
  }
}

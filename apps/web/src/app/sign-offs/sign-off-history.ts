import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { readSignOffHistory } from '@countersign/contracts/sign-offs/endpoints';
import type { SignOffView } from '@countersign/contracts/sign-offs/views';
import { signOffHistoryLine } from '@countersign/contracts/words/sign-off-history';
import { ProgramApi } from '../platform/program-api';
import { ProgramClock } from '../platform/program-clock';
import { Loading } from '../ui/loading';

/** Every event of a sign-off out of the log, folded; it is asked for when it is opened, and again after a change. */
@Component({
  selector: 'cs-sign-off-history',
  imports: [Loading],
  template: `
    <details (toggle)="fold($event)">
      <summary>Every step, from the log</summary>
      @if (isOpen()) {
        <cs-loading [of]="source">Reading the log …</cs-loading>
        <ol aria-label="Every step, newest first">
          @for (line of lines(); track line.seq) {
            <li>
              <p>
                <b>{{ line.title }}</b>
                @if (line.state; as state) {
                  <span class="state">
                    · <del>{{ state.before }}</del>&ngsp;<span aria-hidden="true">→</span>&ngsp;<ins>{{
                      state.after
                    }}</ins></span
                  >
                }
              </p>
              <p class="by" translate="no">{{ line.by }} · no. {{ line.seq }} of the log</p>
              @for (note of line.notes; track $index) {
                <p>{{ note }}</p>
              }
              @if (line.text; as words) {
                <blockquote translate="no">{{ words }}</blockquote>
              }
            </li>
          }
        </ol>
      }
    </details>
  `,
  styles: `
    summary {
      min-height: var(--cs-touch);
      padding-block: 0.75rem;
      cursor: pointer;
    }
    ol {
      display: grid;
      gap: var(--cs-4);
    }
    li {
      display: grid;
      gap: var(--cs-1);
      padding-inline-start: 0.75rem;
      border-inline-start: 2px solid var(--cs-line);
      overflow-wrap: anywhere;
      font-size: var(--cs-text-sm);
    }
    .by,
    .state {
      color: var(--cs-text-2);
    }
    ins {
      font-weight: var(--cs-weight-bold);
      text-decoration: none;
    }
    blockquote {
      margin: 0;
    }
  `,
})
export class SignOffHistorySection {
  readonly #clock = inject(ProgramClock);

  /** As it is shown: another state of it has another history. */
  readonly signOff = input.required<SignOffView>();

  protected readonly isOpen = signal(false);
  protected readonly source = inject(ProgramApi).read(readSignOffHistory, () =>
    this.isOpen() ? { params: { signOffId: this.signOff().id } } : undefined,
  );
  protected readonly lines = computed(() =>
    (this.source.view()?.events ?? [])
      .map((event) => signOffHistoryLine(event, this.#clock.timeZone()))
      .toReversed(),
  );

  constructor() {
    let shown: SignOffView | undefined;
    effect(() => {
      const signOff = this.signOff();
      if (shown !== undefined && shown !== signOff && this.isOpen()) this.source.reload();
      shown = signOff;
    });
  }

  protected fold(event: Event): void {
    this.isOpen.set((event.target as HTMLDetailsElement).open);
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { problemInWords } from '@countersign/contracts/words/problem';
import { Privacy } from '../../platform/privacy';
import { FieldError } from './field-error';

/**
 * The line under a field whose text may tell who a patient is: which words, and for those that only may, the way to say
 * that they do not. It is read out when it comes up, without taking the focus from whoever is typing.
 */
@Component({
  selector: 'cs-prose-note',
  imports: [FieldError],
  template: `
    <div aria-live="polite">
      <cs-field-error [text]="identifying()" />
      <cs-field-error [text]="doubtful()" />
      @if (declared(); as words) {
        <p class="said">You said that this is no patient: {{ words }}</p>
      }
    </div>
    @if (stopped().doubtful.length > 0) {
      <button type="button" class="cs-button" (click)="declare()">This is no patient</button>
    }
  `,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--cs-2);
    }
    div {
      overflow-wrap: anywhere;
    }
    .said {
      color: var(--cs-text-2);
      font-size: var(--cs-text-xs);
    }
  `,
})
export class ProseNote {
  readonly #privacy = inject(Privacy);

  /** The text as it was when its writer last paused. */
  readonly text = input.required<string>();
  /** Its writer said that the words are no patient. */
  readonly done = output();

  protected readonly stopped = computed(() => this.#privacy.stopped(this.text()));
  protected readonly identifying = computed(() => said('privacy/identifies', this.stopped().identifying));
  protected readonly doubtful = computed(() => said('privacy/may-identify', this.stopped().doubtful));
  protected readonly declared = computed(() => quoted(this.#privacy.declaredIn(this.text())));

  protected declare(): void {
    this.#privacy.declare(this.stopped().doubtful);
    this.done.emit();
  }
}

function said(code: string, words: readonly string[]): string | undefined {
  return words.length === 0 ? undefined : problemInWords({ code, values: { words: quoted(words) } });
}

function quoted(words: readonly string[]): string {
  return words.map((one) => `“${one}”`).join(', ');
}

import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Shortcuts } from '../platform/shortcuts';
import { Icon } from './icon';

/**
 * Says what was done and offers to take it back until `until`. It stays while pointer or focus rest on it, even when the
 * time is over and the decision is final; the key `u` works too. It stands where the page has room for it and lies over
 * nothing.
 */
@Component({
  selector: 'cs-undo-bar',
  imports: [Icon],
  host: {
    '(document:keydown)': 'onKey($event)',
    '(mouseenter)': 'hovered.set(true)',
    '(mouseleave)': 'hovered.set(false)',
    '(focusin)': 'focused.set(true)',
    '(focusout)': 'focused.set(false)',
  },
  template: `
    <cs-icon name="checks" />
    <p role="status">{{ message() }}</p>
    <button
      type="button"
      class="cs-button text"
      [attr.aria-disabled]="over() ? 'true' : null"
      (click)="take()"
    >
      @if (over()) {
        Final now
      } @else {
        Undo <span aria-hidden="true">· {{ secondsLeft() }} s</span>
      }
    </button>
  `,
  styleUrl: './undo-bar.css',
})
export class UndoBar {
  readonly #shortcuts = inject(Shortcuts);

  /** What was done, such as "Approved: Tanaka, ganglion impar". */
  readonly message = input.required<string>();
  /** Instant on this device's clock at which the decision becomes final, ms. */
  readonly until = input.required<number>();
  /** The key `u` takes this one back; of several only the newest has it. */
  readonly hasKey = input(true);
  /** The person takes it back. */
  readonly undo = output();
  /** The time is over and nobody looks at the bar any more. */
  readonly closed = output();

  protected readonly hovered = signal(false);
  protected readonly focused = signal(false);
  readonly #now = signal(Date.now());

  protected readonly secondsLeft = computed(() =>
    Math.max(0, Math.ceil((this.until() - this.#now()) / 1000)),
  );
  protected readonly over = computed(() => this.secondsLeft() === 0);
  readonly #mayClose = computed(() => this.over() && !this.hovered() && !this.focused());

  constructor() {
    effect((onCleanup) => {
      this.until();
      this.#now.set(Date.now());
      const timer = setInterval(() => this.#now.set(Date.now()), 250);
      onCleanup(() => clearInterval(timer));
    });
    effect(() => {
      if (this.#mayClose()) this.closed.emit();
    });
  }

  protected take(): void {
    if (!this.over()) this.undo.emit();
  }

  protected onKey(event: KeyboardEvent): void {
    if (!this.hasKey() || this.#shortcuts.keyOf(event) !== 'u') return;
    event.preventDefault();
    this.take();
  }
}

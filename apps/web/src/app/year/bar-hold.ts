import { signal } from '@angular/core';
import type { Stretch } from '@countersign/domain/calendar';
import type { RotationBar } from './picture-rows';

/** A bar that somebody has in hand, and where it would be. */
export interface HeldBar {
  readonly bar: RotationBar;
  readonly days: Stretch;
  /** Put down and on its way to the server. */
  readonly sent: boolean;
}

/** The one bar that is in hand, by pointer or by keys; its days are nobody's until it is put down. */
export class BarHold {
  readonly #now = signal<HeldBar | null>(null);
  readonly now = this.#now.asReadonly();

  /** What has been sent is not taken again before the answer is there. */
  take(bar: RotationBar): boolean {
    if (this.#now()?.sent === true) return false;
    this.#now.set({ bar, days: { fromOn: bar.fromOn, toOn: bar.toOn }, sent: false });
    return true;
  }

  move(days: Stretch): void {
    this.#now.update((held) => held && { ...held, days });
  }

  /** Answers what is to be sent; undefined where it lies where it lay, and then nothing is in hand any more. */
  putDown(): HeldBar | undefined {
    const held = this.#now();
    if (!held || held.sent) return undefined;
    const { bar, days } = held;
    const isMoved = bar.fromOn !== days.fromOn || bar.toOn !== days.toOn;
    this.#now.set(isMoved ? { ...held, sent: true } : null);
    return isMoved ? held : undefined;
  }

  /** Lets go: what is drawn is what the schedule says. */
  release(): void {
    this.#now.set(null);
  }
}

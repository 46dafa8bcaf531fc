import { computed, signal } from '@angular/core';
import type { Problem } from '@countersign/contracts/problems';
import { fieldProblem, problemOf } from './problem';

/** Sends one thing at a time. What went wrong with it stays until the next attempt. */
export class Sending {
  readonly #busy = signal(false);
  readonly #problem = signal<Problem | null>(null);

  /** Something is on its way. */
  readonly busy = this.#busy.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** What was changed is not any more what the person saw: another version, or in another state. */
  readonly isOutdated = computed(() => [409, 412].includes(this.#problem()?.status ?? 0));

  /** Resolves with what the call gives; with undefined when it fails, and at once while another one is on its way. */
  async send<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.#busy()) return undefined;
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      return await call();
    } catch (error) {
      this.#problem.set(problemOf(error));
      return undefined;
    } finally {
      this.#busy.set(false);
    }
  }

  /** What went wrong is over. */
  forget(): void {
    this.#problem.set(null);
  }

  /** What the server said about one field, by its JSON pointer into the body. */
  noteAt(pointer: string): string | undefined {
    return fieldProblem(this.#problem(), pointer);
  }
}

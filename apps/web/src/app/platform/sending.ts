import { computed, signal } from '@angular/core';
import type { Problem } from '@countersign/contracts/problems';
import { v7 as uuidv7 } from 'uuid';
import { fieldProblem, isUnanswered, problemOf } from './problem';

/** Sends one thing at a time. What went wrong with it stays until the next attempt. */
export class Sending {
  readonly #busy = signal(false);
  readonly #problem = signal<Problem | null>(null);
  #id = uuidv7();

  /** Something is on its way. */
  readonly busy = this.#busy.asReadonly();
  readonly problem = this.#problem.asReadonly();

  /** Id of what the next send makes. It stays while nobody knows what became of it, so that it is made once. */
  get id(): string {
    return this.#id;
  }

  /** What was changed is not any more what the person saw: another version, or in another state. */
  readonly isOutdated = computed(() => [409, 412].includes(this.#problem()?.status ?? 0));

  /** Resolves with what the call gives; with undefined when it fails, and at once while another one is on its way. */
  async send<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (this.#busy()) return undefined;
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      const answer = await call();
      this.#id = uuidv7();
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      // Refused is not made: the next one may be another.
      if (!isUnanswered(problem)) this.#id = uuidv7();
      this.#problem.set(problem);
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

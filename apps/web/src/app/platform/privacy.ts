import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { Refused } from '@countersign/domain/refusal';
import type { Finding } from '@countersign/domain/phi';
import { isNamedProse, proseIn } from '@countersign/contracts/prose';
import { PagePerson } from './page-person';

type Guard = typeof import('@countersign/domain/phi');

/** Words in a text that the guard stops at. */
export interface Stopped {
  /** They identify a patient and must go. */
  readonly identifying: readonly string[];
  /** They may be a patient; whoever wrote them says whether they are. */
  readonly doubtful: readonly string[];
}

const NOTHING: Stopped = { identifying: [], doubtful: [] };

/**
 * The privacy guard in the browser, so that what tells who a patient is does not leave it. Its lists of names are large:
 * they are fetched when the first text is about to be written. Until then, and where they cannot be fetched, nothing is
 * stopped here; the server reads every text again and decides.
 */
@Injectable({ providedIn: 'root' })
export class Privacy {
  readonly #guard = signal<Guard | undefined>(undefined);
  readonly #person = inject(PagePerson);
  /** What one person said of words, nobody else did. */
  readonly #noPatient = linkedSignal<string | undefined, ReadonlySet<string>>({
    source: this.#person.id,
    computation: () => new Set(),
  });
  #loading: Promise<void> | undefined;

  /** The guard was fetched. */
  readonly isHere = computed(() => this.#guard() !== undefined);

  /** Fetches the guard, once; tries again where that failed. */
  load(): Promise<void> {
    this.#loading ??= import('@countersign/domain/phi').then(
      (guard) => this.#guard.set(guard),
      () => (this.#loading = undefined),
    );
    return this.#loading;
  }

  /** What stands in the way of a text as it is. */
  stopped(text: string): Stopped {
    const guard = this.#guard();
    if (!guard || text.trim() === '') return NOTHING;
    const said = this.#noPatient();
    const { findings } = guard.guardText(text);
    const words = (tier: Finding['tier']) => [
      ...new Set(findings.filter((one) => one.tier === tier).map(({ start, end }) => text.slice(start, end))),
    ];
    return { identifying: words('block'), doubtful: words('warn').filter((one) => !said.has(one)) };
  }

  /** The words of a text of which this person said that they are no patient. */
  declaredIn(text: string): readonly string[] {
    return [...this.#noPatient()].filter((words) => text.includes(words));
  }

  /** Takes it that these words are no patient, for as long as the page is open. */
  declare(words: readonly string[]): void {
    this.#noPatient.update((before) => new Set([...before, ...words]));
  }

  /** Why the texts of a body, or of what will become one, cannot be sent as they are. */
  refusals(body: object): Refused[] {
    const guard = this.#guard();
    if (!guard) return [];
    const said = this.#noPatient();
    return proseIn(body, isNamedProse).flatMap(
      ({ pointer, text }) => guard.checkProse(text, pointer, said).refusals,
    );
  }

  /** Whether a text of a body is in the way of sending it. */
  stops(body: object): boolean {
    return this.refusals(body).length > 0;
  }

  /** A body with what its writer said of the words in it. */
  withDeclared<Body extends object>(body: Body): Body {
    const texts = proseIn(body, isNamedProse).map(({ text }) => text);
    const noPatient = [...this.#noPatient()].filter((words) => texts.some((text) => text.includes(words)));
    return noPatient.length === 0 ? body : { ...body, noPatient };
  }
}

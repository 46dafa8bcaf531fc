import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { tryRequirementSet } from '@countersign/contracts/requirements/endpoints';
import type { RequirementTrialView } from '@countersign/contracts/requirements/views';
import { partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Sending } from '../platform/sending';
import type { EditedSet } from './edited-set';

/** How long nothing is typed, in ms, before the server is asked what a draft would change. */
const PAUSE_MS = 500;

/**
 * What the set that is being edited would change, as the server says: asked anew at every pause. What it said last stands
 * until it says more.
 */
@Injectable()
export class SetTrial {
  readonly #api = inject(ProgramApi);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly sending = new Sending();
  /** The day that the numbers are for; empty: today. */
  readonly asOfOn = partOfAddress('asOf');
  readonly view = signal<RequirementTrialView | undefined>(undefined);
  /** Something was changed that the server has not answered to yet. */
  readonly isBehind = signal(false);
  readonly #faults = computed(() => this.view()?.faults ?? []);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#pause));
  }

  /** What is wrong at a place of the set, or below it. */
  faultsUnder(pointer: string): readonly string[] {
    return this.#faults()
      .filter(({ pointer: at }) => at === pointer || at.startsWith(`${pointer}/`))
      .map(({ title }) => title);
  }

  /** What is wrong at exactly this place. */
  faultAt(pointer: string): string | undefined {
    return this.#faults().find(({ pointer: at }) => at === pointer)?.title;
  }

  /** Asks once nothing more is typed. */
  changed(set: EditedSet): void {
    clearTimeout(this.#pause);
    this.isBehind.set(true);
    this.#pause = setTimeout(() => void this.#ask(set), PAUSE_MS);
  }

  async #ask(set: EditedSet): Promise<void> {
    const nth = (this.#asked += 1);
    const asOfOn = this.asOfOn();
    const body = { set, ...(asOfOn === '' ? {} : { asOfOn }) };
    if (this.sending.busy()) {
      this.changed(set);
      return;
    }
    const view = await this.sending.send(() => this.#api.call(tryRequirementSet, { body }));
    if (nth !== this.#asked) return;
    // With faults nothing is counted: the numbers of before stand beside what is to be set right.
    if (view)
      this.view.update((before) =>
        view.faults.length === 0 ? view : { ...(before ?? view), faults: view.faults },
      );
    this.isBehind.set(false);
  }
}

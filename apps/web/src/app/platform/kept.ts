import { inject, Injectable } from '@angular/core';
import { isNamedProse, proseIn } from '@countersign/contracts/prose';
import { DeviceStore, type KeptForm } from './device-store';
import { PagePerson } from './page-person';
import { Privacy } from './privacy';

/** How long what was typed is kept on a device. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Nothing typed is lost: what a person has typed into a form and not sent is kept on this device, for that person alone,
 * for seven days or until the person signs out. Words in which the privacy guard finds a patient are left out, and all
 * words while the guard is not at hand.
 */
@Injectable({ providedIn: 'root' })
export class Kept {
  readonly #store = inject(DeviceStore);
  readonly #person = inject(PagePerson);
  readonly #privacy = inject(Privacy);
  /** One after the other, so that what was sent is not kept again by a step that was begun before. */
  #last: Promise<unknown> = Promise.resolve();

  /** Keeps a form as it is now. Resolves with whether all of it lies on the device. */
  keep(form: string, id: string, value: object): Promise<boolean> {
    const personId = this.#person.id();
    if (personId === undefined) return Promise.resolve(false);
    return this.#next(async () => {
      const { clean, isPart } = await this.#withoutPatients(value);
      await this.#store.put({ personId, form, id, keptAt: Date.now(), value: clean, isPart });
      return !isPart;
    }, false);
  }

  /** What this person left in a form, the newest first; older than seven days is gone. */
  find<Value extends object>(form: string): Promise<readonly KeptForm<Value>[]> {
    return this.#next(async () => {
      const all = (await this.#all()) as KeptForm<Value>[];
      return all.filter((one) => one.form === form).sort((one, other) => other.keptAt - one.keptAt);
    }, []);
  }

  /** Removes what was kept of a form: it was sent, or its writer does not want it. */
  drop(form: string, id: string): Promise<void> {
    const personId = this.#person.id();
    if (personId === undefined) return Promise.resolve();
    return this.#next(() => this.#store.remove({ personId, form, id }), undefined);
  }

  /** How many forms of this person are kept. */
  count(): Promise<number> {
    return this.#next(async () => (await this.#all()).length, 0);
  }

  /** Removes all that is kept of a person who has signed out. */
  clear(personId: string): Promise<void> {
    return this.#next(async () => {
      for (const one of await this.#store.allOf(personId)) await this.#store.remove(one);
    }, undefined);
  }

  async #all(): Promise<KeptForm[]> {
    const personId = this.#person.id();
    await this.#store.removeBefore(Date.now() - KEPT_DAYS * DAY_MS);
    return personId === undefined ? [] : this.#store.allOf(personId);
  }

  /** A device without a store keeps nothing; the page goes on. */
  #next<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const done = this.#last.then(work).catch(() => otherwise);
    this.#last = done;
    return done;
  }

  async #withoutPatients(value: object): Promise<{ clean: object; isPart: boolean }> {
    const clean = copyOf(value);
    const texts = proseIn(clean, isNamedProse).filter(({ text }) => text !== '');
    // A form without words needs no guard, which is large.
    if (texts.length > 0) await this.#privacy.load();
    const unclean = texts.filter(({ text }) => !this.#isClean(text));
    for (const { pointer } of unclean) removeAt(clean, pointer);
    return { clean, isPart: unclean.length > 0 };
  }

  #isClean(text: string): boolean {
    if (!this.#privacy.isHere()) return false;
    const { identifying, doubtful } = this.#privacy.stopped(text);
    return identifying.length === 0 && doubtful.length === 0;
  }
}

function removeAt(whole: object, pointer: string): void {
  const names = pointer.split('/').slice(1);
  const last = names.pop() ?? '';
  let holder: unknown = whole;
  for (const name of names) holder = Reflect.get(holder as object, name);
  Reflect.deleteProperty(holder as object, last);
}

/** What travels and what is kept is JSON. */
function copyOf(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

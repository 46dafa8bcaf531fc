import type { Provider } from '@angular/core';
import { DeviceStore, type KeptForm } from '../platform/device-store';

/** In the place of the browser's database, which jsdom does not have; the journeys use the real one. */
export class MemoryStore {
  forms: KeptForm[] = [];

  put(form: KeptForm): Promise<void> {
    this.forms = [...this.forms.filter((one) => !isSame(one, form)), copyOf(form)];
    return Promise.resolve();
  }

  allOf(personId: string): Promise<KeptForm[]> {
    return Promise.resolve(copyOf(this.forms.filter((one) => one.personId === personId)));
  }

  remove(form: Pick<KeptForm, 'personId' | 'form' | 'id'>): Promise<void> {
    this.forms = this.forms.filter((one) => !isSame(one, form));
    return Promise.resolve();
  }

  removeBefore(instant: number): Promise<void> {
    this.forms = this.forms.filter(({ keptAt }) => keptAt >= instant);
    return Promise.resolve();
  }
}

function isSame(one: KeptForm, other: Pick<KeptForm, 'personId' | 'form' | 'id'>): boolean {
  return one.personId === other.personId && one.form === other.form && one.id === other.id;
}

function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The device of a page under test. */
export function deviceOf(store: MemoryStore): Provider {
  return { provide: DeviceStore, useValue: store };
}

import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';

/** Parts of the query of an address by name; null and the empty text take one away: what is usual stands in none. */
export type AddressParts = Readonly<Record<string, string | null | undefined>>;

/**
 * How a page is shown stands in its address, so that going back, reading again and passing the address on show the same. A
 * page reads its parts as inputs or by {@link partOfAddress}, and every part is written here: in the place of what the address
 * said, so that going back leaves the page, and without moving what is on the screen.
 */
@Injectable({ providedIn: 'root' })
export class InAddress {
  readonly #router = inject(Router);
  /** What the router is still writing. */
  readonly #written = signal<AddressParts>({});
  readonly #query = computed(() => {
    this.#router.lastSuccessfulNavigation();
    return { ...this.#router.routerState.snapshot.root.queryParams, ...this.#written() } as AddressParts;
  });

  /** What the address says of a part; undefined where it says nothing. */
  value(name: string): string | undefined {
    const value = this.#query()[name];
    return value === null || value === '' ? undefined : value;
  }

  /** Writes parts; those that are not named stay. */
  choose(parts: AddressParts): void {
    const queryParams = Object.fromEntries(
      Object.entries(parts).map(([name, value]) => [name, value === '' ? null : (value ?? null)]),
    );
    this.#written.update((written) => ({ ...written, ...queryParams }));
    void this.#router
      .navigate([], {
        ...{ queryParams, queryParamsHandling: 'merge', preserveFragment: true },
        ...{ replaceUrl: true, scroll: 'manual' },
      })
      .finally(() => this.#forget(queryParams));
  }

  /** Takes every part away. */
  clear(): void {
    const { queryParams } = this.#router.routerState.snapshot.root;
    this.choose(Object.fromEntries(Object.keys(queryParams).map((name) => [name, null])));
  }

  /** A later write of the same part stands until it is done too. */
  #forget(parts: AddressParts): void {
    this.#written.update((written) =>
      Object.fromEntries(Object.entries(written).filter(([name, value]) => parts[name] !== value)),
    );
  }
}

/** A choice that stands in the address. */
export interface AddressPart {
  (): string;
  set: (value: string) => void;
}

/**
 * One part of the address as a value that is read and set, for a piece of a page; call it where `inject` works.
 * @param usual what it is where the address says nothing
 */
export function partOfAddress(name: string, usual = ''): AddressPart {
  const address = inject(InAddress);
  const part = computed(() => address.value(name) ?? usual);
  return Object.assign(() => part(), {
    set: (value: string) => address.choose({ [name]: value === usual ? null : value }),
  });
}

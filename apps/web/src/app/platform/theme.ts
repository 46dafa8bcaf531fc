import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const storageKey = 'countersign.theme';

/** Light or dark, chosen per device; the tokens of styles/tokens.css read `data-theme`. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly choice = signal<ThemeChoice>('system');

  constructor() {
    const kept = localStorage.getItem(storageKey);
    if (kept === 'light' || kept === 'dark') this.#show(kept);
  }

  /** Shows the theme and keeps the choice on this device. */
  choose(choice: ThemeChoice): void {
    localStorage.setItem(storageKey, choice);
    this.#show(choice);
  }

  #show(choice: ThemeChoice): void {
    this.choice.set(choice);
    if (choice === 'system') delete this.#root.dataset['theme'];
    else this.#root.dataset['theme'] = choice;
  }
}

import { HttpXsrfTokenExtractor } from '@angular/common/http';
import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** What one tab says to the others: the session of this browser has changed. */
const CHANGED = 'session-changed';

/**
 * The app's other tabs in this browser: somebody may sign in or out there while this one is open. It learns of it by
 * their message, and when the person comes back to it: each session has a write token of its own.
 */
@Injectable({ providedIn: 'root' })
export class OtherTabs {
  readonly #token = inject(HttpXsrfTokenExtractor);
  /** Not in every surrounding; what is not heard is noticed on return. */
  readonly #channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('countersign');
  readonly #doubts = signal(0);
  #known: string | null = null;

  /** Rises whenever it is worth asking the server who is signed in. */
  readonly doubts = this.#doubts.asReadonly();

  constructor() {
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === CHANGED) this.doubt();
    });
    const { defaultView } = inject(DOCUMENT);
    defaultView?.addEventListener('focus', () => this.#lookAtToken());
    defaultView?.document.addEventListener('visibilitychange', () => this.#lookAtToken());
  }

  /** Makes the page look who is signed in. */
  doubt(): void {
    this.#doubts.update((times) => times + 1);
  }

  /** Notes the session that this page has now. */
  settle(): void {
    this.#known = this.#token.getToken();
  }

  /** Notes the session that this page has now, and tells the other tabs of it. */
  tell(): void {
    this.settle();
    this.#channel?.postMessage(CHANGED);
  }

  #lookAtToken(): void {
    if (this.#token.getToken() !== this.#known) this.doubt();
  }
}

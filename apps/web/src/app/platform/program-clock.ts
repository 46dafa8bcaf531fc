import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';
import { Session } from './session';

/** How often the time is looked at while a page is open. */
const TICK_MS = 15_000;

/** The server's clock, as its replies tell it: the device's own may be minutes or years off. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  /** How far the server is ahead of this device, ms. */
  readonly #ahead = signal(0);

  /** UTC instant at the server, ms, to about a second. */
  now(): number {
    return Date.now() + this.#ahead();
  }

  /** Takes over what a reply says, the HTTP date of its header `Date`. */
  set(date: string | null | undefined): void {
    const at = Date.parse(date ?? '');
    if (!Number.isNaN(at)) this.#ahead.set(at - Date.now());
  }
}

/** Sets the server's clock by every reply of the API. */
export const readServerClock: HttpInterceptorFn = (request, next) => {
  const clock = inject(ServerClock);
  const read = (reply: unknown) => {
    if (reply instanceof HttpResponse || reply instanceof HttpErrorResponse)
      clock.set(reply.headers.get('Date'));
  };
  return next(request).pipe(tap({ next: (event) => read(event), error: (error: unknown) => read(error) }));
};

/**
 * Time where the program is, whatever zone this device is in and however long the page has been open: `today` goes on at
 * the program's midnight.
 */
@Injectable({ providedIn: 'root' })
export class ProgramClock {
  readonly #server = inject(ServerClock);
  readonly #session = inject(Session);
  readonly #tick = signal(0);

  /** IANA name of the zone of the program in use. */
  readonly timeZone = computed(() => this.#session.current()?.timeZone ?? 'UTC');

  /** UTC instant, ms; a signal that goes on by itself. */
  readonly now = computed(() => {
    this.#tick();
    return this.#server.now();
  });

  /** Civil date at the program. */
  readonly today = computed(() => this.dayOf(this.now()));

  constructor() {
    const { defaultView } = inject(DOCUMENT);
    const look = () => this.#tick.update((count) => count + 1);
    const timer = setInterval(look, TICK_MS);
    // A device that slept, and a tab in the background, come back to a later time.
    defaultView?.addEventListener('focus', look);
    defaultView?.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      defaultView?.removeEventListener('focus', look);
      defaultView?.document.removeEventListener('visibilitychange', look);
    });
  }

  /** Civil date at the program of an instant. */
  dayOf(at: number): string {
    // en-CA writes dates as YYYY-MM-DD.
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.timeZone() }).format(at);
  }
}

import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the device believes that it has a network. */
@Injectable({ providedIn: 'root' })
export class Network {
  readonly online = signal(true);

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    if (!window) return;
    this.online.set(window.navigator.onLine);
    window.addEventListener('online', () => this.online.set(true));
    window.addEventListener('offline', () => this.online.set(false));
  }
}

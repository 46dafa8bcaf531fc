import { Injectable, signal } from '@angular/core';

const storageKey = 'countersign.shortcuts';

/** Single-letter keys: on unless the person turned them off on this device (WCAG 2.1.4), never inside a field. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly on = signal(localStorage.getItem(storageKey) !== 'off');

  /** Turns the keys on or off on this device. */
  turn(state: 'on' | 'off'): void {
    localStorage.setItem(storageKey, state);
    this.on.set(state === 'on');
  }

  /** The letter or digit that the event asks for, in lower case; undefined when it is typing or a combination. */
  keyOf(event: KeyboardEvent): string | undefined {
    if (!this.on() || event.defaultPrevented || event.repeat) return undefined;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return undefined;
    return isTyping(event.target) ? undefined : event.key.toLowerCase();
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select')) return true;
  return (
    target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  );
}

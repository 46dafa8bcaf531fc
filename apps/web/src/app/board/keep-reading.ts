import {
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  signal,
  untracked,
  type Signal,
} from '@angular/core';
import type { BoardView } from '@countersign/contracts/board/views';
import { staleInWords } from '@countersign/contracts/words/board';
import type { Read } from '../platform/api';
import { ServerClock } from '../platform/program-clock';

/** How often a page that is in sight asks, ms: a signature is on every board within five seconds. */
const ASK_MS = 3_000;

/** A board that is read again and again, and how old it is. */
export interface CurrentBoard<View extends BoardView> {
  /** The newest board, also while the server does not answer; it changes only when what is on it does. */
  readonly view: Signal<View | undefined>;
  /** When the server last said that it is so, UTC ms. */
  readonly heardAt: Signal<number | undefined>;
  /** What is said once that is too long ago; null while the board is current. */
  readonly stale: Signal<string | null>;
}

/** Keeps a board current while its page is open and in sight; call it where `inject` works. */
export function keepReading<View extends BoardView>(
  read: Read<View>,
  isPaused: () => boolean,
): CurrentBoard<View> {
  const document = inject(DOCUMENT);
  const clock = inject(ServerClock);
  const now = signal(clock.now());
  const heardAt = signal<number | undefined>(undefined);

  effect(() => {
    if (read.view() === undefined || read.isLoading() || read.trouble() !== null) return;
    const at = untracked(() => clock.now());
    heardAt.set(at);
    // The reply may have set the clock right.
    now.set(at);
  });
  const look = () => {
    now.set(clock.now());
    if (!document.hidden && !isPaused()) read.reload();
  };
  const timer = setInterval(look, ASK_MS);
  // A device that slept shows what it knew, says how old that is, and asks at once.
  document.addEventListener('visibilitychange', look);
  inject(DestroyRef).onDestroy(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });

  const view = computed(() => read.view(), { equal: (one, other) => one?.asOf === other?.asOf });
  const stale = computed(() => {
    const [shown, heard] = [view(), heardAt()];
    return shown === undefined || heard === undefined ? null : staleInWords(heard, now(), shown.timeZone);
  });
  return { view, heardAt: heardAt.asReadonly(), stale };
}

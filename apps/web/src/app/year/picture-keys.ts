import type { Stretch } from '@countersign/domain/calendar';
import type { BarHold, HeldBar } from './bar-hold';
import { daysFrom, moved, type MovedPart } from './picture-days';
import type { Bar, PictureRow } from './picture-rows';

/** What a key of the picture comes to. */
export type KeyDone =
  | { readonly does: 'walk'; readonly to: Bar }
  | { readonly does: 'open'; readonly bar: Bar }
  | { readonly does: 'hold' | 'move' | 'back' }
  | { readonly does: 'send'; readonly held: HeldBar };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * What a key does at a bar. Arrows walk from bar to bar; Enter takes a rotation in hand, and then arrows move it by a day, with
 * Shift by a week, with Alt its last and with Ctrl its first day; Enter puts it down, Escape puts it back. What is no
 * rotation is opened. Undefined for a key that does nothing here.
 */
export function keyDone(key: Key, bar: Bar, rows: readonly PictureRow[], hold: BarHold): KeyDone | undefined {
  const held = hold.now();
  if (held) return held.sent || held.bar.key !== bar.key ? undefined : inHand(key, held, hold);
  if (key.altKey || key.ctrlKey || key.metaKey) return undefined;
  if (key.key === 'Enter' || key.key === ' ') {
    if (bar.kind !== 'rotation') return { does: 'open', bar };
    return hold.take(bar) ? { does: 'hold' } : undefined;
  }
  const to = walkedTo(key.key, bar, rows);
  return to && { does: 'walk', to };
}

function inHand(key: Key, { bar, days }: HeldBar, hold: BarHold): KeyDone | undefined {
  if (key.key === 'Escape') {
    hold.release();
    return { does: 'back' };
  }
  if (key.key === 'Enter' || key.key === ' ') {
    const held = hold.putDown();
    return held ? { does: 'send', held } : { does: 'back' };
  }
  const sign = key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? -1 : 0;
  if (sign === 0) return undefined;
  const there = moved(days, partOf(key), sign * (key.shiftKey ? 7 : 1));
  // Years away it could not be found again.
  if (Math.abs(daysFrom(bar.fromOn, there.fromOn)) < 400) hold.move(there);
  return { does: 'move' };
}

function partOf({ altKey, ctrlKey, metaKey }: Key): MovedPart {
  if (altKey) return 'last';
  return ctrlKey || metaKey ? 'first' : 'whole';
}

/** The bar to which a key leads: left and right in the order of the rows, up and down to who is where at that time. */
function walkedTo(key: string, bar: Bar, rows: readonly PictureRow[]): Bar | undefined {
  const here = rows.findIndex(({ bars }) => bars.some((one) => one.key === bar.key));
  const all = rows.flatMap(({ bars }) => bars);
  const at = all.findIndex((one) => one.key === bar.key);
  switch (key) {
    case 'ArrowRight':
      return all[at + 1];
    case 'ArrowLeft':
      return all[at - 1];
    case 'ArrowDown':
      return nearest(bar, rows.slice(here + 1));
    case 'ArrowUp':
      return nearest(bar, rows.slice(0, here).reverse());
    case 'Home':
      return rows[here]?.bars[0];
    case 'End':
      return rows[here]?.bars.at(-1);
    default:
      return undefined;
  }
}

/** In the first row that has any: the bar that begins nearest. */
function nearest({ fromOn }: Stretch, rows: readonly PictureRow[]): Bar | undefined {
  const away = (one: Stretch) => Math.abs(daysFrom(fromOn, one.fromOn));
  const row = rows.find(({ bars }) => bars.length > 0);
  return row?.bars.toSorted((one, other) => away(one) - away(other))[0];
}

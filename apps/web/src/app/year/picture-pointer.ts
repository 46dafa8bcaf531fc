import type { Stretch } from '@countersign/domain/calendar';
import type { BarHold } from './bar-hold';
import { between, dayAt, lengthOf, moved, snapped, type MovedPart } from './picture-days';
import type { Bar, PictureRow } from './picture-rows';

/** Moved less than so far, CSS px, it is a click. */
const CLICK_PX = 4;
/** So much of each end of a bar, CSS px, moves that end; of a short bar a third. */
const END_PX = 9;

/** Days of a fellow that were drawn over empty space. */
export interface Begun {
  readonly row: PictureRow;
  readonly days: Stretch;
}

/** What the pointer went down on. */
export interface Grip {
  readonly x: number;
  /** The row's drawing on the screen. */
  readonly track: { readonly left: number; readonly width: number };
  readonly row: PictureRow;
  /** With where it lies on the screen; absent over empty space. */
  readonly bar?: { readonly bar: Bar; readonly left: number; readonly right: number };
}

/** Drags with a mouse or a pen: a bar, one of its ends, or days over empty space. A finger scrolls. */
export class PicturePointer {
  #grip: Grip | null = null;
  #part: MovedPart = 'whole';
  #dragged = false;

  constructor(
    private readonly hold: BarHold,
    private readonly span: () => Stretch,
  ) {}

  /** The last press became a drag: the click that follows opens nothing. */
  get hasDragged(): boolean {
    return this.#dragged;
  }

  /** A new press: what was before it is over. */
  forget(): void {
    this.#grip = null;
    this.#dragged = false;
  }

  down(grip: Grip): void {
    this.forget();
    this.#grip = grip;
    this.#part = grip.bar ? partAt(grip.x, grip.bar, this.span()) : 'whole';
  }

  /** Answers days that are being drawn over empty space; `byWeek` moves by whole weeks. */
  move(x: number, byWeek: boolean): Begun | null {
    const grip = this.#grip;
    if (!grip || (!this.#dragged && Math.abs(x - grip.x) < CLICK_PX)) return null;
    const bar = grip.bar?.bar;
    if (bar?.kind === 'leave') return null;
    if (bar?.kind !== 'rotation') {
      this.#dragged = true;
      return this.#begun(grip, x);
    }
    if (!this.#dragged && !this.hold.take(bar)) return null;
    this.#dragged = true;
    const days = ((x - grip.x) / grip.track.width) * lengthOf(this.span());
    this.hold.move(moved(bar, this.#part, snapped(days, byWeek)));
    return null;
  }

  /** The pointer is up: answers whether something was dragged until now. */
  up(): boolean {
    const wasDragging = this.#grip !== null && this.#dragged;
    this.#grip = null;
    return wasDragging;
  }

  /** Days under the pointer, those in training only: elsewhere nothing can be planned. */
  #begun({ x: from, track, row }: Grip, x: number): Begun | null {
    const at = (px: number) => dayAt((px - track.left) / track.width, this.span());
    const { fromOn, toOn } = between(at(from), at(x));
    const training = row.training;
    if (!training) return null;
    const days = {
      fromOn: fromOn < training.fromOn ? training.fromOn : fromOn,
      toOn: toOn > training.toOn ? training.toOn : toOn,
    };
    return days.fromOn <= days.toOn ? { row, days } : null;
  }
}

/** Which part of a bar lies under the pointer; an end that is not drawn cannot be taken. */
export function partAt(x: number, { bar, left, right }: NonNullable<Grip['bar']>, span: Stretch): MovedPart {
  const end = Math.min(END_PX, (right - left) / 3);
  if (x < left + end && bar.fromOn >= span.fromOn) return 'first';
  return x > right - end && bar.toOn <= span.toOn ? 'last' : 'whole';
}

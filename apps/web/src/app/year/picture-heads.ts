import { dayAfter, isWithin, type Stretch } from '@countersign/domain/calendar';
import { monthShort } from '@countersign/contracts/words/time';
import { daysFrom, gapsIn, lengthOf, mondaysOf, monthsOf, placeOf } from './picture-days';

/** What a letter takes on average at the size of a bar's text, CSS px. */
const LETTER = 6.9;
/** What edges take of a bar, and of one with words the letter of its site too, CSS px. */
const [EDGES, EDGES_AND_LETTER] = [4, 24];
/** What stands free around the name of a month, CSS px. */
const BETWEEN = 10;
/** Half of what the word of today takes, CSS px. */
const TODAY = 23;
const NONE = { name: '', shift: 0 };
/** Less than so wide, CSS px, a week has no room for its Monday. */
const LEAST_WEEK = 17;

/** A month or week above the days; `left` in percent of the year. */
export interface Head {
  readonly key: string;
  readonly left: number;
  /** Empty where there is no room for it. */
  readonly name: string;
  /** So far right of where it begins its name stands, CSS px: beside the word of today. */
  readonly shift: number;
  /** Today is in it. */
  readonly now: boolean;
}

/** What stands in the bar of a rotation, and where; `left` in percent of the bar. */
export interface BarLabel {
  readonly left: number;
  readonly letter: string;
  readonly text: string;
}

/** Whether a bar so wide, CSS px, has room for a text; what has none is left out, never cut. */
export function hasRoom(text: string, width: number): boolean {
  return text.length * LETTER + (text.length === 1 ? EDGES : EDGES_AND_LETTER) <= width;
}

/**
 * The label of a bar on a drawing so wide, CSS px: the longest of `labels` that has room beside the leave that lies over the
 * bar, there where it has; else the letter alone, where it has room.
 */
export function labelIn(
  days: Stretch,
  {
    letter,
    labels,
    leave,
  }: { readonly letter: string; readonly labels: readonly string[]; readonly leave: readonly Stretch[] },
  pixels: number,
): BarLabel {
  const free = gapsIn(days, leave);
  const leftIn = ({ fromOn }: Stretch) => (100 * daysFrom(days.fromOn, fromOn)) / lengthOf(days);
  for (const text of [...labels, '']) {
    const wanted = text === '' ? letter : text;
    const place = free.find((one) => hasRoom(wanted, lengthOf(one) * pixels));
    if (place) return { left: leftIn(place), letter, text };
  }
  return { left: 0, letter: '', text: '' };
}

/**
 * Where each month begins on a drawing so wide, CSS px; the first one and January say their year. A name that the word of
 * today would cross stands right of it.
 */
export function monthHeads(span: Stretch, today: string, width: number): Head[] {
  const pixels = width / lengthOf(span);
  const now = (daysFrom(span.fromOn, today) + 0.5) * pixels;
  return monthsOf(span).map((month, index) => {
    const { fromOn } = month;
    const start = daysFrom(span.fromOn, fromOn) * pixels;
    const wanted = [index === 0 || fromOn.slice(5, 7) === '01', false].map((year) => {
      const name = monthShort(fromOn, year);
      const long = name.length * LETTER + BETWEEN;
      const isCrossed = start < now + TODAY && now - TODAY < start + long;
      const shift = isCrossed ? Math.round(now + TODAY - start) : 0;
      return { name, shift, long: shift + long };
    });
    const { name, shift } = wanted.find(({ long }) => long <= lengthOf(month) * pixels) ?? NONE;
    return { key: fromOn, left: leftOf(fromOn, span), name, shift, now: false };
  });
}

/** The Mondays on a drawing so wide, CSS px; none where they have no room. */
export function weekHeads(span: Stretch, today: string, width: number): Head[] {
  if ((7 * width) / lengthOf(span) < LEAST_WEEK) return [];
  return mondaysOf(span).map((on) => ({
    ...{ key: on, left: leftOf(on, span), name: String(Number(on.slice(8))), shift: 0 },
    now: isWithin(today, { fromOn: on, toOn: dayAfter(on, 6) }),
  }));
}

function leftOf(on: string, span: Stretch): number {
  return 100 * (placeOf({ fromOn: on, toOn: on }, span)?.left ?? 0);
}

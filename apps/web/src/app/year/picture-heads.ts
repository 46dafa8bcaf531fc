import { dayAfter, isWithin, type Stretch } from '@countersign/domain/calendar';
import { monthShort } from '@countersign/contracts/words/time';
import { lengthOf, mondaysOf, monthsOf, placeOf } from './picture-days';

/** What a letter takes on average at the size of a bar's text, CSS px. */
const LETTER = 6.9;
/** What edges take of a bar, and of one with words the letter of its site too, CSS px. */
const [EDGES, EDGES_AND_LETTER] = [4, 24];
/** Less than so wide, CSS px, a week has no room for its Monday. */
const LEAST_WEEK = 17;

/** A month or week above the days; `left` in percent of the year. */
export interface Head {
  readonly key: string;
  readonly left: number;
  /** Empty where there is no room for it. */
  readonly name: string;
  /** Today is in it. */
  readonly now: boolean;
}

/** Whether a bar so wide, CSS px, has room for a text; what has none is left out, never cut. */
export function hasRoom(text: string, width: number): boolean {
  return text.length * LETTER + (text.length === 1 ? EDGES : EDGES_AND_LETTER) <= width;
}

/** Where each month begins on a drawing so wide, CSS px; the first one and January say their year. */
export function monthHeads(span: Stretch, width: number): Head[] {
  const pixels = width / lengthOf(span);
  return monthsOf(span).map((month, index) => {
    const { fromOn } = month;
    const wanted = [index === 0 || fromOn.slice(5, 7) === '01', false].map((year) =>
      monthShort(fromOn, year),
    );
    const name = wanted.find((one) => one.length * LETTER + EDGES <= lengthOf(month) * pixels) ?? '';
    return { key: fromOn, left: leftOf(fromOn, span), name, now: false };
  });
}

/** The Mondays on a drawing so wide, CSS px; none where they have no room. */
export function weekHeads(span: Stretch, today: string, width: number): Head[] {
  if ((7 * width) / lengthOf(span) < LEAST_WEEK) return [];
  return mondaysOf(span).map((on) => ({
    ...{ key: on, left: leftOf(on, span), name: String(Number(on.slice(8))) },
    now: isWithin(today, { fromOn: on, toOn: dayAfter(on, 6) }),
  }));
}

function leftOf(on: string, span: Stretch): number {
  return 100 * (placeOf({ fromOn: on, toOn: on }, span)?.left ?? 0);
}

import { dayAfter, daysBetween, isCivilDate, type Stretch } from '@countersign/domain/calendar';

/* Days as places of a drawing: nothing here knows the page, and no rule of the schedule stands here. */

/** What of a stretch is moved: all of it, or one of its ends. */
export type MovedPart = 'whole' | 'first' | 'last';

/** Where something lies in a drawing: its start and its width as shares of it. */
export interface DrawnPlace {
  readonly left: number;
  readonly width: number;
}

/** Days from one civil date to another, below zero where the other is earlier. */
export function daysFrom(one: string, other: string): number {
  return one <= other ? daysBetween(one, other) : -daysBetween(one, other);
}

/** How many days a stretch has; its first and its last count. */
export function lengthOf({ fromOn, toOn }: Stretch): number {
  return daysFrom(fromOn, toOn) + 1;
}

/** What of a stretch lies in the span; undefined where nothing does. */
export function clipped<S extends Stretch>({ fromOn, toOn }: S, span: Stretch): Stretch | undefined {
  const inside = {
    fromOn: fromOn > span.fromOn ? fromOn : span.fromOn,
    toOn: toOn < span.toOn ? toOn : span.toOn,
  };
  return inside.fromOn <= inside.toOn ? inside : undefined;
}

/** Where a stretch is drawn; undefined where it lies outside of the span. A day is as wide as any other. */
export function placeOf(stretch: Stretch, span: Stretch): DrawnPlace | undefined {
  const inside = clipped(stretch, span);
  if (!inside) return undefined;
  const days = lengthOf(span);
  return { left: daysFrom(span.fromOn, inside.fromOn) / days, width: lengthOf(inside) / days };
}

/** The day that is drawn at a share of the drawing; beyond its ends the first or the last one. */
export function dayAt(share: number, span: Stretch): string {
  const days = lengthOf(span);
  return dayAfter(span.fromOn, Math.min(days - 1, Math.max(0, Math.floor(share * days))));
}

/** By how many whole days something was moved; by whole weeks where `byWeek`. */
export function snapped(days: number, byWeek: boolean): number {
  const moved = byWeek ? 7 * Math.round(days / 7) : Math.round(days);
  // Never minus zero.
  return moved === 0 ? 0 : moved;
}

/** A stretch of which a part was moved; an end never passes the other one, so that a day is left. */
export function moved({ fromOn, toOn }: Stretch, part: MovedPart, days: number): Stretch {
  switch (part) {
    case 'whole':
      return { fromOn: dayAfter(fromOn, days), toOn: dayAfter(toOn, days) };
    case 'first':
      return { fromOn: dayAfter(fromOn, Math.min(days, daysFrom(fromOn, toOn))), toOn };
    case 'last':
      return { fromOn, toOn: dayAfter(toOn, Math.max(days, daysFrom(toOn, fromOn))) };
  }
}

/** Two days in either order as a stretch. */
export function between(one: string, other: string): Stretch {
  return one <= other ? { fromOn: one, toOn: other } : { fromOn: other, toOn: one };
}

/** The stretches of `whole` that none of the others has a day of, the earliest first. */
export function gapsIn(whole: Stretch, others: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let next = whole.fromOn;
  for (const { fromOn, toOn } of others.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    if (next > whole.toOn || fromOn > whole.toOn) break;
    if (next < fromOn) gaps.push({ fromOn: next, toOn: dayAfter(fromOn, -1) });
    if (toOn >= next) next = dayAfter(toOn, 1);
  }
  return next <= whole.toOn ? [...gaps, { fromOn: next, toOn: whole.toOn }] : gaps;
}

/**
 * The lane of each stretch, in the order given: 0 for all of them where none shares a day with another, as the schedule has
 * it; what was kept before lies below what it overlaps. As few lanes as there are stretches on one day.
 */
export function lanesOf(stretches: readonly Stretch[]): number[] {
  const lanes = new Array<number>(stretches.length).fill(0);
  const ends: string[] = [];
  const order = stretches.map((stretch, index) => ({ ...stretch, index }));
  for (const { fromOn, toOn, index } of order.sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const free = ends.findIndex((end) => end < fromOn);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = toOn;
    lanes[index] = lane;
  }
  return lanes;
}

/** The months of a span, each with what of it lies inside. */
export function monthsOf(span: Stretch): Stretch[] {
  const months: Stretch[] = [];
  for (let fromOn = span.fromOn; fromOn <= span.toOn;) {
    const next = `${dayAfter(`${fromOn.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    const toOn = dayAfter(next, -1);
    months.push({ fromOn, toOn: toOn < span.toOn ? toOn : span.toOn });
    fromOn = next;
  }
  return months;
}

/** The Mondays of a span. */
export function mondaysOf(span: Stretch): string[] {
  const weekday = new Date(`${span.fromOn}T00:00:00Z`).getUTCDay();
  const mondays: string[] = [];
  for (let on = dayAfter(span.fromOn, (8 - weekday) % 7); on <= span.toOn; on = dayAfter(on, 7))
    mondays.push(on);
  return mondays;
}

/** The same day so many years later; of a leap day the day before where the year has none. */
export function yearsAfter(on: string, years: number): string {
  const there = `${Number(on.slice(0, 4)) + years}${on.slice(4)}`;
  return isCivilDate(there) ? there : there.replace(/29$/, '28');
}

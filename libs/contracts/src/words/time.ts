import { counted } from './count';

/*
 * Civil dates (`YYYY-MM-DD`) and instants (ms since 1970) as the reader's own locale writes them.
 */

const dayMs = 86_400_000;

type Style = Intl.DateTimeFormatOptions;

const short: Style = { month: 'short', day: 'numeric' };
const withWeekday: Style = { weekday: 'short', month: 'short', day: 'numeric' };
const full: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const clock: Style = { hour: 'numeric', minute: '2-digit' };

/** Building a formatter is slow and lists show many dates, so each is made once. */
const formatters = new Map<Style, Intl.DateTimeFormat>();

function civil(on: string, style: Style): string {
  const formatter =
    formatters.get(style) ?? new Intl.DateTimeFormat(undefined, { ...style, timeZone: 'UTC' });
  formatters.set(style, formatter);
  return formatter.format(startOf(on));
}

function startOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

/** `Nov 13`. */
export function dayShort(on: string): string {
  return civil(on, short);
}

/** `Fri, Nov 13`. */
export function dayWithWeekday(on: string): string {
  return civil(on, withWeekday);
}

/** `Nov 13, 2026`. */
export function dayFull(on: string): string {
  return civil(on, full);
}

/** `Today, Nov 23`, `Yesterday, Nov 22`, else `Fri, Nov 13`, with the year when it differs from today's. */
export function dayNear(on: string, today: string): string {
  const days = Math.round((startOf(today) - startOf(on)) / dayMs);
  if (days === 0 || days === 1) return `${capitalized(relativeDay(-days))}, ${dayShort(on)}`;
  return on.slice(0, 4) === today.slice(0, 4) ? dayWithWeekday(on) : dayFull(on);
}

/** `Nov 16 to 18` in full words of both ends; one date where they are the same. */
export function dayRange(fromOn: string, toOn: string): string {
  return fromOn === toOn ? dayShort(fromOn) : `${dayShort(fromOn)} to ${dayShort(toOn)}`;
}

/** `Nov 13, 2026, 10:42 AM` in the reader's time zone. */
export function instantFull(at: number): string {
  return new Intl.DateTimeFormat(undefined, { ...full, ...clock }).format(at);
}

/** `10:42 AM` in the reader's time zone. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, clock).format(at);
}

/** `today`, `1 day`, `10 days`. */
export function ageText(days: number): string {
  if (days === 0) return relativeDay(0);
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
}

/** The stamp of a late entry: `late, 22 days after`, from the procedure to its first submission. */
export function lateText(days: number): string {
  return `late, ${counted(days, 'day', 'days')} after`;
}

function relativeDay(days: number): string {
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(days, 'day');
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

import { counted } from './count';

/*
 * Civil dates (`YYYY-MM-DD`) and instants (ms since 1970) as the reader's own locale writes them.
 */

const dayMs = 86_400_000;

type Style = Intl.DateTimeFormatOptions;

const short: Style = { month: 'short', day: 'numeric' };
const withWeekday: Style = { weekday: 'short', month: 'short', day: 'numeric' };
const full: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const fullWithWeekday: Style = { weekday: 'short', ...full };
const month: Style = { month: 'short' };
const monthAndYear: Style = { ...month, year: 'numeric' };
const clock: Style = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' };

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

/** Whether a day is in the year of today; one of another year is written with its year, everywhere. */
function isThisYear(on: string, today: string): boolean {
  return on.slice(0, 4) === today.slice(0, 4);
}

/** `Nov 13`, and `Nov 13, 2025` in another year. */
export function dayShort(on: string, today: string): string {
  return civil(on, isThisYear(on, today) ? short : full);
}

/** `Fri, Nov 13`, and `Thu, Nov 13, 2025` in another year. */
export function dayWithWeekday(on: string, today: string): string {
  return civil(on, isThisYear(on, today) ? withWeekday : fullWithWeekday);
}

/** `Nov 13, 2026`. */
export function dayFull(on: string): string {
  return civil(on, full);
}

/** `Nov`, the month of a day; `Nov 2026` with its year. */
export function monthShort(on: string, withYear: boolean): string {
  return civil(on, withYear ? monthAndYear : month);
}

/** `Today, Nov 23`, `Yesterday, Nov 22`, else `Fri, Nov 13`, each with its year when that differs from today's. */
export function dayNear(on: string, today: string): string {
  const days = Math.round((startOf(today) - startOf(on)) / dayMs);
  if (days === 0 || days === 1) return `${capitalized(relativeDay(-days))}, ${dayShort(on, today)}`;
  return dayWithWeekday(on, today);
}

/** `Nov 16 to Nov 18`; one date where they are the same. */
export function dayRange(fromOn: string, toOn: string, today: string): string {
  const first = dayShort(fromOn, today);
  return fromOn === toOn ? first : `${first} to ${dayShort(toOn, today)}`;
}

/** `Nov 13, 2026, 10:42 AM CST`: the time where the program is, which is said with it. `timeZone` is an IANA name. */
export function instantFull(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(undefined, { ...full, ...clock, timeZone }).format(at);
}

/**
 * When something was signed: `Fri, Jan 8, 2027, 10:42:07 AM EST · 15:42:07 UTC`, with the day at UTC where it is another.
 */
export function instantSigned(at: number, timeZone: string): string {
  const toSecond: Style = { ...clock, second: '2-digit' };
  const local = new Intl.DateTimeFormat(undefined, { ...fullWithWeekday, ...toSecond, timeZone }).format(at);
  const day = (zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
  const style: Style = day(timeZone) === day('UTC') ? {} : short;
  const utc: Style = { ...style, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  return `${local} · ${new Intl.DateTimeFormat(undefined, { ...utc, timeZone: 'UTC' }).format(at)} UTC`;
}

/** `10:42 AM CST`: the time where the program is, which is said with it. */
export function clockTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(undefined, { ...clock, timeZone }).format(at);
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

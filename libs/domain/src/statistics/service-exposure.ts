import { utc } from '@date-fns/utc';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';
import { getISODay } from 'date-fns/getISODay';
import { lightFormat } from 'date-fns/lightFormat';
import { parseISO } from 'date-fns/parseISO';
import { isCivilDate } from '../calendar';
import { DomainError } from '../refusal';
import { nonNegativeNumber } from './preconditions';

/** A stretch of whole days, both ends in. Civil dates. */
export interface CivilSpan {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One stretch of a fellow's rotation schedule. */
export interface RotationSpan extends CivilSpan {
  /** How much of a full service the rotation gives in this procedure: 1 full, 0.2 an elective, 0 none. */
  readonly multiplier: number;
}

/** The shares of an on-service week that fall on Monday … Sunday, each zero or more, in any unit. */
export type ServiceWeek = readonly [number, number, number, number, number, number, number];

/** Monday to Friday alike. A specialty with cases at weekends sets its own. */
const WORKING_WEEK: ServiceWeek = [1, 1, 1, 1, 1, 0, 0];

/** What decides how much service a day holds. */
export interface ServiceSchedule {
  /** Rotations, in any order, without overlap. A day outside all of them holds no service. */
  readonly rotations: readonly RotationSpan[];
  /** Leave and holidays, in any order, overlaps allowed. */
  readonly daysOff: readonly CivilSpan[];
  /** {@link WORKING_WEEK} if left out. */
  readonly week?: ServiceWeek;
}

/** A day, and the on-service weeks from the start of the exposure through that day. */
export interface ServiceDay {
  readonly on: string;
  readonly weeks: number;
}

/** The on-service weeks of a stretch of days, day by day, oldest first. Empty where the stretch is. */
export type ServiceExposure = readonly ServiceDay[];

/** The longest stretch, in days: about 50 years. */
const LONGEST_STRETCH = 18_300;

function civilDay(on: string, field: string): Date {
  if (isCivilDate(on)) return parseISO(on, { in: utc });
  throw new DomainError('statistics/date-impossible', `${field} is not a date of the calendar`, field);
}

function possibleSpan<Span extends CivilSpan>(span: Span, field: string): Span {
  civilDay(span.startsOn, field);
  civilDay(span.endsOn, field);
  if (span.startsOn <= span.endsOn) return span;
  throw new DomainError('statistics/dates-reversed', `${field} ends before it starts`, field);
}

function possibleWeek(week: ServiceWeek): number {
  week.forEach((share) => nonNegativeNumber(share, 'week'));
  const total = week.reduce((sum, share) => sum + share, 0);
  if (week.length === 7 && total > 0 && total < Infinity) return total;
  throw new DomainError('statistics/week-impossible', 'a week needs seven shares, one above zero', 'week');
}

/** Rotations by their start. Throws `statistics/rotations-overlap`. */
function inOrder(rotations: readonly RotationSpan[]): RotationSpan[] {
  const sorted = rotations
    .map((rotation) => possibleSpan(rotation, 'rotations'))
    .sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  sorted.forEach(({ multiplier, startsOn }, k) => {
    nonNegativeNumber(multiplier, 'multiplier');
    if (startsOn <= (sorted[k - 1]?.endsOn ?? '')) {
      throw new DomainError('statistics/rotations-overlap', 'two rotations share a day', 'rotations');
    }
  });
  return sorted;
}

function holds({ startsOn, endsOn }: CivilSpan, on: string): boolean {
  return startsOn <= on && on <= endsOn;
}

/** The days after `after` up to and with `until`; none if `until` is not later. */
function daysOf({ after, until }: Stretch): Date[] {
  const start = addDays(civilDay(after, 'after'), 1);
  const end = civilDay(until, 'until');
  if (differenceInCalendarDays(end, start) >= LONGEST_STRETCH) {
    throw new DomainError('statistics/stretch-too-long', 'the stretch is longer than 50 years', 'until');
  }
  return end < start ? [] : eachDayOfInterval({ start, end }, { in: utc });
}

/** The days after `after` up to and with `until`. Civil dates. */
export interface Stretch {
  readonly after: string;
  readonly until: string;
}

/**
 * The on-service weeks of a stretch, day by day. A day weighs multiplier(rotation) x its share of the week, and nothing
 * on leave, holidays or outside all rotations; with the working week a full service gives 1/5 on Monday to Friday.
 *
 * Compute it once per fellow and stretch; every forecast of that fellow reads it. Throws `statistics/date-impossible`,
 * `statistics/dates-reversed`, `statistics/rotations-overlap`, `statistics/negative` (multiplier or share),
 * `statistics/week-impossible`, `statistics/stretch-too-long` (50 years), or `statistics/not-computable` for a multiplier
 * whose weeks are beyond all numbers.
 */
export function serviceExposure(schedule: ServiceSchedule, stretch: Stretch): ServiceExposure {
  const week = schedule.week ?? WORKING_WEEK;
  const wholeWeek = possibleWeek(week);
  const rotations = inOrder(schedule.rotations);
  const daysOff = schedule.daysOff.map((span) => possibleSpan(span, 'daysOff'));
  const days = daysOf(stretch);
  if (!rotations.every(({ multiplier }) => multiplier * wholeWeek * days.length < Infinity)) {
    throw new DomainError('statistics/not-computable', 'a multiplier is beyond all service', 'multiplier');
  }
  let current = 0;
  let service = 0;
  return days.map((day) => {
    const on = lightFormat(day, 'yyyy-MM-dd');
    while (on > (rotations[current]?.endsOn ?? on)) current += 1;
    const rotation = rotations[current];
    if (rotation !== undefined && holds(rotation, on) && !daysOff.some((span) => holds(span, on))) {
      service += rotation.multiplier * (week[getISODay(day) - 1] as number);
    }
    return { on, weeks: service / wholeWeek };
  });
}

/** Guards an exposure that was not made here: days and weeks never go back. Throws `statistics/exposure-impossible`. */
function possibleExposure(exposure: ServiceExposure): ServiceExposure {
  const runsOn = exposure.every(({ on, weeks }, k) => {
    const before = exposure[k - 1] ?? { on: '', weeks: 0 };
    return on > before.on && weeks >= before.weeks && weeks < Infinity;
  });
  if (runsOn) return exposure;
  throw new DomainError('statistics/exposure-impossible', 'days and weeks must run on', 'exposure');
}

/** All on-service weeks of an exposure; 0 for an empty one. Throws `statistics/exposure-impossible`. */
export function totalWeeks(exposure: ServiceExposure): number {
  return possibleExposure(exposure).at(-1)?.weeks ?? 0;
}

/** The index of the first day with `reached`, or the number of days; `reached` must never turn false again. */
function firstDay(exposure: ServiceExposure, reached: (day: ServiceDay) => boolean): number {
  let from = 0;
  let to = exposure.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (reached(exposure[middle] as ServiceDay)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * The first day through which the exposure holds at least `weeks` on-service weeks, or null: not before its end.
 *
 * `weeks` zero or more. Throws `statistics/negative` or `statistics/exposure-impossible`.
 */
export function dateReaching(exposure: ServiceExposure, weeks: number): string | null {
  nonNegativeNumber(weeks, 'weeks');
  possibleExposure(exposure);
  return exposure[firstDay(exposure, (day) => day.weeks >= weeks)]?.on ?? null;
}

/**
 * The on-service weeks from the start of an exposure through a civil date: 0 before it, all of them after its end.
 *
 * Throws `statistics/date-impossible` or `statistics/exposure-impossible`.
 */
export function weeksThrough(exposure: ServiceExposure, on: string): number {
  civilDay(on, 'on');
  return weeksUpTo(possibleExposure(exposure), on);
}

/** {@link weeksThrough} of an exposure and a date that were checked before. */
export function weeksUpTo(exposure: ServiceExposure, on: string): number {
  return exposure[firstDay(exposure, (day) => day.on > on) - 1]?.weeks ?? 0;
}

/**
 * An exposure cut behind a civil date: what lies before, that day included, and what is still to come, counted from zero.
 *
 * Errors as {@link weeksThrough}.
 */
export function splitExposure(
  exposure: ServiceExposure,
  on: string,
): { readonly past: ServiceExposure; readonly future: ServiceExposure } {
  const before = weeksThrough(exposure, on);
  const cut = firstDay(exposure, (day) => day.on > on);
  return {
    past: exposure.slice(0, cut),
    future: exposure.slice(cut).map((day) => ({ on: day.on, weeks: day.weeks - before })),
  };
}

/**
 * The last day after `after` up to which a rotation is known for every day that could hold service, at most `until`;
 * null if not even the first is. Days without a share of the week, such as weekends, leave no gap. A forecast beyond it
 * rests on a schedule that nobody has written yet: the screen says "rotation schedule known until".
 *
 * Errors as {@link serviceExposure}.
 */
export function scheduleKnownUntil(schedule: ServiceSchedule, stretch: Stretch): string | null {
  const week = schedule.week ?? WORKING_WEEK;
  possibleWeek(week);
  const rotations = inOrder(schedule.rotations);
  let known: string | null = null;
  for (const day of daysOf(stretch)) {
    const on = lightFormat(day, 'yyyy-MM-dd');
    if (rotations.some((rotation) => holds(rotation, on))) known = on;
    else if ((week[getISODay(day) - 1] as number) > 0) break;
  }
  return known;
}

/* What the schedule planned and what of it was logged: weeks, months and procedure days, from rotations, leave and roles. */

import { groupedBy } from './facts.mjs';

const DAY = 86_400_000;
/** What was done on the newest days may still be written up. */
const LAG_DAYS = 7;

/** @typedef {import('./facts.mjs').Fact} Fact */
/** @typedef {{ fromOn: string, toOn: string }} Span */
/** @typedef {{ low: number, high: number }} Range */

/** @param {string} on @param {number} days */
const moved = (on, days) => new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);

/** @param {string} on @param {Span} span */
const isIn = (on, { fromOn, toOn }) => fromOn <= on && on <= toOn;

/** @param {Span} span */
function daysIn({ fromOn, toOn }) {
  const days = [];
  for (let on = fromOn; on <= toOn; on = moved(on, 1)) days.push(on);
  return days;
}

/**
 * The working days of a span on which a fellow served, each with its rotation.
 * @param {{ rotations: readonly any[], leave: readonly Span[] }} schedule
 * @param {Span} span
 */
function servedDays({ rotations, leave }, span) {
  return daysIn(span).flatMap((on) => {
    const weekday = new Date(on).getUTCDay();
    if (weekday === 0 || weekday === 6 || leave.some((one) => isIn(on, one))) return [];
    return rotations
      .filter((one) => one.service > 0 && isIn(on, one))
      .map((rotation) => ({ on, monday: moved(on, 1 - weekday), rotation }));
  });
}

/**
 * On-service weeks at a site, and the entries of fellows whose rotation was there on that day.
 * @param {string} siteId
 * @param {readonly { own: readonly Fact[], rotations: readonly any[], leave: readonly Span[] }[]} fellows
 * @param {Span} span
 */
export function rotationsAt(siteId, fellows, span) {
  let [fifths, isPlanned] = [0, false];
  const entries = new Set();
  for (const { own, rotations, leave } of fellows) {
    const there = rotations.filter((one) => one.siteId === siteId && one.service > 0);
    for (const { rotation } of servedDays({ rotations: there, leave }, span)) {
      fifths += rotation.service / 100;
      isPlanned = true;
    }
    for (const fact of own)
      if (fact.siteId === siteId && isIn(fact.on, span) && there.some((one) => isIn(fact.on, one)))
        entries.add(fact.entryId);
  }
  return isPlanned || entries.size > 0 ? { weeks: fifths / 5, entries: entries.size } : undefined;
}

/**
 * Months of a span in which a supervisor had the role and the program a fellow.
 * @param {readonly Span[]} held
 * @param {readonly Span[]} training
 * @param {Span} span
 */
export function monthsOf(held, training, span) {
  const both = daysIn(span).filter(
    (on) => held.some((one) => isIn(on, one)) && training.some((one) => isIn(on, one)),
  );
  return (12 * both.length) / 365.25;
}

/** The last day that is asked about. @param {Span} span @param {string} today */
export function throughOf({ fromOn, toOn }, today) {
  const newest = moved(today, -LAG_DAYS - 1);
  const last = toOn < newest ? toOn : newest;
  return fromOn <= last ? last : undefined;
}

/**
 * Procedure days, planned and with a logged procedure, of one fellow at one site: a whole week of a rotation holds as many
 * as the rotation says; of a cut one as many of its missing days as can be are taken to be among them, or none.
 * @param {{ own: readonly Fact[], rotations: readonly any[], leave: readonly Span[] }} fellow
 * @param {string} siteId
 * @param {Span} span
 */
function daysOfOne({ own, rotations, leave }, siteId, span) {
  const there = rotations.filter((one) => one.siteId === siteId);
  const served = servedDays({ rotations: there, leave }, span);
  const logged = new Set(
    own.filter(({ kind, simulation }) => kind === 'procedure' && !simulation).map(({ on }) => on),
  );
  const weeks = groupedBy(served, ({ monday, rotation }) => `${monday} ${rotation.id}`);
  const sums = { planned: [0, 0], covered: [0, 0], unlogged: [0, 0] };
  let says = false;
  for (const days of weeks.values()) {
    const asked = days[0]?.rotation.procedureDays ?? null;
    if (asked === null) continue;
    says = true;
    const with_ = days.filter(({ on }) => logged.has(on)).length;
    const missing = 5 - days.length;
    [Math.max(0, asked - missing), Math.min(asked, days.length)].forEach((planned, side) => {
      sums.planned[side] = (sums.planned[side] ?? 0) + planned;
      sums.covered[side] = (sums.covered[side] ?? 0) + Math.min(planned, with_);
      sums.unlogged[side] = (sums.unlogged[side] ?? 0) + Math.max(0, planned - with_);
    });
  }
  return { isPlanned: served.length > 0, says, sums };
}

/**
 * The line of several fellows at several sites.
 * @param {readonly { own: readonly Fact[], rotations: readonly any[], leave: readonly Span[] }[]} fellows
 * @param {readonly string[]} siteIds
 * @param {Span} span
 */
export function procedureDays(fellows, siteIds, span) {
  const parts = fellows.flatMap((fellow) => siteIds.map((siteId) => daysOfOne(fellow, siteId, span)));
  const counted = parts.filter(({ says }) => says);
  const sum = (/** @type {'planned' | 'covered' | 'unlogged'} */ of, /** @type {0 | 1} */ side) =>
    counted.reduce((total, { sums }) => total + (sums[of][side] ?? 0), 0);
  const range = (/** @type {'planned' | 'covered' | 'unlogged'} */ of) => ({
    low: sum(of, 0),
    high: sum(of, 1),
  });
  const days = { planned: range('planned'), covered: range('covered'), unlogged: range('unlogged') };
  return {
    isPlanned: parts.some(({ isPlanned }) => isPlanned),
    days: counted.length > 0 ? days : undefined,
  };
}

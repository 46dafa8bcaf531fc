/* How good forecasts were, made again: those that were kept, and the model replayed at every month’s end (section 11). */
import { groupedBy } from './facts.mjs';
import { beliefOf, blocksOf, datesOf, dispersionOf, weeksIn } from './forecast.mjs';
import { betaQuantile, logGamma } from './numerics.mjs';

const DAY = 86_400_000;
const FEWEST = 30;

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */
/** @typedef {{ on: string, countedOn: string }} Case */
/** @typedef {ReturnType<typeof membersOf>[number]} Member */
/** @typedef {{ byEnd: number, came: boolean | null, held: boolean | null, heldWide: boolean | null }} Trial */

/**
 * @typedef {object} Given
 * @property {Same} same
 * @property {(sql: string) => any[]} all rows of the program
 * @property {readonly Known[]} knowns of the fellows
 */

/** @param {Given} given @param {any} shown */
export function calibrationOf({ same, all, knowns }, shown) {
  const weeks = all('SELECT * FROM forecast_made WHERE programId = ? ORDER BY madeOn');
  const kept = weeks.flatMap(({ madeOn, forecasts }) =>
    JSON.parse(forecasts).map((/** @type {any} */ one) => ({ ...one, madeOn })),
  );
  same(
    'weeks and forecasts that were kept',
    [shown.weeks, shown.kept, shown.firstOn, shown.lastOn],
    [weeks.length, kept.length, weeks[0]?.madeOn, weeks.at(-1)?.madeOn],
  );
  recordOf(same, shown.record, weeks.at(-1));
  const timeZone = all('SELECT timeZone FROM program WHERE id = ?')[0]?.timeZone;
  const members = membersOf(knowns, timeZone);
  const made = kept.map((/** @type {any} */ one) => outcomeOf(one, members, shown.asOfOn));
  sameStanding(same, 'as kept', { shown: shown.made, trials: made });
  const classes = groupedBy(members, ({ competencyId, need }) => `${competencyId} ${need}`);
  const replayed = [...classes.values()].flatMap((own) => replayOf(own, shown.asOfOn));
  sameStanding(same, 'replayed', { shown: shown.replayed, trials: replayed });
}

/** As each was judged in its week. @param {Same} same @param {any} shown @param {any} last the row that was kept last */
export function recordOf(same, shown, last) {
  const { resolved = 0, held = 0 } = last ?? {};
  const isEnough = resolved >= FEWEST;
  const share = held / resolved;
  const isUnlikely = isEnough && pValueOf(held, resolved, 0.8) < 0.05;
  const width =
    (isUnlikely && share < 0.7 && 'too narrow') || (isUnlikely && share > 0.9 && 'too wide') || 'as promised';
  same(
    'the record of forecasts',
    [shown.resolved, shown.held, shown.digits, shown.width],
    [resolved, held, isEnough ? 1 : 0, isEnough ? width : undefined],
  );
}

/** Twice the smaller tail, term by term. @param {number} held @param {number} of @param {number} promised */
function pValueOf(held, of, promised) {
  const chance = (/** @type {number} */ k) =>
    Math.exp(
      logGamma(of + 1) -
        logGamma(k + 1) -
        logGamma(of - k + 1) +
        k * Math.log(promised) +
        (of - k) * Math.log(1 - promised),
    );
  const all = Array.from({ length: of + 1 }, (_, k) => chance(k));
  const sum = (/** @type {number[]} */ list) => list.reduce((total, one) => total + one, 0);
  return Math.min(1, 2 * Math.min(sum(all.slice(0, held + 1)), sum(all.slice(held))));
}

/** Fellows in competencies with a count, each case with the day from which it counted. @param {readonly Known[]} knowns @param {string} timeZone */
function membersOf(knowns, timeZone) {
  const dayAt = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return knowns.flatMap(({ fellowId, cells, service, training }) =>
    cells.flatMap(({ competency, counted }) => {
      if (!counted) return [];
      const cases = counted.counted.map(({ on, approvedAt }) => ({
        ...{ on, countedOn: approvedAt === null ? on : dayAt.format(approvedAt) },
      }));
      return [
        {
          ...{ fellowId, competencyId: competency.id, need: counted.need, cases },
          ...{ days: service.whole, endsOn: training.toOn },
        },
      ];
    }),
  );
}

/** What came of a kept forecast. @param {any} made @param {readonly Member[]} members @param {string} today @returns {Trial} */
function outcomeOf({ fellowId, competencyId, need, earlyOn, lateOn, byEnd }, members, today) {
  const member = members.find((one) => one.fellowId === fellowId && one.competencyId === competencyId);
  const metOn = member?.cases[need - 1]?.on;
  const isDue = earlyOn !== null && lateOn !== null && lateOn <= today;
  const isOver = member !== undefined && member.endsOn < today;
  return {
    byEnd,
    came: isOver ? metOn !== undefined && metOn <= member.endsOn : null,
    held: isDue ? metOn !== undefined && earlyOn <= metOn && metOn <= lateOn : null,
    heldWide: null,
  };
}

/** The last days of the months of a stretch, before its last day. @param {string} from @param {string} to */
function monthEnds(from, to) {
  const ends = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += DAY) {
    const on = new Date(at).toISOString().slice(0, 10);
    if (new Date(at + DAY).getUTCDate() === 1) ends.push(on);
  }
  return ends;
}

/** A class forecast again at every month’s end, and then looked at. @param {readonly Member[]} members @param {string} look @returns {Trial[]} */
function replayOf(members, look) {
  /** What was known of a member at the end of a day. @param {Member} member @param {string} today */
  const knownBy = ({ cases, days }, today) => {
    const past = days.filter((/** @type {any} */ { on }) => on <= today);
    const first = past[0]?.on ?? '9999';
    const own = cases.filter((one) => first <= one.on && one.on <= today && one.countedOn <= today);
    return { past, own: own.map(({ on }) => on) };
  };
  /** @type {Map<string, { phi: number, rates: (number | null)[] }>} */
  const classes = new Map();
  const classBy = (/** @type {string} */ today) => {
    const found = classes.get(today);
    if (found) return found;
    const logs = members.map((member) => knownBy(member, today));
    const made = {
      phi: dispersionOf(logs.map(({ own, past }) => blocksOf(own, past))),
      // Under a week of service a rate says nothing.
      rates: logs.map(({ own, past }) => (weeksIn(past) < 1 - 1e-9 ? null : own.length / weeksIn(past))),
    };
    classes.set(today, made);
    return made;
  };
  return members.flatMap((member, place) => {
    const planned = weeksIn(member.days);
    const seen = member.days.filter((/** @type {any} */ { on }) => on <= look);
    const [start, end] = [seen[0]?.on, seen.at(-1)?.on];
    if (start === undefined || end === undefined || planned === 0) return [];
    const target = member.need - member.cases.filter(({ on }) => on < start).length;
    if (target <= 0) return [];
    const metOn = member.cases.filter(({ on }) => start <= on && on <= look)[target - 1]?.on;
    return monthEnds(start, end).flatMap((today) => {
      if (metOn !== undefined && metOn <= today) return [];
      const { own, past } = knownBy(member, today);
      const { phi, rates } = classBy(today);
      const others = rates.flatMap((rate, k) => (rate === null || k === place ? [] : [rate]));
      const pace = member.need / planned;
      const belief = beliefOf({ count: own.length, weeks: weeksIn(past), phi, rates: others, pace });
      const ahead = seen.filter((/** @type {any} */ { on }) => on > today);
      const { byEnd, dateAt } = datesOf(belief, target - own.length, ahead);
      const heldOf = (/** @type {number} */ low, /** @type {number} */ high) => {
        const [from, to] = [dateAt(low), dateAt(high)];
        if (from === undefined || to === undefined) return null;
        return metOn !== undefined && from <= metOn && metOn <= to;
      };
      const came = metOn !== undefined && metOn <= end;
      return [{ byEnd, came, held: heldOf(0.1, 0.9), heldWide: heldOf(0.025, 0.975) }];
    });
  });
}

/** @param {Same} same @param {string} what @param {{ shown: any, trials: readonly Trial[] }} about */
function sameStanding(same, what, { shown, trials }) {
  for (const { promised, resolved, found } of shown.ranges) {
    const judged = trials.flatMap(({ held, heldWide }) => (promised === 0.8 ? held : heldWide) ?? []);
    const held = judged.filter((one) => one).length;
    const where = `ranges of ${promised} ${what}`;
    same(where, [resolved, found?.held], [judged.length, judged.length < FEWEST ? null : held]);
    if (!found) continue;
    sameShare(same, where, { shown: found, came: held, of: judged.length });
    same(`${where}, p`, found.pValue, pValueOf(held, judged.length, promised), 1e-6);
  }
  const ended = trials.filter(({ came }) => came !== null);
  same(`probabilities ${what}`, shown.resolved, ended.length);
  same(`probabilities ${what} enough`, shown.bins !== undefined, ended.length >= FEWEST);
  (shown.bins ?? []).forEach((/** @type {any} */ bin, /** @type {number} */ k) => {
    const own = ended.filter(({ byEnd }) => Math.min(4, Math.floor(byEnd * 5)) === k);
    const came = own.filter((one) => one.came).length;
    const where = `probabilities from ${k / 5} ${what}`;
    same(where, bin.count, own.length);
    if (own.length === 0) return;
    const said = own.reduce((sum, { byEnd }) => sum + byEnd, 0) / own.length;
    same(`${where}, said`, bin.said, said, 1e-6);
    same(`${where}, came`, bin.came, came / own.length, 1e-9);
    sameShare(same, where, { shown: bin, came, of: own.length });
  });
}

/** The 95 % interval of a share. @param {Same} same @param {string} where @param {{ shown: any, came: number, of: number }} about */
function sameShare(same, where, { shown, came, of }) {
  same(`${where}, low`, shown.low, betaQuantile(0.025, 1 + came, 1 + of - came), 1e-6);
  same(`${where}, high`, shown.high, betaQuantile(0.975, 1 + came, 1 + of - came), 1e-6);
}

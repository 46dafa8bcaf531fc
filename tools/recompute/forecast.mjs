import { betaCdf, betaQuantile, gammaUpper, integral, logGamma } from './numerics.mjs';

const DAY = 86_400_000;
/** @param {number} at */
const dayOf = (at) => new Date(at).toISOString().slice(0, 10);

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/**
 * The share of an on-service week that each day of a training holds.
 * @param {{ fromOn: string, toOn: string }} training
 * @param {readonly { fromOn: string, toOn: string, service: number }[]} rotations
 * @param {readonly { fromOn: string, toOn: string }[]} leave
 */
export function serviceDays({ fromOn, toOn }, rotations, leave) {
  const known = rotations.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  const lastKnown =
    known
      .map((one) => one.toOn)
      .sort()
      .at(-1) ?? '';
  const days = known.map(({ fromOn: from, toOn: to }) => (Date.parse(to) - Date.parse(from)) / DAY + 1);
  const total = days.reduce((sum, count) => sum + count, 0);
  const mean =
    total === 0
      ? 1
      : known.reduce((sum, { service }, k) => sum + (service / 100) * (days[k] ?? 0), 0) / total;
  const list = [];
  for (let at = Date.parse(fromOn); at <= Date.parse(toOn); at += DAY) {
    const on = dayOf(at);
    const weekday = new Date(at).getUTCDay();
    const rotation = known.findLast((one) => one.fromOn <= on && on <= one.toOn);
    const share = rotation ? rotation.service / 100 : on > lastKnown ? mean : 0;
    const off = weekday === 0 || weekday === 6 || leave.some((one) => one.fromOn <= on && on <= one.toOn);
    list.push({ on, weeks: off ? 0 : share / 5 });
  }
  return list;
}

/** @typedef {{ on: string, weeks: number }} Day what of an on-service week a day holds */

/** @param {readonly { weeks: number }[]} days */
export const weeksIn = (days) => days.reduce((sum, { weeks }) => sum + weeks, 0);

/** Cases and service in whole blocks of four weeks. @param {readonly string[]} cases @param {readonly Day[]} past */
export function blocksOf(cases, past) {
  return Array.from({ length: Math.floor(past.length / 28) }, (_, k) => {
    const part = past.slice(28 * k, 28 * k + 28);
    const [from, to] = [part[0]?.on ?? '', part.at(-1)?.on ?? ''];
    return { count: cases.filter((on) => from <= on && on <= to).length, weeks: weeksIn(part) };
  });
}

/** Over-dispersion of a class, each fellow with an own rate. @param {readonly ReturnType<typeof blocksOf>[]} fellows */
export function dispersionOf(fellows) {
  let [chi, freedom, blocks] = [0, 0, 0];
  for (const all of fellows) {
    const served = all.filter(({ weeks }) => weeks > 1e-12);
    const cases = served.reduce((sum, { count }) => sum + count, 0);
    if (served.length < 2 || cases === 0) continue;
    const rate = cases / weeksIn(served);
    for (const { count, weeks } of served) chi += (count - rate * weeks) ** 2 / (rate * weeks);
    blocks += served.length;
    freedom += served.length - 1;
  }
  if (blocks < 8) return 1;
  return chi / freedom > 1.3 ? Math.min(4, chi / freedom) : 1;
}

/**
 * What is believed of a rate: Gamma(a, b), with the over-dispersion.
 * @param {object} known
 * @param {number} known.count
 * @param {number} known.weeks
 * @param {number} known.phi
 * @param {readonly number[]} known.rates of the other fellows
 * @param {number} known.pace the target over the planned weeks
 */
export function beliefOf({ count, weeks, phi, rates, pace }) {
  const program = rates.length >= 3 ? median(rates) : 0;
  const basis = program > 0 ? 'program rate' : 'target pace';
  return { a: 2 + count / phi, b: 2 / (program > 0 ? program : pace) + weeks / phi, phi, basis };
}

/**
 * By which days, and with which chance by the last of them, so many more cases come.
 * @param {{ a: number, b: number, phi: number }} belief
 * @param {number} remaining
 * @param {readonly Day[]} ahead
 */
export function datesOf({ a, b, phi }, remaining, ahead) {
  const r = remaining / phi;
  const e = weeksIn(ahead) / phi;
  return {
    byEnd: betaCdf(e / (b + e), r, a),
    /** @param {number} q */
    dateAt: (q) => {
      const x = betaQuantile(q, r, a);
      const wanted = (phi * b * x) / (1 - x);
      let sum = 0;
      for (const day of ahead) {
        sum += day.weeks;
        if (sum >= wanted) return day.on;
      }
      return undefined;
    },
  };
}

/**
 * @param {object} asked
 * @param {readonly string[]} asked.cases days of what counts
 * @param {number} asked.need
 * @param {string} asked.today
 * @param {{ fromOn: string, toOn: string }} asked.training
 * @param {readonly { fromOn: string, toOn: string, service: number }[]} asked.rotations
 * @param {readonly { fromOn: string, toOn: string }[]} asked.leave
 * @param {readonly number[]} asked.delays days from procedure to entry
 * @param {readonly number[]} asked.rates of the other fellows
 * @param {number | undefined} asked.dispersion of the class, as it was kept last
 */
export function forecastOf({ cases, need, today, training, rotations, leave, delays, rates, dispersion }) {
  const days = serviceDays(training, rotations, leave);
  const planned = weeksIn(days);
  const isLate = delays.length > 0 && median(delays) > 7;
  const whole = days.filter(({ on }) => on <= today);
  const past = isLate ? whole.slice(0, -7) : whole;
  const last = past.at(-1)?.on ?? '';
  const own = cases.filter((on) => on >= training.fromOn && on <= last);
  const phi = dispersion ?? dispersionOf([blocksOf(own, past)]);
  const belief = beliefOf({ count: own.length, weeks: weeksIn(past), phi, rates, pace: need / planned });
  const ahead = days.filter(({ on }) => on > today);
  const toCome = weeksIn(ahead);
  const remaining = Math.max(0, need - cases.length);
  const { byEnd, dateAt } = datesOf(belief, remaining, ahead);
  const lastRotation = rotations
    .map(({ toOn }) => toOn)
    .sort()
    .at(-1);
  const known = lastRotation && lastRotation > training.toOn ? training.toOn : lastRotation;
  return {
    ...{ cases: own.length, weeks: weeksIn(past), weeksToCome: toCome, byEnd },
    ...{ earlyOn: dateAt(0.1), likelyOn: dateAt(0.5), lateOn: dateAt(0.9) },
    shortfall: shortfallOf(belief, remaining, toCome),
    ...{ dispersion: phi, basis: belief.basis, endsOn: training.toOn },
    knownUntil: known !== undefined && known > today ? known : undefined,
  };
}

/**
 * The cases that are expected to be missing. Where they come singly: as many as there are numbers below what is needed, each
 * weighed with its chance of a negative binomial. Else for each rate by itself, with the waiting time of Gamma shape
 * remaining/φ, averaged over the rates as they are believed.
 * @param {{ a: number, b: number, phi: number }} rate
 * @param {number} remaining
 * @param {number} weeks
 */
function shortfallOf({ a, b, phi }, remaining, weeks) {
  if (remaining === 0) return 0;
  if (phi === 1) {
    const share = weeks / (b + weeks);
    let chance = (1 - share) ** a;
    let missing = 0;
    for (let k = 0; k < remaining; k += 1) {
      missing += (remaining - k) * chance;
      chance *= ((a + k) / (k + 1)) * share;
    }
    return missing;
  }
  const [r, e] = [remaining / phi, weeks / phi];
  // By the logarithm of the rate, at whose ends there is nothing.
  const density = (/** @type {number} */ log) =>
    Math.exp(a * Math.log(b) + a * log - b * Math.exp(log) - logGamma(a));
  const missingAt = (/** @type {number} */ expected) =>
    r * gammaUpper(r, expected) - (r > 1 ? expected * gammaUpper(r - 1, expected) : 0);
  const made = integral(
    (log) => density(log) * missingAt(Math.exp(log) * e),
    Math.log(a / b) - 18,
    Math.log(a / b) + 4,
    2000,
  );
  return Math.min(remaining, Math.max(0, phi * made));
}

/**
 * P(no case since the last) at the own pace up to it; null where nothing can be said.
 * @param {readonly string[]} cases
 * @param {readonly { on: string, weeks: number }[]} past
 */
export function silenceOf(cases, past) {
  const [first, last] = [past[0]?.on ?? '', past.at(-1)?.on ?? ''];
  const own = cases.filter((on) => first <= on && on <= last).sort();
  const lastCase = own.at(-1);
  if (lastCase === undefined || own.length < 5) return null;
  if (weeksIn(past.slice(-7)) === 0) return null;
  const until = weeksIn(past.filter(({ on }) => on <= lastCase));
  const pause = weeksIn(past.filter(({ on }) => on > lastCase));
  if (until === 0) return null;
  if (pause < 1 - 1e-9) return 1;
  const a = 2 + own.length;
  const b = (2 * until) / own.length + until;
  return (b / (b + pause)) ** a;
}

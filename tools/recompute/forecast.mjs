import { betaCdf, betaQuantile } from './numerics.mjs';

const DAY = 86_400_000;
/** @param {number} at */
const dayOf = (at) => new Date(at).toISOString().slice(0, 10);

/** @param {readonly number[]} values */
function median(values) {
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
function serviceDays({ fromOn, toOn }, rotations, leave) {
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
  const planned = days.reduce((sum, { weeks }) => sum + weeks, 0);
  const isLate = delays.length > 0 && median(delays) > 7;
  const whole = days.filter(({ on }) => on <= today);
  const past = isLate ? whole.slice(0, -7) : whole;
  const last = past.at(-1)?.on ?? '';
  const own = cases.filter((on) => on >= training.fromOn && on <= last);
  const weeks = past.reduce((sum, day) => sum + day.weeks, 0);
  const blocks = Array.from({ length: Math.floor(past.length / 28) }, (_, k) => {
    const part = past.slice(28 * k, 28 * k + 28);
    const [from, to] = [part[0]?.on ?? '', part.at(-1)?.on ?? ''];
    return {
      count: own.filter((on) => from <= on && on <= to).length,
      weeks: part.reduce((sum, day) => sum + day.weeks, 0),
    };
  }).filter((block) => block.weeks > 1e-12);
  const inBlocks = blocks.reduce((sum, { count }) => sum + count, 0);
  let phi = 1;
  if (blocks.length >= 8 && inBlocks > 0) {
    const rate = inBlocks / blocks.reduce((sum, block) => sum + block.weeks, 0);
    const chi = blocks.reduce(
      (sum, block) => sum + (block.count - rate * block.weeks) ** 2 / (rate * block.weeks),
      0,
    );
    const found = chi / (blocks.length - 1);
    if (found > 1.3) phi = Math.min(4, found);
  }
  phi = dispersion ?? phi;
  const program = rates.length >= 3 ? median(rates) : 0;
  const lambda = program > 0 ? program : need / planned;
  const a = 2 + own.length / phi;
  const b = 2 / lambda + weeks / phi;
  const r = Math.max(0, need - cases.length) / phi;
  const ahead = days.filter(({ on }) => on > today);
  const toCome = ahead.reduce((sum, day) => sum + day.weeks, 0);
  const share = toCome / phi / (b + toCome / phi);
  /** @param {number} q */
  const dateAt = (q) => {
    const x = betaQuantile(q, r, a);
    const wanted = (phi * b * x) / (1 - x);
    let sum = 0;
    for (const day of ahead) {
      sum += day.weeks;
      if (sum >= wanted) return day.on;
    }
    return undefined;
  };
  return {
    ...{ cases: own.length, weeks, weeksToCome: toCome },
    ...{ earlyOn: dateAt(0.1), likelyOn: dateAt(0.5), lateOn: dateAt(0.9), byEnd: betaCdf(share, r, a) },
  };
}

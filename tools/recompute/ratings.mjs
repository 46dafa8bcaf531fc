/* Medians of waits, agreement and the model of ratings, from textbook formulas. */

/**
 * Kaplan–Meier by its definition, at each time at which something was over.
 * @param {readonly { time: number, over: boolean }[]} waits
 * @returns {{ time: number, atLeast: boolean } | null}
 */
export function medianWait(waits) {
  if (waits.length === 0) return null;
  const times = [...new Set(waits.filter(({ over }) => over).map(({ time }) => time))].sort((a, b) => a - b);
  let stillWaiting = 1;
  for (let k = 0; k < times.length; k += 1) {
    const time = /** @type {number} */ (times[k]);
    const before = waits.filter((one) => one.time >= time).length;
    const ended = waits.filter((one) => one.over && one.time === time).length;
    stillWaiting *= (before - ended) / before;
    if (Math.abs(stillWaiting - 0.5) < 1e-9) {
      const next = times[k + 1];
      return next === undefined ? { time, atLeast: true } : { time: (time + next) / 2, atLeast: false };
    }
    if (stillWaiting < 0.5) return { time, atLeast: false };
  }
  const sorted = waits.map(({ time }) => time).sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle =
    sorted.length % 2 === 1
      ? (sorted[Math.floor(half)] ?? 0)
      : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  return { time: Math.max(times.at(-1) ?? 0, middle), atLeast: true };
}

/**
 * Share, mean difference and quadratically weighted kappa from the table of all pairs (Cohen 1968), as
 * 1 − observed disagreement / disagreement by chance.
 * @param {readonly (readonly number[])[]} pairs
 */
export function agreementOf(pairs) {
  const n = pairs.length;
  const table = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 0));
  let [same, sum] = [0, 0];
  for (const [one = 0, other = 0] of pairs) {
    const row = table[one];
    if (row) row[other] = (row[other] ?? 0) + 1;
    same += Number(one === other);
    sum += one - other;
  }
  const rows = table.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = rows.map((_, at) => table.reduce((total, row) => total + (row[at] ?? 0), 0));
  let [observed, chance] = [0, 0];
  for (let i = 1; i <= 5; i += 1)
    for (let j = 1; j <= 5; j += 1) {
      observed += ((i - j) ** 2 * (table[i]?.[j] ?? 0)) / n;
      chance += ((i - j) ** 2 * (rows[i] ?? 0) * (columns[j] ?? 0)) / n ** 2;
    }
  return { same, difference: sum / n, kappa: chance === 0 ? null : 1 - observed / chance };
}

/**
 * The crossed model with known variances by its full equations, without absorbing anything: a fixed mean and slope of
 * experience, fellows and raters drawn towards zero (Henderson 1984, chapter 5).
 * @param {readonly { fellow: string, rater: string, value: number, experience: number }[]} ratings
 * @param {{ vf: number, vr: number, ve: number }} variances
 */
export function crossedModel(ratings, { vf, vr, ve }) {
  const fellows = [...new Set(ratings.map(({ fellow }) => fellow))];
  const raters = [...new Set(ratings.map(({ rater }) => rater))];
  const size = 2 + fellows.length + raters.length;
  const left = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const right = Array.from({ length: size }, () => 0);
  /** @param {number} i @param {number} j @param {number} by */
  const add = (i, j, by) => {
    const row = left[i];
    if (row) row[j] = (row[j] ?? 0) + by;
  };
  for (const { fellow, rater, value, experience } of ratings) {
    /** @type {[number, number][]} */
    const row = [
      [0, 1],
      [1, experience],
      [2 + fellows.indexOf(fellow), 1],
      [2 + fellows.length + raters.indexOf(rater), 1],
    ];
    for (const [i, x] of row) {
      right[i] = (right[i] ?? 0) + x * value;
      for (const [j, y] of row) add(i, j, x * y);
    }
  }
  for (let k = 2; k < size; k += 1) {
    const variance = k < 2 + fellows.length ? vf : vr;
    add(k, k, variance > 0 ? ve / variance : 1e12);
  }
  const found = solved(left, right);
  const [mean = 0, slope = 0] = found;
  return {
    raters: new Map(raters.map((rater, k) => [rater, found[2 + fellows.length + k] ?? 0])),
    fair: new Map(
      fellows.map((fellow, k) => {
        const own = ratings.filter((one) => one.fellow === fellow);
        const usual = own.reduce((sum, one) => sum + one.experience, 0) / own.length;
        return [fellow, mean + slope * usual + (found[2 + k] ?? 0)];
      }),
    ),
  };
}

/** Gauss with pivots. @param {number[][]} left @param {number[]} right */
function solved(left, right) {
  const rows = left.map((row, k) => [...row, right[k] ?? 0]);
  const size = rows.length;
  for (let k = 0; k < size; k += 1) {
    let best = k;
    for (let i = k; i < size; i += 1)
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
    [rows[k], rows[best]] = [rows[best] ?? [], rows[k] ?? []];
    for (let i = 0; i < size; i += 1) {
      const [row, own] = [rows[i] ?? [], rows[k] ?? []];
      const by = i === k ? 0 : (row[k] ?? 0) / (own[k] ?? 1);
      if (by !== 0) rows[i] = row.map((value, j) => value - by * (own[j] ?? 0));
    }
  }
  return rows.map((row, k) => (row[size] ?? 0) / (row[k] ?? 1));
}

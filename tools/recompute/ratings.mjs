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
  if (chance === 0) return { same, difference: sum / n, kappa: null, error: 0 };
  const kappa = 1 - observed / chance;
  return { same, difference: sum / n, kappa, error: kappaError({ table, rows, columns, n, kappa, chance }) };
}

/**
 * The large-sample standard error of a weighted kappa (Fleiss, Cohen & Everitt 1969, formula 13), with agreement 1 less the
 * squared distance in parts of the longest.
 * @param {{ table: number[][], rows: number[], columns: number[], n: number, kappa: number, chance: number }} of
 */
function kappaError({ table, rows, columns, n, kappa, chance }) {
  const points = [1, 2, 3, 4, 5];
  const weight = (/** @type {number} */ i, /** @type {number} */ j) => 1 - (i - j) ** 2 / 16;
  const meanOf = (/** @type {number[]} */ margin, /** @type {number} */ i) =>
    points.reduce((sum, j) => sum + (weight(i, j) * (margin[j] ?? 0)) / n, 0);
  const byChance = 1 - chance / 16;
  let squares = 0;
  for (const i of points)
    for (const j of points)
      squares +=
        ((table[i]?.[j] ?? 0) / n) *
        (weight(i, j) - (meanOf(columns, i) + meanOf(rows, j)) * (1 - kappa)) ** 2;
  const spread = squares - (kappa - byChance * (1 - kappa)) ** 2;
  return Math.sqrt(Math.max(0, spread) / n) / (1 - byChance);
}

/** @typedef {{ fellow: string, rater: string, value: number, experience: number }} Rating */

/**
 * The sums of the full equations: mean, slope of experience, fellows, raters.
 * @param {readonly Rating[]} ratings
 */
function equationsOf(ratings) {
  const fellows = [...new Set(ratings.map(({ fellow }) => fellow))];
  const raters = [...new Set(ratings.map(({ rater }) => rater))];
  const size = 2 + fellows.length + raters.length;
  const left = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const right = Array.from({ length: size }, () => 0);
  let squares = 0;
  for (const { fellow, rater, value, experience } of ratings) {
    /** @type {[number, number][]} */
    const row = [
      [0, 1],
      [1, experience],
      [2 + fellows.indexOf(fellow), 1],
      [2 + fellows.length + raters.indexOf(rater), 1],
    ];
    squares += value * value;
    for (const [i, x] of row) {
      right[i] = (right[i] ?? 0) + x * value;
      for (const [j, y] of row) {
        const line = left[i] ?? [];
        line[j] = (line[j] ?? 0) + x * y;
      }
    }
  }
  return { fellows, raters, left, right, squares, n: ratings.length };
}

/** @param {ReturnType<typeof equationsOf>} of @param {{ ofFellows: number, ofRaters: number }} ratios of variances to the rest */
function drawn({ left, fellows }, { ofFellows, ofRaters }) {
  return left.map((row, k) => {
    if (k < 2) return [...row];
    const ratio = k < 2 + fellows.length ? ofFellows : ofRaters;
    return row.map((value, j) => (j === k ? value + (ratio > 0 ? 1 / ratio : 1e12) : value));
  });
}

/**
 * The crossed model with known variances by its full equations, without absorbing anything: a fixed mean and slope of
 * experience, fellows and raters drawn towards zero; the error of a prediction from the inverse of the equations
 * (Henderson 1984, chapter 5).
 * @param {readonly Rating[]} ratings
 * @param {{ vf: number, vr: number, ve: number }} variances
 */
export function crossedModel(ratings, { vf, vr, ve }) {
  const equations = equationsOf(ratings);
  const { fellows, raters, right } = equations;
  const { inverse } = inverted(drawn(equations, { ofFellows: vf / ve, ofRaters: vr / ve }));
  const found = inverse.map((row) => dot(row, right));
  const first = 2 + fellows.length;
  return {
    raters: new Map(
      raters.map((rater, k) => [
        rater,
        { value: found[first + k] ?? 0, variance: ve * (inverse[first + k]?.[first + k] ?? 0) },
      ]),
    ),
    fair: new Map(
      fellows.map((fellow, k) => {
        const own = ratings.filter((one) => one.fellow === fellow);
        const usual = own.reduce((sum, one) => sum + one.experience, 0) / own.length;
        const at = right.map((_, j) => (j === 0 || j === 2 + k ? 1 : j === 1 ? usual : 0));
        const variance =
          ve *
          dot(
            at,
            inverse.map((row) => dot(row, at)),
          );
        return [fellow, { value: dot(at, found), variance }];
      }),
    ),
  };
}

/**
 * The variances by restricted maximum likelihood: the likelihood as textbooks have it (Searle, Casella & McCulloch 1992,
 * chapter 6), searched along one ratio and the other in turn.
 * @param {readonly Rating[]} ratings
 */
export function variancesBy(ratings) {
  const equations = equationsOf(ratings);
  const { fellows, raters, right, squares, n } = equations;
  const at = (/** @type {number} */ logF, /** @type {number} */ logR) => {
    const [ofFellows, ofRaters] = [Math.exp(logF), Math.exp(logR)];
    const { inverse, logDeterminant } = inverted(drawn(equations, { ofFellows, ofRaters }));
    const found = inverse.map((row) => dot(row, right));
    const ve = (squares - dot(found, right)) / (n - 2);
    const height = logDeterminant + fellows.length * logF + raters.length * logR + (n - 2) * Math.log(ve);
    return { height, ve, vf: ofFellows * ve, vr: ofRaters * ve };
  };
  let [logF, logR] = [0, 0];
  for (let round = 0; round < 12; round += 1) {
    logF = lowest((x) => at(x, logR).height, -14, 6);
    logR = lowest((x) => at(logF, x).height, -14, 6);
  }
  return at(logF, logR);
}

/** By golden sections. @param {(x: number) => number} of @param {number} from @param {number} to */
function lowest(of, from, to) {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  while (high - low > 1e-7) {
    const [one, other] = [high - golden * (high - low), low + golden * (high - low)];
    if (of(one) < of(other)) high = other;
    else low = one;
  }
  return (low + high) / 2;
}

/** @param {readonly number[]} one @param {readonly number[]} other */
function dot(one, other) {
  return one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
}

/** By Gauss and Jordan with pivots. @param {number[][]} left */
function inverted(left) {
  const size = left.length;
  const rows = left.map((row, k) => [...row, ...row.map((_, j) => Number(j === k))]);
  let logDeterminant = 0;
  for (let k = 0; k < size; k += 1) {
    let best = k;
    for (let i = k; i < size; i += 1)
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
    [rows[k], rows[best]] = [rows[best] ?? [], rows[k] ?? []];
    const pivot = rows[k]?.[k] ?? 1;
    logDeterminant += Math.log(Math.abs(pivot));
    const own = (rows[k] ?? []).map((value) => value / pivot);
    rows[k] = own;
    for (let i = 0; i < size; i += 1) {
      const by = i === k ? 0 : (rows[i]?.[k] ?? 0);
      if (by !== 0) rows[i] = (rows[i] ?? []).map((value, j) => value - by * (own[j] ?? 0));
    }
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}

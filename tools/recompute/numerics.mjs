/*
 * Numbers of the fellow's pages made again, apart from the code of the product: textbook formulas, written down here a
 * second time.
 */

const LANCZOS = [
  ...[676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406],
  ...[12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7],
];

/** @param {number} z @returns {number} */
export function logGamma(z) {
  if (z < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * z))) - logGamma(1 - z);
  const x = LANCZOS.reduce((sum, c, k) => sum + c / (z + k), 0.9999999999998099);
  const t = z + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(x);
}

/** The regularized incomplete beta function by its continued fraction (Lentz). @param {number} x @param {number} a @param {number} b @returns {number} */
export function betaCdf(x, a, b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // Asked once: at the very border rounding may say so from both sides.
  return x > (a + 1) / (a + b + 2) ? 1 - lowerTail(1 - x, b, a) : lowerTail(x, a, b);
}

/** Where it converges fast. @param {number} x @param {number} a @param {number} b */
function lowerTail(x, a, b) {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      c = Math.abs(c) < tiny ? tiny : c;
      step = c * d;
      h *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return (front * h) / a;
}

/** By bisection. @param {number} p @param {number} a @param {number} b */
export function betaQuantile(p, a, b) {
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k += 1) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A chart with a floor at zero. @param {readonly number[]} failures @param {{ success: number, failure: number }} steps */
export function chart(failures, { success, failure }) {
  let score = 0;
  return failures.map((failed) => (score = Math.max(0, score + (failed ? failure : success))));
}

/** The first case, from 1, with a score at the limit; null for none. @param {readonly number[]} path @param {number} limit */
export function reached(path, limit) {
  const at = path.findIndex((score) => score >= limit - 1e-9);
  return at < 0 ? null : at + 1;
}

/** What one case may add, with its chance. @param {{ success: number, failure: number, failureRate: number }} chartAt */
const waysOf = ({ success, failure, failureRate }) => [
  { step: success, chance: 1 - failureRate },
  { step: failure, chance: failureRate },
];

/**
 * P(signal by each case) of a chart by brute force over all its scores, rounded so that equal ones meet.
 * @param {{ success: number, failure: number, limit: number, failureRate: number }} chartAt
 * @param {number} horizon
 */
export function signalChances({ success, failure, limit, failureRate }, horizon) {
  const ways = waysOf({ success, failure, failureRate });
  let alive = new Map([[0, 1]]);
  let signaled = 0;
  return Array.from({ length: horizon }, () => {
    /** @type {Map<number, number>} */
    const next = new Map();
    for (const [score, mass] of alive)
      for (const { step, chance } of ways) {
        const to = Math.round(Math.max(0, score + step) * 1e9) / 1e9;
        if (to >= limit - 1e-8) signaled += mass * chance;
        else next.set(to, (next.get(to) ?? 0) + mass * chance);
      }
    alive = next;
    return signaled;
  });
}

/** Q(a, x) = Γ(a, x)/Γ(a) by its series, or by its continued fraction (Lentz). @param {number} a @param {number} x */
export function gammaUpper(a, x) {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let k = 1; k < 10_000 && term > sum * 1e-16; k += 1) {
      term *= x / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 10_000; k += 1) {
    const an = -k * (k - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * h;
}

/** By Simpson’s rule. @param {(x: number) => number} of @param {number} from @param {number} to @param {number} parts even */
export function integral(of, from, to, parts) {
  const step = (to - from) / parts;
  let sum = of(from) + of(to);
  for (let k = 1; k < parts; k += 1) sum += (k % 2 === 1 ? 4 : 2) * of(from + k * step);
  return (sum * step) / 3;
}

/**
 * Cases from one alarm of a chart to the next: the chances that it is still silent after each case, added up one by one,
 * until they fall by a constant factor.
 * @param {{ success: number, failure: number, limit: number, failureRate: number }} chartAt
 */
export function runLength({ success, failure, limit, failureRate }) {
  const ways = waysOf({ success, failure, failureRate });
  let alive = new Map([[0, 1]]);
  let [silent, sum] = [1, 0];
  for (let n = 0; n < 1200; n += 1) {
    sum += silent;
    /** @type {Map<number, number>} */
    const next = new Map();
    let left = 0;
    for (const [score, mass] of alive)
      for (const { step, chance } of ways) {
        const to = Math.round(Math.max(0, score + step) * 1e9) / 1e9;
        const moved = mass * chance;
        if (to >= limit - 1e-8 || moved < 1e-13) continue;
        next.set(to, (next.get(to) ?? 0) + moved);
        left += moved;
      }
    const factor = left / silent;
    alive = next;
    silent = left;
    if (n === 1199) sum += silent / (1 - factor);
  }
  return sum;
}

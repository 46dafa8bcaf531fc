/* What pages make of the numbers that the server answers, written out as they show it: rates, shares, sums over the class. */

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {{ low: number, high: number }} Range */

const FEWEST = 10;
const TOO_FEW = 'too few to say';
/** @param {number} share */
const percent = (share) => `${Math.round(100 * share)} %`;

/** Cases a week, or a month; nothing of few cases or under two of them. @param {number} cases @param {number} units */
export function rateOf(cases, units) {
  return cases >= FEWEST && units >= 2 ? (cases / units).toFixed(1) : TOO_FEW;
}

/** @param {number} part @param {number} whole */
export function partOf(part, whole) {
  return whole >= FEWEST ? `${part} of ${whole}, ${percent(part / whole)}` : `${part} of ${whole}`;
}

/**
 * The share of planned procedure days without a case; of cut weeks at least and at most.
 * @param {{ planned: Range, covered: Range, unlogged: Range }} days
 */
export function unloggedShareOf({ planned, covered, unlogged }) {
  if (planned.low < FEWEST) return TOO_FEW;
  const ends = [
    [unlogged.low, covered.high],
    [unlogged.high, covered.low],
  ].map(([without = 0, with_ = 0]) => percent(without / Math.max(1, without + with_)));
  return [...new Set(ends)].join(' to ');
}

/**
 * What the fellows together are expected to miss: each competency with those for whom it is open, those for whom it is less
 * likely than not, and the cases; most of all first.
 * @param {readonly Known[]} knowns
 */
export function classOf(knowns) {
  return (knowns[0]?.cells ?? [])
    .flatMap(({ competency: { id } }) => {
      const open = knowns.flatMap(({ cells }) =>
        cells.flatMap((cell) =>
          cell.isOpen && cell.competency.id === id ? [/** @type {any} */ (cell.forecast)] : [],
        ),
      );
      const missing = open.reduce((sum, { shortfall }) => sum + shortfall, 0);
      const unlikely = open.filter(({ byEnd }) => byEnd < 0.5).length;
      return missing < 0.5 && unlikely === 0 ? [] : [{ id, open: open.length, unlikely, missing }];
    })
    .sort((one, other) => other.missing - one.missing)
    .map(({ id, open, unlikely, missing }) => [id, open, unlikely, missing.toFixed(1)]);
}

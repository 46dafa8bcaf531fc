/* What ratings say of those who gave them and of those who got them, made again from facts. */
import { approved, caseOf, groupedBy, inOrder } from './facts.mjs';
import { betaQuantile } from './numerics.mjs';
import { agreementOf, crossedModel, variancesBy } from './ratings.mjs';

/** @typedef {import('./facts.mjs').Fact} Fact */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */
/** @typedef {ReturnType<typeof ratingsIn>} Ratings */
/** @typedef {ReturnType<typeof crossedModel>} Fitted */

/** 97.5 % of a normal distribution lie below it. */
const NORMAL = 1.959963984540054;
const FEWEST = { ratings: 12, raters: 4 };

/** One rating for each case, with how many of its group were before, and what the fellow said. @param {readonly Fact[]} facts */
export function ratingsIn(facts) {
  return [...groupedBy(facts, ({ fellowId }) => fellowId).values()].flatMap((own) => {
    /** @type {Map<string, number>} */
    const before = new Map();
    const rated = own
      .filter(
        (fact) =>
          approved(fact) &&
          fact.kind === 'procedure' &&
          !fact.simulation &&
          (fact.role === 'performed' || fact.role === 'performed-part') &&
          fact.help !== null,
      )
      .sort(inOrder);
    return [...groupedBy(rated, caseOf).values()].flatMap((lines) => {
      const [first] = lines;
      if (!first) return [];
      const previous = before.get(first.group) ?? 0;
      before.set(first.group, previous + 1);
      const said = lines.flatMap(({ selfHelp }) => selfHelp ?? []);
      const self = said.length < lines.length ? null : Math.min(...said);
      const { fellowId: fellow, supervisorId: rater } = first;
      return [{ fellow, rater, value: first.help ?? 0, experience: Math.log(1 + previous), self }];
    });
  });
}

/** @param {Same} same @param {readonly Fact[]} facts @param {any} shown */
export function ratersOf(same, facts, shown) {
  const ratings = ratingsIn(facts);
  const { model } = shown;
  const fitted = modelOf(same, ratings, model);
  pairsOf(same, 'everybody', { shown: shown.everybody, ratings });
  for (const line of shown.raters)
    noteOf(same, `rater ${line.supervisor.name}`, { shown: line, id: line.supervisor.id, ratings, fitted });
  for (const line of shown.fellows) {
    const { name, id } = line.fellow;
    const own = ratings.filter(({ fellow }) => fellow === id);
    const raters = new Set(own.map(({ rater }) => rater)).size;
    const isThin = own.length < FEWEST.ratings || raters < FEWEST.raters;
    same(`${name}, ratings`, [line.ratings, line.raters, line.thin], [own.length, raters, isThin]);
    if (own.length > 0) {
      same(`${name}, mean`, line.rawMean, mean(own), 1e-9);
      const { fellowVariance: vf, raterVariance: vr, restVariance: ve } = model;
      same(`${name}, dependability`, line.dependability, vf / (vf + vr / raters + ve / own.length), 1e-9);
    }
    // Parts that nothing connects are fitted apart.
    if (model.islands === 1)
      interval(same, `${name}, fair`, line.fair, isThin ? undefined : fitted.fair.get(id));
    pairsOf(same, name, { shown: line.withSupervisors, ratings: own });
  }
}

/** @param {readonly { value: number }[]} own */
const mean = (own) => own.reduce((total, { value }) => total + value, 0) / own.length;

/** @type {WeakMap<Ratings, ReturnType<typeof variancesBy>>} */
const variances = new WeakMap();

/** Searched once for a list of ratings. @param {Ratings} ratings */
function variancesOf(ratings) {
  const made = variances.get(ratings) ?? variancesBy(ratings);
  variances.set(ratings, made);
  return made;
}

/** The numbers of the model, and what it says. @param {Same} same @param {Ratings} ratings @param {any} model */
export function modelOf(same, ratings, model) {
  const [fellows, raters] = [new Set(), new Set()];
  for (const { fellow, rater } of ratings) {
    fellows.add(fellow);
    raters.add(rater);
  }
  same(
    'ratings, fellows and raters of the model',
    [model.ratings, model.fellows, model.raters],
    [ratings.length, fellows.size, raters.size],
  );
  const { fellowVariance: vf, raterVariance: vr, restVariance: ve } = model;
  same('a single rating', model.single, vf / (vf + vr + ve), 1e-9);
  same('twelve by four', model.twelveByFour, vf / (vf + vr / 4 + ve / 12), 1e-9);
  const isEnough = model.islands === 1 && ratings.length >= 200 && raters.size >= 8;
  same('whose variances', model.basis, isEnough ? 'estimated' : 'placeholder');
  const made = isEnough ? variancesOf(ratings) : { vf: 0.5, vr: 0.25, ve: 0.75 };
  same('variance of fellows', vf, made.vf, 1e-4 * made.vf);
  same('variance of raters', vr, Math.max(0.02, made.vr), 1e-4 * made.vr);
  same('variance of the rest', ve, made.ve, 1e-4 * made.ve);
  return { ...crossedModel(ratings, { vf, vr, ve }), vr, islands: model.islands };
}

/**
 * The note of one supervisor.
 * @param {Same} same @param {string} who
 * @param {{ shown: any, id: string, ratings: Ratings, fitted: ReturnType<typeof modelOf> }} about
 */
export function noteOf(same, who, { shown, id, ratings, fitted }) {
  const own = ratings.filter(({ rater }) => rater === id);
  const fellows = new Set(own.map(({ fellow }) => fellow));
  const shared = new Set(
    ratings.filter(({ fellow, rater }) => rater !== id && fellows.has(fellow)).map(({ fellow }) => fellow),
  ).size;
  same(who, [shown.ratings, shown.fellows, shown.sharedFellows], [own.length, fellows.size, shared]);
  if (own.length > 0) same(`${who}, mean`, shown.rawMean, mean(own), 1e-9);
  if (fitted.islands === 1) {
    const effect = fitted.raters.get(id);
    const reliability = effect ? 1 - effect.variance / fitted.vr : 0;
    const why =
      (own.length < 10 && 'few-ratings') ||
      (shared < 3 && 'few-shared-fellows') ||
      (reliability < 0.5 && 'unreliable') ||
      undefined;
    same(`${who}, why nothing is said`, shown.hiddenBecause, why);
    interval(same, `${who}, effect`, shown.effect, why === undefined ? effect : undefined);
  }
  pairsOf(same, who, { shown: shown.withFellows, ratings: own });
}

/**
 * @param {Same} same @param {string} what
 * @param {any} shown @param {{ value: number, variance: number } | undefined} made
 */
function interval(same, what, shown, made) {
  same(what, shown?.value, made?.value, 1e-6);
  if (!made) return;
  const half = NORMAL * Math.sqrt(made.variance);
  same(`${what}, low`, shown?.low, made.value - half, 1e-6);
  same(`${what}, high`, shown?.high, made.value + half, 1e-6);
}

/**
 * @param {Same} same @param {string} who
 * @param {{ shown: any, ratings: readonly { value: number, self: number | null }[] }} about
 */
function pairsOf(same, who, { shown, ratings }) {
  const pairs = ratings.flatMap(({ value, self }) => (self === null ? [] : [[value, self]]));
  same(`${who}, pairs`, shown.pairs, pairs.length);
  same(`${who}, pairs enough`, shown.agreement !== undefined, pairs.length >= 10);
  if (!shown.agreement) return;
  const made = agreementOf(pairs);
  const { same: alike, low, high, difference, kappa } = shown.agreement;
  same(`${who}, the same`, alike, made.same);
  same(`${who}, the same, low`, low, betaQuantile(0.025, 1 + made.same, 1 + pairs.length - made.same), 1e-6);
  same(
    `${who}, the same, high`,
    high,
    betaQuantile(0.975, 1 + made.same, 1 + pairs.length - made.same),
    1e-6,
  );
  same(`${who}, difference`, difference, made.difference, 1e-9);
  same(`${who}, kappa`, kappa?.value, made.kappa, 1e-9);
  if (made.kappa === null) return;
  same(`${who}, kappa, low`, kappa?.low, Math.max(-1, made.kappa - NORMAL * made.error), 1e-9);
  same(`${who}, kappa, high`, kappa?.high, Math.min(1, made.kappa + NORMAL * made.error), 1e-9);
}

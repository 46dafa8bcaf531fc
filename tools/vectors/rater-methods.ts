import {
  fitRaterModel,
  probabilityOfNextRating,
  ratingIslands,
  type Rating,
  type RaterModel,
  type RaterVariances,
} from '@countersign/domain/statistics';
import {
  estimateComponents,
  mixedEquations,
  solveMixed,
  type MixedRow,
} from '@countersign/domain/statistics/offline';
import { clmm_published } from './ordinal-method';
import { groupsAt, listsAt, tableAt } from './vector-lists';
import {
  numberAt,
  numberOr,
  VectorShapeError,
  type VectorMethod,
  type VectorMethods,
  type VectorRecord,
} from './vector-method';

/** Variances by REML, and the effects that follow from them; or the refusal. */
function remlFit(rows: readonly MixedRow[], levels: readonly number[]) {
  const equations = mixedEquations(rows, { fixed: 1, levels });
  const found = estimateComponents(equations);
  if (!found.ok) return found;
  const { factors, residual } = found.value;
  const { fixed, effects } = solveMixed(
    equations,
    factors.map((variance) => Math.sqrt(variance / residual)),
  );
  return { ok: true, mean: fixed[0] as number, effects, factors, residual } as const;
}

/** Rows of the table stand for fellows, columns for raters. */
const crossed_random_effects_reml_balanced: VectorMethod = (_parameters, input) => {
  const table = tableAt(input, 'ratings');
  const rows = table.flatMap((values, row) =>
    values.flatMap((value, column): MixedRow[] =>
      value === null ? [] : [{ value, fixed: [1], levels: [row, column] }],
    ),
  );
  const found = remlFit(rows, [table.length, table[0]?.length ?? 0]);
  if (!found.ok) return found;
  const [var_row, var_rater] = found.factors as readonly [number, number];
  const variances = { mu: found.mean, var_row, var_rater, var_residual: found.residual };
  return {
    ...variances,
    exact_fractions: variances,
    sd_row: Math.sqrt(var_row),
    sd_rater: Math.sqrt(var_rater),
    sd_residual: Math.sqrt(found.residual),
    blup_row: found.effects[0],
    blup_rater: found.effects[1],
  };
};

const one_way_reml_balanced: VectorMethod = (_parameters, input) => {
  const groups = groupsAt(input, 'groups');
  const rows = groups.flatMap(([, values], level) =>
    values.map((value) => ({ value, fixed: [1], levels: [level] })),
  );
  const found = remlFit(rows, [groups.length]);
  if (!found.ok) return found;
  const between = found.factors[0] as number;
  const shrinkage = groups.map(
    ([name, { length }]) => [name, between / (between + found.residual / length)] as const,
  );
  const alike = groups.every(([, { length }]) => length === groups[0]?.[1].length);
  return {
    ...{ mu: found.mean, var_between: between, var_within: found.residual },
    shrinkage: alike ? shrinkage[0]?.[1] : Object.fromEntries(shrinkage),
    blup: Object.fromEntries(groups.map(([name], k) => [name, found.effects[0]?.[k]])),
  };
};

function variancesOf(parameters: VectorRecord): RaterVariances {
  return {
    fellow: numberAt(parameters, 'var_fellow'),
    rater: numberAt(parameters, 'var_rater'),
    residual: numberAt(parameters, 'var_residual'),
  };
}

/** Rows are [fellow, rater, rating] or, with an experience, [fellow, rater, experience, rating]. */
function ratingsOf(input: VectorRecord): Rating[] {
  return listsAt(input, 'rows').map((row) => {
    const [fellowId, raterId, ...numbers] = row;
    const texts = typeof fellowId === 'string' && typeof raterId === 'string';
    if (
      !texts ||
      !numbers.every((value) => typeof value === 'number') ||
      numbers.length < 1 ||
      numbers.length > 2
    ) {
      throw new VectorShapeError('"rows" must hold fellow, rater, perhaps an experience, and rating');
    }
    const value = numbers.at(-1) as number;
    return {
      fellowId,
      raterId,
      value,
      ...(numbers.length === 2 ? { experience: numbers[0] as number } : {}),
    };
  });
}

function byFellow(model: RaterModel, pick: (fellow: RaterModel['fellows'][number]) => number) {
  return Object.fromEntries(model.fellows.map((fellow) => [fellow.fellowId, pick(fellow)]));
}

function byRater(model: RaterModel, pick: (rater: RaterModel['raters'][number]) => number) {
  return Object.fromEntries(model.raters.map((rater) => [rater.raterId, pick(rater)]));
}

const crossed_blup: VectorMethod = (parameters, input) => {
  const model = fitRaterModel(ratingsOf(input), variancesOf(parameters));
  const slope = model.slope === null ? {} : { beta: model.slope };
  const exact = {
    ...{ mu: model.mean, ...slope },
    fellow: byFellow(model, ({ effect }) => effect),
    rater: byRater(model, ({ effect }) => effect),
  };
  return {
    ...{ ...exact, exact },
    fair_mean: byFellow(model, ({ fairMean }) => fairMean),
    fair_se: byFellow(model, ({ standardError }) => standardError),
    rater_se: byRater(model, ({ standardError }) => standardError),
    rater_reliability: byRater(model, ({ reliability }) => reliability),
  };
};

const rater_connectivity: VectorMethod = (parameters, input, asked) => {
  const islands = ratingIslands(ratingsOf(input));
  const components = islands.map(({ fellows, raters }) => [fellows, raters]);
  const fitted = crossed_blup(parameters, input, asked) as VectorRecord;
  return {
    ...fitted,
    components: components.sort(([one], [other]) => (String(one?.[0]) < String(other?.[0]) ? -1 : 1)),
    connected: islands.length === 1,
  };
};

const p_next_rating_at_least: VectorMethod = (parameters, input) => ({
  p: probabilityOfNextRating(
    { mean: numberAt(input, 'fair_mean'), variance: numberAt(input, 'fair_var') },
    {
      atLeast: numberAt(parameters, 'threshold'),
      continuity: numberOr(parameters, 'continuity', 0.5),
      variances: { rater: numberAt(parameters, 'var_rater'), residual: numberAt(parameters, 'var_residual') },
    },
  ),
});

/** Every method of raters, by its name in the vectors. */
export const raterMethods: VectorMethods = {
  crossed_random_effects_reml_balanced,
  one_way_reml_balanced,
  crossed_blup_known_variances: crossed_blup,
  crossed_blup_with_experience_slope: crossed_blup,
  rater_connectivity,
  p_next_rating_at_least,
  clmm_published,
};

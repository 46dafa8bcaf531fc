import { Matrix } from 'ml-matrix';
import { DomainError } from '../refusal';
import { finiteNumber, nonEmpty, positiveCount } from './preconditions';

/** One observation: its value, its fixed effects (the first is 1), and its level, from 0, of each random factor. */
export interface MixedRow {
  readonly value: number;
  readonly fixed: readonly number[];
  readonly levels: readonly number[];
}

/** The shape of a mixed model: how many fixed effects, and how many levels each of one or two random factors has. */
export interface MixedShape {
  readonly fixed: number;
  readonly levels: readonly number[];
}

/**
 * The sums that Henderson's mixed-model equations need, for one or two crossed random factors. The factor with most
 * levels is absorbed, because its block is diagonal; the equations that are left have the size of the fixed effects and
 * the other factor. Values are taken from their mean, which keeps the sums of squares exact.
 *
 * Source: Henderson, Applications of Linear Models in Animal Breeding, 1984, chapters 5 and 6.
 */
export interface MixedEquations extends MixedShape {
  readonly rows: number;
  readonly center: number;
  /** Index of the absorbed factor. */
  readonly absorbed: number;
  /** Observations, and their summed values, per level of the absorbed factor. */
  readonly counts: readonly number[];
  readonly sums: readonly number[];
  /** Absorbed levels x (fixed effects, other factor). */
  readonly cross: Matrix;
  /** (fixed effects, other factor) squared, and its right-hand side. */
  readonly rest: Matrix;
  readonly restSums: readonly number[];
  readonly squares: number;
}

/** More effects and levels than this fill the memory: a table of them has one cell per pair. */
const MOST_EFFECTS = 10_000;

/**
 * One or two random factors with levels. Throws `statistics/lengths-differ`, `statistics/count-invalid` or
 * `statistics/too-many-levels`.
 */
function possibleShape({ fixed, levels }: MixedShape): void {
  positiveCount(fixed, 'fixed');
  levels.forEach((count) => positiveCount(count, 'levels'));
  if (levels.reduce((sum, count) => sum + count, fixed) > MOST_EFFECTS) {
    throw new DomainError(
      'statistics/too-many-levels',
      `at most ${MOST_EFFECTS} levels are solved`,
      'levels',
    );
  }
  if (levels.length === 1 || levels.length === 2) return;
  throw new DomainError('statistics/lengths-differ', 'a model has one or two random factors', 'levels');
}

function possibleRow(row: MixedRow, { fixed, levels }: MixedShape): void {
  finiteNumber(row.value, 'value');
  row.fixed.forEach((x) => finiteNumber(x, 'fixed'));
  if (row.fixed.length !== fixed || row.levels.length !== levels.length) {
    throw new DomainError('statistics/lengths-differ', 'a row needs each effect and each level', 'rows');
  }
  if (
    row.levels.every((level, k) => Number.isSafeInteger(level) && level >= 0 && level < (levels[k] as number))
  ) {
    return;
  }
  throw new DomainError('statistics/level-unknown', 'a row names a level that its factor lacks', 'levels');
}

/**
 * Adds up the equations of observations.
 *
 * Throws `statistics/empty`, `statistics/lengths-differ`, `statistics/count-invalid` (a factor without levels),
 * `statistics/too-many-levels` (over 10,000 with the fixed effects),
 * `statistics/not-a-number`, `statistics/level-unknown`, or `statistics/not-computable` for sums beyond all numbers.
 */
export function mixedEquations(rows: readonly MixedRow[], shape: MixedShape): MixedEquations {
  const { fixed, levels } = shape;
  possibleShape(shape);
  nonEmpty(rows, 'rows').forEach((row) => possibleRow(row, shape));
  const absorbed = (levels[1] ?? 0) > (levels[0] as number) ? 1 : 0;
  const width = fixed + (levels[1 - absorbed] ?? 0);
  const counts = Array<number>(levels[absorbed] as number).fill(0);
  const sums = [...counts];
  const restSums = Array<number>(width).fill(0);
  const cross = Matrix.zeros(counts.length, width);
  const rest = Matrix.zeros(width, width);
  const center = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
  let squares = 0;
  for (const row of rows) {
    const y = row.value - center;
    const level = row.levels[absorbed] as number;
    const other = row.levels[1 - absorbed];
    const columns = row.fixed.map((x, column) => ({ column, x }));
    if (other !== undefined) columns.push({ column: fixed + other, x: 1 });
    counts[level] = (counts[level] as number) + 1;
    sums[level] = (sums[level] as number) + y;
    squares += y * y;
    for (const { column, x } of columns) {
      restSums[column] = (restSums[column] as number) + x * y;
      cross.set(level, column, cross.get(level, column) + x);
      for (const also of columns) rest.set(column, also.column, rest.get(column, also.column) + x * also.x);
    }
  }
  if (![squares, ...sums, ...restSums, ...rest.to1DArray()].every(Number.isFinite)) {
    throw new DomainError('statistics/not-computable', 'the values are too extreme', 'value');
  }
  return { ...shape, rows: rows.length, center, absorbed, counts, sums, cross, rest, restSums, squares };
}

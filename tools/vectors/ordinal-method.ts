import {
  fitOrdinalModel,
  type OrdinalModel,
  type OrdinalRating,
} from '@countersign/domain/statistics/offline';
import { tableAt } from './vector-lists';
import { textAt, VectorShapeError, type VectorMethod, type VectorRecord } from './vector-method';

/** What a text such as `rating ~ contact + temp + (1|judge), logit, 10-point AGHQ` asks for. */
interface ModelText {
  readonly terms: readonly string[];
  readonly group: string;
  readonly points: number;
}

function modelOf(text: string): ModelText {
  const [formula = '', ...rest] = text.split(',').map((part) => part.trim());
  const [, right = ''] = formula.split('~');
  const terms = right.split('+').map((term) => term.trim());
  const group = terms.flatMap((term) => /^\(\s*1\s*\|\s*(\w+)\s*\)$/.exec(term)?.[1] ?? []);
  const fixed = terms.filter((term) => /^\w+$/.test(term) && term !== '1');
  const known = group.length === 1 && fixed.length + 1 === terms.filter((term) => term !== '1').length;
  if (!known || !rest.includes('logit'))
    throw new VectorShapeError(`"${text}" is not a model that is known here`);
  const how = rest.find((part) => part !== 'logit') ?? '';
  const points = /^(\d+)-point/.exec(how)?.[1] ?? (/laplace/i.test(how) ? '1' : '10');
  return { terms: fixed, group: group[0] as string, points: Number(points) };
}

/** A term in numbers: columns with their names, as treatment contrasts where the values are texts. */
interface Columns {
  readonly names: readonly string[];
  readonly valuesOf: (position: { readonly row: number; readonly column: number }) => readonly number[];
}

function columnsOf(input: VectorRecord, term: string): Columns {
  const perRow = input[`rows_${term}`];
  const values: unknown = perRow ?? input[`cols_${term}`];
  if (!Array.isArray(values)) throw new VectorShapeError(`"rows_${term}" must be a list`);
  const list: readonly unknown[] = values;
  const at = ({ row, column }: { row: number; column: number }): unknown =>
    list[perRow === undefined ? column : row];
  if (list.every((value) => typeof value === 'number')) {
    return { names: [term], valuesOf: (position) => [Number(at(position))] };
  }
  const others = [...new Set(list.map(String))].sort().slice(1);
  return {
    names: others.map((level) => `${term}_${level}`),
    valuesOf: (position) => others.map((level) => (String(at(position)) === level ? 1 : 0)),
  };
}

function columnName(column: number): string {
  return String(column).padStart(6, '0');
}

function named(model: OrdinalModel, names: readonly string[], group: string): Record<string, unknown> {
  return {
    ...{ thresholds: model.thresholds, logLik: model.logLikelihood },
    ...Object.fromEntries(names.map((name, k) => [name, model.effects[k]])),
    [`${group}_sd`]: model.groupDeviation,
    [`${group}_modes`]: model.groups.map(({ mode }) => mode),
  };
}

/** Rows of the table are the things that were rated, columns the groups with the random intercept. */
export const clmm_published: VectorMethod = (parameters, input) => {
  const { terms, group, points } = modelOf(textAt(parameters, 'model'));
  const columns = terms.map((term) => columnsOf(input, term));
  const ratings = tableAt(input, 'ratings').flatMap((values, row) =>
    values.flatMap((value, column): OrdinalRating[] => {
      if (value === null) return [];
      const covariates = columns.flatMap(({ valuesOf }) => valuesOf({ row, column }));
      return [{ value, covariates, groupId: columnName(column) }];
    }),
  );
  const names = columns.flatMap((term) => term.names);
  const fitted = fitOrdinalModel(ratings, points);
  return fitted.ok ? named(fitted.value, names, group) : fitted;
};

import { isRecord, VectorShapeError, type VectorRecord } from './vector-method';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isNumberOrGap(value: unknown): value is number | null {
  return value === null || isNumber(value);
}

function listAt<T>(
  record: VectorRecord,
  key: string,
  { is, what }: { is: (value: unknown) => value is T; what: string },
): readonly T[] {
  const value = record[key];
  if (Array.isArray(value) && value.every(is)) return value;
  throw new VectorShapeError(`"${key}" must be a list of ${what}`);
}

/** The list of texts under `key`. Throws {@link VectorShapeError} if there is none. */
export function textsAt(record: VectorRecord, key: string): readonly string[] {
  return listAt(record, key, { is: isText, what: 'texts' });
}

/** The list of objects under `key`. Throws {@link VectorShapeError} if there is none. */
export function recordsAt(record: VectorRecord, key: string): readonly VectorRecord[] {
  return listAt(record, key, { is: isRecord, what: 'objects' });
}

/** The list of lists under `key`, of any content. Throws {@link VectorShapeError} if there is none. */
export function listsAt(record: VectorRecord, key: string): readonly (readonly unknown[])[] {
  const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
  return listAt(record, key, { is: isList, what: 'lists' });
}

/**
 * The table of numbers under `key`, null for a cell without one. Throws {@link VectorShapeError} if there is none, or if
 * its rows differ in length.
 */
export function tableAt(record: VectorRecord, key: string): readonly (readonly (number | null)[])[] {
  const rows = listsAt(record, key);
  if (rows.some((row) => row.length !== rows[0]?.length)) {
    throw new VectorShapeError(`"${key}" must be rows of one length`);
  }
  return rows.map((row, k) => {
    const name = `${key}.${k}`;
    return listAt({ [name]: row }, name, { is: isNumberOrGap, what: 'numbers' });
  });
}

/** The lists of numbers by their names under `key`. Throws {@link VectorShapeError} if there are none. */
export function groupsAt(
  record: VectorRecord,
  key: string,
): readonly (readonly [string, readonly number[]])[] {
  const groups = record[key];
  if (!isRecord(groups)) throw new VectorShapeError(`"${key}" must be an object of lists`);
  return Object.keys(groups).map((name) => [name, listAt(groups, name, { is: isNumber, what: 'numbers' })]);
}

import { VectorShapeError, type VectorRecord } from './vector-method';

function isRecord(value: unknown): value is VectorRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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

/** The table of numbers under `key`, null for a cell without one. Throws {@link VectorShapeError} if there is none. */
export function tableAt(record: VectorRecord, key: string): readonly (readonly (number | null)[])[] {
  return listsAt(record, key).map((_, k) =>
    listAt({ [`${key}.${k}`]: listsAt(record, key)[k] }, `${key}.${k}`, {
      is: isNumberOrGap,
      what: 'numbers',
    }),
  );
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

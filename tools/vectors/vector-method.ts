/** The named parameters or inputs of a vector, as they stand in the JSON file. */
export type VectorRecord = Readonly<Record<string, unknown>>;

/**
 * Computes what one kind of vector asks for.
 *
 * The answer has the shape of the vector's `expected` object; the runner compares it key by key, so a missing key is a
 * failure (except keys that start with `published`, which only document where a number comes from unless the method
 * answers them). `asked` holds the paths of the expected leaves (`P_signal_if_adequate.by20`, `pmf.3`), never their
 * values, for methods whose questions are written in the key names.
 */
export type VectorMethod = (
  parameters: VectorRecord,
  input: VectorRecord,
  asked: readonly string[],
) => unknown;

/** Methods by their names in the vectors. */
export type VectorMethods = Readonly<Record<string, VectorMethod>>;

/** Whether a value of a JSON file is an object. */
export function isRecord(value: unknown): value is VectorRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Thrown when a vector lacks a value that its method needs, or holds one of another type. */
export class VectorShapeError extends Error {
  override readonly name = 'VectorShapeError';
}

/** The finite number under `key`. Throws {@link VectorShapeError} if there is none. */
export function numberAt(record: VectorRecord, key: string): number {
  const value = record[key];
  if (typeof value !== 'number') throw new VectorShapeError(`"${key}" must be a number`);
  return value;
}

/** The list of numbers under `key`. Throws {@link VectorShapeError} if there is none. */
export function numbersAt(record: VectorRecord, key: string): readonly number[] {
  const value = record[key];
  if (!Array.isArray(value) || !value.every((item): item is number => typeof item === 'number')) {
    throw new VectorShapeError(`"${key}" must be a list of numbers`);
  }
  return value;
}

/** The text under `key`. Throws {@link VectorShapeError} if there is none. */
export function textAt(record: VectorRecord, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') throw new VectorShapeError(`"${key}" must be a text`);
  return value;
}

/** The number under `key`, or `fallback` where the key is absent or null. */
export function numberOr(record: VectorRecord, key: string, fallback: number): number {
  return record[key] === undefined || record[key] === null ? fallback : numberAt(record, key);
}

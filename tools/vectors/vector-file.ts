import type { Tolerance } from './compare';
import type { VectorRecord } from './vector-method';

/** One test vector: a question to a named method, and the answer that is known to be right. */
export interface TestVector {
  readonly id: string;
  readonly method: string;
  readonly parameters: VectorRecord;
  readonly input: VectorRecord;
  readonly expected: VectorRecord;
  readonly tolerance?: Tolerance;
  /** Whether the whole answer is copied from print (`"kind": "published"`). */
  readonly published: boolean;
}

function isRecord(value: unknown): value is VectorRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTolerance(value: unknown): value is Tolerance {
  if (typeof value === 'number') return value >= 0;
  return (
    isRecord(value) && Object.values(value).every((item) => item === 'exact' || typeof item === 'number')
  );
}

function vectorIn(value: unknown, position: number): TestVector {
  const wrong = (what: string): Error => new Error(`vector ${position + 1}: ${what}`);
  if (!isRecord(value)) throw wrong('must be an object');
  const { id, method, parameters = {}, input = {}, expected, tolerance } = value;
  if (typeof id !== 'string') throw wrong('"id" must be a text');
  if (typeof method !== 'string') throw wrong(`"method" of ${id} must be a text`);
  if (!isRecord(parameters)) throw wrong(`"parameters" of ${id} must be an object`);
  if (!isRecord(input)) throw wrong(`"input" of ${id} must be an object`);
  if (!isRecord(expected)) throw wrong(`"expected" of ${id} must be an object`);
  const published = value['kind'] === 'published';
  const question = { id, method, parameters, input, expected, published };
  if (tolerance === undefined) return question;
  if (!isTolerance(tolerance)) throw wrong(`"tolerance" of ${id} must be a number or a map of numbers`);
  return { ...question, tolerance };
}

/** The vectors of a JSON text: a list of objects. Throws an `Error` that names the first thing that is wrong. */
export function parseVectors(text: string): readonly TestVector[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value) || value.length === 0) throw new Error('the file must hold a list of vectors');
  return value.map(vectorIn);
}

import type { Tolerance } from './compare';
import { BadInput } from '../command';
import { isRecord, type VectorRecord } from './vector-method';

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

function isTolerance(value: unknown): value is Tolerance {
  const isDistance = (item: unknown): boolean => typeof item === 'number' && item >= 0;
  if (!isRecord(value)) return isDistance(value);
  return Object.values(value).every((item) => item === 'exact' || isDistance(item));
}

/** An item of a file that is no vector: what to call it, and what is wrong with it. */
export interface IllFormedVector {
  readonly id: string;
  readonly wrong: string;
}

function vectorIn(value: unknown, position: number): TestVector | IllFormedVector {
  const place = `vector ${position + 1}`;
  if (!isRecord(value)) return { id: place, wrong: 'must be an object' };
  const { id, method, expected } = value;
  const [parameters, input] = [value['parameters'] ?? {}, value['input'] ?? {}];
  const tolerance = value['tolerance'] === 'exact' ? 0 : (value['tolerance'] ?? undefined);
  if (typeof id !== 'string') return { id: place, wrong: '"id" must be a text' };
  if (typeof method !== 'string') return { id, wrong: '"method" must be a text' };
  if (!isRecord(parameters)) return { id, wrong: '"parameters" must be an object' };
  if (!isRecord(input)) return { id, wrong: '"input" must be an object' };
  if (!isRecord(expected)) return { id, wrong: '"expected" must be an object' };
  if (Object.keys(expected).length === 0) return { id, wrong: '"expected" must not be empty' };
  const published = value['kind'] === 'published';
  const question = { id, method, parameters, input, expected, published };
  if (tolerance === undefined) return question;
  if (!isTolerance(tolerance)) return { id, wrong: '"tolerance" must be a number or a map of numbers' };
  return { ...question, tolerance };
}

/**
 * The items of a JSON list: vectors, and what is wrong with those that are none. Throws {@link BadInput} for any other
 * JSON, and for an empty list.
 */
export function vectorsIn(json: unknown): readonly (TestVector | IllFormedVector)[] {
  if (!Array.isArray(json) || json.length === 0) throw new BadInput('The file must hold a list of vectors.');
  return json.map(vectorIn);
}

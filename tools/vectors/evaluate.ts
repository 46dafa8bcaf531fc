import { compare, leafPaths } from './compare';
import type { TestVector } from './vector-file';
import type { VectorMethods } from './vector-method';

/** What became of a vector, and the line that says so. */
export interface Evaluation {
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly line: string;
  /** Documented values that no method answers, each with the vector's id. */
  readonly notCompared: readonly string[];
}

function failed({ id, method }: TestVector, why: string): Evaluation {
  return { outcome: 'fail', line: `FAIL ${id} ${method} ${why}`, notCompared: [] };
}

/**
 * Computes the answer to a vector by its method and compares it with the expected one. A remark in brackets after the
 * name of a method is not part of the name.
 */
export function evaluate(vector: TestVector, methods: VectorMethods): Evaluation {
  const { id, method, parameters, input, expected } = vector;
  const name = method.replace(/\s*\(.*\)$/, '');
  const compute = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (compute === undefined) {
    return { outcome: 'unknown', line: `unknown method ${id} ${method}`, notCompared: [] };
  }
  let answer: unknown;
  try {
    answer = compute(parameters, input, leafPaths(expected));
  } catch (error) {
    return failed(vector, `refused: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { differences, notCompared } = compare(expected, answer, vector);
  const [first] = differences;
  if (first !== undefined) {
    const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : '';
    const [want, got] = [JSON.stringify(first.expected), JSON.stringify(first.got)];
    return failed(vector, `${first.key}: expected ${want} got ${got}${more}`);
  }
  return {
    outcome: 'pass',
    line: `pass ${id} ${method}`,
    notCompared: notCompared.map((key) => `${id} ${key}`),
  };
}

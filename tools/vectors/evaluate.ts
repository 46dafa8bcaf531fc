import { compare, leafPaths } from './compare';
import type { IllFormedVector, TestVector } from './vector-file';
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

/** The code with which a rule refused to answer, or null. */
function refusalIn(answer: unknown): string | null {
  const { ok, code } = (answer ?? {}) as { readonly ok?: unknown; readonly code?: unknown };
  return ok === false && typeof code === 'string' ? code : null;
}

/**
 * Computes the answer to a vector by its method and compares it with the expected one. The method is the first word; what
 * follows it, such as `(cusumr learning phase)`, is a remark.
 */
export function evaluate(vector: TestVector | IllFormedVector, methods: VectorMethods): Evaluation {
  if ('wrong' in vector) {
    return { outcome: 'fail', line: `FAIL ${vector.id} ill-formed: ${vector.wrong}`, notCompared: [] };
  }
  const { id, method, parameters, input, expected } = vector;
  const name = /\w+/.exec(method)?.[0] ?? '';
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
  const refusal = refusalIn(answer);
  if (refusal !== null) return failed(vector, `refused: ${refusal}`);
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

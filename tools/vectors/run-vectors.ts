import { readFileSync } from 'node:fs';
import { evaluate } from './evaluate';
import { parseVectors, type TestVector } from './vector-file';
import type { VectorMethods } from './vector-method';

/** Where the lines go: the report, and complaints about the file itself. */
export interface Output {
  readonly report: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** The vectors of a file, or null after a complaint. */
function vectorsOf(file: string | undefined, output: Output): readonly TestVector[] | null {
  if (file === undefined) {
    output.complain('usage: npm run vectors -- FILE.json');
    return null;
  }
  try {
    return parseVectors(readFileSync(file, 'utf8'));
  } catch (error) {
    output.complain(`cannot use ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/**
 * Evaluates every vector of a JSON file by these methods and reports one line each and the sums.
 *
 * Answers the exit status: 0 if all pass, 1 if one fails or has an unknown method, 2 if the file is missing, unreadable
 * or not a list of vectors.
 */
export function runVectors(file: string | undefined, methods: VectorMethods, output: Output): 0 | 1 | 2 {
  const vectors = vectorsOf(file, output);
  if (vectors === null) return 2;
  const results = vectors.map((vector) => evaluate(vector, methods));
  for (const { line } of results) output.report(line);
  const notCompared = results.flatMap((result) => result.notCompared);
  if (notCompared.length > 0) output.report(`documented, not compared: ${notCompared.join(', ')}`);
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  output.report(
    `${results.length} vectors: ${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown`,
  );
  return count('pass') === results.length ? 0 : 1;
}

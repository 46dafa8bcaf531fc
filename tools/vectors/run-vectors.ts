import { BadInput, readJson } from '../command';
import { evaluate } from './evaluate';
import { vectorsIn } from './vector-file';
import type { VectorMethods } from './vector-method';

/**
 * Evaluates every vector of a JSON file by these methods and reports one line each and the sums.
 *
 * Answers the exit status: 0 if all pass, 1 if one fails, is ill-formed or has an unknown method. Throws {@link BadInput}
 * if the file is missing, unreadable or not a list.
 */
export function runVectors(
  file: string | undefined,
  methods: VectorMethods,
  report: (line: string) => void,
): 0 | 1 {
  if (file === undefined) throw new BadInput('usage: npm run vectors -- FILE.json');
  const results = vectorsIn(readJson(file)).map((vector) => {
    const result = evaluate(vector, methods);
    report(result.line);
    return result;
  });
  const notCompared = results.flatMap((result) => result.notCompared);
  if (notCompared.length > 0) report(`documented, not compared: ${notCompared.join(', ')}`);
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
  report(
    `${results.length} vectors: ${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown`,
  );
  return count('pass') === results.length ? 0 : 1;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../../../tools/vectors/evaluate';
import { parseVectors } from '../../../../tools/vectors/vector-file';

const vectors = parseVectors(readFileSync(join(__dirname, 'testdata/statistics-vectors.json'), 'utf8'));

describe('the published and independently computed vectors', () => {
  test.each(vectors.map((vector) => [vector.id, vector.method, vector] as const))(
    '%s %s',
    (id, method, vector) => {
      expect(evaluate(vector).line).toBe(`pass ${id} ${method}`);
    },
  );
});

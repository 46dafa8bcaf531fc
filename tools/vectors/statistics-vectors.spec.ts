import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from './evaluate';
import { registry } from './registry';
import { parseVectors } from './vector-file';

const file = join(__dirname, '../../libs/domain/src/statistics/testdata/statistics-vectors.json');
const vectors = parseVectors(readFileSync(file, 'utf8'));

describe('the published and independently computed vectors', () => {
  test.each(vectors.map((vector) => [vector.id, vector.method, vector] as const))(
    '%s %s',
    (id, method, vector) => {
      expect(evaluate(vector, registry).line).toBe(`pass ${id} ${method}`);
    },
  );
});

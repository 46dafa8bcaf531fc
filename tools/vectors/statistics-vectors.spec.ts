import { join } from 'node:path';
import { readJson } from '../command';
import { evaluate } from './evaluate';
import { registry } from './registry';
import { vectorsIn } from './vector-file';

const folder = join(__dirname, '../../libs/domain/src/statistics/testdata');

describe.each([
  ['published and independently computed', 'statistics-vectors.json'],
  ['recomputed in Python, other parameters and edges', 'independent-vectors.json'],
])('the vectors %s', (_what, name) => {
  const vectors = vectorsIn(readJson(join(folder, name)));

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s pass', (_id, vector) => {
    expect(evaluate(vector, registry).line).toMatch(/^pass /);
  });
});

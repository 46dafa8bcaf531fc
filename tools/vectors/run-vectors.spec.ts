import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from '../command';
import { chartMethods } from './chart-methods';
import { runVectors } from './run-vectors';
import { tableAt } from './vector-lists';

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file of this text; answers its status and its lines. */
function run(text: string): { status: number; lines: string[] } {
  const file = join(folder, 'vectors.json');
  writeFileSync(file, text);
  const lines: string[] = [];
  const status = runVectors(file, chartMethods, (line) => lines.push(line));
  return { status, lines };
}

const weights = {
  id: 'W1',
  method: 'lc_cusum_weights',
  parameters: { p_adequate: 0.2, p_inadequate: 0.5 },
  input: {},
  expected: { w_success: Math.log(1.6), w_failure: Math.log(0.4) },
  tolerance: 1e-9,
};

describe('the vectors command', () => {
  test('passes a right vector with other numbers than the stored ones', () => {
    expect(run(JSON.stringify([weights]))).toEqual({
      status: 0,
      lines: ['pass W1 lc_cusum_weights', '1 vectors: 1 pass, 0 fail, 0 unknown'],
    });
  });

  test('fails a wrong vector with the key, the expected and the computed value', () => {
    const wrong = { ...weights, expected: { ...weights.expected, w_success: 0.5 } };
    const { status, lines } = run(JSON.stringify([weights, wrong]));
    expect(status).toBe(1);
    expect(lines[1]).toMatch(/^FAIL W1 lc_cusum_weights w_success: expected 0\.5 got 0\.47000362/);
    expect(lines[2]).toBe('2 vectors: 1 pass, 1 fail, 0 unknown');
  });

  test('fails a vector that asks for something that is not computed', () => {
    const { status, lines } = run(JSON.stringify([{ ...weights, expected: { weight_of_doubt: 1 } }]));
    expect(status).toBe(1);
    expect(lines[0]).toBe('FAIL W1 lc_cusum_weights weight_of_doubt: expected 1 got undefined');
  });

  test('fails a vector with impossible parameters', () => {
    const { status, lines } = run(
      JSON.stringify([{ ...weights, parameters: { p_adequate: 0.5, p_inadequate: 0.2 } }]),
    );
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/^FAIL W1 lc_cusum_weights refused: /);
  });

  test.each(['tea_leaves', 'constructor'])('names the unknown method %s', (method) => {
    const { status, lines } = run(JSON.stringify([{ ...weights, method }]));
    expect(status).toBe(1);
    expect(lines[0]).toBe(`unknown method W1 ${method}`);
  });

  test.each([
    ['no object', 5, 'vector 1 ill-formed: must be an object'],
    ['no id', { ...weights, id: 7 }, 'vector 1 ill-formed: "id" must be a text'],
    ['no method', { ...weights, method: null }, 'W1 ill-formed: "method" must be a text'],
    ['a list of parameters', { ...weights, parameters: [] }, 'W1 ill-formed: "parameters" must be an object'],
    ['a text as input', { ...weights, input: 'x' }, 'W1 ill-formed: "input" must be an object'],
    ['no expected answer', { ...weights, expected: null }, 'W1 ill-formed: "expected" must be an object'],
    ['nothing expected', { ...weights, expected: {} }, 'W1 ill-formed: "expected" must not be empty'],
    [
      'a tolerance in words',
      { ...weights, tolerance: 'close' },
      'W1 ill-formed: "tolerance" must be a number',
    ],
    ['a tolerance below zero', { ...weights, tolerance: { default: -1 } }, 'W1 ill-formed: "tolerance" must'],
  ])('fails a vector with %s in one line, and runs the others', (_what, vector, line) => {
    const { status, lines } = run(JSON.stringify([vector, weights]));
    expect(status).toBe(1);
    expect(lines[0]).toMatch(new RegExp(`^FAIL ${line}`));
    expect(lines.slice(1)).toEqual(['pass W1 lc_cusum_weights', '2 vectors: 1 pass, 1 fail, 0 unknown']);
  });

  test.each([
    ['a remark after the method', { ...weights, method: 'lc_cusum_weights, as in Je 2015 (10/20)' }],
    ['null for no input and no tolerance', { ...weights, input: null, tolerance: null }],
  ])('passes a vector with %s', (_what, vector) => {
    expect(run(JSON.stringify([vector])).status).toBe(0);
  });

  test('holds a vector with the tolerance "exact" to every digit', () => {
    expect(run(JSON.stringify([{ ...weights, tolerance: 'exact' }])).status).toBe(0);
    const rounded = { ...weights, expected: { w_success: 0.470003629246 }, tolerance: 'exact' };
    expect(run(JSON.stringify([rounded])).status).toBe(1);
  });

  test('names the code with which a rule refuses to answer', () => {
    const alike = { method: 'beta_binomial_eb_prior_ml', input: { events: [1, 1], trials: [10, 10] } };
    const { lines } = run(JSON.stringify([{ ...weights, ...alike, expected: { a: 1 } }]));
    expect(lines[0]).toMatch(/refused: statistics\/no-spread-between-people$/);
  });

  test('names a table whose rows differ in length', () => {
    expect(() => tableAt({ ratings: [[1, 2], [1]] }, 'ratings')).toThrow(
      '"ratings" must be rows of one length',
    );
  });

  test.each([
    ['no JSON', '{', 'is not JSON'],
    ['no list', '{}', 'must hold a list of vectors'],
    ['an empty list', '[]', 'must hold a list of vectors'],
  ])('refuses %s as bad input, which is status 2', (_what, text, complaint) => {
    expect(() => run(text)).toThrow(BadInput);
    expect(() => run(text)).toThrow(complaint);
  });

  test('refuses a missing file, and no file at all', () => {
    const silent = (): void => undefined;
    expect(() => runVectors(join(folder, 'absent.json'), chartMethods, silent)).toThrow(BadInput);
    expect(() => runVectors(undefined, chartMethods, silent)).toThrow('usage: npm run vectors');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chartMethods } from './chart-methods';
import { runVectors } from './run-vectors';

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file of this text; answers its status and its lines. */
function run(text: string): { status: number; lines: string[]; complaints: string[] } {
  const file = join(folder, 'vectors.json');
  writeFileSync(file, text);
  const [lines, complaints]: [string[], string[]] = [[], []];
  const status = runVectors(file, chartMethods, {
    report: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
  });
  return { status, lines, complaints };
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
      complaints: [],
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
    ['no JSON', '{', /cannot use .*vectors\.json: /],
    ['no list', '{}', /must hold a list of vectors/],
    ['an empty list', '[]', /must hold a list of vectors/],
    ['a vector without an id', '[{"method":"x","expected":{}}]', /vector 1: "id" must be a text/],
    ['a vector without an expected answer', '[{"id":"A","method":"x"}]', /"expected" of A must be an object/],
    ['a tolerance in words', JSON.stringify([{ ...weights, tolerance: 'close' }]), /"tolerance" of W1/],
  ])('refuses %s with status 2', (_what, text, complaint) => {
    const { status, lines, complaints } = run(text);
    expect([status, lines]).toEqual([2, []]);
    expect(complaints.join()).toMatch(complaint);
  });

  test('refuses a missing file, and no file at all, with status 2', () => {
    const silent = { report: () => undefined, complain: () => undefined };
    expect(runVectors(join(folder, 'absent.json'), chartMethods, silent)).toBe(2);
    expect(runVectors(undefined, chartMethods, silent)).toBe(2);
  });
});

import { compare, leafPaths, type Tolerance } from './compare';
import type { VectorRecord } from './vector-method';

function differing(expected: VectorRecord, got: unknown, tolerance?: Tolerance): string[] {
  return compare(expected, got, tolerance === undefined ? {} : { tolerance }).differences.map(
    ({ key }) => key,
  );
}

describe('the comparison of an answer with a vector', () => {
  test('goes into lists, objects, null and text', () => {
    const expected = { a: [1, [2, 'x']], b: { c: null, d: 'e' } };
    expect(differing(expected, { a: [1, [2, 'x']], b: { c: null, d: 'e' } })).toEqual([]);
    expect(differing(expected, { a: [1, [2, 'y']], b: { c: 0, d: 'f' } })).toEqual(['a.1.1', 'b.c', 'b.d']);
  });

  test('allows as much as the tolerance and no more', () => {
    expect(differing({ a: 1 }, { a: 1.001 }, 0.0011)).toEqual([]);
    expect(differing({ a: 1 }, { a: 1.001 }, 0.0009)).toEqual(['a']);
    expect(differing({ a: 3 }, { a: 3 }, 0)).toEqual([]);
  });

  test('takes the tolerance of the nearest key, then the default', () => {
    const tolerance = { default: 1e-9, loose: 0.1, state: 'exact' };
    const expected = { loose: { x: 1 }, tight: 1, state: 'competent' };
    expect(differing(expected, { loose: { x: 1.05 }, tight: 1.05, state: 'competent' }, tolerance)).toEqual([
      'tight',
    ]);
    expect(differing(expected, { loose: { x: 1 }, tight: 1, state: 'learning' }, tolerance)).toEqual([
      'state',
    ]);
  });

  test('holds published values to their own tolerance, else to their printed digits', () => {
    expect(
      differing({ published_x: 0.038, published_tolerance: 0.006 }, { published_x: 0.0372 }, 1e-9),
    ).toEqual([]);
    expect(
      differing({ published: { mean: 0.1475, mc_tol: 0.001 } }, { published: { mean: 0.1481 } }, 1e-9),
    ).toEqual([]);
    expect(differing({ published_s: 0.0397 }, { published_s: 0.03975 }, 1e-9)).toEqual([]);
    expect(differing({ published_s: 0.0397 }, { published_s: 0.0399 }, 1e-9)).toEqual(['published_s']);
  });

  test('takes a number of a published vector for rounded only where its neighbors and its tolerance say so', () => {
    const printed = (expected: number, got: number, tolerance: Tolerance, neighbor = 1.134783): number => {
      const [vector, answer] = [
        { a: expected, b: { c: neighbor } },
        { a: got, b: { c: neighbor } },
      ];
      return compare(vector, answer, { tolerance, published: true }).differences.length;
    };
    expect(printed(-81.53, -81.5325, 0.002)).toBe(0);
    expect(printed(-81.53, -81.5351, 0.002)).toBe(1);
    expect(printed(0.85, 0.8451, 1e-9)).toBe(1);
    expect(printed(0.85, 0.8451, 1e-9, 0.5)).toBe(1);
    expect(printed(-81.53, -81.5325, 0.002, 0.25)).toBe(1);
    expect(printed(2, 2.1, 0.002)).toBe(1);
    expect(printed(2.5, 2.53, 0.002)).toBe(1);
    expect(printed(2.55, 2.551, { default: 0.002, a: 'exact' })).toBe(1);
    expect(printed(2.55, 2.5523, { default: 1e-9, a: 0.002 })).toBe(1);
    expect(differing({ a: -81.53, b: 1.134783 }, { a: -81.5325, b: 1.134783 }, 0.002)).toEqual(['a']);
  });

  test('lists published values that nobody computes, and fails other missing values', () => {
    const found = compare({ published_run: 2.85, limit: 2 }, {}, { tolerance: 1e-9 });
    expect(found.notCompared).toEqual(['published_run']);
    expect(found.differences).toEqual([{ key: 'limit', expected: 2, got: undefined }]);
  });

  test('reads a fraction in text as a number', () => {
    expect(differing({ mu: '35/12' }, { mu: 35 / 12 }, 1e-9)).toEqual([]);
    expect(differing({ mu: '35/12' }, { mu: 3 }, 1e-9)).toEqual(['mu']);
    expect(differing({ mu: '3', v: '-2', w: '0' }, { mu: 3, v: -2, w: 1e-17 }, 1e-9)).toEqual([]);
    expect(differing({ mu: '3.' }, { mu: 3 }, 1e-9)).toEqual(['mu']);
    expect(compare({ mu: 'three' }, { mu: 3 }).differences).toEqual([
      { key: 'mu', expected: 'three', got: 3 },
    ]);
  });

  test('does not take NaN, a text or a list of another length for a number or list', () => {
    expect(differing({ a: 1, b: 1, c: [1, 2] }, { a: Number.NaN, b: '1', c: [1] }, 10)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('names what is asked by the paths of the leaves', () => {
    expect(leafPaths({ a: { by20: 1 }, 'target0.7_conf0.8': 2, list: [3, 4], none: null })).toEqual([
      'a.by20',
      'target0.7_conf0.8',
      'list.0',
      'list.1',
      'none',
    ]);
  });
});

import { isRecord, type VectorRecord } from './vector-method';

/** One place where an answer differs from what a vector expects. */
export interface Difference {
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** What a comparison found: differences, and the documented values that no method answers. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly notCompared: readonly string[];
}

/** How far numbers may differ: one value, or a map by key with a `default`; `"exact"` asks for equality. */
export type Tolerance = number | Readonly<Record<string, number | string>>;

type Path = readonly string[];

/** Where the expected numbers of a vector come from, as far as the comparison cares. */
export interface Origin {
  readonly tolerance?: Tolerance;
  /** Copied from print, where a number has been rounded: it is no more exact than its last digit. */
  readonly published?: boolean;
}

/** Where a vector names no tolerance. */
const FALLBACK = 1e-8;
/** A published value is right if the computed one rounds or cuts to its printed digits. */
const PRINTED_DIGITS = 'printed digits';
/** Keys that document how far a published value may lie, rather than hold one. */
const TOLERANCE_KEYS = new Set(['published_tolerance', 'mc_tol']);

/** Values that tell where a number comes from. They are compared only where the method answers them. */
function isProvenance(key: string, expected: unknown): boolean {
  return /^(published|R_)/.test(key) || (key.startsWith('exact') && typeof expected !== 'number');
}

/** The paths of all leaves of an expected object, joined by points; an empty list or object is a leaf. */
export function leafPaths(expected: unknown, path: Path = []): string[] {
  const children = typeof expected === 'object' && expected !== null ? Object.entries(expected) : [];
  if (children.length === 0) return [path.join('.')];
  return children.flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

function printedUnit(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}

/** The numbers of an expected object, at any depth. */
function numbersOf(expected: unknown): number[] {
  if (typeof expected === 'number') return [expected];
  if (typeof expected !== 'object' || expected === null) return [];
  return Object.values(expected).flatMap(numbersOf);
}

/** A number is rounded more than its neighbors if it has at least three decimals fewer than the finest of them. */
const COARSER = 999;
/** A tolerance that looks at less than the last printed digit looks at it if it is at least this share of its unit. */
const SHARE_OF_UNIT = 0.1;

/** Turns `35/12`, or `3` as a fraction that cancels to a whole number, into a number; null for any other text. */
function fraction(text: string): number | null {
  const found = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  return found === null ? null : Number(found[1]) / Number(found[2] ?? 1);
}

class Comparer {
  readonly differences: Difference[] = [];
  readonly notCompared: string[] = [];
  /** The unit of the last digit of the finest number that is expected. */
  private readonly finestUnit: number;

  constructor(
    private readonly expected: VectorRecord,
    private readonly origin: Origin,
  ) {
    this.finestUnit = numbersOf(expected).reduce((finest, value) => Math.min(finest, printedUnit(value)), 1);
  }

  value(expected: unknown, got: unknown, path: Path): void {
    if (typeof expected === 'number') this.number(expected, got, path);
    else if (Array.isArray(expected)) this.list(expected, got, path);
    else if (isRecord(expected)) this.record(expected, got, path);
    else if (typeof expected === 'string' && typeof got === 'number') this.text(expected, got, path);
    else if (expected !== got) this.differ(expected, got, path);
  }

  private text(expected: string, got: number, path: Path): void {
    const value = fraction(expected);
    if (value === null) this.differ(expected, got, path);
    else this.number(value, got, path);
  }

  private number(expected: number, got: unknown, path: Path): void {
    const allowed = this.allowed(path);
    const within = (distance: number): boolean =>
      allowed === PRINTED_DIGITS
        ? distance < printedUnit(expected)
        : distance <= Math.max(allowed, this.roundingOf(expected));
    if (typeof got !== 'number' || !within(Math.abs(got - expected))) this.differ(expected, got, path);
  }

  /**
   * Half a unit of the last digit of a number that the vector itself shows to be rounded, else 0: the vector is published,
   * its one tolerance is as coarse as a digit that was printed, and the number has three decimals fewer than another.
   */
  private roundingOf(expected: number): number {
    const { published = false, tolerance } = this.origin;
    const unit = printedUnit(expected);
    const coarse = typeof tolerance === 'number' && tolerance >= SHARE_OF_UNIT * unit;
    return published && coarse && unit < 0.05 && unit > COARSER * this.finestUnit ? unit / 2 : 0;
  }

  private list(expected: readonly unknown[], got: unknown, path: Path): void {
    if (!Array.isArray(got) || got.length !== expected.length) this.differ(expected, got, path);
    else expected.forEach((item, k) => this.value(item, got[k], [...path, String(k)]));
  }

  private record(expected: VectorRecord, got: unknown, path: Path): void {
    if (!isRecord(got)) return this.differ(expected, got, path);
    for (const [key, value] of Object.entries(expected)) {
      const here = [...path, key];
      if (TOLERANCE_KEYS.has(key)) continue;
      if (got[key] === undefined && isProvenance(key, value)) this.notCompared.push(here.join('.'));
      else this.value(value, got[key], here);
    }
  }

  private differ(expected: unknown, got: unknown, path: Path): void {
    this.differences.push({ key: path.join('.'), expected, got });
  }

  /** The tolerance of the nearest key that names one, then that of published values, then the vector's own. */
  private allowed(path: Path): number | typeof PRINTED_DIGITS {
    const { tolerance } = this.origin;
    const map: Readonly<Record<string, number | string>> = typeof tolerance === 'object' ? tolerance : {};
    const named = [...path].reverse().find((key) => map[key] !== undefined);
    if (named !== undefined) return Number(map[named] === 'exact' ? 0 : map[named]);
    if (path.some((key) => key.startsWith('published'))) return this.allowedPublished(path);
    if (typeof tolerance === 'number') return tolerance;
    return Number(map['default'] ?? map['exact'] ?? FALLBACK);
  }

  private allowedPublished(path: Path): number | typeof PRINTED_DIGITS {
    const own = this.expected['published_tolerance'];
    if (typeof own === 'number') return own;
    const holder = this.expected[path[0] ?? ''];
    const inside = isRecord(holder) ? holder['mc_tol'] : undefined;
    return typeof inside === 'number' ? inside : PRINTED_DIGITS;
  }
}

/**
 * Compares an answer with the `expected` object of a vector, key by key and at any depth. Numbers compare within the
 * tolerance, published numbers within their own or to their printed digits, text such as `35/12` as a fraction, and
 * everything else exactly. The tolerance is as given, but for one number: where a published vector with one coarse tolerance
 * prints a number to visibly fewer digits than its others, such as a log-likelihood of -81.53 among numbers of six decimals,
 * half a unit of its last digit is allowed. Keys of the answer that nobody expects do not matter.
 */
export function compare(expected: VectorRecord, got: unknown, origin: Origin = {}): Comparison {
  const comparer = new Comparer(expected, origin);
  comparer.value(expected, got, []);
  return comparer;
}

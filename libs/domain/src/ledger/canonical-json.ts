import canonicalize from 'canonicalize';
import { DomainError } from '../refusal';
import { utf8 } from './bytes';

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Plain JSON data. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** Arrays and objects may lie this deep in one another; no event or credential comes near, and a hostile text stops here. */
export const MAX_DEPTH = 64;

/**
 * The canonical form of plain JSON data (RFC 8785, JSON Canonicalization Scheme): one text for one value, whatever the
 * order of its keys.
 *
 * Throws `ledger/not-plain-json` for what has no place in JSON (undefined, functions, dates and other objects with a
 * class, bigint, holes of an array, symbol keys), `ledger/not-finite` for NaN and infinities, `ledger/lone-surrogate` for
 * text that is not Unicode and `ledger/too-deep` beyond {@link MAX_DEPTH}: such a value must be refused before anything
 * is hashed or stored. `field` is the JSON pointer of the place.
 */
export function canonicalJson(value: JsonValue): string {
  assertPlain(value, []);
  const text = canonicalize(value);
  if (text === undefined) throw new DomainError('ledger/not-plain-json', 'the value has no JSON form');
  return text;
}

/** The bytes of the canonical form, UTF-8. */
export function canonicalBytes(value: JsonValue): Uint8Array {
  return utf8(canonicalJson(value));
}

/** Whether the value is a JSON object, not an array. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys and positions from the outermost value to the present one; one array, for this runs over every value hashed. */
type Path = (string | number)[];

function assertPlain(value: unknown, path: Path): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return assertUnicode(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refusal('ledger/not-finite', 'a number must be finite', path);
    return;
  }
  if (path.length >= MAX_DEPTH) throw refusal('ledger/too-deep', 'the value is nested too deep', path);
  // By index: forEach would step over the holes, which the canonical text would show as null.
  if (Array.isArray(value)) {
    for (let position = 0; position < value.length; position += 1) {
      path.push(position);
      assertPlain(value[position], path);
      path.pop();
    }
    return;
  }
  if (!isPlainObject(value))
    throw refusal('ledger/not-plain-json', 'only plain JSON data has a canonical form', path);
  for (const key of Object.keys(value)) {
    assertUnicode(key, path);
    path.push(key);
    assertPlain(value[key], path);
    path.pop();
  }
}

function assertUnicode(text: string, path: Path): void {
  // With the u flag a surrogate matches only where its partner is missing.
  if (/\p{Surrogate}/u.test(text))
    throw refusal('ledger/lone-surrogate', 'text must be well-formed Unicode', path);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The root prototype is known by having none of its own, which also holds for objects of another realm.
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && Object.getOwnPropertySymbols(value).length === 0;
}

function refusal(code: string, message: string, path: Path): DomainError {
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return new DomainError(code, message, pointer.join(''));
}

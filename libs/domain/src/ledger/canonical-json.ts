import canonicalize from 'canonicalize';
import { DomainError } from '../refusal';
import { isUnicode, utf8 } from './bytes';

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
 * class, bigint, holes and named members of an array, symbol keys, a `toJSON` method), `ledger/not-finite` for NaN and
 * infinities, `ledger/lone-surrogate` for text that is not Unicode and `ledger/too-deep` beyond {@link MAX_DEPTH}: such a
 * value must be refused before anything is hashed or stored. `field` is the JSON pointer of the place.
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
  if (Array.isArray(value)) assertItems(value, path);
  else if (isPlainObject(value)) assertMembers(value, path);
  else throw notPlain(path);
}

function assertItems(items: readonly unknown[], path: Path): void {
  // By index: forEach would step over the holes, which the canonical text would show as null.
  for (let position = 0; position < items.length; position += 1) {
    path.push(position);
    assertPlain(items[position], path);
    path.pop();
  }
  // What else an array holds would be missing in the canonical text.
  if (Object.keys(items).length !== items.length || hasHiddenForm(items)) throw notPlain(path);
}

function assertMembers(members: Record<string, unknown>, path: Path): void {
  if (hasHiddenForm(members)) throw notPlain(path);
  for (const key of Object.keys(members)) {
    assertUnicode(key, path);
    path.push(key);
    assertPlain(members[key], path);
    path.pop();
  }
}

/** Symbols would be missing in the canonical text, and a `toJSON` method would put something else in its place. */
function hasHiddenForm(value: object): boolean {
  return (
    Object.getOwnPropertySymbols(value).length > 0 ||
    ('toJSON' in value && typeof value.toJSON === 'function')
  );
}

function assertUnicode(text: string, path: Path): void {
  if (!isUnicode(text)) throw refusal('ledger/lone-surrogate', 'text must be well-formed Unicode', path);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // The root prototype is known by having none of its own, which also holds for objects of another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notPlain(path: Path): DomainError {
  return refusal('ledger/not-plain-json', 'only plain JSON data has a canonical form', path);
}

function refusal(code: string, message: string, path: Path): DomainError {
  return new DomainError(code, message, pointerTo(path));
}

/** The JSON pointer to a place (RFC 6901). */
export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

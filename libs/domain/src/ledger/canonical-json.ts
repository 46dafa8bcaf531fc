import canonicalize from 'canonicalize';
import { DomainError } from '../refusal';

/** Plain JSON data. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * The canonical form of plain JSON data (RFC 8785, JSON Canonicalization Scheme): one text for one value, whatever the
 * order of its keys.
 *
 * Throws `ledger/not-plain-json` for what has no place in JSON (undefined, functions, dates and other objects with a
 * class, bigint), `ledger/not-finite` for NaN and infinities, and `ledger/lone-surrogate` for text that is not Unicode:
 * such a value must be refused before anything is hashed or stored.
 */
export function canonicalJson(value: JsonValue): string {
  assertPlain(value, '');
  const text = canonicalize(value);
  if (text === undefined) throw new DomainError('ledger/not-plain-json', 'the value has no JSON form');
  return text;
}

/** The bytes of the canonical form, UTF-8. */
export function canonicalBytes(value: JsonValue): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function assertPlain(value: unknown, pointer: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new DomainError('ledger/not-finite', 'a number must be finite', pointer);
    return;
  }
  if (typeof value === 'string') {
    assertUnicode(value, pointer);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, position) => assertPlain(item, `${pointer}/${position}`));
    return;
  }
  if (!isPlainObject(value))
    throw new DomainError('ledger/not-plain-json', 'only plain JSON data has a canonical form', pointer);
  for (const [key, item] of Object.entries(value)) {
    assertUnicode(key, pointer);
    assertPlain(item, `${pointer}/${key}`);
  }
}

function assertUnicode(text: string, pointer: string): void {
  // With the u flag a surrogate matches only where its partner is missing.
  if (/\p{Surrogate}/u.test(text))
    throw new DomainError('ledger/lone-surrogate', 'text must be well-formed Unicode', pointer);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

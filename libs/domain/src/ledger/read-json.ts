import { DomainError, ok, refused } from '../refusal';
import type { Checked } from './credential-fault';
import { canonicalJson, MAX_DEPTH, type JsonValue } from './canonical-json';

/**
 * Reads a JSON text from outside as data that has one canonical form. Refuses `credential/not-json`,
 * `credential/duplicate-key` (JSON.parse keeps the last of two, another reader may keep the first, so the two would see
 * different documents under one signature), `credential/too-deep`, and `credential/not-canonical` for a number beyond
 * the range of a double and for text that is not Unicode.
 */
export function readJson(text: string): Checked<JsonValue> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return refused('credential/not-json');
  }
  const fault = structureFault(text);
  if (fault !== null) return refused(fault);
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof DomainError) return refused('credential/not-canonical', error.field);
    throw error;
  }
  return ok(value);
}

/** Walks a text that is known to be JSON: of each open object it keeps the keys so far. */
function structureFault(text: string): 'credential/duplicate-key' | 'credential/too-deep' | null {
  const open: (Set<string> | null)[] = [];
  for (let position = 0; position < text.length; position += 1) {
    const character = text[position];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, position);
      const key = isKey(text, end) ? (JSON.parse(text.slice(position, end)) as string) : null;
      const keys = open.at(-1);
      if (key !== null && keys?.has(key)) return 'credential/duplicate-key';
      if (key !== null) keys?.add(key);
      position = end - 1;
    }
    if (open.length > MAX_DEPTH) return 'credential/too-deep';
  }
  return null;
}

/** The position after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let position = start + 1;
  while (text[position] !== '"') position += text[position] === '\\' ? 2 : 1;
  return position + 1;
}

/** In JSON a string is the key of a member if, and only if, a colon follows. */
function isKey(text: string, end: number): boolean {
  let position = end;
  while (/\s/.test(text[position] ?? '')) position += 1;
  return text[position] === ':';
}

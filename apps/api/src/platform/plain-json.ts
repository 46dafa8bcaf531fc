import type { FieldProblemSeed } from './problem';

/** Problems named in one answer at most: whoever sends a wrong body by mistake mends a few at a time. */
export const MOST_PROBLEMS = 20;
/** No body of ours is deeper, no object has more fields, no list more items. */
const DEEPEST = 16;
const MOST_FIELDS = 100;
const MOST_ITEMS = 300;

/**
 * NUL and the other controls save tab and line ends, half a surrogate pair, and what turns the direction of the text
 * around it: they cannot be recorded alike on every database, or make a text look like another one.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/**
 * What no body may hold, whatever its class: null (what is not there is left out), a list directly in a list, names of
 * fields that every object has anyway, characters that a text cannot have, and more or deeper than any body of ours. It is
 * looked at before any class is asked, stops at the first few, and its cost is bounded by the size of the body.
 */
export function foreignIn(value: unknown): FieldProblemSeed[] {
  const found: FieldProblemSeed[] = [];
  visit(value, '', 0, found);
  return found.slice(0, MOST_PROBLEMS);
}

function visit(value: unknown, pointer: string, depth: number, found: FieldProblemSeed[]): void {
  if (found.length >= MOST_PROBLEMS) return;
  const wrong = (code: FieldProblemSeed['code'], at = pointer): void =>
    void found.push({ pointer: at, code });
  if (typeof value === 'string') {
    if (FORBIDDEN.test(value)) wrong('request/forbidden-character');
  } else if (value === null) {
    wrong('request/wrong-type');
  } else if (typeof value === 'object') {
    const isList = Array.isArray(value);
    const names = Object.keys(value);
    const most = isList ? MOST_ITEMS : MOST_FIELDS;
    if (depth > DEEPEST) return wrong('request/wrong-type');
    const extra = names[most];
    if (extra !== undefined)
      return wrong(isList ? 'request/wrong-type' : 'request/unknown-field', below(pointer, extra));
    for (const name of names) {
      const inner = (value as Record<string, unknown>)[name];
      const at = below(pointer, name);
      if (!isList && name in Object.prototype) wrong('request/unknown-field', at);
      else if (isList && Array.isArray(inner)) wrong('request/wrong-type', at);
      else visit(inner, at, depth + 1, found);
    }
  }
}

/** The pointer to a field of what is at a pointer; RFC 6901: `~` and `/` are escaped, and a long name is cut. */
export function below(pointer: string, name: string): string {
  return `${pointer}/${name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

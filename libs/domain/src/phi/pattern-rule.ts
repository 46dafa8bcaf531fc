import type { IdentifierKind, Finding } from './finding';
import type { Word } from './words';

/**
 * A rule that is one regular expression. Patterns are written so that they cannot backtrack more than a constant:
 * every repetition is bounded or separated, and a look-behind keeps a run of the same sign from being tried again
 * at each of its positions.
 */
export interface PatternRule {
  readonly kind: IdentifierKind;
  readonly tier: 'block' | 'warn';
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** Says no to a match that the expression alone cannot tell from clinical text. */
  readonly accept?: (match: RegExpExecArray) => boolean;
  /**
   * What a text must have for the rule to be tried at all: a digit, or one of these words (in lower case) or signs. The
   * question costs far less than a pattern, so that most rules cost most notes nothing.
   */
  readonly needs?: 'digit' | ReadonlySet<string>;
}

/** All places where the rules apply, in no order. */
export function applyPatterns(
  text: string,
  words: readonly Word[],
  rules: readonly PatternRule[],
): Finding[] {
  const spotted: Finding[] = [];
  const hasNeeded = neededIn(text, words);
  for (const { kind, tier, pattern, accept, needs } of rules) {
    if (needs && !hasNeeded(needs)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (accept?.(match) === false) continue;
      spotted.push({ kind, tier, start: match.index, end: match.index + match[0].length });
    }
  }
  return spotted;
}

const A_DIGIT = /\d/;
const A_WORD = /^[a-z]/;

function neededIn(text: string, words: readonly Word[]): (needs: 'digit' | ReadonlySet<string>) => boolean {
  const keys = keysOf(words);
  const hasDigit = A_DIGIT.test(text);
  return (needs) => {
    if (needs === 'digit') return hasDigit;
    for (const need of needs) {
      if (A_WORD.test(need) ? keys.has(need) : text.includes(need)) return true;
    }
    return false;
  };
}

/** Every word of a text once, and the parts of those with a hyphen. */
function keysOf(words: readonly Word[]): ReadonlySet<string> {
  const keys = new Set<string>();
  let last = '';
  for (const { key } of words) {
    if (key === last) continue;
    last = key;
    if (keys.has(key)) continue;
    keys.add(key);
    if (key.includes('-')) for (const part of key.split('-')) keys.add(part);
  }
  return keys;
}

/** What a group of a match caught; empty if it took no part. */
export function caught(match: RegExpExecArray, group: number): string {
  return match[group] ?? '';
}

/** The text before a match, at most `length` units. */
export function textBefore(match: RegExpExecArray, length: number): string {
  return match.input.slice(Math.max(0, match.index - length), match.index);
}

/** The text after a match, at most `length` units. */
export function textAfter(match: RegExpExecArray, length: number): string {
  const end = match.index + match[0].length;
  return match.input.slice(end, end + length);
}

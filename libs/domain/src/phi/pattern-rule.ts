import type { IdentifierKind, Spotted } from './finding';

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
}

/** All places where the rules apply, in no order. */
export function applyPatterns(text: string, rules: readonly PatternRule[]): Spotted[] {
  const spotted: Spotted[] = [];
  for (const { kind, tier, pattern, accept } of rules) {
    for (const match of text.matchAll(pattern)) {
      if (accept?.(match) === false) continue;
      spotted.push({ kind, tier, start: match.index, end: match.index + match[0].length });
    }
  }
  return spotted;
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

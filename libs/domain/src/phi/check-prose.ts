import { refused, type Refused } from '../refusal';
import type { Finding, IdentifierKind } from './finding';
import { guardText } from './guard-text';

/** What the guard says about one text that somebody wants kept. */
export interface ProseCheck {
  /** Why it is not kept as it is; empty when nothing is in the way. */
  readonly refusals: readonly Refused[];
  /** What the guard warned of and the writer says is no patient; empty when there was nothing to say. */
  readonly declared: readonly IdentifierKind[];
}

/**
 * Whether a text may be kept. What identifies a patient is refused; what may do so is let pass once the writer has said,
 * of the very words, that they are no patient.
 * Refusals, each with the words as they stand in the text, in quotes: `privacy/identifies`, `privacy/may-identify`.
 * @param field JSON pointer to the text
 * @param noPatient words that the writer says are no patient
 */
export function checkProse(text: string, field: string, noPatient: ReadonlySet<string>): ProseCheck {
  const { findings } = guardText(text);
  const words = ({ start, end }: Finding): string => text.slice(start, end);
  const blocks = findings.filter(({ tier }) => tier === 'block');
  const warnings = findings.filter(({ tier }) => tier === 'warn');
  const open = warnings.filter((finding) => !noPatient.has(words(finding)));
  const refusal = (code: 'privacy/identifies' | 'privacy/may-identify', found: readonly Finding[]) =>
    found.length === 0 ? [] : [refused(code, field, { words: quoted(found.map(words)) })];
  return {
    refusals: [...refusal('privacy/identifies', blocks), ...refusal('privacy/may-identify', open)],
    declared: [...new Set(warnings.filter((one) => !open.includes(one)).map(({ kind }) => kind))],
  };
}

function quoted(words: readonly string[]): string {
  return [...new Set(words)].map((one) => `“${one}”`).join(', ');
}

import { bareNames } from './bare-names';
import { cityNames } from './city-names';
import { cuedNames } from './cued-names';
import { groupOf, type Finding, type GuardTier } from './finding';
import { birthDates } from './birth-dates';
import { labelledNumbers } from './labelled-numbers';
import { monthDates } from './month-dates';
import { NameReader } from './name-reader';
import { patternFindings } from './pattern-table';
import { toPlainText } from './plain-text';
import { wordsOf } from './words';

/** What the guard says about a text. */
export interface GuardResult {
  /** The severest tier found; `clean` without findings. */
  readonly tier: GuardTier;
  /** In the order of the text, without overlaps. */
  readonly findings: readonly Finding[];
}

/**
 * Looks for anything in free text that may identify a patient or name a colleague: the Safe Harbor identifiers of
 * 45 CFR 164.514(b)(2)(i), names with a cue, and listed surnames. It lowers the chance of identifiers in the system and
 * cannot prove their absence. Pure; time grows linearly with the length of the text, whatever its content.
 */
export function guardText(text: string): GuardResult {
  const plain = toPlainText(text);
  const spaced = plain.text.replaceAll('_', ' ');
  const words = wordsOf(spaced);
  const reader = new NameReader(spaced, words);
  const named = cuedNames(reader);
  const spotted = [
    patternFindings({ plain: plain.text, spaced, words, isAllCapitals: reader.isAllCapitals }),
    labelledNumbers(spaced, words),
    birthDates(spaced, words),
    monthDates(spaced, words),
    cityNames(reader),
    named,
    bareNames(reader, named),
  ].flat();
  const findings = withoutOverlaps(spotted).map(({ kind, tier, start, end }) => ({
    kind,
    tier,
    start: plain.originalOffset(start),
    end: plain.originalOffset(end),
  }));
  return { tier: severestTier(findings), findings };
}

function severestTier(findings: readonly Finding[]): GuardTier {
  if (findings.some(({ tier }) => tier === 'block')) return 'block';
  return findings.length > 0 ? 'warn' : 'clean';
}

/** Where findings overlap the severer stays, then an identifier with a structure, then the longer, then the earlier rule. */
function withoutOverlaps(spotted: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const next of [...spotted].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
    else if (outweighs(next, last)) kept[kept.length - 1] = next;
  }
  return kept;
}

function outweighs(next: Finding, last: Finding): boolean {
  if (next.tier !== last.tier) return next.tier === 'block';
  const structured = groupOf(next.kind) === 'structured';
  if (structured !== (groupOf(last.kind) === 'structured')) return structured;
  return next.end - next.start > last.end - last.start;
}

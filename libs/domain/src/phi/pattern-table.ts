import { addressRules } from './address-rules';
import { ageRules } from './age-rules';
import { contactRules } from './contact-rules';
import { dayOfMonthRules } from './day-of-month';
import { facilityRules } from './facility-rules';
import type { Finding } from './finding';
import { initialRules } from './initials';
import { numberRules } from './number-rules';
import { numericDateRules } from './numeric-dates';
import { applyPatterns, type PatternRule } from './pattern-rule';
import { phoneRules } from './phone-rules';
import { placeRules } from './place-rules';
import type { Word } from './words';

/** Every rule that is one regular expression, with the forms of a text that it reads. */
const PATTERN_TABLE: readonly {
  readonly rules: readonly PatternRule[];
  /** An underscore is a sign of accounts and addresses, and a blank to all other rules: `us_block_2025-01-22.mp4`. */
  readonly underscores?: true;
  /** In a text of capitals they read it once more as if it were one of small letters. */
  readonly smallToo?: true;
}[] = [
  { rules: contactRules, underscores: true },
  { rules: phoneRules },
  { rules: numberRules },
  // Dates finer than a year, and ages over 89 (Safe Harbor C)
  { rules: numericDateRules },
  { rules: dayOfMonthRules },
  { rules: ageRules },
  { rules: addressRules, smallToo: true },
  { rules: placeRules, smallToo: true },
  { rules: facilityRules },
  { rules: initialRules },
];

/** A text in the forms that the table reads. */
export interface PatternText {
  readonly plain: string;
  /** With blanks for underscores. */
  readonly spaced: string;
  readonly words: readonly Word[];
  readonly isAllCapitals: boolean;
}

/** All places where a rule of the table applies, in no order. */
export function patternFindings({ plain, spaced, words, isAllCapitals }: PatternText): Finding[] {
  const small = isAllCapitals ? spaced.toLowerCase() : undefined;
  return PATTERN_TABLE.flatMap(({ rules, underscores, smallToo }) => [
    ...applyPatterns(underscores ? plain : spaced, words, rules),
    ...(smallToo && small !== undefined ? applyPatterns(small, words, rules) : []),
  ]);
}

import { isDoseSeries, startsWithUnit } from './clinical-words';
import { textAfter, textBefore, type PatternRule } from './pattern-rule';

/** Numbers that give themselves away by their shape alone (Safe Harbor G to M and R). */
export const numberRules: readonly PatternRule[] = [
  {
    kind: 'social-security-number',
    tier: 'block',
    pattern: /(?<![\w.-])(?:\d{3}|[xX*]{3})([- .])(?:\d{2}|[xX*]{2})\1\d{4}(?![\w-]|\.\d)/g,
    accept: ({ 0: found }) => !isDoseSeries(found),
  },
  { kind: 'record-number', tier: 'block', pattern: /\bm\.r\.n\b\.?[\s:#]{0,4}[A-Z]{0,2}-?\d[\d-]{2,16}/gi },
  {
    kind: 'record-number',
    tier: 'block',
    pattern: /(?<![\w-])[A-Z]{0,2}-?\d[\d-]{3,14}(?:-[A-Z])? \((?:MRN|mrn)\)/g,
  },
  {
    kind: 'vehicle-number',
    tier: 'block',
    pattern: /\b[Pp]lates?[\s:#]{1,3}(?:[A-Z]{2,3}[- ]?\d{3,4}|\d[A-Z]{3}\d{3})(?!\w)/g,
  },
  // Medicare Beneficiary Identifier: 11 signs in a fixed order of digits and letters (CMS format).
  {
    kind: 'account-number',
    tier: 'block',
    pattern: /(?<![\w-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![\w-])/g,
  },
  { kind: 'account-number', tier: 'block', pattern: /(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])/g },
  // Vehicle identification number: 17 signs without I, O and Q (ISO 3779).
  {
    kind: 'vehicle-number',
    tier: 'block',
    pattern: /(?<![\w-])[A-HJ-NPR-Z0-9]{17}(?![\w-])/g,
    accept: ({ 0: found }) => /[A-Z].*[A-Z]/.test(found) && /\d.*\d.*\d/.test(found),
  },
  {
    kind: 'device-serial',
    tier: 'warn',
    pattern: /\bS\/N\b[\s:#.]{0,4}(?=[A-Z0-9-]{0,12}\d)[A-Z0-9-]{4,24}/gi,
  },
  { kind: 'device-serial', tier: 'warn', pattern: /\(01\)\s?\d{14}/g },
  {
    kind: 'long-number',
    tier: 'warn',
    pattern: /(?<![\w.,-])\d{7,}(?!\w|[.,-]\d)/g,
    accept: (match) =>
      !isReference(match) && !startsWithUnit(textAfter(match, 8)) && !/^\d{1,2}0{5,}$/.test(match[0]),
  },
  {
    kind: 'long-number',
    tier: 'warn',
    pattern: /(?<![\w-])[A-Z]{1,4}-?\d{6,}[A-Z]?(?![\w-])/g,
    accept: (match) => !/^(?:NCT|PMC|PMID)/.test(match[0]) && !isReference(match),
  },
  {
    kind: 'long-number',
    tier: 'warn',
    pattern: /(?<![\w.-])\d{2,5}-\d{2,5}-\d{2,5}(?![\w-])/g,
    accept: (match) =>
      match[0].replace(/-/g, '').length >= 8 &&
      !isReference(match) &&
      !isDoseSeries(match[0]) &&
      !startsWithUnit(textAfter(match, 8)),
  },
  // Three groups of digits that a record number is often read aloud in: 004 82 9134.
  {
    kind: 'long-number',
    tier: 'warn',
    pattern: /(?<![\w.-]|\d )0\d{1,3} \d{2,3} \d{2,4}(?![\w-]|\.\d)/g,
    accept: (match) => !startsWithUnit(textAfter(match, 8)),
  },
];

/** The number of a paper, a trial or a drug package belongs to no patient. */
function isReference(match: RegExpExecArray): boolean {
  return /\b(?:pmid|pmc|nct|doi|ndc|isbn|gtin|ref|reorder|catalog|cpt)\b[\s:#.]{0,3}$/i.test(
    textBefore(match, 14),
  );
}

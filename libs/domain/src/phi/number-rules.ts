import { isDoseSeries, setOf, startsWithUnit } from './clinical-words';
import { NUMBERED_THINGS } from './number-labels';
import { caught, textAfter, textBefore, type PatternRule } from './pattern-rule';

/** Numbers that give themselves away by their shape alone (Safe Harbor G to M and R). */
export const numberRules: readonly PatternRule[] = [
  {
    kind: 'social-security-number',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w.-])(?:\d{3}|[xX*]{3})( ?[- .] ?)(?:\d{2}|[xX*]{2})\1\d{4}(?![\w-]|\.\d)/g,
    accept: (match) => !isDoseSeries(match[0]) && !startsWithUnit(textAfter(match, 8)),
  },
  {
    kind: 'record-number',
    tier: 'block',
    needs: setOf('m'),
    pattern: /\bm(?:\. ?| )r(?:\. ?| )n\b\.?[\s:#]{0,4}[A-Z]{0,2}-?\d[\d-]{2,16}/gi,
  },
  {
    kind: 'record-number',
    tier: 'block',
    needs: setOf('mrn'),
    pattern:
      /(?<![\w-])[A-Z]{0,2}-?\d[\d-]{3,14}(?:-[A-Z])? ?(?:[(=]? ?(?:her |his |the )?(?:MRN|mrn)\b|(?:is|was) (?:the |her |his )?(?:MRN|mrn)\b)/g,
  },
  {
    kind: 'social-security-number',
    tier: 'block',
    needs: setOf('last'),
    pattern:
      /\blast ?(?:four|4)(?: digits| ssn| ss| soc(?:ial)?)?(?: (?:is|are|of \w{2,6}))?[ :#]{1,3}(?!(?:19|20)\d\d)\d{4}(?![\w-]|\.\d| ?(?:mg|mcg|ml|units?|cases|patients|pts))/gi,
  },
  // any noun with a number sign: "file # 88213", "referral #R88213"
  {
    kind: 'record-number',
    tier: 'block',
    needs: setOf('#'),
    pattern: /(?<=\b([A-Za-z]{2,20})(?:'s)?\.? ?)#[ :]?[A-Z]{0,3}-?(?=[\d-]{5})\d[\d-]{3,14}(?!\w|\.\d)/g,
    accept: (match) =>
      !/^(?:serial|sn|s|n|ser|device|lead|ipg|number)$/i.test(caught(match, 1)) &&
      !NUMBERED_THINGS.has(caught(match, 1).toLowerCase()) &&
      !startsWithUnit(textAfter(match, 8)),
  },
  {
    kind: 'vehicle-number',
    tier: 'block',
    needs: setOf('vehicle car truck veh registration'),
    pattern:
      /\b(?:[Vv]ehicle|[Cc]ar|[Tt]ruck|[Vv]eh)\b\.?(?: reg(?:istration)?\.?)?(?: (?:no|number|plate)\b\.?|:| ?#){0,2}[ :#]{1,2}(?:[A-Z]{2} )?(?=[A-Z\d -]{0,14}\d)(?=[\d -]{0,6}[A-Z])[A-Z\d]{1,4}(?:[- ][A-Z\d]{1,5}){1,3}(?![\w.])/g,
  },
  // a plate of any country: letters and digits, five to eight in all
  {
    kind: 'vehicle-number',
    tier: 'block',
    needs: setOf('plate plates'),
    pattern:
      /\b[Pp]lates?,?(?: [a-z.]{2,8}){0,4}[\s:#(]{1,3}((?=[A-Z\d -]{0,9}\d)(?=[\d -]{0,9}[A-Z])[A-Z\d]{1,8}(?:[- ][A-Z\d]{2,5}){0,2})(?![\w.])/g,
    // C5C6C7 are levels
    accept: (match) => {
      const plate = caught(match, 1).replace(/[- ]/g, '');
      return /^[A-Z\d]{5,8}$/.test(plate) && !/^(?:[CTLS]\d{1,2})+$/.test(plate);
    },
  },
  {
    kind: 'vehicle-number',
    tier: 'block',
    needs: setOf('plate plates tag tags'),
    pattern:
      /\b[Pp]lates?(?: (?:is|was|reads|said|says))?[\s:#]{1,3}(?:[A-Z]{2} )?(?:[A-Z]{2,3}[- ]?\d{3,4}|\d[A-Z]{3}\d{3}|\d{3}[- ]?[A-Z]{3})(?!\w)|\b[Tt]ags?(?: (?:is|was|no\.?))?[\s:#]{1,3}(?:[A-Z]{2} )?[A-Z]{2,3}[- ]?\d{3,4}(?!\w)|\bvanity plates?(?: (?:is|was|reads|said|says))?[\s:]{1,2}"?[A-Z][A-Z\d]{2,7}\b/gi,
  },
  // Medicare Beneficiary Identifier: 11 signs in a fixed order of digits and letters (CMS format).
  {
    kind: 'account-number',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![\w-])/g,
  },
  {
    kind: 'account-number',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w-])(?:(?:\d{4}[ -]){3}\d{4}|3[47]\d{2} \d{6} \d{5}|(?:4\d{3}|5[1-5]\d{2}|6011)\d{12}|3[47]\d{13})(?![\w-])/g,
  },
  // Vehicle identification number: 17 signs without I, O and Q (ISO 3779).
  {
    kind: 'vehicle-number',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w-])[A-HJ-NPR-Z0-9]{17}(?![\w-])/g,
    accept: ({ 0: found }) => /[A-Z].*[A-Z]/.test(found) && /\d.*\d.*\d/.test(found),
  },
  {
    kind: 'device-serial',
    tier: 'warn',
    needs: setOf('s'),
    pattern: /\bS\/N\b[\s:#.]{0,4}(?=[A-Z0-9-]{0,12}\d)[A-Z0-9-]{4,24}/gi,
  },
  // after the name of a part, so many signs are no model
  {
    kind: 'device-serial',
    tier: 'warn',
    needs: setOf(
      'ipg generator lead battery pump implant remote charger recharger controller generators leads pumps implants remotes chargers',
    ),
    pattern:
      /\b(?:IPG|[Gg]enerator|[Ll]ead|[Bb]attery|[Pp]ump|[Ii]mplant(?: card)?|[Rr]emote|(?:[Rr]e)?[Cc]harger|[Cc]ontroller)s?(?: [A-D])?[ :#]{1,3}(?=[A-Z]{0,4}\d)(?=\d{0,12}[A-Z])[A-Z\d]{8,16}(?![\w-])/gi,
  },
  // the lot of an implant; lots of drugs belong to nobody
  {
    kind: 'device-serial',
    tier: 'warn',
    needs: setOf('lot'),
    pattern:
      /\blot\b(?: ?(?:no|num|number)\b\.?)?(?: of [a-z ]{3,32},?)?(?: it)?(?: is| was)?[ :#]{0,3}(?=[A-Z]{0,6}\d)[A-Z0-9-]{5,16}\b/gi,
    accept: (match) => IMPLANT.test(textBefore(match, 40) + match[0] + textAfter(match, 24)),
  },
  {
    kind: 'device-serial',
    tier: 'warn',
    needs: setOf('udi'),
    pattern: /\budi\b[\s:#]{1,3}(?=\S{0,30}\d)[+\w]\S{7,60}/gi,
  },
  {
    kind: 'device-serial',
    tier: 'warn',
    needs: setOf('('),
    pattern: /\(01\)\s?\d{14}|\(21\)\s?[A-Z\d]{4,20}/g,
  },
  ...longNumberRules(),
];

/** What a number of seven digits may count. */
const COUNTED =
  /^[ -]{0,2}(?:%|units?|iu|cells?|cfu|copies|hz|khz|ohms?|kg|g|mg|mcg|ml|cc|steps|patients|cases)\b/i;

/** Long numbers without a label: a warning, since they may be the number of a record. */
function longNumberRules(): PatternRule[] {
  const rule = (pattern: RegExp, accept: (match: RegExpExecArray) => boolean): PatternRule => ({
    kind: 'long-number',
    tier: 'warn',
    needs: 'digit',
    pattern,
    accept: (match) => !isReference(match) && !COUNTED.test(textAfter(match, 8)) && accept(match),
  });
  return [
    rule(/(?<![\w.-]|\d,)\d{7,}(?!\w|[.,-]\d{2})/g, ({ 0: found }) => !/^\d{1,2}0{5,}$/.test(found)),
    rule(
      /(?<![\w-])(?:[A-Z]{1,4}-?\d{6,}|[A-Z]{2,4}\d{5}(?=[A-Z]?\b)|\d{7,})[A-Z]?(?![\w-])/gi,
      ({ 0: found }) => !/^(?:NCT|PMC|PMID|CPT|ISO|IRB|NDC|PLT|WBC|VIT|DOI|REF)|^\d+$|00000$/i.test(found),
    ),
    rule(
      /(?<![\w.-])\d{2,5}-\d{2,5}-\d{2,5}(?![\w-])/g,
      ({ 0: found }) => found.replace(/-/g, '').length >= 7 && !isRound(found),
    ),
    // the numbers that machines give to studies and files
    rule(/(?<![\w.-])(?:\d{1,10}\.){6,20}\d{1,30}(?![\w.])/g, () => true),
    rule(/(?<![\w-])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\w-])/gi, () => true),
    // the number of a pathology case: S24-10882
    rule(/(?<![\w-])[A-Z]{1,2}\d{2}-\d{4,6}(?![\w-])/g, () => true),
    // 33019 8827, 55 120 934, 6,620,184
    rule(
      /(?<![\w.,$-]|\d )(?:\d{5} \d{3,5}|\d{2,3} \d{5,6}|\d{2} \d{3} \d{3}|[1-9],\d{3},\d{3})(?![\w,-]|\.\d| \d)/g,
      (match) => !isDoseSeries(match[0]) && !isReading(match) && !/000$/.test(match[0]) && !isService(match),
    ),
    // digits one by one
    rule(/(?<![\w.,-]|\d )(?:\d ){6,11}\d(?![\w.,-]| \d)/g, (match) => !isReading(match)),
    // 4829-1334, but not a range of years or the local case label 2026-0142
    rule(
      /(?<![\w./-])\d{4}-\d{4}(?![\w/-]|\.\d)/g,
      ({ 0: found }) => !/^(?:19|20)\d\d-/.test(found) && !isDoseSeries(found),
    ),
    // Groups of digits that a record number is often read aloud in: 004 82 9134, 33 4471 0098, 482 913 345.
    rule(
      /(?<![\w.-]|\d )(?:0\d{1,3} \d{2,3} \d{2,4}|\d{2,4} \d{3,4} \d{4}|\d{3} \d{3} \d{3}|\d{4} \d{4}|(?:\d{2} ){3}\d{2})(?![\w-]|\.\d| \d)/g,
      (match) =>
        !isDoseSeries(match[0]) && !isReading(match) && !/^(?:19|20)\d\d (?:19|20)\d\d$/.test(match[0]),
    ),
  ];
}

/** Two codes of services in a row: `64483 64484`. */
const isService = ({ 0: found }: RegExpExecArray): boolean =>
  /^\d{5} \d{5}$/.test(found) && /^[26]|^9[5-9]|^7[67]/.test(found);

const IMPLANT =
  /\b(?:catheter|leads?|ipg|pump|generator|battery|implant|anchors?|extension|electrodes?|receiver|device|cement|kypho\w*|balloon|spacer|screws?|graft|stimulator)\b/i;

/** `30-60-120` are doses. */
const isRound = (found: string): boolean => found.split('-').every((part) => Number(part) % 5 === 0);

/** The number of a paper, a trial or a drug package belongs to no patient. */
function isReference(match: RegExpExecArray): boolean {
  return /\b(?:pmid|pmc|nct|doi|ndc|isbn|gtin|reorder|catalog|cpt|model|part)\b[\s:#.]{0,3}$/i.test(
    textBefore(match, 14),
  );
}

/** Numbers in a row may also be what an instrument showed. */
function isReading(match: RegExpExecArray): boolean {
  return /\b(?:ohms?|impedances?|readings?|settings?|volumes?|doses?|reps?|bps?|vitals|kv|ma|hz|twitch\w*|levels?)\b/i.test(
    textBefore(match, 24) + textAfter(match, 16),
  );
}

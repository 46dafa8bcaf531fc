import { textBefore, type PatternRule } from './pattern-rule';

const STREET_WORD =
  '(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Trail|Trl|Square|Sq|Plaza|Pike|Way|Loop|Alley|Crescent)';
const STATE =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
/** Words in front of a "street" that make it a distance or a technique: `45 min drive`, `3 lane road`. */
const NOT_A_STREET =
  /\b(?:min|mins|minutes?|hrs?|hours?|miles?|km|blocks?|days?|weeks?|months?|years?|mg|mcg|ml|cc|cm|mm|needle|lane|of|the|to|in|on|at|from|and|with)\b/i;
/** Where patients come from inside the hospital, and makers of devices: no places of residence. */
const DEPARTMENT =
  /^(?:Neuro\w*|Ortho\w*|Onc\w*|Card\w*|Rad\w*|Anes\w*|Surg\w*|Rheum\w*|Rehab\w*|Psych\w*|Medtronic|Abbott|Nevro|Boston|Home|Hospice|Nursing|Assisted|Primary|Primary Care|Medicine|Pain|Palliative|Trauma|Spine|Sports|Urology|Gyn\w*|Pharmacy|Internal|Family|Emergency|Skilled|Group|Outside|The|Our|Left|Right|Above|Below)$/;

/** States whose abbreviation is no word of the clinic (not PA, MD, OR, CT, IA, MS …). */
const CERTAIN_STATE = 'OH|NY|NJ|TX|FL|IL|WI|MN|NC|TN|KY|NV|AZ|KS|WV|NH|RI|CA|WA|VA|MI';

/** Addresses and places smaller than a state (Safe Harbor B). */
export const placeRules: readonly PatternRule[] = [
  {
    kind: 'street-address',
    tier: 'block',
    pattern: new RegExp(
      `(?<![\\w.-])\\d{1,6}[A-Z]?[ ,]{1,2}(?:(?:[NSEW]{1,2}\\.?|\\d{1,3}(?:st|nd|rd|th)|[A-Z][A-Za-z'.-]{1,24}) ){1,4}${STREET_WORD}\\b`,
      'g',
    ),
    accept: isStreet,
  },
  {
    kind: 'street-address',
    tier: 'block',
    pattern:
      /(?<![\w.-])\d{2,6} (?:[nsew]\.? )?(?:(?:[a-z][a-z'-]{2,24}|\d{1,3}(?:st|nd|rd|th)) ){1,2}(?:street|avenue|ave|road|rd|boulevard|blvd|lane|court|highway|hwy|parkway|terrace|drive|st|ln|dr|ct)\b(?!-)/gi,
    accept: isStreet,
  },
  {
    kind: 'street-address',
    tier: 'block',
    pattern: /(?<![\w.-])\d{1,6} (?:Highway|Hwy|Route|County Road|State Road) \d{1,4}\b/gi,
  },
  { kind: 'street-address', tier: 'block', pattern: /\bP\.?\s?O\.?\s?Box\s{1,2}#?\d{1,6}/gi },
  {
    kind: 'street-address',
    tier: 'block',
    pattern:
      /\b(?:apt|apartment)\.?\s?#?\s?\d{1,5}[A-Z]?\b(?![/:.]\d| ?(?:pm|am|min|days?|wks?|weeks?|mos?|months?)\b)/gi,
  },
  { kind: 'postal-code', tier: 'warn', pattern: /(?<![\w.-])\d{5}-\d{4}(?![\w-])/g },
  {
    kind: 'postal-code',
    tier: 'warn',
    pattern: new RegExp(`\\b[A-Z][a-z]{2,24},? (?:${STATE})\\.? \\d{5}(?:-\\d{4})?(?!\\d)`, 'g'),
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    pattern:
      /\b(?:zip|zipcode|zip code|postal code|postcode)\b[\s:#]{0,3}(?:is |of |code )?\d{5}(?:-\d{4})?(?!\d)/gi,
  },
  {
    kind: 'place',
    tier: 'warn',
    pattern: new RegExp(
      `(?:\\b[A-Z][a-z]{2,24}(?: [A-Z][a-z]{2,24})?, ?|\\b(?:from|in|near|outside) [A-Z][a-z]{2,24}(?: [A-Z][a-z]{2,24})? )(?:${CERTAIN_STATE})\\b`,
      'g',
    ),
  },
  {
    kind: 'place',
    tier: 'warn',
    pattern:
      /\b(?:[Ll]iv(?:es?|ed|ing)|[Rr]esid(?:es?|ed|ing|ent)|[Mm]oved|[Gg]rew up|[Rr]aised|[Tt]ravels|[Dd]rives|[Cc]ommutes|[Ff]lew) (?:in|to|from|near|at|outside|of)(?: from)? [A-Z][a-z]{3,24}/g,
    accept: notADepartment,
  },
  {
    kind: 'place',
    tier: 'warn',
    pattern:
      /\b(?:[A-Za-z]{0,12}(?:man|woman)|[Ll]ady|boy|girl|child|kid|teen|[Pp]t|[Pp]atient|[Vv]eteran|vet|[Tt]eacher|[Ff]armer|nurse|driver|lawyer|pastor|mayor|pilot|student|retiree|firefighter|officer|carpenter|plumber|mechanic|baker|cook|chef|coach|priest|judge|cop|rancher|miner) from [A-Z][a-z]{3,24}/g,
    accept: notADepartment,
  },
];

/** The words between the number and the street word are a name, not a measure. */
function isStreet({ 0: found }: RegExpExecArray): boolean {
  return !NOT_A_STREET.test(found.slice(0, found.lastIndexOf(' ')));
}

function notADepartment(match: RegExpExecArray): boolean {
  const place = match[0].slice(match[0].lastIndexOf(' ') + 1);
  return !DEPARTMENT.test(place) && !/\bcontrast $/i.test(textBefore(match, 12));
}

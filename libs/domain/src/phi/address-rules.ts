import { setOf } from './clinical-words';
import { STATE_NAME } from './place-words';
import type { PatternRule } from './pattern-rule';

const STREET_WORD =
  '(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Trail|Trl|Square|Sq|Plaza|Pike|Way|Loop|Alley|Crescent|Turnpike|Tpke|Row|Close|Gardens|Run|Hollow|Ridge|Grove|Bend|Crossing|Mews|Path|Heights|Walk|Estates)';
/** Street words that need no number before them when they are written out. */
const WHOLE_STREET_WORD = '(?:Street|Avenue|Road|Boulevard|Lane|Parkway|Highway|Turnpike|Terrace)';
/** States whose abbreviation is no word of the clinic (not PA, MD, OR, CT, IA, MS …). */
const CERTAIN_STATE =
  'OH|NY|NJ|TX|FL|IL|WI|MN|NC|TN|KY|NV|AZ|KS|WV|NH|RI|CA|WA|VA|MI|GA|CO|UT|NM|OK|NE|SD|ND|AK|AR|HI|MO|MT|WY|ID|AL|SC|VT';
const STATE =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
/** Words in front of a "street" that make it a distance or a technique: `45 min drive`, `3 lane road`. */
const NOT_A_STREET =
  /\b(?:min|mins|minutes?|hrs?|hours?|miles?|km|blocks?|days?|weeks?|months?|years?|mg|mcg|ml|cc|cm|mm|needle|lane|of|the|to|in|on|at|from|and|with|after|before|during|long)\b/i;

/** Addresses and postal codes (Safe Harbor B). */
export const addressRules: readonly PatternRule[] = [
  {
    kind: 'street-address',
    tier: 'block',
    needs: 'digit',
    pattern: new RegExp(
      `(?<![\\w.-])\\d{1,6}(?:-?[A-Z]|-\\d{2})?[ ,]{1,2}(?:(?:[NSEW]{1,2}\\.?|\\d{1,3}(?:st|nd|rd|th)|[A-Z][A-Za-z'.-]{1,24}) ){1,4}${STREET_WORD}\\b`,
      'g',
    ),
    accept: isStreet,
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf(
      'street avenue ave road rd boulevard blvd lane court highway hwy parkway terrace drive st ln dr ct ter trl trail pl plaza sq square cir circle',
    ),
    pattern:
      /(?<![\w./-])(?:\d{2,6} (?:[nsew]\.? )?(?:(?:[a-z][a-z'-]{2,24}|\d{1,3}(?:st|nd|rd|th)) ){1,2}(?:street|avenue|ave|road|rd|boulevard|blvd|lane|court|highway|hwy|parkway|pkwy|terrace|drive|st|ln|dr|ct|cir|circle|ter|trl|trail|pl|plaza|sq|square)|\d{1,6} (?:[nsew]\.? )?(?:[a-z][a-z'-]{1,24} ){1,4}(?:street|avenue|road|boulevard|blvd|parkway))\b(?!-)/gi,
    accept: isStreet,
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf('highway hwy route rte rt road rd us fm broadway'),
    pattern:
      /(?<![\w.-])\d{1,6} (?:Highway|Hwy|(?:State |Rural |US )?(?:Route|Rte|Rt)|(?:County|State) (?:Road|Rd)) \d{1,4}\b|(?<![\w.-])\d{2,6} (?:US-|FM )\d{1,4}\b|(?<![\w.-])\d{1,5} Broadway\b/gi,
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf('box bx pob'),
    pattern:
      /\bPOB #?\d{1,6}\b|\b(?:P\.?\s?O\.?|post office|(?:RR|Rural Route) ?#? ?\d{1,3},?)\s?Bo?x\s{1,2}#?\d{1,6}|\bBox \d{1,6},? (?:RR|Rural Route)\b/gi,
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf('apt apartment trailer'),
    pattern:
      /\btrailer park,? (?:lot|space) \d{1,4}|\b(?:lot|space) \d{1,4} (?:at|in|of) (?:the |a )?trailer|\b(?:(?:apt|apartment)\.?\s?#?|trailer #?)\s?\d{1,5}[A-Z]?\b(?![/:.]\d| ?(?:pm|am|min|days?|wks?|weeks?|mos?|months?)\b)/gi,
  },
  // "lives on Elm Street", "corner of 5th and Main"
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf('on at off down along corner intersection'),
    pattern: new RegExp(
      `\\b(?:(?:liv\\w{1,3}|home|house|apartment|stay\\w{0,3}) (?:on|at|off) (?:[A-Z][a-z]{2,24} ){1,2}${STREET_WORD}\\b|(?:on|at|off|down|along) (?:[A-Z][a-z]{2,24} ){1,2}${WHOLE_STREET_WORD}\\b|(?:corner|intersection) of (?:\\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,24})(?: [A-Z][a-z]{1,9})? (?:and|&) (?:\\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,24}))`,
      'g',
    ),
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: setOf('street st avenue ave road rd lane ln blvd boulevard drive court'),
    pattern:
      /\b(?:liv(?:es?|ed|ing)|home|house|apartment) (?:is )?(?:on|at|off) (?:[a-z]{3,24} ){1,2}(?:street|st|avenue|ave|road|rd|lane|ln|blvd|boulevard|drive|court)\b/gi,
    accept: isStreet,
  },
  // a house number with only a name: after a word that announces an address, or before a point of the compass
  {
    kind: 'street-address',
    tier: 'block',
    needs: 'digit',
    pattern:
      /\b[Aa]ddress [a-z ,]{2,24}: ?\d{1,6} [A-Z][a-z]{2,24}|\b(?:addr(?:ess)?(?: is| was| on file|:){0,2}|liv(?:es?|ed|ing) at|resid(?:es?|ing) at|nursing home at|staying at) #?\d{1,6}[A-Z]? (?!mg|mcg|ml|cm|min|hours?|weeks?|months?|years?|levels?)[A-Za-z]{3,24}|(?<![\w.-])\d{2,5} (?:(?:North|South|East|West) [A-Z][a-z]{2,24}|[NEW]\.? Main)(?![a-z])/g,
  },
  {
    kind: 'street-address',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w.-])\d{1,5} (?:Calle|Avenida|[Rr]ue|Avenue) (?:de (?:la |los )?)?[A-Z][a-z]{0,24}\b|\b[A-Z][a-z]{2,24}stra(?:ss|ß)e \d{1,4}\b/g,
  },
  // a position on the globe
  {
    kind: 'street-address',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w.])-?\d{1,3}\.\d{4,8}(?:° ?[NS])?(?:, ?-?| -)\d{1,3}\.\d{4,8}(?![\w.])/g,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: setOf('-'),
    pattern: /(?<![\w.-])\d{5}-\d{4}(?![\w-])/g,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: 'digit',
    pattern: new RegExp(
      `(?:\\b[A-Z][a-z]{2,24},? (?:${STATE})\\.?,?|\\b(?:${CERTAIN_STATE}|${STATE_NAME})) \\d{5}(?:-\\d{4})?(?!\\d)|\\b(?:[A-Z][a-z]{2,24}|MA|CT|ME|NJ|NH|RI|VT) 0\\d{4}(?![\\w-]|\\.\\d)|\\b(?:in|the) \\d{5} area\\b`,
      'g',
    ),
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: 'digit',
    pattern: new RegExp(`\\b${STATE_NAME},? \\d{5}(?:-\\d{4})?(?![\\w-]|\\.\\d)`, 'gi'),
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: setOf('zip postal'),
    pattern:
      /(?<![\w.-])\d{5}(?:-\d{4})?,? (?:is |was |as )?(?:her |his |the |their |our |pt |patient )?(?:zip|postal)/gi,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: setOf('from lives living moved mail mails mailed area resides residing near postal z.c'),
    pattern:
      /\b(?:near|postal|z\.c\.|from|liv(?:es?|ing) in|moved (?:to|from)|mail(?:s|ed)? (?:to|went to)|area|resid(?:es|ing) in) \d{5}(?:-\d{4})?(?![\w.%-]| ?(?:units?|iu|mg|mcg|ml|to))/gi,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: setOf('in near'),
    pattern:
      /\b(?:clinic|pharmacy|pcp|pt|rehab|home|snf|hospital|doctor|works?|job|family|house|office|apartment|center|provider|surgeon|store|patients?) (?:in|near|at|from) \d{5}(?![\w.,%/-])(?<!000)/gi,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: 'digit',
    pattern:
      /\b(?:ny|nj|tx|fl|nv|wv|nc|nh|ky|tn|az|ks|mn|mi|wi|il|oh|ga|ut|nm|sd|nd|wy|ak|mt) \d{5}(?:-\d{4})?(?![\w-]|\.\d)/g,
  },
  // postal codes of Canada by their shape, of Britain after a word that announces one
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: 'digit',
    pattern:
      /(?<![\w-])(?!(?:[CTLS]\d){3})(?:[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z] ?\d[ABCEGHJ-NPR-TV-Z]\d|[abceghj-npr-tvxy]\d[abceghj-npr-tv-z] \d[abceghj-npr-tv-z]\d)(?![\w-])/g,
  },
  {
    kind: 'postal-code',
    tier: 'warn',
    needs: setOf('postcode code'),
    pattern: /\bpost ?(?:al )?code[ :]{1,2}(?:is )?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi,
  },
];

/** The words between the number and the street word are a name, not a measure. */
function isStreet({ 0: found }: RegExpExecArray): boolean {
  return !NOT_A_STREET.test(found.slice(0, found.lastIndexOf(' ')));
}

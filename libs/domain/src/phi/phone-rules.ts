import { isDoseSeries, setOf, startsWithUnit } from './clinical-words';
import { textAfter, textBefore, type PatternRule } from './pattern-rule';

/** Words around a number of seven digits that make it a phone number beyond doubt. */
const PHONE_CUE =
  /\b(?:call\w*|phon\w*|cell|mobile|tel|fax\w*|text\w*|txt|sms|pag(?:e|ed|er|ing)|rings?|rang|dial\w*|(?:her|his|their|my|best|contact|call\w*|\w+'s) (?:number|no)|number is|reach\w*|contact|messages?|msg|vm|lmom|voicemail|home|work|signal|whatsapp|facetime|wife|husband|daughter|son|mother|father|mom|dad|spouse|ride|driver|pharmacy|clinic|office|desk|line|hotline|rep|nurse|pacu|pcp|attending|fellow|supervisor|lab|taxi|uber|transport|school|boss|employer|attorney|adjuster|interpreter|hospital|no\.? on file)\b|#/i;
const DIGIT_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';

/** Phone, fax and pager numbers that give themselves away by their shape. Those after a label: see labelledNumbers. */
export const phoneRules: readonly PatternRule[] = [
  {
    kind: 'phone-number',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w.+-])(?:\+?1[-. ]?)?(?:\(? ?\d{3} ?\) ?[.-]? ?\d{3}(?:[-. ]| - )?\d{4}|[2-9]\d{2}(?:[-. /_*~,]| [-/] )\d{3}(?:[-. /_*~,]| [-/] )?\d{4}|[2-9]\d{2}[2-9]\d{6})(?![\dA-WYZa-wyz_-]|\.\d)/g,
    accept: isNoDose,
  },
  {
    kind: 'phone-number',
    tier: 'block',
    needs: setOf('+ 0'),
    pattern: /(?<![\w.]|\(01\) ?)(?:\+|00(?=[1-9]))\d{1,3}(?:[ .()-]{0,3}\d){7,13}(?!\d)/g,
    // zeros before digits in one piece may belong to the number of a record or an article
    accept: (match) =>
      isNoDose(match) && (!/^\d+$/.test(match[0]) || (match[0].length < 14 && isAmongPhoneWords(match))),
  },
  // national forms that begin with a zero: 020 7946 0958, 07700 900123
  {
    kind: 'phone-number',
    tier: 'block',
    needs: setOf('0'),
    pattern:
      /(?<![\w.-]|\d[ ,])(?:\(0[1-9]\d{1,3}\) ?\d{3,4} ?\d{3,4}|0[1-9](?:\d{0,2} \d{3,4} \d{4}|\d{2,3}[ -]\d{3}[ -]?\d{3}|(?: \d{2}){4}|\d{8,9}))(?![\w-]|\.\d)/g,
    // in one piece it may as well be a record number
    accept: (match) => /\D/.test(match[0]) || isAmongPhoneWords(match),
  },
  {
    kind: 'phone-number',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w.$/-]|\d )[2-9]\d{2}[-. ]\d{4}(?![\w-]|\.\d)/g,
    accept: (match) => isNoDose(match) && isAmongPhoneWords(match),
  },
  // an extension of the house: "call back # is 3-7718", "p.48213"
  {
    kind: 'phone-number',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w.$/-]|\d )\d-\d{4}(?![\w-]|\.\d)|\b[pP]\.? ?\d{5}(?![\w-]|\.\d)/g,
    accept: (match) => /^p/i.test(match[0]) || (isNoDose(match) && isAmongPhoneWords(match)),
  },
  {
    kind: 'phone-number',
    tier: 'warn',
    needs: 'digit',
    pattern: /(?<![\w.$/-]|\d )[2-9]\d{2}[- ]\d{4}(?![\w-]|\.\d| \d)/g,
    accept: (match) => isNoDose(match) && (match[0].includes('-') || !isMeasured(match)),
  },
  {
    kind: 'phone-number',
    tier: 'block',
    needs: setOf('x'),
    pattern: /(?<!\d ?|[\w.])x-?\d{4,5}\b(?! ?(?:mg|mcg|ml|u\b|units?))/gi,
    accept: ({ 0: found }) => !isDoseSeries(found),
  },
  {
    kind: 'phone-number',
    tier: 'block',
    needs: setOf('page'),
    pattern:
      /\bpage (?:me|him|her|us|them|the (?:team|fellow|resident)|fellow|on[- ]call)?(?: ?(?:at|on|to|@))? ?x?(?:\d{2,3}-\d{4}|\d{4,6})(?![\w-])/gi,
    accept: ({ 0: found }) => /^page (?:[a-wyz@]|x\d|\d{2,3}-|\d{5})/i.test(found),
  },
  {
    kind: 'phone-number',
    tier: 'block',
    needs: setOf('zero oh one two three four five six seven eight nine'),
    pattern: new RegExp(`\\b(?:${DIGIT_WORD}[ ,.-]{1,2}){6,14}${DIGIT_WORD}\\b`, 'gi'),
  },
];

function isNoDose(match: RegExpExecArray): boolean {
  return !startsWithUnit(textAfter(match, 8)) && !isDoseSeries(match[0]);
}

function isAmongPhoneWords(match: RegExpExecArray): boolean {
  return PHONE_CUE.test(textBefore(match, 30)) || PHONE_CUE.test(textAfter(match, 24));
}

/** `480 1120` between blanks may be two readings of a device. */
function isMeasured(match: RegExpExecArray): boolean {
  return /\b(?:ohms?|impedances?|model|cpt|hz|volume|plt|wbc|mcg|mg|units?|from|ref|kv|mgy|dap)\b/i.test(
    textBefore(match, 24) + textAfter(match, 16),
  );
}

import { textAfter, type PatternRule } from './pattern-rule';
import { isDoseSeries, startsWithUnit } from './clinical-words';

/** E-mail and web addresses, network addresses, phone numbers (Safe Harbor D to F, N, O). */
export const contactRules: readonly PatternRule[] = [
  {
    kind: 'email-address',
    tier: 'block',
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g,
  },
  {
    kind: 'email-address',
    tier: 'block',
    pattern:
      /(?<![\w.%+-])[\w.%+-]{1,64} ?(?:\(at\)|\[at\]|\bat\b|@) ?[\w-]{1,40} ?(?:\(dot\)|\[dot\]|\bdot\b|\.) ?(?:com|org|net|edu|gov)\b/gi,
    accept: ({ 0: found }) => /dot|\(at|\[at|@/i.test(found),
  },
  { kind: 'email-address', tier: 'block', pattern: /\bat (?:gmail|yahoo|hotmail|outlook|icloud|aol)\b/gi },
  { kind: 'web-address', tier: 'block', pattern: /\b(?:https?:\/\/|www\.)[^\s<>"]{2,200}/gi },
  {
    kind: 'web-address',
    tier: 'block',
    pattern: /(?<![\w@.-])(?:[a-z0-9-]{2,40}\.){1,4}(?:com|org|net|edu|gov|health)\b(?:\/[^\s<>"]{0,200})?/g,
  },
  {
    kind: 'web-address',
    tier: 'block',
    pattern:
      /\b(?:instagram|insta|facebook|twitter|tiktok|snapchat|linkedin|whatsapp|ig|fb|handle)\b[:\s]{0,3}(?:is\s)?@[\w.]{2,40}/gi,
  },
  {
    kind: 'ip-address',
    tier: 'block',
    pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)/g,
    accept: ({ 0: found }) => found.split('.').every((part) => Number(part) <= 255),
  },
  {
    kind: 'ip-address',
    tier: 'block',
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/gi,
  },
  {
    kind: 'ip-address',
    tier: 'block',
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])/gi,
  },
  { kind: 'ip-address', tier: 'block', pattern: /(?<![\w-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w-])/gi },
  {
    kind: 'phone-number',
    tier: 'block',
    pattern:
      /(?<![\w.+-])(?:\+?1[-. ]?)?(?:\(\d{3}\)[ .-]{0,2}\d{3}[-. ]?\d{4}|[2-9]\d{2}[-. /]\d{3}[-. ]\d{4})(?![\w-]|\.\d)/g,
    accept: ({ 0: found }) => !isDoseSeries(found),
  },
  { kind: 'phone-number', tier: 'block', pattern: /(?<![\w.])\+\d{1,3}(?:[ .()-]{0,2}\d){7,13}(?!\d)/g },
  {
    kind: 'phone-number',
    tier: 'warn',
    pattern: /(?<![\w.$/-])[2-9]\d{2}-\d{4}(?![\w-]|\.\d)/g,
    accept: isNoDose,
  },
];

function isNoDose(match: RegExpExecArray): boolean {
  return !startsWithUnit(textAfter(match, 8)) && !isDoseSeries(match[0]);
}

import { setOf } from './clinical-words';
import type { PatternRule } from './pattern-rule';

const TOP_DOMAIN =
  '(?:com|org|net|edu|gov|mil|health|info|local|internal|lan|io|app|biz|shop|site|online|blog|store|club|co\\.[a-z]{2})';
const SHORT_DOMAIN = '(?:ly|be|me|co|gl|ms|tv|us|uk|ca|to|link|page)';
const PLATFORM =
  '(?:instagram|insta|facebook|twitter|tiktok|snapchat|linkedin|whatsapp|telegram|discord|reddit|youtube|twitch|gamer ?tag|user ?name|user id|user|login|logon|venmo|cashapp|threads|ig|fb|snap|yt)';

/** E-mail and web addresses, accounts on platforms, network addresses (Safe Harbor F, N, O). Phone numbers: see phoneRules. */
export const contactRules: readonly PatternRule[] = [
  {
    kind: 'email-address',
    tier: 'block',
    needs: setOf('@'),
    // without a domain of two parts it needs four letters, or a digit before the sign
    pattern:
      /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}|(?<=[A-Za-z.]{3}@)[A-Za-z]{4,40}\b|(?<=[A-Za-z]{4}\d{1,4}@)(?!\w))/g,
  },
  {
    kind: 'email-address',
    tier: 'block',
    needs: setOf('com org net edu gov'),
    pattern:
      /(?<![\w.%+-])[\w.%+-]{1,64} ?(?:\(at\)|\[at\]|\bat\b|@) ?[\w-]{1,40} ?(?:\(dot\)|\[dot\]|\bdot\b|[.,]) ?(?:com|org|net|edu|gov)\b/gi,
    accept: ({ 0: found }) => /dot|\(at|\[at|@/i.test(found),
  },
  {
    kind: 'email-address',
    tier: 'block',
    needs: setOf('gmail yahoo hotmail outlook icloud aol proton protonmail'),
    pattern: /(?:\bat |\w ?@ ?)(?:gmail|yahoo|hotmail|outlook|icloud|aol|proton(?:mail)?)\b/gi,
  },
  {
    kind: 'email-address',
    tier: 'block',
    needs: setOf('mail email e-mail gmail'),
    pattern: /\b(?:gmail|e-?mail)(?: address| account)?(?: is|:| =) ?(?=[a-z.]{0,30}[\d_])\w[\w.]{3,40}/gi,
  },
  {
    kind: 'web-address',
    tier: 'block',
    needs: setOf(': www'),
    pattern: /\b(?:[a-z]{2,6}:\/\/|www\.)[^\s<>"]{2,200}/gi,
  },
  {
    kind: 'web-address',
    tier: 'block',
    needs: setOf('. dot'),
    pattern: new RegExp(
      `(?<![\\w@.-])(?:[a-z0-9_-]{1,40}\\.){1,4}(?:${TOP_DOMAIN}\\b(?:\\/[^\\s<>"]{0,200})?|${SHORT_DOMAIN}\\/[^\\s<>"]{2,200})|\\b[\\w-]{2,40} dot (?:[\\w-]{2,40} dot )?(?:com|org|net|edu|gov)\\b`,
      'gi',
    ),
    accept: ({ 0: found }) => /[a-z\d][a-z]\.|[a-z]{2}[\w-]*\.local| dot |[a-z]\.(?:com|me|co)/i.test(found),
  },
  { kind: 'web-address', tier: 'block', needs: setOf('\\'), pattern: /\\\\[\w.-]{2,40}\\[^\s<>"]{1,200}/g },
  {
    kind: 'web-address',
    tier: 'block',
    needs: setOf('@'),
    pattern: new RegExp(
      `\\b(?:${PLATFORM}|handle)\\b(?:'s)?[:\\s]{0,3}(?:(?:is|handle|name|user|page)\\s){0,2}@[\\w.]{2,40}|(?<![\\w.@])@[\\w.]{3,40} (?:on|via) (?:her |his |the )?${PLATFORM}\\b|(?<![\\w.@/])@[A-Za-z]{2,20}_\\w{2,20}|(?<![\\w.@/])@[a-z]{4,20}\\d{1,4}\\b|\\b(?:as|follow\\w*|tag\\w*|posts?|tweets?)(?: me| her| him)?(?: as| at)? @[A-Za-z][\\w.]{3,40}`,
      'gi',
    ),
  },
  // without the sign a digit, a dot or an underscore makes it an account
  {
    kind: 'web-address',
    tier: 'block',
    needs: setOf(
      'instagram insta facebook twitter tiktok snapchat linkedin whatsapp telegram discord reddit youtube twitch gamer gamertag user username login logon venmo cashapp threads ig fb snap yt',
    ),
    pattern: new RegExp(
      `\\b${PLATFORM}\\b[:,\\s]{1,2}(?:(?:is|as|under|handle|name|user|username|page|profile|account|id)[:\\s]{1,2}){0,2}(?=[a-z.]{0,30}[\\d_#]|[a-z]{2,20}\\.[a-z])[a-z][\\w.#]{4,40}`,
      'gi',
    ),
  },
  { kind: 'web-address', tier: 'block', needs: setOf('u'), pattern: /(?<![\w/])u\/[A-Za-z][\w-]{5,30}/g },
  {
    kind: 'ip-address',
    tier: 'block',
    needs: setOf('dot'),
    pattern: /\b(?:\d{1,3} dot ){3}\d{1,3}\b/gi,
  },
  {
    kind: 'web-address',
    tier: 'block',
    needs: setOf('discord linkedin'),
    pattern: /\bdiscord\b[^.;\n]{0,20}?\b[a-z][\w.]{2,31}#\d{4}\b|\blinkedin\b[:\s]{0,3}\/?in\/[\w-]{3,60}/gi,
  },
  {
    kind: 'ip-address',
    tier: 'block',
    needs: setOf('.'),
    pattern: /(?<![A-Za-z\d.])(?:\d{1,3}\.){3}\d{1,3}(?![A-Za-z\d]|\.\d)/g,
    accept: ({ 0: found }) => found.split('.').every((part) => Number(part) <= 255),
  },
  {
    kind: 'ip-address',
    tier: 'block',
    needs: setOf(':'),
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/gi,
  },
  {
    kind: 'ip-address',
    tier: 'block',
    needs: setOf(':'),
    pattern: /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])/gi,
  },
  {
    kind: 'ip-address',
    tier: 'block',
    needs: setOf('- . mac'),
    pattern:
      /(?<![\w-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w-])|(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.])|\bmac(?: address)?[: ]{1,2}[0-9a-f]{12}\b/gi,
    accept: ({ 0: found }) => !/^[\d.]+$/.test(found),
  },
];

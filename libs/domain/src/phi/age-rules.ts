import { setOf } from './clinical-words';
import { textAfter, textBefore, type PatternRule } from './pattern-rule';

/** An age over 89, in digits. */
const AGE = '(?:9\\d|1[01]\\d)';
/** What shows that a number is no measure: the end of a clause. */
const AGE_END = `(?=["'\\])}]|[,.;:!?](?!\\d)|$| ?[-/(&+]{1,2} | and | but | who | with | w\\/|\\n)`;
const UNIT_WORD = '(?:one|two|three|four|five|six|seven|eight|nine)';
const AGE_WORDS = `(?:one oh ${UNIT_WORD}|ninety(?:[- ]${UNIT_WORD})?|(?:(?:a|one) )?hundred(?:[- ](?:and[- ])?${UNIT_WORD})?)`;
const SEX = '(?:male|female|woman|man|lady|gentleman|wom|[wbha]m|[wbha]f|aa[mf])';

/** Ages over 89 (Safe Harbor C); the age band `90+` may stay. */
export const ageRules: readonly PatternRule[] = [
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    // "pain for 95 yrs" has no sense, so years alone are enough
    pattern: new RegExp(
      `(?<![\\w.$/]|\\d-)${AGE}[ -]?(?:y\\/?o\\b|y\\.o\\.?|y-o\\b|(?:yrs?|years?)\\b|ye[ea]?r[as]?[- ]?old|y(?:ear)? ?o(?:ld)?\\b|yo[mf]\\b|y\\/o[mf]?\\b|y ?[mf]?\\b|${SEX}\\b)`,
      'gi',
    ),
    accept: ({ 0: found, input, index }) => !/\d ?[ap]m$/i.test(found) && !isSeries(input, index),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf('age aged ages'),
    pattern: new RegExp(
      `\\b(?:age|aged|ages)(?:\\/sex)?\\b[:= (]{0,2}(?:is |was |of )?(?:${AGE}(?![\\w+%]|\\.\\d| ?(?:%|s\\b|mg|mcg|cm|sec))|${AGE_WORDS}\\b)`,
      'gi',
    ),
  },
  // 97M, 97 F: a meter or a temperature unless the words around speak of a person
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    pattern:
      /(?<![\w.$/-])(?:9\d|1[01]\d) ?[MFmf]\b(?=,? ?(?:with|w\/|w|c\/o|s\/p|h\/o|hx|who|pt|patient|here|for|presents|in for|wants|on|lives|frail|still|from)(?: |$))/g,
    accept: isNotTemperature,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<=(?:^|[.;\n]) ?|\b[Pp]t |\b[Pp]atient |\b[Aa]n? )(?:9\d ?M|9\d ?F)\b(?=[ ,.;]|$)/g,
    accept: isNotTemperature,
  },
  // in one piece inside a line
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    pattern: /(?<![\w.$/-]|- )9\d[MF]\b(?=[ ,.;)]|$)/g,
    accept: isNotTemperature,
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf('is was o yo'),
    pattern: new RegExp(
      `\\by\\/?o:? ${AGE}(?![\\w%/]|\\.\\d)|\\b(?:is|was) ${AGE} (?:now|already|this|next|and (?:still|lives|frail))\\b`,
      'gi',
    ),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf('/ -'),
    pattern: new RegExp(`(?<![\\w./-])(?:${AGE} ?\\/ ?[MFmf]|[MF] ?[/-] ?${AGE})(?![\\w/%-]|\\.\\d)`, 'g'),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf('turn turned turning turns be lived makes'),
    pattern: new RegExp(
      `\\b(?:turned|turning|turns|to turn|(?:she|he)(?:'ll| will) be|lived to|makes (?:her|him)) (?:${AGE}\\b(?! ?(?:%|deg))|${AGE_WORDS}\\b)`,
      'gi',
    ),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf('birthday bday b-day ish something next hundredth th st nd rd'),
    pattern: new RegExp(
      `\\b(?:${AGE}(?:st|nd|rd|th)|ninetieth|ninety[- ][a-z]{3,8}|hundredth) (?:birthday|b-?day)\\b|\\b(?:her|his) ${AGE}(?:st|nd|rd|th)${AGE_END}|\\b${AGE}(?:-?ish|-something| next (?:week|month|year))\\b|\\bhundredth year\\b`,
      'gi',
    ),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    pattern: new RegExp(
      `\\b(?:(?:pt|patient|she|he|lady|gentleman|man|woman|mother|father|mom|dad|wife|husband)(?:'?s| is| was)(?: now| only| almost| nearly| about| already)? |(?:almost|nearly|already) (?!at |to )|(?:pt|patient|vet|veteran|mother|father|mom|dad|wife|husband|(?:great-?)?grand(?:mother|father|ma|pa)|elderly|yet|ever),? \\(?|(?:fe)?male,? |(?:woman|man|lady|gentleman)(?:,? | of )|now |(?:frail|spry|elderly|very old|oldest(?: pt| patient| one)?(?: yet| so far| ever)?[,:]?|active|independent) )${AGE}(?:[MFmf](?=\\)))?${AGE_END}`,
      'gim',
    ),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: 'digit',
    pattern: new RegExp(
      `(?:^|[.;,(/"-] ?)(?:at ${AGE}(?: years?)?,? (?=she|he|pt|patient|still|this)|${AGE}(?:,? (?:and|but) (?=still|sharp|lives|drives|walks|frail|active|independent)|, (?=frail|lives|still|sharp|walks|demented|spry)))`,
      'gim',
    ),
  },
  {
    kind: 'age-over-89',
    tier: 'block',
    needs: setOf(
      'ninety hundred nineties nonagenarian nonagenarians centenarian centenarians supercentenarian oh s',
    ),
    pattern: new RegExp(
      `(?:^|[.;] )ninety[- ]${UNIT_WORD}(?=,| and )|\\b(?:is|was|she's|he's|shes|hes|turning|at) ninety(?:[- ]${UNIT_WORD})?\\b(?! ?-?(?:degree|percent|second|sec|minute|min|day|mg|per|over|times|cases))|\\b${AGE_WORDS}[- ](?:years?|yrs?|yo\\b|y\\/o)|\\b(?:her|his|their) (?:early |mid |mid-|late )?(?:nineties|90'?s)\\b|\\b(?:nonagenarian|(?:super)?centenarian)s?\\b`,
      'gi',
    ),
  },
];

/** `80, 90, 100 yr` or `5-90 y` counts something. */
function isSeries(text: string, at: number): boolean {
  return /(?:^|[^A-Za-z\d])\d{1,3} ?[,-] ?$/.test(text.slice(Math.max(0, at - 7), at));
}

/** `99F` and `101 F` are mostly temperatures. */
function isNotTemperature(match: RegExpExecArray): boolean {
  const before =
    /\b(?:temps?|temperature|fever|febrile|tmax|t|probe|skin|warm(?:ed)?|oral|axillary|bath|water|foot|hand|limb|to|at|max)[ :=of]{0,4}$/i;
  return (
    !before.test(textBefore(match, 16)) && !/^ ?(?:temp|skin|axillary|oral|max)/i.test(textAfter(match, 10))
  );
}

import { isCommonWord } from './common-words';
import {
  eitherCase,
  isLargePlace,
  isNoPlace,
  OCCUPATION,
  PLACE_NAME,
  PLACE_NOUN,
  PLACE_SUFFIX,
  STATE_NAME,
} from './place-words';
import { caught, textBefore, type PatternRule } from './pattern-rule';
import { looksOrdinary, setOf } from './clinical-words';
import { surnameClass } from './name-lexicon';
import { isListedName } from './name-reader';

const CERTAIN_STATE = 'OH|NY|NJ|TX|FL|IL|WI|MN|NC|TN|KY|NV|AZ|KS|WV|NH|RI|CA|WA|VA|MI';
const AREA =
  '(?:the |a |an )?(?:(?:tiny |small |little )?(?:town|village|city|suburbs?|hamlet|outskirts|hills|area|island|reservation) (?:of|near|outside|called|named) )?';
/** Verbs and adverbs of living, coming and going that a place follows. */
const HOME_VERB = eitherCase(`
  live|lives|lived|living|resides|resided|residing|resident|native|moved|moving|relocated|relocating|relocates|grew up|raised|born|travel|
  travels|traveled|travelled|traveling|travelling|drives|drove|driving|drive|commutes|commuted|commuting|flew|flies|flying|comes|came|
  coming|come|going back|goes back|go back|heads back|headed back|go home|goes home|going home|went back|went home|returns|returned|returning|retired|settled|visits|visited|
  visiting|teaches|taught|coaches|farms|preaches|winters|summers|hometown|home|house|originally|here|up|down|all the way|transferred|is|was|she's|he's|shes|hes|they're`);

/** The words of names and abbreviations of states, in lower case. */
const STATE_WORDS = setOf(`${CERTAIN_STATE}|${STATE_NAME}`.toLowerCase().replace(/[^a-z]+/g, ' '));

/** Places smaller than a state (Safe Harbor B). */
export const placeRules: readonly PatternRule[] = [
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('in to from near at outside of by around'),
    pattern: new RegExp(
      `\\b${HOME_VERB}(?: is| was)?(?:,? (?!from |in |near |at )[a-z\\d]{1,10}){0,4} (?:in|to|from|near|at|outside|of|by|around)(?: of| from)? ${AREA}(${PLACE_NAME})`,
      'g',
    ),
    accept: (match) => isPlace(match) && !/\b(?:is|was) (?:in|at|of|by|to) |\bwas [a-z]+ by /.test(match[0]),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('hometown'),
    pattern: new RegExp(`\\b[Hh]ometown(?: is| was|:)? (${PLACE_NAME})`, 'g'),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('from in of near outside at called'),
    pattern: new RegExp(
      `\\b(?:${OCCUPATION}|${PLACE_NOUN}|[Oo]nly \\w{3,15}) (?:from|in|of|near|outside(?: of)?|over in|out of|at|called)(?: from)? ${AREA}(${PLACE_NAME})`,
      'g',
    ),
    accept: (match) =>
      isPlace(match) &&
      isNoPlainWord(caught(match, 1)) &&
      !/(?:pt|patient|family) (?:in|of|at) /i.test(match[0]),
  },
  // a place by its second word: "near Harlan Falls", "Pine County"
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('in to from near at outside of by around'),
    pattern: new RegExp(
      `\\b(?:in|from|near|at|outside|of|to|by|around) (?:the )?([A-Z][a-z]{2,24}) ${PLACE_SUFFIX}\\b`,
      'g',
    ),
    accept: isPlace,
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('county township parish school elementary reservation police pd fire'),
    pattern:
      /\b([A-Z][a-z]{2,24}) (?:[Cc]ounty|[Tt]ownship|[Pp]arish|High School|Middle School|Elementary|[Rr]eservation|[Pp]olice (?:officer|dep\w+|chief)|PD officer|fire dep\w+)\b/g,
    accept: isPlace,
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf(
      'native resident farmer mayor sheriff postmaster priest pastor teacher fire firefighter dentist',
    ),
    pattern:
      /\b([A-Z][a-z]{3,24})(?:'s)? (?:native|resident|farmer|mayor|sheriff|postmaster|priest|pastor|teacher|fire chief|firefighter|dentist)\b/g,
    accept: (match) => isUnknown(caught(match, 1)),
  },
  // a city with its state
  {
    kind: 'place',
    tier: 'warn',
    needs: STATE_WORDS,
    pattern: new RegExp(
      `\\b(?:[A-Z][a-z]{2,24}(?: [A-Z][a-z]{2,24})?(?:, ?| ?\\()(?:(?:${CERTAIN_STATE})\\b|${STATE_NAME})|(?:from|in|near|outside) [A-Z][a-z]{2,24}(?: [A-Z][a-z]{2,24})? (?:(?:${CERTAIN_STATE})\\b|${STATE_NAME})|[A-Z][a-z]{3,24} (?:OH|NY|NJ|TX|IL|MN|TN|KY|NV|AZ|WV|NH)\\b)`,
      'g',
    ),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('population pop town village'),
    pattern:
      /(?<!(?:study|patient|trial|general) )\bpop(?:ulation|\.) (?:of |is |about |under )?\d{2,5}\b|\b(?:town|village) of (?:about |under |maybe )?\d{2,5}\b/gi,
  },
  // in lower case only what is no word at all
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('in near outside by from to'),
    pattern: new RegExp(
      `\\b(?:liv(?:es?|ed|ing) (?:in|near|outside|by)|moved (?:here |back |down |up )?(?:to|from)|(?:${OCCUPATION}|(?:is|all the way|drives|drove|in|up|down)) from) ([a-z]{4,24})\\b`,
      'g',
    ),
    accept: (match) => !isCommonWord(caught(match, 1)) || isListedCity(capitalised(caught(match, 1))),
  },
  // after a preposition a capitalised word that is neither English nor of the clinic
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('from near outside in at works'),
    pattern:
      /\b(?:from|near|outside|[Ii]n|[Aa]t|works for)(?: the)?(?: (?:little|tiny|rural|nearby|downtown|north|south|east|west|upper|lower|old))? (?:Upper |Lower |North |South |East |West )?([A-Z][a-z]{3,24})(?![\w-])(?! (?:Scientific|needle|protocol|trial|group|study|et al|patient|pt|lady|man|woman|case|family|girl|boy|gentleman)\b)/g,
    accept: (match) =>
      isUnknown(caught(match, 1), /^(?:from|near|outside)/.test(match[0])) ||
      (match[0].startsWith('from ') && isListedCity(caught(match, 1))),
  },
  // with the abbreviation of a state that is a word of the clinic too
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf(','),
    pattern: /\b([A-Z][a-z]{3,24}), (?:VT|ME|MA|PA|MD|OR|CT|IA|MS|LA|ID|IN|AL|AR|DE|MO|MT|SC)(?![\w-])/g,
    accept: (match) => !isCommonWord(caught(match, 1).toLowerCase()),
  },
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('manor acres nursing assisted villas lodge retirement'),
    pattern: /\b[A-Z][a-z]{3,24} (?:Manor|Acres|Nursing Home|Assisted Living|Villas|Lodge|Retirement)\b/g,
  },
  // a hospital by its name
  {
    kind: 'place',
    tier: 'warn',
    needs: setOf('hospital medical memorial regional infirmary general'),
    pattern:
      /\b(?:(?:St\.?|Saint|Mount|Mt\.?) [A-Z][a-z']{2,24}|([A-Z][a-z]{3,24})(?: [A-Z][a-z]{3,24})?) (?:Hospital|Medical Center|Memorial|Regional|General|Infirmary)\b/g,
    accept: ({ 1: name }) => name === undefined || isUnknown(name, false),
  },
];

/** No word of English or the clinic, or one that is a surname too. A listed name is left to the rules for names. */
function isUnknown(name: string, orEveryday = true): boolean {
  const key = name.toLowerCase();
  if (isNoPlace(name) || isLargePlace(name) || looksOrdinary(key) || isListedName(key)) return false;
  return (orEveryday && surnameClass(key) === 'everyday') || !isCommonWord(key);
}

/** A word alone must not be one of everyday use: `nurse in Recovery`. */
function isNoPlainWord(name: string): boolean {
  const key = name.toLowerCase();
  return name.includes(' ') || surnameClass(key) !== undefined || !isCommonWord(key) || isListedCity(name);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function isPlace(match: RegExpExecArray): boolean {
  const [first = '', second] = caught(match, 1).split(' ');
  if (isNoPlace(first) || isLargePlace(caught(match, 1)) || /\bcontrast $/i.test(textBefore(match, 12)))
    return false;
  return second !== undefined || !looksOrdinary(first.toLowerCase()) || isListedCity(first);
}

/** Cities whose names are scores, makers or titles too, though not after a word for living or a person. */
const isListedCity = (name: string): boolean =>
  /^(?:Houston|Cleveland|Philadelphia|Pittsburgh|Dallas|Montreal|Toronto|Vancouver|Norwalk|Bristol|Glasgow|Nottingham|Leeds|Exeter|Belgrade|Budapest)$/.test(
    name,
  );

import { DICTIONARY_SURNAMES, DISTINCT_SURNAMES, EVERYDAY_SURNAMES } from './surname-data';
import { GIVEN_NAMES, WORDLIKE_GIVEN_NAMES } from './given-name-data';

/**
 * How far a listed surname can be trusted without a cue:
 * `distinct` = no English word; `dictionary` = a rare word, trusted when capitalised;
 * `everyday` = a common word (Young, Hall), trusted only where a person acts.
 */
export type SurnameClass = 'distinct' | 'dictionary' | 'everyday';

interface NameLexicon {
  readonly surnames: ReadonlyMap<string, SurnameClass>;
  readonly givenNames: ReadonlySet<string>;
  readonly wordlikeGivenNames: ReadonlySet<string>;
}

let loaded: NameLexicon | undefined;

/** Splits the lists at the first question asked, so that importing the module costs nothing. */
function lexicon(): NameLexicon {
  if (loaded) return loaded;
  const surnames = new Map<string, SurnameClass>();
  for (const name of DISTINCT_SURNAMES.split(' ')) surnames.set(name, 'distinct');
  for (const name of DICTIONARY_SURNAMES.split(' ')) surnames.set(name, 'dictionary');
  for (const name of EVERYDAY_SURNAMES.split(' ')) surnames.set(name, 'everyday');
  loaded = {
    surnames,
    givenNames: new Set(GIVEN_NAMES.split(' ')),
    wordlikeGivenNames: new Set(WORDLIKE_GIVEN_NAMES.split(' ')),
  };
  return loaded;
}

/** The class of a surname in lower case without apostrophes, or undefined if it is not listed. */
export function surnameClass(key: string): SurnameClass | undefined {
  return lexicon().surnames.get(key);
}

/** Whether a word in lower case is a listed first name that is no ordinary word. */
export function isGivenName(key: string): boolean {
  return lexicon().givenNames.has(key);
}

/** Whether a word in lower case is a first name that is also a word (Grace, Mark): a name only after a cue. */
export function isWordlikeGivenName(key: string): boolean {
  return lexicon().wordlikeGivenNames.has(key);
}

/** Endings and beginnings that mark a surname of some language though it is not listed. */
const SURNAME_FORM =
  /^(?:mc[b-df-hj-np-tv-z]?[a-z]{3,}|mac[a-z]{4,}|o(?:brien|connor|[a-z]*n(?:eill|nell))|fitz[a-z]{4,}|van(?:der|den)[a-z]{3,}|adebay[a-z]+|oluw[a-z]+|chukw[a-z]+|abdul[a-z]*|oye[bdklnt][a-z]+|ogun[a-z]{3,}|onye[a-z]+|nwa(?:ch|nk)[a-z]+|etxe[a-z]+|(?:mb|nd|nk|nj|mw|dl|nt|zw|bj|kj|hj)[aeiou][a-z]{2,}|[a-z]{2,}(?:owski|ewski|inski|insky|ovsky|evsky|owicz|ewicz|czyk|enko|chuk|opoulos|opoulou|akis|idis|escu|oglu|shvili|adze|sdottir|sson|qvist|quist|strand|gaard|bauer|mayer|meier|meyer|stein|berg|felder|feld|baum|thal|eaux|ault|elli|etti|ucci|acci|onico|ovic|ovich|yama|mura|moto|kawa|sawa|zawa|owska|ewska|inska|ova|eva|[aiou](?:s|r|n|t|l|k)yan|[bdhklmnprst]ov|[dlnkt]sen|ersen|saki|guchi|naka|bayashi|tani|hashi|kopf|mann|stetter|hofer|macher|[aeou]rini|azzi|ozzi|izzi|raman|charjee|arjee|lingam|gowda|rajan|krishnan|oulou|[aeiou]rford|ington|sworth|shima|wala|murthy|swamy|nathan|wardena|singhe|deep|preet|ullah|uddin|zadeh|pour|nejad|ndez|quez|guez|rrez|ntez|ales))$/;

/** Whether an unlisted word is built like a surname (`-owski`, `-opoulos`, `Mc…`). */
export function hasSurnameForm(key: string): boolean {
  return key.length >= 5 && key.length <= 24 && SURNAME_FORM.test(key);
}

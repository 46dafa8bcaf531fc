import { refused, type Refused } from '../refusal';

/** Fewest characters of a password, with and without a second factor (NIST SP 800-63B-4, 3.1.1.2 asks it of one that stands alone). */
export const PASSWORD_ALONE = 15;
/** Guesses that a password must withstand: below, somebody who tries online for a year may find it. */
export const FEWEST_GUESSES = 1e8;
/** Characters that must be left when what everybody knows of the person is taken out. */
const LEFT_OF_ITS_OWN = 8;
/** Shorter parts of a name are in too many words. */
const SHORTEST_PART = 4;

/** What an estimate found that makes a password easy to guess. */
export const weaknesses = ['word', 'repeat', 'sequence', 'keyboard', 'date', 'other'] as const;
/** One of {@link weaknesses}. */
export type Weakness = (typeof weaknesses)[number];

/** A password as somebody chose it, with what is known about it. */
export interface ChosenPassword {
  readonly password: string;
  /** Fewest characters. */
  readonly least: number;
  /** What everybody knows: the person's names and e-mail, program, product. */
  readonly known: readonly string[];
  /** It is in the list of passwords that many people have. */
  readonly isListed: boolean;
  /** How many guesses it withstands, and what makes that few. */
  readonly estimate: { readonly guesses: number; readonly weakness: Weakness };
  /** It is the one that the account has. */
  readonly isSame: boolean;
}

/**
 * Whether a password may be chosen (NIST SP 800-63B-4): long enough, in no list, not made of what everybody knows, not
 * quickly guessed. No kind of character is asked for, and none expires. The first reason that applies is said:
 * `password/too-short` (detail: min), `password/same`, `password/common`, `password/personal`, `password/guessable`
 * (detail: why, one of {@link weaknesses}).
 */
export function checkPassword(chosen: ChosenPassword): Refused | null {
  const { password, least, known, isListed, estimate, isSame } = chosen;
  const at = '/password';
  if ([...password].length < least) return refused('password/too-short', at, { min: least });
  if (isSame) return refused('password/same', at);
  if (isListed) return refused('password/common', at);
  if (restOf(password, known) < LEFT_OF_ITS_OWN) return refused('password/personal', at);
  if (estimate.guesses < FEWEST_GUESSES) return refused('password/guessable', at, { why: estimate.weakness });
  return null;
}

/** Words of what everybody knows that are long enough to be looked for. */
export function knownWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map(plain);
  return [...new Set(words.filter((word) => word.length >= SHORTEST_PART))];
}

/** How many characters are left when the words are taken out, the longest first. */
function restOf(password: string, known: readonly string[]): number {
  const words = knownWords(known).sort((one, other) => other.length - one.length);
  return [...words.reduce((rest, word) => rest.replaceAll(word, ''), plain(password))].length;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

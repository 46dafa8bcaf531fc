import { CERTAIN_CITIES, CITIES_OF_WORDS, UNCERTAIN_CITIES } from './city-data';
import { setOf } from './clinical-words';
import type { Finding } from './finding';
import type { NameReader } from './name-reader';

interface Cities {
  readonly certain: ReadonlySet<string>;
  readonly uncertain: ReadonlySet<string>;
  /** For a first word the names that begin with it, with `-` for the blanks. */
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
}

let loaded: Cities | undefined;

/** Splits the lists at the first question asked, so that importing the module costs nothing. */
function cities(): Cities {
  if (loaded) return loaded;
  const byFirstWord = new Map<string, string[]>();
  const uncertain = UNCERTAIN_CITIES.split(' ');
  for (const name of [...CITIES_OF_WORDS.split(' '), ...uncertain]) {
    const first = name.slice(0, name.indexOf('-'));
    if (first) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
  }
  loaded = { certain: new Set(CERTAIN_CITIES.split(' ')), uncertain: new Set(uncertain), byFirstWord };
  return loaded;
}

const LONGEST_CITY = 3;
/** What is called by a city and is no place: `Budapest criteria`, `Rotterdam CT score`. */
const NAMED_AFTER_A_CITY = setOf(
  'criteria score scale study protocol trial collar group rules rule declaration meeting conference consensus guideline guidelines index questionnaire classification heart',
);
/** After these an uncertain name is a place. */
const PLACE_CUES = setOf('in near outside city town county clinic');

/** Cities of the United States (Safe Harbor B); always a warning. Linear in the number of words. */
export function cityNames(reader: NameReader): Finding[] {
  const spotted: Finding[] = [];
  let end = 0;
  for (let index = 0; index < reader.words.length; index += 1) {
    const word = reader.words[index];
    if (!word || word.shape === 'code' || word.start < end || word.key.length < 2) continue;
    const last = endOfCity(reader, index);
    if (last === undefined || NAMED_AFTER_A_CITY.has(reader.key(last + 1))) continue;
    end = reader.word(last)?.end ?? word.end;
    spotted.push({ kind: 'place', tier: 'warn', start: word.start, end });
  }
  return spotted;
}

/** The index of the last word of the city that begins at `index`. */
function endOfCity(reader: NameReader, index: number): number | undefined {
  const { certain, uncertain, byFirstWord } = cities();
  const key = reader.key(index);
  const names = byFirstWord.get(key);
  if (names) {
    let name = key;
    for (
      let last = index + 1;
      last < index + LONGEST_CITY && /^\.? $/.test(reader.gapAfter(last - 1));
      last += 1
    ) {
      name += `-${reader.key(last)}`;
      if (names.includes(name) && (!uncertain.has(name) || isCertainHere(reader, index, last))) return last;
    }
  }
  if (certain.has(key)) return index;
  return uncertain.has(key) && isCertainHere(reader, index, index) ? index : undefined;
}

/** `in Jackson`, `near Palm Coast`; in lower case these are words. */
function isCertainHere(reader: NameReader, first: number, last: number): boolean {
  if (!PLACE_CUES.has(reader.key(first - 1)) || !/^:? $/.test(reader.gapAfter(first - 1))) return false;
  return reader.isWrittenAsName(first) && (first === last || reader.isWrittenAsName(last));
}

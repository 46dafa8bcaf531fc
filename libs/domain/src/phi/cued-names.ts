import type { Finding } from './finding';
import { initials } from './initials';
import { labelledName } from './labelled-names';
import { listedName } from './listed-names';
import { CUES } from './name-cues';
import type { NameReader } from './name-reader';
import { nameBeforeRole, personName } from './person-names';
import { nameWithDegree, titledName } from './titled-names';
import type { Word } from './words';

const COMMA = ','.charCodeAt(0);

/** Names that a word before them announces: a title, a label, `patient`, a relative, a role. Linear in the number of words. */
export function cuedNames(reader: NameReader): Finding[] {
  const spotted: Finding[] = [];
  let end = 0;
  for (let index = 0; index < reader.words.length; index += 1) {
    const word = reader.words[index];
    // a word inside the last name announces none
    if (!word || word.shape === 'code' || word.start < end) continue;
    const found =
      (CUES.has(word.key) ? afterCue(reader, index, word) : undefined) ??
      (reader.text.charCodeAt(word.end) === COMMA ? listedName(reader, index, word) : undefined);
    if (!found) continue;
    spotted.push(found);
    end = found.end;
  }
  return spotted;
}

function afterCue(reader: NameReader, index: number, cue: Word): Finding | undefined {
  return (
    titledName(reader, index, cue) ??
    nameWithDegree(reader, index, cue) ??
    labelledName(reader, index, cue) ??
    initials(reader, index, cue) ??
    personName(reader, index, cue) ??
    nameBeforeRole(reader, index, cue)
  );
}

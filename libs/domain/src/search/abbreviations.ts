import { experienceRows, headAndJointRows, nerveRows } from './body-abbreviations';
import {
  deviceRows,
  discAndBoneRows,
  epiduralRows,
  facetAndAblationRows,
  generalRows,
  regionRows,
} from './spine-abbreviations';

/** Short forms to which people glue the first letter of a region: `ltfesi`, `cmbb`, `trfa`. */
const takeRegionLetter =
  'esi, ilesi, iesi, ile, tfesi, tfe, snrb, snr, mbb, mbbs, mbn, fji, fjb, rfa, rfn, rfl, rf, rftc, mbrfa'.split(
    ', ',
  );

/** The letters; `c` before `esi` means cervical although some type it for caudal. */
const regionLetters = { c: 'cervical', t: 'thoracic', l: 'lumbar' } as const;

/**
 * What clinicians type, as the words of the catalogue; keys are words and short phrases in lower case. Our own list, made from the names, brands and short forms in daily use; edit it in `spine-abbreviations.ts` and
 * `body-abbreviations.ts`.
 */
export const abbreviations: ReadonlyMap<string, readonly string[]> = buildTable();

function buildTable(): Map<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  const rows = [
    ...generalRows,
    ...regionRows,
    ...epiduralRows,
    ...facetAndAblationRows,
    ...deviceRows,
    ...discAndBoneRows,
    ...nerveRows,
    ...headAndJointRows,
    ...experienceRows,
  ];
  for (const [meaning, typed] of rows) {
    for (const form of typed.split(', ')) table.set(form, meaning.split(' '));
  }
  for (const [letter, region] of Object.entries(regionLetters)) {
    for (const form of takeRegionLetter) {
      for (const key of [`${letter}${form}`, `${letter} ${form}`]) {
        if (!table.has(key)) table.set(key, [region, ...(table.get(form) ?? [])]);
      }
    }
  }
  return table;
}

/** Words in the longest phrase of the table. */
export const longestPhrase = Math.max(...[...abbreviations.keys()].map((phrase) => phrase.split(' ').length));

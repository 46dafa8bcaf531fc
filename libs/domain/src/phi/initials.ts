import { setOf } from './clinical-words';
import type { Finding } from './finding';
import { PATIENT_WORDS } from './name-cues';
import type { NameReader } from './name-reader';
import type { PatternRule } from './pattern-rule';
import type { Word } from './words';

const INITIALS_LABELLED =
  /^(?: are| is|:)? ?["']?(?:[A-Z][.-]? ?[A-Z]\.?(?:[ -]?[A-Z]\.?)?|(?!(?:on|in|at|by|of|and|the|are|is|to|for|not|no|ok|per|was|too|but|or|as|be|via|it|its|pt|pts|all)\b)[a-z]{2,3})(?![A-Za-z])/;
const INITIALS_OF_PATIENT = /^\.? [[(]?(?:[A-Z]\. ?[A-Z]\.(?: ?[A-Z]\.)?|[a-z]\.[a-z]\.(?:[a-z]\.)?)(?!\w)/;

/** `pt R.D.`, `initials J.S.` */
export function initials(reader: NameReader, index: number, cue: Word): Finding | undefined {
  const labelled = cue.key === 'initials' || cue.key === 'inits';
  if (!labelled && !PATIENT_WORDS.has(cue.key)) return undefined;
  const match = (labelled ? INITIALS_LABELLED : INITIALS_OF_PATIENT).exec(reader.textAfter(index, 14));
  if (!match || (!labelled && isAbbreviation(match[0]))) return undefined;
  return {
    kind: labelled ? 'labelled-name' : 'person-name',
    tier: labelled ? 'block' : 'warn',
    start: cue.start,
    end: cue.end + match[0].length,
  };
}

/** Abbreviations that are written like initials. */
const ABBREVIATIONS = setOf(
  'iv im po pt ot us er or do md pa np rn pr sc sl la dc am pm id cc ma bp hr ct mr rf si ns pe ms bs jp bid tid qid qd qh ie eg ph fu vs usa uk eu iq tb ad dr',
);

/** Initials in place of a name: `K.L. in room 4`, `re: T.O., 44F`. */
export const initialRules: readonly PatternRule[] = [
  {
    kind: 'person-name',
    tier: 'warn',
    needs: setOf('.'),
    pattern:
      /(?<=^|[\n;] ?|\b(?:[Rr]e|[Ff]or|[Oo]n|[Ww]ith|[Ss]aw|[Dd]id):? )[A-Z]\.[A-Z]\.(?:[A-Z]\.)?(?!\w)/g,
    accept: ({ 0: found }) => !isAbbreviation(found),
  },
];

const isAbbreviation = (found: string): boolean =>
  ABBREVIATIONS.has(found.replace(/[^A-Za-z]/g, '').toLowerCase());

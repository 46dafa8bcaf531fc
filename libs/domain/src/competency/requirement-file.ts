import { isObject } from './check-form';
import { COUNTING_CONVENTIONS } from './requirement-set';
import type { RequirementSet, Rule } from './requirement-set';
import { leavesOf } from './rule-parts';

/** What a program says itself of a set that comes from a file, whatever the file says. */
type OwnOfProgram = 'version' | 'verifiedBy' | 'verifiedOn' | 'verifiedAgainst';

/**
 * A set as it travels in a file: what it asks for, whence and of whom. Version and verification stay behind, for a program
 * counts its own versions and its director compares the numbers anew.
 */
export type RequirementFile = Omit<RequirementSet, OwnOfProgram | 'example'> & {
  readonly example?: boolean;
};

/** A set as a file has it. */
export function fileOfSet(set: RequirementSet): RequirementFile {
  const { version: _version, verifiedBy: _by, verifiedOn: _on, verifiedAgainst: _against, ...file } = set;
  return file;
}

/**
 * The set of a file, of unknown form, as nobody verified it, under this version of the program; `checkRequirementSet`
 * says whether it can be one. A file that does not say for which counting conventions it was written is written for today's,
 * and one that does not say that it is an example is none. What is no object comes back as it is, for the check to name.
 */
export function setOfFile(file: unknown, version: number): unknown {
  if (!isObject(file)) return file;
  const { version: _version, verifiedBy: _by, verifiedOn: _on, verifiedAgainst: _against, ...said } = file;
  return {
    conventions: COUNTING_CONVENTIONS,
    example: false,
    ...said,
    ...{ version, verifiedBy: null, verifiedOn: null },
  };
}

/** A text of a set that says something in words, with its place. */
export interface SetText {
  /** JSON pointer into the set. */
  readonly pointer: string;
  readonly text: string;
}

/** The texts of a set in which anything could be said; edition, cohort and ids only tell which one is meant. */
export function textsOfSet({ title, source, competencies }: RequirementSet): readonly SetText[] {
  return [
    { pointer: '/title', text: title },
    { pointer: '/source', text: source },
    ...competencies.flatMap((competency, index) => [
      { pointer: `/competencies/${index}/title`, text: competency.title },
      { pointer: `/competencies/${index}/shortTitle`, text: competency.shortTitle },
      ...competency.rules.flatMap((rule, nth) => textsOfRule(rule, `/competencies/${index}/rules/${nth}`)),
    ]),
  ];
}

function textsOfRule(rule: Rule, at: string): SetText[] {
  const specialties = rule.kind === 'base-specialty' ? rule.specialties : [];
  return [
    ...specialties.map((text, index) => ({ pointer: `${at}/specialties/${index}`, text })),
    ...leavesOf(rule).flatMap(({ rule: leaf, pointer }) =>
      leaf.kind === 'certificate' ? [{ pointer: `${at}${pointer}/title`, text: leaf.title }] : [],
    ),
  ];
}

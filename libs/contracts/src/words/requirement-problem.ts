import type { ProblemCode, ProblemValues } from '../problems';

/** What a person reads for what is wrong in requirements. */
export const requirementProblemWords: Readonly<
  Record<Extract<ProblemCode, `requirement/${string}`>, string | ((values: Partial<ProblemValues>) => string)>
> = {
  'requirement/any-of-impossible': ({ most = 'as many as there are' }) =>
    `Give at least two rules to choose from, and ask for 1 to ${most} of them.`,
  'requirement/asks-nothing': ({ specialty }) =>
    specialty === undefined
      ? 'Nothing is asked of fellows of some base specialty, so they would meet it with nothing done.'
      : `Nothing is asked of fellows from ${specialty}, so they would meet it with nothing done.`,
  'requirement/about-empty': 'Say which procedures or groups the competency is about.',
  'requirement/choice-unknown': 'This word is not one of the choices.',
  'requirement/competencies-missing': 'A requirement set needs at least one competency.',
  'requirement/competency-cycle': 'This competency waits for itself. Take one of the prerequisites out.',
  'requirement/competency-twice': 'Another competency of the set has this id.',
  'requirement/competency-unknown': 'The set has no such competency.',
  'requirement/date-impossible': 'This day is not in the calendar.',
  'requirement/demonstration-elsewhere':
    'Demonstration numbers are invented. Only a demo program can have such a set.',
  'requirement/demonstration-otherwise':
    'A set is an example, a demonstration, or verified. It cannot be two of these.',
  'requirement/example-verified': 'An example cannot be verified. Publish a set of your own.',
  'requirement/filter-empty': 'Say which procedures or groups the rule is about.',
  'requirement/group-unknown': 'This group is not in the catalogue.',
  'requirement/help-impossible': 'Help is a whole number from 1 to 5.',
  'requirement/id-form': ({ longest = 'so many' }) =>
    `An id is lower-case words joined by hyphens, at most ${longest} characters.`,
  'requirement/item-unknown': 'This procedure is not in the catalogue.',
  'requirement/key-unknown': 'This field is not known here.',
  'requirement/kind-unknown': 'This is not a kind of rule.',
  'requirement/list-empty': 'Choose at least one, or leave the condition out.',
  'requirement/mapping-twice': 'This competency is carried over twice.',
  'requirement/mapping-unknown': 'One of the two sets has no such competency.',
  'requirement/n-impossible': 'Say how many of the last ratings count, from 1 on.',
  'requirement/need-impossible': 'Say how many are needed, from 1 on.',
  'requirement/not-a-list': 'This must be a list.',
  'requirement/not-an-object': 'This must be an object with fields.',
  'requirement/rules-missing': 'A competency needs at least one rule.',
  'requirement/share-impossible': 'A share is a whole number of percent, from 1 to 100.',
  'requirement/short-title-length': ({ longest = 'so many' }) =>
    `A short title has at most ${longest} characters.`,
  'requirement/text-missing': 'Say this in words.',
  'requirement/text-too-long': ({ longest = 'so many' }) => `This has at most ${longest} characters.`,
  'requirement/too-many': ({ most = 'so many' }) => `There are at most ${most} of these.`,
  'requirement/draft-changed': 'Somebody changed this draft after you opened it. Reload to see it.',
  'requirement/published':
    'This version is published, and its numbers never change. Import them as the next version.',
  'requirement/set-invalid': 'These requirements cannot be used as they are. Each place says why.',
  'requirement/verified-later': 'The comparison was made today or before.',
  'requirement/verification-incomplete': 'Say who verified the set, on which day and against which document.',
  'requirement/version-impossible': 'A version is a whole number from 1 on.',
  'requirement/window-impossible': ({ longest = 'so many' }) => `A window has 1 to ${longest} months.`,
};

import { DomainError, refused } from '../refusal';
import type { Refused } from '../refusal';
import { isWindow, longestWindow } from '../calendar';
import type { FactFilter } from './fact';
import type { AnyOfRule, BaseSpecialtyRule, Rule } from './requirement-set';

/**
 * Everything impossible in the numbers and lists of one rule; `at` is the JSON pointer of the rule. The form of the rule
 * must have been checked before.
 * Codes: `requirement/need-impossible`, `requirement/n-impossible`, `requirement/window-impossible`,
 * `requirement/help-impossible`, `requirement/share-impossible`, `requirement/list-empty`, `requirement/filter-empty`,
 * `requirement/text-missing`, `requirement/any-of-impossible`, `requirement/asks-nothing`.
 */
export function checkRule(rule: Rule, at: string): Refused[] {
  switch (rule.kind) {
    case 'count':
    case 'distinct':
      return [...checkNeed(rule.need, at), ...checkFilter(rule.filter, `${at}/filter`)];
    case 'recency':
      return [
        ...checkNeed(rule.need, at),
        ...(isWindow(rule.windowMonths) ? [] : [windowImpossible(`${at}/windowMonths`)]),
        ...checkFilter(rule.filter, `${at}/filter`),
      ];
    case 'rating-share':
      return [
        ...(isPositive(rule.percent) && rule.percent <= 100
          ? []
          : [refused('requirement/share-impossible', `${at}/percent`)]),
        ...checkRatings(rule, at),
      ];
    case 'rating-last-n':
      return checkRatings(rule, at);
    case 'any-of':
      return checkAnyOf(rule, at);
    case 'base-specialty':
      return checkBaseSpecialty(rule, at);
    case 'other-competency':
      return checkText(rule.competencyId, `${at}/competencyId`);
    case 'certificate':
      return [
        ...checkText(rule.certificateId, `${at}/certificateId`),
        ...checkText(rule.title, `${at}/title`),
      ];
  }
}

function checkRatings(
  { n, minHelp, filter }: { readonly n: number; readonly minHelp: number; readonly filter: FactFilter },
  at: string,
): Refused[] {
  return [
    ...(isPositive(n) ? [] : [refused('requirement/n-impossible', `${at}/n`)]),
    ...(isHelp(minHelp) ? [] : [refused('requirement/help-impossible', `${at}/minHelp`)]),
    ...checkFilter(filter, `${at}/filter`),
  ];
}

function checkAnyOf({ need, rules }: AnyOfRule, at: string): Refused[] {
  const most = rules.length;
  return [
    ...(most >= 2 ? [] : [refused('requirement/any-of-impossible', `${at}/rules`, { most })]),
    ...(isPositive(need) && need <= Math.max(most, 2)
      ? []
      : [refused('requirement/any-of-impossible', `${at}/need`, { most })]),
    ...rules.flatMap((rule, index) => checkRule(rule, `${at}/rules/${index}`)),
  ];
}

function checkBaseSpecialty({ specialties, listed, others }: BaseSpecialtyRule, at: string): Refused[] {
  return [
    ...(specialties.length === 0 ? [refused('requirement/list-empty', `${at}/specialties`)] : []),
    ...specialties.flatMap((one, index) => checkText(one, `${at}/specialties/${index}`)),
    ...(listed === undefined && others === undefined ? [refused('requirement/asks-nothing', at)] : []),
    ...(listed === undefined ? [] : checkRule(listed, `${at}/listed`)),
    ...(others === undefined ? [] : checkRule(others, `${at}/others`)),
  ];
}

/** `requirement/window-impossible` unless whole months, 1 to 600, or absent. */
export function checkWindow(months: number | undefined, at: string): Refused[] {
  return months === undefined || isWindow(months) ? [] : [windowImpossible(at)];
}

function windowImpossible(at: string): Refused {
  return refused('requirement/window-impossible', at, { longest: longestWindow });
}

/** `requirement/text-missing` for a text of nothing but space. */
export function checkText(text: string, at: string): Refused[] {
  return text.trim() === '' ? [refused('requirement/text-missing', at)] : [];
}

/** Throws the first refusal: for callers that assess with a rule instead of publishing it. */
export function assertPossible([first]: readonly Refused[]): void {
  if (first !== undefined)
    throw new DomainError(first.code, `The rule is impossible: ${first.code}.`, first.field);
}

function checkNeed(need: number, at: string): Refused[] {
  return isPositive(need) ? [] : [refused('requirement/need-impossible', `${at}/need`)];
}

function isHelp(help: number): boolean {
  return [1, 2, 3, 4, 5].includes(help);
}

const lists = [
  ...(['items', 'groups', 'roles', 'supervision', 'painCategories', 'settings', 'outcomes'] as const),
  ...(['techniques', 'choices', 'diagnosisGroups', 'diagnoses', 'ageBands', 'guidance', 'regions'] as const),
];

function checkFilter(filter: FactFilter, at: string): Refused[] {
  const empty = lists.filter((name) => filter[name]?.length === 0);
  const asksNothing = filter.items === undefined && filter.groups === undefined && filter.kind === undefined;
  return [
    ...empty.map((name) => refused('requirement/list-empty', `${at}/${name}`)),
    ...(asksNothing ? [refused('requirement/filter-empty', at)] : []),
    ...checkWindow(filter.windowMonths, `${at}/windowMonths`),
    ...(filter.minHelp === undefined || isHelp(filter.minHelp)
      ? []
      : [refused('requirement/help-impossible', `${at}/minHelp`)]),
  ];
}

function isPositive(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 1;
}

import { refused } from '../refusal';
import type { Refused } from '../refusal';
import type { RequirementSet, Rule } from './requirement-set';
import { leavesOf } from './rule-parts';

/** Most competencies of a set, and rules of one of them, or in a rule. */
const MOST_COMPETENCIES = 100;
const MOST_RULES = 20;

const LONGEST = { title: 200, source: 2_000, edition: 200, cohort: 40, verifiedAgainst: 500 } as const;
const LONGEST_TITLE = 200;
/** As a person’s. */
const LONGEST_SPECIALTY = 80;

/** Ids stand in addresses and keys: lower-case words joined by hyphens, at most 64 characters. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 64;

/**
 * Everything in a set that is too long, too many, or an id of the wrong form. The form of the set must have been checked.
 * Codes: `requirement/text-too-long`, `requirement/too-many`, `requirement/id-form`.
 */
export function checkSetSize(set: RequirementSet): Refused[] {
  const { competencies } = set;
  return [
    ...Object.entries(LONGEST).flatMap(([name, longest]) =>
      checkLength(set[name as keyof typeof LONGEST] ?? '', `/${name}`, longest),
    ),
    ...checkId(set.id, '/id'),
    ...checkCount(competencies, '/competencies', MOST_COMPETENCIES),
    ...competencies.flatMap(({ id, title, rules, source }, index) => {
      const at = `/competencies/${index}`;
      return [
        ...checkId(id, `${at}/id`),
        ...checkLength(title, `${at}/title`, LONGEST_TITLE),
        ...checkLength(source?.address ?? '', `${at}/source/address`, LONGEST.source),
        ...checkLength(source?.edition ?? '', `${at}/source/edition`, LONGEST.edition),
        ...checkCount(rules, `${at}/rules`, MOST_RULES),
        ...rules.flatMap((rule, nth) => checkRuleSize(rule, `${at}/rules/${nth}`)),
      ];
    }),
  ];
}

function checkRuleSize(rule: Rule, at: string): Refused[] {
  const held = rule.kind === 'base-specialty' ? rule.specialties : [];
  return [
    ...checkCount(held, `${at}/specialties`, MOST_RULES),
    ...held.flatMap((one, index) => checkLength(one, `${at}/specialties/${index}`, LONGEST_SPECIALTY)),
    ...checkCount(leavesOf(rule), at, MOST_RULES),
    ...leavesOf(rule).flatMap(({ rule: leaf, pointer }) =>
      leaf.kind === 'certificate'
        ? [
            ...checkId(leaf.certificateId, `${at}${pointer}/certificateId`),
            ...checkLength(leaf.title, `${at}${pointer}/title`, LONGEST_TITLE),
          ]
        : [],
    ),
  ];
}

function checkLength(text: string, at: string, longest: number): Refused[] {
  return [...text].length > longest ? [refused('requirement/text-too-long', at, { longest })] : [];
}

/** An empty one is told as missing elsewhere. */
function checkId(id: string, at: string): Refused[] {
  if (id.trim() === '' || (id.length <= LONGEST_ID && ID.test(id))) return [];
  return [refused('requirement/id-form', at, { longest: LONGEST_ID })];
}

function checkCount(list: readonly unknown[], at: string, most: number): Refused[] {
  return list.length > most ? [refused('requirement/too-many', at, { most })] : [];
}

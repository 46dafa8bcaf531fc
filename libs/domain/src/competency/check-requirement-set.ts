import { isCivilDate } from '../calendar';
import { refused } from '../refusal';
import type { Refused } from '../refusal';
import { checkAsksEverybody, checkCompetencies } from './check-competencies';
import { checkText } from './check-rule';
import { checkSetSize } from './check-set-size';
import { checkSetForm } from './requirement-form';
import type { Competency, RequirementSet } from './requirement-set';
import { leavesOf } from './rule-parts';

/** The ids that rules may name; a catalogue is one. */
export interface CatalogueIds {
  readonly items: readonly { readonly id: string }[];
  readonly groups: readonly { readonly id: string }[];
}

/** Longest head of a dashboard column, in characters. */
const longestShortTitle = 16;

/**
 * Everything that keeps a set from being published, with JSON pointers into it; an empty list means it may be. The set
 * may come from what was stored: where its form is wrong, only that is told.
 * An unverified set is no error (`standingOf` tells it): it may be drafted and looked at, it only does not bind.
 * Codes besides those of `checkSetForm`, `checkSetSize` and `checkCompetencies`: `requirement/text-missing`,
 * `requirement/version-impossible`, `requirement/date-impossible`, `requirement/verification-incomplete`,
 * `requirement/example-verified`, `requirement/demonstration-otherwise`, `requirement/competencies-missing`, `requirement/short-title-length`,
 * `requirement/asks-nothing`, `requirement/item-unknown`, `requirement/group-unknown`.
 */
export function checkRequirementSet(set: RequirementSet, catalogue: CatalogueIds): readonly Refused[] {
  const malformed = checkSetForm(set, '');
  if (malformed.length > 0) return malformed;
  const known: KnownIds = {
    items: new Set(catalogue.items.map((item) => item.id)),
    groups: new Set(catalogue.groups.map((group) => group.id)),
  };
  return [
    ...checkHead(set),
    ...checkVerification(set),
    ...checkSetSize(set),
    ...(set.competencies.length === 0 ? [refused('requirement/competencies-missing', '/competencies')] : []),
    ...set.competencies.flatMap((competency, index) =>
      checkWords(competency, known, `/competencies/${index}`),
    ),
    ...checkCompetencies(set.competencies),
  ];
}

interface KnownIds {
  readonly items: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

type Scope = Competency['about'];

function checkHead(set: RequirementSet): Refused[] {
  return [
    ...(['id', 'title', 'source', 'edition'] as const).flatMap((name) => checkText(set[name], `/${name}`)),
    ...(Number.isSafeInteger(set.version) && set.version >= 1
      ? []
      : [refused('requirement/version-impossible', '/version')]),
    ...(set.cohort === undefined ? [] : checkText(set.cohort, '/cohort')),
    ...checkDate(set.effectiveOn, '/effectiveOn'),
  ];
}

function checkVerification(set: RequirementSet): Refused[] {
  const { verifiedBy, verifiedOn, verifiedAgainst = null, example, demonstration = false } = set;
  const otherwise =
    demonstration && example ? [refused('requirement/demonstration-otherwise', '/demonstration')] : [];
  if (verifiedBy === null && verifiedOn === null && verifiedAgainst === null) return otherwise;
  const missing = Object.entries({ verifiedBy, verifiedOn, verifiedAgainst }).filter(
    ([, said]) => said === null,
  );
  if (verifiedBy === null || verifiedOn === null || verifiedAgainst === null)
    return missing.map(([name]) => refused('requirement/verification-incomplete', `/${name}`));
  return [
    ...(example ? [refused('requirement/example-verified', '/example')] : []),
    ...(demonstration ? [refused('requirement/demonstration-otherwise', '/demonstration')] : []),
    ...checkText(verifiedBy, '/verifiedBy'),
    ...checkDate(verifiedOn, '/verifiedOn'),
    ...checkText(verifiedAgainst, '/verifiedAgainst'),
  ];
}

function checkDate(day: string, at: string): Refused[] {
  return isCivilDate(day) ? [] : [refused('requirement/date-impossible', at)];
}

/** The texts of a competency and whether the catalogue has what it names. */
function checkWords(competency: Competency, known: KnownIds, at: string): Refused[] {
  const { about, rules, shortTitle, source } = competency;
  return [
    ...(['id', 'title', 'shortTitle'] as const).flatMap((name) =>
      checkText(competency[name], `${at}/${name}`),
    ),
    ...(shortTitle.length > longestShortTitle
      ? [refused('requirement/short-title-length', `${at}/shortTitle`, { longest: longestShortTitle })]
      : []),
    ...checkAsksEverybody(rules, `${at}/rules`),
    ...(['address', 'edition'] as const).flatMap((name) =>
      source === undefined ? [] : checkText(source[name], `${at}/source/${name}`),
    ),
    ...checkScope(about, known, `${at}/about`),
    ...rules.flatMap((rule, index) =>
      leavesOf(rule).flatMap(({ rule: leaf, pointer }) =>
        'filter' in leaf ? checkScope(leaf.filter, known, `${at}/rules/${index}${pointer}/filter`) : [],
      ),
    ),
  ];
}

function checkScope({ items = [], groups = [] }: Scope, known: KnownIds, at: string): Refused[] {
  return [
    ...items.flatMap((id, index) =>
      known.items.has(id) ? [] : [refused('requirement/item-unknown', `${at}/items/${index}`, { id })],
    ),
    ...groups.flatMap((id, index) =>
      known.groups.has(id) ? [] : [refused('requirement/group-unknown', `${at}/groups/${index}`, { id })],
    ),
  ];
}

import { refused } from '../refusal';
import type { Refused } from '../refusal';
import { checkRule, checkText, checkWindow } from './check-rule';
import { isCivilDate } from '../calendar';
import { checkPrerequisites } from './prerequisites';
import type { Competency, RequirementSet } from './requirement-set';

/** The ids that rules may name; a catalogue is one. */
export interface CatalogueIds {
  readonly items: readonly { readonly id: string }[];
  readonly groups: readonly { readonly id: string }[];
}

/** Longest head of a dashboard column, in characters. */
const longestShortTitle = 16;

/**
 * Everything that keeps a set from being published, with JSON pointers into it; an empty list means it may be.
 * An unverified set is no error (`standingOf` tells it): it may be drafted and looked at, it only does not bind.
 * Codes besides those of the rules: `requirement/text-missing`, `requirement/version-impossible`,
 * `requirement/date-impossible`, `requirement/verification-incomplete`, `requirement/example-verified`,
 * `requirement/competencies-missing`, `requirement/competency-twice`, `requirement/short-title-length`,
 * `requirement/rules-missing`, `requirement/about-empty`, `requirement/list-empty`, `requirement/item-unknown`,
 * `requirement/group-unknown`.
 */
export function checkRequirementSet(set: RequirementSet, catalogue: CatalogueIds): readonly Refused[] {
  const known: KnownIds = {
    items: new Set(catalogue.items.map((item) => item.id)),
    groups: new Set(catalogue.groups.map((group) => group.id)),
  };
  return [
    ...checkHead(set),
    ...checkVerification(set),
    ...checkIds(set.competencies),
    ...set.competencies.flatMap((competency, index) =>
      checkCompetency(competency, known, `/competencies/${index}`),
    ),
    ...checkPrerequisites(set.competencies),
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
    ...checkDate(set.effectiveOn, '/effectiveOn'),
  ];
}

function checkVerification({ verifiedBy, verifiedOn, example }: RequirementSet): Refused[] {
  if (verifiedBy === null && verifiedOn === null) return [];
  if (verifiedBy === null) return [refused('requirement/verification-incomplete', '/verifiedBy')];
  if (verifiedOn === null) return [refused('requirement/verification-incomplete', '/verifiedOn')];
  return [
    ...(example ? [refused('requirement/example-verified', '/example')] : []),
    ...checkText(verifiedBy, '/verifiedBy'),
    ...checkDate(verifiedOn, '/verifiedOn'),
  ];
}

function checkDate(day: string, at: string): Refused[] {
  return isCivilDate(day) ? [] : [refused('requirement/date-impossible', at)];
}

function checkIds(competencies: readonly Competency[]): Refused[] {
  if (competencies.length === 0) return [refused('requirement/competencies-missing', '/competencies')];
  const seen = new Set<string>();
  return competencies.flatMap(({ id }, index) => {
    if (seen.has(id)) return [refused('requirement/competency-twice', `/competencies/${index}/id`)];
    seen.add(id);
    return [];
  });
}

function checkCompetency(competency: Competency, known: KnownIds, at: string): Refused[] {
  const { about, rules, shortTitle } = competency;
  return [
    ...(['id', 'title', 'shortTitle'] as const).flatMap((name) =>
      checkText(competency[name], `${at}/${name}`),
    ),
    ...(shortTitle.length > longestShortTitle
      ? [refused('requirement/short-title-length', `${at}/shortTitle`, { longest: longestShortTitle })]
      : []),
    ...(about.items === undefined && about.groups === undefined
      ? [refused('requirement/about-empty', `${at}/about`)]
      : []),
    ...(['items', 'groups'] as const)
      .filter((name) => about[name]?.length === 0)
      .map((name) => refused('requirement/list-empty', `${at}/about/${name}`)),
    ...checkScope(about, known, `${at}/about`),
    ...(rules.length === 0 ? [refused('requirement/rules-missing', `${at}/rules`)] : []),
    ...rules.flatMap((rule, index) => [
      ...checkRule(rule, `${at}/rules/${index}`),
      ...('filter' in rule ? checkScope(rule.filter, known, `${at}/rules/${index}/filter`) : []),
    ]),
    ...checkWindow(competency.lapseMonths, `${at}/lapseMonths`),
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

import {
  sourcedFacts,
  type Competency,
  type FactFilter,
  type LeafRule,
  type RequirementFile,
  type Rule,
} from '@countersign/domain/competency';

/* What an editor does to a set: each answers a new one, so that what was before can be taken back. */

/** The set of a file that is edited; what is no draft's own, such as who verified it, is not in it. */
export type EditedSet = RequirementFile;

/** Kinds of rule as somebody adds them, each with its name on a button. */
export const ruleKindNames: Readonly<Record<Rule['kind'], string>> = {
  count: 'number',
  distinct: 'different ones',
  'rating-last-n': 'newest',
  'rating-share': 'share of successes',
  recency: 'recency',
  'other-competency': 'other competency',
  certificate: 'certificate',
  'any-of': 'any of',
  'base-specialty': 'base specialty',
};

/** Kinds that may stand in another rule. */
export const leafKinds: readonly LeafRule['kind'][] = [
  ...(['count', 'distinct', 'rating-last-n', 'rating-share', 'recency'] as const),
  ...(['other-competency', 'certificate'] as const),
];

/** What a new rule is about, and which competencies it may name. */
export interface RuleSurroundings {
  readonly about: Competency['about'];
  readonly others: readonly { readonly id: string; readonly title: string }[];
}

/** A rule of a kind with numbers to be looked at; none is an accreditor's. */
export function newRule(kind: Rule['kind'], around: RuleSurroundings): Rule {
  const leaf = (of: LeafRule['kind']) => newRule(of, around) as LeafRule;
  if (kind === 'any-of') return { kind, need: 1, rules: [leaf('certificate'), leaf('count')] };
  if (kind === 'base-specialty') return { kind, specialties: [''], listed: leaf('count') };
  if (kind === 'certificate') return { kind, certificateId: 'certificate', title: '' };
  if (kind === 'other-competency') return { kind, competencyId: around.others[0]?.id ?? '', standing: 'met' };
  const filter: FactFilter = { ...around.about };
  switch (kind) {
    case 'count':
      return { kind, filter: { ...filter, roles: ['performed'] }, per: 'session', need: 10 };
    case 'distinct':
      return { kind, filter, of: 'supervisor', need: 2 };
    case 'rating-last-n':
      return { kind, filter, n: 5, minHelp: 4 };
    case 'rating-share':
      return { kind, filter, of: 'newest', n: 10, percent: 80, minHelp: 4 };
    case 'recency':
      return { kind, filter, windowMonths: 12, need: 3 };
  }
}

/** The id of a certificate as its title makes it: lower-case words joined by hyphens. */
export function idFrom(title: string, otherwise: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, 64).replace(/-$/, '') ?? otherwise;
}

/** A competency to be filled in, under an id that the set does not have. */
export function newCompetency({ competencies }: EditedSet): Competency {
  const taken = new Set(competencies.map(({ id }) => id));
  let nth = competencies.length + 1;
  while (taken.has(`competency-${nth}`)) nth += 1;
  return {
    ...{ id: `competency-${nth}`, title: '', shortTitle: '', about: {} },
    ...{ rules: [], highRisk: false },
  };
}

/** With one of a list in another form. */
export function withAt<T>(list: readonly T[], at: number, one: T): readonly T[] {
  return list.map((old, index) => (index === at ? one : old));
}

/** Without one of a list. */
export function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, index) => index !== at);
}

/** With one of a list moved to another place; the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return list;
  const left = without(list, from);
  return [...left.slice(0, to), one, ...left.slice(to)];
}

/** With a competency changed. */
export function withCompetency(set: EditedSet, at: number, change: Partial<Competency>): EditedSet {
  const competency = set.competencies[at];
  if (competency === undefined) return set;
  const changed = { ...competency, ...change };
  return { ...set, competencies: withAt(set.competencies, at, given(changed)) };
}

/** Without keys that were taken out by leaving them undefined: a file has no empty places. */
export function given<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/**
 * A published set as the draft of the next version. An example becomes a set of one's own: nobody could ever verify it.
 */
export function nextOf(file: EditedSet): EditedSet {
  return { ...file, example: false };
}

/** With the competency of a published number at its end, unless it has it already. */
export function withSourced(set: EditedSet, factId: string | undefined): EditedSet {
  const competency = sourcedFacts.find(({ id }) => id === factId)?.competency;
  if (!competency || set.competencies.some(({ id }) => id === competency.id)) return set;
  return { ...set, competencies: [...set.competencies, competency] };
}

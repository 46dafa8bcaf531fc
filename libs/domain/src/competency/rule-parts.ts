import type { AskedRule, BaseSpecialtyRule, LeafRule, Rule } from './requirement-set';

/** A rule that holds no other, with the JSON pointer at which it stands below the rule that was asked about. */
export interface Leaf {
  readonly rule: LeafRule;
  /** Empty for the rule itself. */
  readonly pointer: string;
}

/** Every rule in a rule that holds no other, in their order; of a rule that holds none the rule itself. */
export function leavesOf(rule: Rule): readonly Leaf[] {
  switch (rule.kind) {
    case 'any-of':
      return rule.rules.map((part, index) => ({ rule: part, pointer: `/rules/${index}` }));
    case 'base-specialty':
      return branches.flatMap((branch) => {
        const asked = rule[branch];
        if (asked === undefined) return [];
        return leavesOf(asked).map((leaf) => ({ ...leaf, pointer: `/${branch}${leaf.pointer}` }));
      });
    default:
      return [{ rule, pointer: '' }];
  }
}

const branches = ['listed', 'others'] as const;

/** Of which fellows a rule about the base specialty asks: those that it lists, the others, or nobody can tell. */
export type AskedBranch = (typeof branches)[number] | 'unknown';

/** Under which branch of a rule a fellow falls; null or nothing but space: the base specialty was not recorded. */
export function branchFor({ specialties }: BaseSpecialtyRule, baseSpecialty: string | null): AskedBranch {
  const own = plain(baseSpecialty ?? '');
  if (own === '') return 'unknown';
  return specialties.some((one) => plain(one) === own) ? 'listed' : 'others';
}

/** The rule that is asked of a fellow; null where nothing is, or nobody can tell. */
export function askedOf(rule: Rule, baseSpecialty: string | null): AskedRule | null {
  if (rule.kind !== 'base-specialty') return rule;
  const branch = branchFor(rule, baseSpecialty);
  return branch === 'unknown' ? null : (rule[branch] ?? null);
}

/** Whether which facts a rule counts depends on how they were rated. */
export function restsOnRatings(rule: Rule): boolean {
  return leavesOf(rule).some(
    ({ rule: leaf }) =>
      leaf.kind === 'rating-last-n' ||
      leaf.kind === 'rating-share' ||
      ('filter' in leaf && leaf.filter.minHelp !== undefined),
  );
}

/** A specialty as it is compared. */
function plain(specialty: string): string {
  return specialty.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

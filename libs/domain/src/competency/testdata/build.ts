import { assess } from '../assess';
import type { RuleOutcome } from '../assessment';
import type { Competency, CountRule, RequirementSet, Rule } from '../requirement-set';
import type { Fact, FactFilter } from '../fact';

/** An approved lumbar transforaminal epidural as performer, unless a test says otherwise. */
export function fact(id: string, change: Partial<Fact> = {}): Fact {
  return {
    id,
    entryId: `entry-${id}`,
    itemId: 'esi-tf-lumbar',
    group: 'epidural',
    kind: 'procedure',
    performedOn: '2026-06-01',
    role: 'performed',
    supervision: 'direct',
    help: 4,
    scope: change.help === null ? null : 'each',
    supervisorId: 'sup-a',
    siteId: 'main',
    status: 'approved',
    simulation: false,
    painCategory: 'chronic-non-cancer',
    setting: 'clinic',
    outcome: 'success',
    techniques: [],
    diagnosisGroup: 'radicular',
    diagnosisId: null,
    ageBand: null,
    guidance: 'fluoroscopy',
    region: 'lumbar',
    choices: [],
    levels: 1,
    ...change,
  };
}

/** The filter that {@link fact} passes. */
export const lumbar = { items: ['esi-tf-lumbar'] } as const;

/** One session of what {@link fact} makes. */
export const oneSession: Rule = { kind: 'count', filter: lumbar, per: 'session', need: 1 };

/** Two sessions of what passes the filter, unless a test says otherwise. */
export function count(filter: FactFilter, change: Partial<CountRule> = {}): CountRule {
  return { kind: 'count', filter, per: 'session', need: 2, ...change };
}

/** A competency about what {@link fact} makes, with one rule unless a test says otherwise. */
export function competency(id: string, change: Partial<Competency> = {}): Competency {
  return { id, title: id, shortTitle: id, about: lumbar, rules: [oneSession], highRisk: false, ...change };
}

/** A verified set of these competencies. */
export function requirementSet(
  competencies: readonly Competency[],
  change: Partial<RequirementSet> = {},
): RequirementSet {
  return {
    id: 'set',
    title: 'Set',
    version: 3,
    source: 'A program',
    edition: '2026',
    effectiveOn: '2026-07-01',
    verifiedBy: 'director-1',
    verifiedOn: '2026-06-15',
    verifiedAgainst: 'Program requirements, July 2026',
    example: false,
    competencies,
    ...change,
  };
}

/** What `assess` says of the only rule of a set. */
export function explained(rule: Rule, facts: readonly Fact[], asOf: string): RuleOutcome {
  const set = requirementSet([competency('x', { rules: [rule] })]);
  const [outcome] = assess(set, facts, { asOf, baseSpecialty: null }).competencies.flatMap(
    ({ rules }) => rules,
  );
  if (outcome === undefined) throw new Error('assess answers one outcome per rule');
  return outcome;
}

import { isAbout, stateCounts } from './fact';
import type { Fact } from './fact';
import type { CompetencyAssessment } from './assessment';
import { volumeOutcome } from './joined-rules';
import type { Competency, RequirementSet } from './requirement-set';

/** Care without a procedure that a training in pain medicine is made of. */
export const careKinds = ['acute', 'chronic', 'cancer', 'physical-therapy', 'psychology', 'team'] as const;
/** One of {@link careKinds}. */
export type CareKind = (typeof careKinds)[number];

/** Which experiences of the catalogue belong to each kind: our own grouping, for review like the catalogue itself. */
const careItems: Readonly<Record<CareKind, readonly string[]>> = {
  acute: ['exp-acute', 'exp-acute-followup'],
  chronic: [
    'exp-new-chronic-outpatient',
    'exp-continuity',
    'exp-inpatient-chronic',
    'exp-inpatient-followup',
  ],
  cancer: ['exp-cancer', 'exp-palliative'],
  'physical-therapy': ['exp-rehab-plan', 'exp-pt-session', 'exp-physical-modality', 'exp-pmp'],
  psychology: ['exp-psych-history', 'exp-mental-status', 'exp-psychological-therapy'],
  team: ['exp-mdt'],
};

/** How much of one kind of care a fellow has, and the aim where the requirements have one. */
export interface CareCount {
  readonly kind: CareKind;
  /** Entries that count; where there is an aim, as its rule counts them. */
  readonly count: number;
  readonly aim: number | null;
  /** The competency that sets the aim. */
  readonly competencyId: string | null;
}

/**
 * The care of a fellow, kind by kind. An aim is the first count that is asked of a competency that is about experiences of this kind
 * and nothing else; the number beside it is then that rule's own, with its window. Without one every approved entry in
 * patients with such an experience counts.
 */
export function careCounts(
  set: RequirementSet,
  facts: readonly Fact[],
  assessed: readonly CompetencyAssessment[],
): CareCount[] {
  return careKinds.map((kind) => {
    const items = careItems[kind];
    const place = set.competencies.findIndex((competency) => isOnlyAbout(competency, items));
    const competency = set.competencies[place];
    const outcome = volumeOutcome(assessed[place]?.rules ?? []);
    if (competency !== undefined && outcome !== undefined)
      return { kind, count: outcome.value, aim: outcome.need, competencyId: competency.id };
    const own = facts.filter((fact) => isMixed(fact) && isAbout(fact, { items }));
    return { kind, count: entriesIn(own), aim: null, competencyId: null };
  });
}

/** Approved entries in patients by a field of their facts; what was not recorded is under null, and nothing is left out. */
export function entriesBy<F extends Fact, Value>(
  facts: readonly F[],
  of: (fact: F) => Value,
): ReadonlyMap<Value, number> {
  const entries = new Map<Value, Set<string>>();
  for (const fact of facts.filter(isMixed)) {
    const value = of(fact);
    const known = entries.get(value);
    if (known) known.add(fact.entryId);
    else entries.set(value, new Set([fact.entryId]));
  }
  return new Map([...entries].map(([value, ids]) => [value, ids.size]));
}

/** Approved entries that were no patients. */
export function simulatedEntries(facts: readonly Fact[]): number {
  return entriesIn(facts.filter(({ simulation, status }) => simulation && stateCounts(status)));
}

function isMixed({ simulation, status }: Fact): boolean {
  return !simulation && stateCounts(status);
}

function isOnlyAbout({ about }: Competency, items: readonly string[]): boolean {
  const { items: own = [], groups = [] } = about;
  return groups.length === 0 && own.length > 0 && own.every((id) => items.includes(id));
}

function entriesIn(facts: readonly Fact[]): number {
  return new Set(facts.map(({ entryId }) => entryId)).size;
}

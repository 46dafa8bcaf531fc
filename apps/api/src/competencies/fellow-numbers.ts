import type { CatalogueGroup } from '@countersign/domain/catalogue';
import {
  assess,
  stateCounts,
  type Competency,
  type CompetencyAssessment,
} from '@countersign/domain/competency';
import type { CompetenceView } from '@countersign/contracts/competencies/views';
import { competenceLight } from './competence-light';
import type { ProgramFact } from './program-facts';
import type { Standing } from './standings';

/** How many count, how many wait, and how many there are to be. */
export interface Volume {
  readonly approved: number;
  readonly waiting: number;
  readonly need: number;
}

/** A fellow's two lights in one competency, with the rules behind them. */
export interface CompetencyNumbers {
  readonly competency: Competency;
  readonly assessed: CompetencyAssessment;
  readonly volume: Volume;
  readonly competence: CompetenceView;
}

/** The numbers of a fellow in every competency, in the order of the requirement set. */
export function competencyNumbers(standing: Standing): readonly CompetencyNumbers[] {
  const { set, facts, asOfOn, held } = standing;
  const { competencies } = assess(set, facts, { asOf: asOfOn, signOffs: held });
  return set.competencies.map((competency, position) => {
    const assessed = competencies[position];
    if (!assessed) throw new Error('assess answers one result per competency');
    const competence = competenceLight(competency.about, standing);
    return { competency, assessed, volume: volumeOf(assessed), competence };
  });
}

/** The volume that a dashboard shows: the first count rule of a competency. */
function volumeOf({ rules }: CompetencyAssessment): Volume {
  const outcome = rules.find(({ rule }) => rule.kind === 'count') ?? rules[0];
  return { approved: outcome?.value ?? 0, waiting: outcome?.waitingValue ?? 0, need: outcome?.need ?? 1 };
}

/** The target of that rule; 1 where there is no number to reach. */
export function needOf({ rules }: Competency): number {
  const count = rules.find((rule) => rule.kind === 'count');
  return count?.kind === 'count' ? count.need : 1;
}

/**
 * A catalogue group with the procedures of a fellow that count, and that wait, and in how many entries they are, which is
 * how many lines the number opens to; simulation is counted apart.
 */
export interface GroupNumbers {
  readonly group: CatalogueGroup;
  readonly approved: number;
  readonly approvedEntries: number;
  readonly waiting: number;
  readonly waitingEntries: number;
}

/** The numbers of a fellow in every group of the program's edition, in its order. */
export function groupNumbers({
  facts,
  catalogue: { catalogue },
}: Pick<Standing, 'facts' | 'catalogue'>): readonly GroupNumbers[] {
  return catalogue.groups.map((group) => {
    const own = facts.filter((fact) => fact.group === group.id && !fact.simulation);
    const approved = own.filter((fact) => stateCounts(fact.status));
    const waiting = own.filter((fact) => fact.status === 'submitted');
    return {
      group,
      ...{ approved: approved.length, approvedEntries: entriesIn(approved) },
      ...{ waiting: waiting.length, waitingEntries: entriesIn(waiting) },
    };
  });
}

function entriesIn(facts: readonly ProgramFact[]): number {
  return new Set(facts.map(({ entryId }) => entryId)).size;
}

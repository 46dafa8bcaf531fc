import { stateCounts } from '@countersign/domain/competency';
import type { ProgramFact } from './program-facts';

/** Procedures of a group that count, and that wait; simulation is counted apart. */
export function groupCount(
  facts: readonly ProgramFact[],
  groupId: string,
): { approved: number; waiting: number } {
  const own = facts.filter((fact) => fact.group === groupId && !fact.simulation);
  return {
    approved: own.filter((fact) => stateCounts(fact.status)).length,
    waiting: own.filter((fact) => fact.status === 'submitted').length,
  };
}

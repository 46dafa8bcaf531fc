/* What sites and supervisors gave, made again from facts. */
import { approved, entriesIn, groupedBy } from './facts.mjs';

/** @typedef {import('./facts.mjs').Fact} Fact */

/**
 * @param {(what: string, shown: unknown, made: unknown) => void} same
 * @param {readonly Fact[]} facts
 * @param {any} shown
 */
export function yieldOf(same, facts, { fromOn, toOn, sites, supervisors }) {
  const inSpan = facts.filter(({ on }) => on >= fromOn && on <= toOn);
  const inPatients = inSpan.filter((fact) => approved(fact) && !fact.simulation);
  /** @type {[any[], (fact: Fact) => string][]} */
  const parts = [
    [sites, ({ siteId }) => siteId],
    [supervisors, ({ supervisorId }) => supervisorId],
  ];
  for (const [lines, sourceOf] of parts) {
    const giving = new Set(inPatients.map(sourceOf)).size;
    for (const line of lines) {
      const own = inSpan.filter((fact) => sourceOf(fact) === line.source.id);
      const done = own.filter((fact) => approved(fact) && !fact.simulation);
      const procedures = done.filter(({ kind }) => kind === 'procedure');
      same(
        `yield of ${line.source.name}`,
        [line.entries, line.waiting, line.fellows, line.procedures, line.simulations],
        [
          entriesIn(done),
          entriesIn(own.filter(({ state, simulation }) => state === 'submitted' && !simulation)),
          new Set(done.map(({ fellowId }) => fellowId)).size,
          procedures.length,
          entriesIn(own.filter((fact) => approved(fact) && fact.simulation)),
        ],
      );
      same(
        `how procedures with ${line.source.name} went`,
        [line.firstOperator, line.endedOtherwise],
        [
          procedures.filter(({ role }) => role === 'performed' || role === 'taught').length,
          procedures.filter(({ outcome }) => outcome !== undefined && outcome !== 'success').length,
        ],
      );
      const byGroup = groupedBy(done, ({ group }) => group);
      same(`groups of ${line.source.name}`, line.groups.length, byGroup.size);
      for (const { group, entries, isMostlyHere } of line.groups) {
        const here = entriesIn(byGroup.get(group) ?? []);
        const all = entriesIn(inPatients.filter((fact) => fact.group === group));
        const isMost = giving > 1 && all >= 10 && here >= all / 2;
        same(`${group} of ${line.source.name}`, [entries, isMostlyHere], [here, isMost]);
      }
    }
  }
}

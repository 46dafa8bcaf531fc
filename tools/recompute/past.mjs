/* The map as of a past day: what was done by then, as it is decided today. */
import { approved, entriesIn } from './facts.mjs';
import { groupsOf } from './fellows.mjs';
import { cellOf, columnsOf } from './program.mjs';

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */

/** @param {Same} same @param {{ board: any, knowns: readonly Known[] }} about fellows as they stood, from facts up to that day */
export function pastMap(same, { board, knowns }) {
  columnsOf({ same, knowns }, board);
  for (const row of board.fellows) {
    const known = knowns.find(({ fellowId }) => fellowId === row.fellow.id);
    if (!known) throw new Error(`${row.fellow.name} is known`);
    const name = `${row.fellow.name} on ${board.asOfOn}`;
    const sent = (/** @type {string} */ state) => entriesIn(known.own.filter((fact) => fact.state === state));
    same(
      `${name}, entries`,
      [row.approved, row.waiting, row.returned],
      [entriesIn(known.own.filter(approved)), sent('submitted'), sent('returned')],
    );
    groupsOf(same, name, { groups: row.groups, known });
    same(`${name}, competencies`, row.competencies.length, known.cells.length);
    for (const cell of row.competencies) {
      const made = known.cells.find(({ competency }) => competency.id === cell.competencyId);
      if (made) cellOf(same, `${name}, ${cell.competencyId}`, { cell, made });
    }
  }
}

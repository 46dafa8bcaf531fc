/* What supervisors and the coordinator are shown: the own ratings, what waits for them, and the director’s pages again. */
import { approved, groupedBy } from './facts.mjs';
import { modelOf, noteOf } from './raters.mjs';

/** @typedef {import('./facts.mjs').Fact} Fact */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */
/** @typedef {(path: string) => Promise<any>} Ask */

/**
 * @typedef {object} Given
 * @property {Same} same
 * @property {(sql: string) => any[]} all rows of the program
 * @property {readonly Fact[]} facts
 * @property {import('./raters.mjs').Ratings} ratings
 */

/**
 * @param {Given} given
 * @param {{ id: string, name: string }} person
 * @param {Ask} ask as that person
 */
export async function supervisorOf({ same, all, facts, ratings }, { id, name }, ask) {
  const { model, note } = await ask('/own-ratings');
  noteOf(same, `${name}, own note`, { shown: note, id, ratings, fitted: modelOf(same, ratings, model) });
  const queue = await ask('/review-queue');
  const waiting = all(
    "SELECT supervisorId, assignedId FROM entry WHERE programId = ? AND state IN ('submitted', 'amended')",
  ).filter((one) => (one.assignedId ?? one.supervisorId) === id);
  same(`waits for ${name}`, queue.total, waiting.length);
  for (const { fellowId, itemId, roles, outcomes } of queue.earlier) {
    const own = facts.filter(
      (fact) => fact.fellowId === fellowId && fact.itemId === itemId && approved(fact) && !fact.simulation,
    );
    const where = `${name}, earlier ${itemId} of ${fellowId}`;
    sameCounts(
      same,
      `${where}, roles`,
      roles.map(pairOf('role')),
      own.map(({ role }) => role),
    );
    sameCounts(
      same,
      `${where}, outcomes`,
      outcomes.map(pairOf('outcome')),
      own.map(({ outcome }) => outcome),
    );
  }
}

/** @param {string} key @returns {(one: any) => [string, number]} */
const pairOf = (key) => (one) => [one[key], one.cases];

/** @param {Same} same @param {string} what @param {[string, number][]} shown @param {(string | undefined)[]} made */
function sameCounts(same, what, shown, made) {
  const counted = [
    ...groupedBy(
      made.flatMap((one) => one ?? []),
      (one) => one,
    ),
  ];
  same(what, shown.toSorted(), counted.map(([key, some]) => [key, some.length]).sort());
}

/** What a coordinator may know of a light. @param {any} light */
const withoutRatings = ({ state, n, target }) => ({ state, n, target });

/**
 * The coordinator’s pages hold the director’s numbers, without what rests on single ratings.
 * @param {Same} same @param {Ask} director @param {Ask} coordinator
 */
export async function coordinatorOf(same, director, coordinator) {
  for (const path of ['/yield', '/forecast-calibration'])
    same(`${path} of the coordinator`, await coordinator(path), await director(path));
  const [own, others] = [await coordinator('/dashboard'), await director('/dashboard')];
  own.fellows.forEach((/** @type {any} */ row, /** @type {number} */ k) => {
    const shown = others.fellows[k];
    const cells = shown.competencies.map((/** @type {any} */ cell) => ({
      ...cell,
      competence: sorted(withoutRatings(cell.competence)),
    }));
    const made = row.competencies.map((/** @type {any} */ cell) => ({
      ...cell,
      competence: sorted(cell.competence),
    }));
    same(
      `${row.fellow.name}, row of the coordinator`,
      { ...row, competencies: made },
      { ...shown, competencies: cells },
    );
  });
  const [list, whole] = [await coordinator('/attention'), await director('/attention')];
  const figures = (/** @type {any} */ { lines, expectedFalse, forecasts }) => ({
    lines: lines.map((/** @type {any} */ line) => [
      line.fellow.id,
      line.concerns.map((/** @type {any} */ { reason, basis, value, competencyId }) => [
        ...[reason, basis, value, competencyId],
      ]),
    ]),
    ...{ expectedFalse, forecasts },
  });
  same('the attention list of the coordinator', figures(list), figures(whole));
}

/** @param {Record<string, unknown>} parts */
const sorted = (parts) => Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1));

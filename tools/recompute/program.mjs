/*
 * Numbers of the director's pages made again from the rows of the tables: the program, the case mix and the raters.
 */
import { approved, careItems, entriesIn, groupedBy, instant, isAbout } from './facts.mjs';
import { groupsOf, sameParts } from './fellows.mjs';
import { attentionOf, concernsIn } from './attention.mjs';
import { calibrationOf, recordOf } from './calibration.mjs';
import { committeeOf } from './committee.mjs';
import { classOf } from './pages.mjs';
import { ratersOf } from './raters.mjs';
import { medianWait } from './ratings.mjs';
import { yieldOf } from './yield.mjs';

const DAY = 86_400_000;
const WINDOW = 90 * DAY;
const SLOW_DAYS = 14;

/** @typedef {import('./facts.mjs').Fact} Fact */
/** @param {number} days */
const inTenths = (days) => Math.round(days * 10) / 10;

/**
 * @typedef {object} Given
 * @property {(what: string, shown: unknown, made: unknown, within?: number) => void} same
 * @property {(sql: string) => any[]} all rows of the program
 * @property {readonly Fact[]} facts
 * @property {readonly import('./known.mjs').Known[]} knowns of the fellows
 */

/** @typedef {{ personId: string | null, time: number, over: boolean }} Wait */

/** Holds all of it, and tells what pages make of it. @param {Given & { ask: (path: string) => Promise<any> }} given */
export async function programNumbers({ ask, ...given }) {
  const board = await ask('/dashboard');
  const mix = await ask('/case-mix');
  const raters = await ask('/raters');
  const entries = given.all('SELECT * FROM entry WHERE programId = ?');
  for (const row of board.fellows) {
    const known = given.knowns.find(({ fellowId }) => fellowId === row.fellow.id);
    if (!known) throw new Error(`${row.fellow.name} is known`);
    fellowRow(given, { row, known, entries });
    const shown = mix.fellows.find((/** @type {any} */ one) => one.fellow.id === row.fellow.id);
    mixOf(given, { shown, known });
  }
  columnsOf(given, board);
  chartsOf(given, await ask('/chart-settings'));
  const waits = waitsOf(given, entries, board.asOf);
  approvalsOf(given, { board, ...waits });
  delays(given, 'deciding', { shown: mix.deciding, made: [...waits.decided, ...waits.waiting] });
  const fellowIds = new Set(board.fellows.map((/** @type {any} */ row) => row.fellow.id));
  const logged = entries
    .filter(
      ({ fellowId, firstSubmittedAt }) =>
        fellowIds.has(fellowId) &&
        firstSubmittedAt !== null &&
        instant(firstSubmittedAt) >= board.asOf - WINDOW,
    )
    .map(({ fellowId, firstSubmittedAt, performedOn }) => ({
      personId: fellowId,
      time: Math.max(0, Math.floor((instant(firstSubmittedAt) - Date.parse(performedOn)) / DAY)),
      over: true,
    }));
  delays(given, 'logging', { shown: mix.logging, made: logged });
  ratersOf(given.same, given.facts, raters);
  const shownAs = yieldOf(given, await ask('/yield'));
  calibrationOf(given, await ask('/forecast-calibration'));
  const [last] = given.all('SELECT * FROM forecast_made WHERE programId = ? ORDER BY madeOn DESC');
  const concerns = concernsIn(given, board.asOf, board.asOfOn);
  attentionOf(given, { shown: await ask('/attention'), concerns });
  for (const known of given.knowns) {
    const shown = await ask(`/fellows/${known.fellowId}/committee`);
    recordOf(given.same, shown.forecastRecord, last);
    committeeOf(given, { shown, known, concerns: concerns.get(known.fellowId) ?? [] });
    careOf(given.same, `${known.name} before the committee`, { care: shown.care, known });
    for (const line of shown.competencies) {
      const made = known.cells.find(({ competency }) => competency.id === line.id);
      const where = `${known.name}, ${line.id} before the committee`;
      if (made) cellOf(given.same, where, { cell: line, made });
    }
  }
  return { ...shownAs, ofClass: classOf(given.knowns) };
}

/**
 * What was decided in 90 days, and what still waits, in days.
 * @param {Given} given @param {readonly any[]} entries @param {number} at
 */
function waitsOf({ all }, entries, at) {
  const rows = all(
    "SELECT decision.*, entry_version.submittedAt AS sentAt FROM decision JOIN entry_version ON entry_version.programId = decision.programId AND entry_version.entryId = decision.entryId AND entry_version.number = decision.number WHERE decision.programId = ? AND slot = 'decision' AND live = 1 AND entry_version.submittedAt IS NOT NULL",
  ).filter((one) => instant(one.at) >= at - WINDOW);
  return {
    returned: rows.filter(({ kind }) => kind === 'returned').length,
    decided: rows.map((one) => ({
      personId: one.byId,
      time: Math.max(0, instant(one.at) - instant(one.sentAt)) / DAY,
      over: true,
    })),
    waiting: entries
      .filter(({ state }) => state === 'submitted' || state === 'amended')
      .map((entry) => ({
        personId: entry.assignedId ?? entry.supervisorId,
        time: Math.max(0, at - instant(entry.submittedAt ?? entry.createdAt)) / DAY,
        over: false,
      })),
  };
}

/** The columns of the map: the emptiest first, each with the largest of the targets. @param {Pick<Given, 'same' | 'knowns'>} given @param {any} board */
export function columnsOf({ same, knowns }, { competencies }) {
  const made = (knowns[0]?.cells ?? []).map(({ competency: { id } }, place) => {
    const volumes = knowns.flatMap(({ cells }) => {
      const cell = cells.find(({ competency }) => competency.id === id);
      return cell?.counted ?? cell?.numbers[0] ?? [];
    });
    const filled = volumes.reduce((sum, { value, need }) => sum + Math.min(1, value / need), 0);
    // What adding up leaves is no order.
    return {
      id,
      place,
      filled: Math.round(1e9 * filled),
      need: Math.max(...volumes.map(({ need }) => need)),
    };
  });
  same(
    'the columns of the map',
    competencies.map((/** @type {any} */ one) => [one.id, one.need, one.place]),
    made.toSorted((one, other) => one.filled - other.filled).map(({ id, need, place }) => [id, need, place]),
  );
}

/** Whose charts have begun. @param {Given} given @param {any} shown */
function chartsOf({ same, knowns }, { charts }) {
  for (const { competencyId, begun } of charts) {
    const cells = knowns.flatMap((known) =>
      known.cells.filter(({ competency }) => competency.id === competencyId),
    );
    same(`${competencyId}, charts begun`, begun, cells.filter(({ judged }) => judged.length > 0).length);
  }
}

/** @param {Given} given @param {{ row: any, known: import('./known.mjs').Known, entries: readonly any[] }} about */
function fellowRow({ same }, { row, known, entries }) {
  const { name, id } = row.fellow;
  const states = entries.filter(({ fellowId }) => fellowId === id).map(({ state }) => state);
  const count = (/** @type {string[]} */ ...of) => states.filter((state) => of.includes(state)).length;
  const counts = [count('approved', 'amended'), count('submitted'), count('returned')];
  same(`${name}, entries`, [row.approved, row.waiting, row.returned], counts);
  groupsOf(same, name, { groups: row.groups, known });
  same(`${name}, competencies`, row.competencies.length, known.cells.length);
  for (const cell of row.competencies) {
    const { competencyId } = cell;
    const made = known.cells.find(({ competency }) => competency.id === competencyId);
    if (made) cellOf(same, `${name}, ${competencyId} on the map`, { cell, made });
  }
}

/**
 * What the map, and the committee, show of one fellow in one competency.
 * @param {Given['same']} same @param {string} where
 * @param {{ cell: any, made: import('./known.mjs').Cell }} about
 */
export function cellOf(same, where, { cell, made }) {
  const { numbers, counted, met, light } = made;
  const volume = counted ?? numbers[0];
  if (volume)
    same(
      `${where}, volume`,
      [cell.approved, cell.waiting, cell.need],
      [volume.value, volume.waiting, volume.need],
    );
  sameParts(same, `${where}, light`, cell.competence, light);
  if (met === null) return;
  const rulesMet = numbers.filter((number) => number?.met).length;
  same(`${where}, rules met`, [cell.rulesMet, cell.rules, cell.met], [rulesMet, numbers.length, met]);
}

/** @param {Given} given @param {{ board: any, returned: number, decided: Wait[], waiting: Wait[] }} made */
function approvalsOf({ same, all }, { board, returned, decided, waiting }) {
  const { approvals, asOf } = board;
  const ages = waiting.map(({ time }) => Math.floor(time));
  const aged = (/** @type {number} */ from, /** @type {number} */ to) =>
    ages.filter((age) => age >= from && age <= to).length;
  same('waiting by age', approvals.waitingByAge, [aged(0, 7), aged(8, 14), aged(15, 30), aged(31, 1e9)]);
  const waits = [...decided, ...waiting];
  const median = medianWait(waits);
  same('days to a decision', approvals.medianDaysToDecision, median ? inTenths(median.time) : undefined);
  same('it is a lower bound', approvals.medianIsAtLeast ?? false, median?.atLeast ?? false);
  const slow = waits.filter(({ time }) => time > SLOW_DAYS).length;
  same('decided or waiting', [approvals.asked, approvals.slow], [waits.length, slow]);
  same('decided and returned', [approvals.decided, approvals.returned], [decided.length, returned]);
  const first = all('SELECT * FROM entry_version WHERE programId = ? AND number = 1').filter(
    ({ submittedAt }) => submittedAt !== null && instant(submittedAt) >= asOf - WINDOW,
  );
  const late = first.filter(({ lateDays }) => lateDays !== null).length;
  same('sent late', [approvals.late, approvals.submitted], [late, first.length]);
  for (const [personId, own] of groupedBy(waiting, (one) => one.personId ?? '')) {
    if (personId === '') continue;
    const shown = board.waitingFor.find((/** @type {any} */ one) => one.supervisor.id === personId);
    const oldest = Math.floor(Math.max(...own.map(({ time }) => time)));
    same(`waits for ${personId}`, [shown?.waiting, shown?.oldestDays], [own.length, oldest]);
  }
}

/** @param {Given} given @param {string} what @param {{ shown: any[], made: Wait[] }} lines */
function delays({ same }, what, { shown, made }) {
  for (const [personId, own] of groupedBy(made, (one) => one.personId ?? '')) {
    if (personId === '') continue;
    const line = shown.find(({ person }) => person.id === personId);
    const middle = own.length < 10 ? null : medianWait(own);
    const slow = own.filter(({ time }) => time > SLOW_DAYS).length;
    same(
      `${what}, ${personId}`,
      [line?.n, line?.slow, line?.medianDays ?? null, line?.isAtLeast ?? null],
      [own.length, slow, middle ? inTenths(middle.time) : null, middle ? middle.atLeast : null],
    );
  }
}

/** @param {Pick<Given, 'same'>} given @param {{ shown: any, known: import('./known.mjs').Known }} about */
function mixOf({ same }, { shown, known }) {
  const { own } = known;
  const { name } = shown.fellow;
  const counting = own.filter((fact) => approved(fact) && !fact.simulation);
  const simulated = entriesIn(own.filter((fact) => approved(fact) && fact.simulation));
  same(`${name}, entries in patients`, [shown.entries, shown.simulations], [entriesIn(counting), simulated]);
  /** @type {[string, any[], (one: any) => string, (fact: Fact) => string][]} */
  const parts = [
    ['groups', shown.groups, (one) => one.id, ({ group }) => group],
    ['sites', shown.sites, (one) => one.id, ({ siteId }) => siteId],
    ['supervisors', shown.supervisors, (one) => one.id, ({ supervisorId }) => supervisorId],
    ['pain', shown.pain, (one) => one.category ?? '', ({ painCategory }) => painCategory ?? ''],
    ['diagnoses', shown.diagnoses, (one) => one.group ?? '', ({ diagnosisGroup }) => diagnosisGroup ?? ''],
  ];
  for (const [what, lines, keyOf, of] of parts) {
    const made = new Map([...groupedBy(counting, of)].map(([key, some]) => [key, entriesIn(some)]));
    // What was not recorded is told of pain and diagnoses alone.
    if (what !== 'pain' && what !== 'diagnoses') made.delete('');
    for (const line of lines) same(`${name}, ${what} ${keyOf(line)}`, line.count, made.get(keyOf(line)));
    same(`${name}, number of ${what}`, lines.length, made.size);
  }
  careOf(same, name, { care: shown.care, known });
}

/** @param {Given['same']} same @param {string} name @param {{ care: any[], known: import('./known.mjs').Known }} about */
export function careOf(same, name, { care, known }) {
  for (const { kind, count, aim, competencyId } of care) {
    const items = careItems[/** @type {keyof typeof careItems} */ (kind)];
    const rule = known.cells.find(({ competency }) => competency.id === competencyId)?.counted;
    const done = known.own.filter((fact) => approved(fact) && !fact.simulation && isAbout({ items }, fact));
    same(`${name}, ${kind}`, [count, aim ?? null], rule ? [rule.value, rule.need] : [entriesIn(done), null]);
  }
}

/*
 * Numbers of the director's pages made again from the rows of the tables: the program, the case mix and the raters.
 */
import {
  approved,
  careItems,
  caseOf,
  entriesIn,
  groupedBy,
  inOrder,
  instant,
  isAbout,
  ruleNumber,
} from './facts.mjs';
import { agreementOf, crossedModel, medianWait } from './ratings.mjs';
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
 * @property {any} set the requirement set by which everybody is counted
 */

/** @typedef {{ personId: string | null, time: number, over: boolean }} Wait */

/** @param {Given & { ask: (path: string) => Promise<any> }} given */
export async function programNumbers({ ask, ...given }) {
  const board = await ask('/dashboard');
  const mix = await ask('/case-mix');
  const raters = await ask('/raters');
  const entries = given.all('SELECT * FROM entry WHERE programId = ?');
  for (const row of board.fellows) {
    const own = given.facts.filter(({ fellowId }) => fellowId === row.fellow.id);
    fellowRow(given, { row, own, entries, on: board.asOfOn });
    const shown = mix.fellows.find((/** @type {any} */ one) => one.fellow.id === row.fellow.id);
    mixOf(given, { shown, own, on: board.asOfOn });
  }
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
  ratersOf(given, raters);
  yieldOf(given.same, given.facts, await ask('/yield'));
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

/** @param {Given} given @param {{ row: any, own: readonly Fact[], entries: readonly any[], on: string }} about */
function fellowRow({ same, set }, { row, own, entries, on }) {
  const { name, id } = row.fellow;
  const states = entries.filter(({ fellowId }) => fellowId === id).map(({ state }) => state);
  const count = (/** @type {string[]} */ ...of) => states.filter((state) => of.includes(state)).length;
  const counts = [count('approved', 'amended'), count('submitted'), count('returned')];
  same(`${name}, entries`, [row.approved, row.waiting, row.returned], counts);
  for (const group of row.groups) {
    const inGroup = own.filter((fact) => fact.group === group.groupId && !fact.simulation);
    const done = inGroup.filter(approved);
    const sent = inGroup.filter(({ state }) => state === 'submitted');
    same(
      `${name}, group ${group.groupId}`,
      [group.approved, group.approvedEntries, group.waiting, group.waitingEntries],
      [done.length, entriesIn(done), sent.length, entriesIn(sent)],
    );
  }
  for (const cell of row.competencies) {
    const where = `${name}, ${cell.competencyId}`;
    const competency = set.competencies.find((/** @type {any} */ one) => one.id === cell.competencyId);
    const numbers = competency.rules.map((/** @type {any} */ rule) =>
      ruleNumber(rule, own, on, row.baseSpecialty),
    );
    const counted = numbers.find((/** @type {any} */ number) => number?.isCount);
    if (counted) same(`${where}, cell`, [cell.approved, cell.need], [counted.value, counted.need]);
    if (numbers.includes(null)) continue;
    const met = numbers.filter((/** @type {any} */ number) => number.met).length;
    same(`${where}, rules met`, [cell.rulesMet, cell.rules], [met, numbers.length]);
  }
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

/** @param {Given} given @param {{ shown: any, own: readonly Fact[], on: string }} about */
function mixOf({ same, set }, { shown, own, on }) {
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
  for (const { kind, count, aim, competencyId } of shown.care) {
    const items = careItems[/** @type {keyof typeof careItems} */ (kind)];
    const asked = set.competencies.find((/** @type {any} */ one) => one.id === competencyId);
    const rule = asked?.rules
      .map((/** @type {any} */ one) => ruleNumber(one, own, on, ''))
      .find((/** @type {any} */ one) => one?.isCount);
    const alone = entriesIn(counting.filter((fact) => isAbout({ items }, fact)));
    same(`${name}, ${kind}`, [count, aim ?? null], rule ? [rule.value, rule.need] : [alone, null]);
  }
}

/** One rating for each case, with how many of its group were before, and what the fellow said. @param {readonly Fact[]} facts */
function ratingsIn(facts) {
  return [...groupedBy(facts, ({ fellowId }) => fellowId).values()].flatMap((own) => {
    /** @type {Map<string, number>} */
    const before = new Map();
    const rated = own
      .filter(
        (fact) =>
          approved(fact) &&
          fact.kind === 'procedure' &&
          !fact.simulation &&
          (fact.role === 'performed' || fact.role === 'performed-part') &&
          fact.help !== null,
      )
      .sort(inOrder);
    return [...groupedBy(rated, caseOf).values()].flatMap((lines) => {
      const [first] = lines;
      if (!first) return [];
      const previous = before.get(first.group) ?? 0;
      before.set(first.group, previous + 1);
      const said = lines.flatMap(({ selfHelp }) => selfHelp ?? []);
      const self = said.length < lines.length ? null : Math.min(...said);
      const { fellowId: fellow, supervisorId: rater } = first;
      return [{ fellow, rater, value: first.help ?? 0, experience: Math.log(1 + previous), self }];
    });
  });
}

/** @param {Given} given @param {any} shown */
function ratersOf({ same, facts }, shown) {
  const ratings = ratingsIn(facts);
  const { model } = shown;
  same('ratings', model.ratings, ratings.length);
  const { fellowVariance: vf, raterVariance: vr, restVariance: ve } = model;
  same('a single rating', model.single, vf / (vf + vr + ve), 1e-9);
  same('twelve by four', model.twelveByFour, vf / (vf + vr / 4 + ve / 12), 1e-9);
  const fitted = crossedModel(ratings, { vf, vr, ve });
  pairsOf(same, 'everybody', { shown: shown.everybody, ratings });
  for (const line of shown.raters) {
    const { id } = line.supervisor;
    const own = ratings.filter(({ rater }) => rater === id);
    const fellows = new Set(own.map(({ fellow }) => fellow)).size;
    same(`rater ${id}`, [line.ratings, line.fellows], [own.length, fellows]);
    const sum = own.reduce((total, { value }) => total + value, 0);
    if (own.length > 0) same(`rater ${id}, mean`, line.rawMean, sum / own.length, 1e-9);
    // Parts that nothing connects are fitted apart.
    if (line.effect && model.islands === 1)
      same(`rater ${id}, effect`, line.effect.value, fitted.raters.get(id), 1e-6);
    pairsOf(same, `rater ${id}`, { shown: line.withFellows, ratings: own });
  }
  for (const line of shown.fellows) {
    const { name, id } = line.fellow;
    const own = ratings.filter(({ fellow }) => fellow === id);
    same(`${name}, ratings`, line.ratings, own.length);
    if (line.fair && model.islands === 1) same(`${name}, fair`, line.fair.value, fitted.fair.get(id), 1e-6);
    pairsOf(same, name, { shown: line.withSupervisors, ratings: own });
  }
}

/**
 * @param {Given['same']} same @param {string} who
 * @param {{ shown: any, ratings: readonly { value: number, self: number | null }[] }} about
 */
function pairsOf(same, who, { shown, ratings }) {
  const pairs = ratings.flatMap(({ value, self }) => (self === null ? [] : [[value, self]]));
  same(`${who}, pairs`, shown.pairs, pairs.length);
  if (!shown.agreement) return;
  const made = agreementOf(pairs);
  same(`${who}, the same`, shown.agreement.same, made.same);
  same(`${who}, difference`, shown.agreement.difference, made.difference, 1e-9);
  if (shown.agreement.kappa) same(`${who}, kappa`, shown.agreement.kappa.value, made.kappa, 1e-9);
}

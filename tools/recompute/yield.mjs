/* What sites and supervisors gave, made again from facts, rotations and roles. */
import { approved, entriesIn, groupedBy, monthsBefore } from './facts.mjs';
import { partOf, rateOf, unloggedShareOf } from './pages.mjs';
import { monthsOf, procedureDays, rotationsAt, throughOf } from './schedule.mjs';

/** @typedef {import('./facts.mjs').Fact} Fact */

/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */

/**
 * @typedef {object} Given
 * @property {Same} same
 * @property {(sql: string) => any[]} all rows of the program
 * @property {readonly Fact[]} facts
 */

/** Rates, parts and shares by name, as the page shows them. @param {Given} given @param {any} shown */
export function yieldOf({ same, all, facts }, shown) {
  const { asOfOn, fromOn, toOn, sites, supervisors, unlogged } = shown;
  const roles = all('SELECT * FROM role_held WHERE programId = ?');
  const rotations = all('SELECT * FROM rotation WHERE programId = ?');
  const leaves = all('SELECT * FROM leave_period WHERE programId = ?');
  const training = roles.filter(({ role }) => role === 'fellow');
  const span = usualSpan(training, asOfOn);
  same('the span of the yield', { fromOn, toOn }, span);
  const inSpan = facts.filter(({ on }) => on >= span.fromOn && on <= span.toOn);
  const parts = {
    ...sourcesOf(same, inSpan, { lines: sites, sourceOf: ({ siteId }) => siteId }),
    ...sourcesOf(same, inSpan, { lines: supervisors, sourceOf: ({ supervisorId }) => supervisorId }),
  };
  const ids = training.filter((one) => one.fromOn <= span.toOn && span.fromOn <= one.toOn);
  const fellows = [...new Set(ids.map(({ personId }) => personId))].map((id) => ({
    id,
    own: inSpan.filter(({ fellowId }) => fellowId === id),
    rotations: rotations.filter(({ fellowId }) => fellowId === id),
    leave: leaves.filter(({ fellowId }) => fellowId === id),
  }));
  const done = fellows.map((one) => ({
    ...one,
    own: one.own.filter((fact) => approved(fact) && !fact.simulation),
  }));
  /** @type {Record<string, string>} */
  const rates = {};
  for (const { source, rotations: given } of sites) {
    const made = rotationsAt(source.id, done, span);
    if (made) rates[source.name] = rateOf(made.entries, made.weeks);
    same(`entries in rotations at ${source.name}`, given?.entries, made?.entries);
    same(`weeks of rotations at ${source.name}`, given?.weeks, made?.weeks, 1e-9);
  }
  const givenBy = (/** @type {string} */ id) =>
    inSpan.filter((fact) => approved(fact) && !fact.simulation && fact.supervisorId === id);
  for (const { source, months } of supervisors) {
    const held = roles.filter(
      ({ personId, role }) => personId === source.id && (role === 'supervisor' || role === 'director'),
    );
    const made = monthsOf(held, training, span);
    same(`months of ${source.name}`, months, made, 1e-9);
    rates[source.name] = rateOf(entriesIn(givenBy(source.id)), made);
  }
  const shares = unloggedOf(same, { unlogged, fellows, span, today: asOfOn });
  return { rates, shares, parts };
}

/** Since the trainings of today began, and at most a year. @param {readonly any[]} training @param {string} today */
function usualSpan(training, today) {
  const yearAgo = monthsBefore(today, 12);
  const begun = training
    .filter((one) => one.fromOn <= today && today <= one.toOn)
    .map((one) => one.fromOn)
    .sort()[0];
  return { fromOn: begun !== undefined && begun > yearAgo ? begun : yearAgo, toOn: today };
}

/** @param {Same} same @param {{ unlogged: any, fellows: readonly any[], span: any, today: string }} about */
function unloggedOf(same, { unlogged, fellows, span, today }) {
  const throughOn = throughOf(span, today);
  same('the last day that is asked about', unlogged.throughOn, throughOn);
  const asked = { ...span, toOn: throughOn ?? '' };
  const siteIds = [
    ...new Set(fellows.flatMap(({ rotations }) => rotations.map((/** @type {any} */ one) => one.siteId))),
  ];
  same('fellows with procedure days', unlogged.fellows.length, fellows.length);
  /** @type {Record<string, string>} */
  const shares = {};
  const hold = (/** @type {string} */ what, /** @type {any} */ line, /** @type {any} */ made) => {
    const { of, isPlanned, days } = line;
    same(`procedure days ${what} ${of.name}`, { isPlanned, days }, made);
    if (made.days) shares[of.name] = unloggedShareOf(made.days);
  };
  for (const line of unlogged.fellows) {
    const own = fellows.filter(({ id }) => id === line.of.id);
    hold('of', line, procedureDays(own, siteIds, asked));
  }
  const planned = siteIds.filter((id) => procedureDays(fellows, [id], asked).isPlanned);
  same('sites with procedure days', unlogged.sites.length, planned.length);
  for (const line of unlogged.sites) hold('at', line, procedureDays(fellows, [line.of.id], asked));
  return shares;
}

/** @param {Same} same @param {readonly Fact[]} inSpan @param {{ lines: any[], sourceOf: (fact: Fact) => string }} about */
function sourcesOf(same, inSpan, { lines, sourceOf }) {
  /** @type {Record<string, string[]>} */
  const parts = {};
  const inPatients = inSpan.filter((fact) => approved(fact) && !fact.simulation);
  const giving = new Set(inPatients.map(sourceOf)).size;
  for (const id of new Set(inSpan.map(sourceOf)))
    if (id !== '') same(`${id} has a line`, lines.filter(({ source }) => source.id === id).length, 1);
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
    const first = procedures.filter(({ role }) => role === 'performed' || role === 'taught').length;
    const otherwise = procedures.filter(
      ({ outcome }) => outcome !== undefined && outcome !== 'success',
    ).length;
    same(
      `how procedures with ${line.source.name} went`,
      [line.firstOperator, line.endedOtherwise],
      [first, otherwise],
    );
    parts[line.source.name] = [first, otherwise].map((part) => partOf(part, procedures.length));
    const byGroup = groupedBy(done, ({ group }) => group);
    same(`groups of ${line.source.name}`, line.groups.length, byGroup.size);
    for (const { group, entries, isMostlyHere } of line.groups) {
      const here = entriesIn(byGroup.get(group) ?? []);
      const all = entriesIn(inPatients.filter((fact) => fact.group === group));
      const isMost = giving > 1 && all >= 10 && here >= all / 2;
      same(`${group} of ${line.source.name}`, [entries, isMostlyHere], [here, isMost]);
    }
  }
  return parts;
}

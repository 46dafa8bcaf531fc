/* The pages of the fellows held against what is known of them: rules, lights, charts and forecasts. */
import { approved, entriesIn, isAbout } from './facts.mjs';
import { chanceOfFalse, limitOf, stepsOf, watchOf } from './lights.mjs';
import { signalChances } from './numerics.mjs';

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {import('./known.mjs').Cell} Cell */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */

/** Part by part, so that numbers may differ by their rounding. @param {Same} same @param {string} what @param {any} shown @param {any} made */
export function sameParts(same, what, shown, made) {
  for (const key of new Set([...Object.keys(shown ?? {}), ...Object.keys(made ?? {})]))
    same(`${what}, ${key}`, shown?.[key], made?.[key], 1e-6);
}

/** Rules whose chances were made again. */
const rulesSeen = new Set();

/**
 * @param {Same} same
 * @param {Known} known
 * @param {{ progress: any, views: Map<string, any>, items: readonly any[], entries: readonly any[] }} shown
 */
export function fellowPages(same, known, { progress, views, items, entries }) {
  const { name } = progress.fellow;
  const states = entries.filter((one) => one.fellowId === known.fellowId).map(({ state }) => state);
  const count = (/** @type {string[]} */ ...of) => states.filter((state) => of.includes(state)).length;
  same(
    `${name}, entries of the own page`,
    [progress.approved, progress.waiting, progress.returned, progress.drafts],
    [count('approved', 'amended'), count('submitted'), count('returned'), count('draft')],
  );
  groupsOf(same, name, { groups: progress.groups, known });
  for (const cell of known.cells) {
    const { id } = cell.competency;
    const where = `${name}, ${id}`;
    const listed = progress.competencies.find((/** @type {any} */ one) => one.id === id);
    const view = views.get(id);
    for (const part of ['forecast', 'competence', 'rules', 'met', 'approved', 'waiting', 'need'])
      same(`${where}, ${part} of the list and the page agree`, listed[part], view[part]);
    rulesOf(same, where, view, cell);
    sameParts(same, `${where}, light`, view.competence, cell.light);
    if (cell.isProcedure) {
      chancesOf(same, view.competenceRule);
      curveOf(same, where, view, cell);
    }
    sameParts(same, `${where}, forecast`, view.forecast, cell.forecast);
    const done = new Set(known.own.filter(({ simulation }) => !simulation).map(({ itemId }) => itemId));
    const about = items.filter(
      (one) => one.kind === 'procedure' && isAbout(cell.competency.about, { ...one, itemId: one.id }),
    );
    if (cell.isProcedure)
      same(`${where}, not yet done`, view.notYetDone.length, about.filter((one) => !done.has(one.id)).length);
  }
  const told = known.cells.filter(({ failures }) => (failures?.length ?? 0) >= 10);
  const chances = told.map(({ rule, failures, charts: { monitored } }) =>
    chanceOfFalse(rule, { learning: (failures?.length ?? 0) - monitored, monitored }),
  );
  const { lights, signals, alarms } = progress.falseLights;
  same(`${name}, lights that say something`, lights, told.length);
  same(`${name}, signals by chance`, signals, sumOf(chances, 'signals'), 1e-6);
  same(`${name}, alarms by chance`, alarms, sumOf(chances, 'alarms'), 1e-6);
}

/** @template {string} K @param {readonly Record<K, number>[]} list @param {K} key */
const sumOf = (list, key) => list.reduce((sum, one) => sum + one[key], 0);

/** @param {Same} same @param {string} where @param {any} view @param {Cell} cell */
function rulesOf(same, where, view, { numbers, met, counted }) {
  numbers.forEach((number, at) => {
    if (!number) return;
    const { value, need, met: isMet, waiting, looked } = view.rules[at];
    same(
      `${where}, rule ${at + 1}`,
      [value, need, isMet, waiting, looked],
      [number.value, number.need, number.met, number.waiting, number.looked],
    );
  });
  if (met !== null) same(`${where}, met`, view.met, met);
  const volume = counted ?? numbers[0];
  if (volume)
    same(
      `${where}, volume`,
      [view.approved, view.waiting, view.need],
      [volume.value, volume.waiting, volume.need],
    );
}

/** Chances of a signal and of an alarm at constant rates, once for each rule. @param {Same} same @param {any} rule */
function chancesOf(same, rule) {
  const { adequateFailureRate: pa, inadequateFailureRate: pu, horizon, limit, falseSignal } = rule;
  const key = JSON.stringify([pa, pu, horizon, limit]);
  if (rulesSeen.has(key)) return;
  rulesSeen.add(key);
  for (const { failureRate, signal, alarm } of rule.operating) {
    const up = { ...stepsOf(rule), limit, failureRate };
    const down = { ...watchOf(rule), failureRate };
    same(`signal at ${failureRate}`, signal, signalChances(up, horizon).at(-1), 1e-6);
    same(`alarm at ${failureRate}`, alarm, signalChances(down, horizon).at(-1), 1e-6);
  }
  const promise = { horizon, promised: falseSignal };
  same('limit of the signal', limit, limitOf(stepsOf(rule), { ...promise, failureRate: pu }), 6e-4);
  const watched = limitOf(watchOf(rule), { ...promise, failureRate: pa });
  same('limit of the alarm', rule.monitoringLimit, watched, 6e-4);
}

/** @param {Same} same @param {string} where @param {any} view @param {Cell} cell */
function curveOf(same, where, view, { judged, charts, rule }) {
  const shown = view.curve.stretches.flatMap((/** @type {any} */ stretch) => stretch.panels);
  const points = shown.flatMap((/** @type {any} */ panel) => panel.cases);
  same(
    `${where}, cases of the curve`,
    points.map((/** @type {any} */ one) => one.entryId),
    judged.map(({ entryId }) => entryId),
  );
  same(`${where}, judged cases`, view.judged, judged.length);
  points.forEach((/** @type {any} */ one, /** @type {number} */ k) => {
    same(`${where}, case ${k + 1}`, one.score, charts.scores[k], 6e-4);
    same(`${where}, case ${k + 1} failed`, one.failedBy !== undefined, judged[k]?.failed === 1);
  });
  const { success, failure } = stepsOf(rule);
  const first = Math.ceil(rule.limit / success - 1e-9);
  const then = charts.signal === null ? 0 : charts.signal + Math.ceil(rule.monitoringLimit / -failure - 1e-9);
  same(`${where}, signal`, shown[0]?.reachedCase, charts.signal);
  same(`${where}, change`, shown[0]?.changeCase, charts.change);
  same(`${where}, earliest signal`, shown[0]?.earliestCase ?? first, first);
  same(`${where}, earliest alarm`, shown[1]?.earliestCase ?? then, then);
  same(`${where}, alarm`, shown[1]?.reachedCase, charts.alarm);
  const missing = (rule.limit - (charts.scores.at(-1) ?? 0)) / success;
  const successes = charts.signal === null ? Math.max(1, Math.ceil(missing - 1e-9)) : undefined;
  same(`${where}, successes to a signal`, view.curve.successesToSignal, successes);
}

/** Procedures by group, and the entries in which they are. @param {Same} same @param {string} name @param {{ groups: any[], known: Known }} about */
export function groupsOf(same, name, { groups, known }) {
  for (const group of groups) {
    const inGroup = known.own.filter((fact) => fact.group === group.groupId && !fact.simulation);
    const done = inGroup.filter(approved);
    const sent = inGroup.filter(({ state }) => state === 'submitted');
    same(
      `${name}, group ${group.groupId}`,
      [group.approved, group.approvedEntries, group.waiting, group.waitingEntries],
      [done.length, entriesIn(done), sent.length, entriesIn(sent)],
    );
  }
}

/** What a number opens to: entries that add up to it. @param {Same} same @param {string} where @param {{ evidence: any, cell: Cell }} about */
export function evidenceOf(same, where, { evidence, cell }) {
  cell.numbers.forEach((number, at) => {
    if (!number?.isCount) return;
    const { counted, waitingEntries } = evidence.rules[at];
    const adds = (/** @type {any[]} */ lines) => lines.reduce((sum, line) => sum + line.counts, 0);
    same(`${where}, entries behind rule ${at + 1} add up`, adds(counted), number.value);
    same(
      `${where}, entries behind rule ${at + 1}`,
      [...new Set(counted.map((/** @type {any} */ line) => line.entry.id))].sort(),
      [...new Set(number.counted.map(({ entryId }) => entryId))].sort(),
    );
    same(`${where}, entries that wait for rule ${at + 1}`, waitingEntries.length > 0, number.waiting > 0);
  });
}

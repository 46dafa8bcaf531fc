// Makes what the fellows' and the director's pages of a demo count, judge and forecast again from the rows of its database, apart from the product's code,
// and holds it against what the server answers: node tools/recompute.mjs http://localhost:3000 DATA_DIR
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { factsOf, isAbout, judgedOf, ruleNumber } from './recompute/facts.mjs';
import { forecastOf } from './recompute/forecast.mjs';
import { programNumbers } from './recompute/program.mjs';
import { betaQuantile, chart, reached, signalChances } from './recompute/numerics.mjs';

const [origin = 'http://localhost:3000', dataDir = 'data'] = process.argv.slice(2);
const DAY = 86_400_000;
const cookies = new Map();
let personId = '';

/** @param {string} path @param {object} [body] @returns {Promise<any>} */
async function ask(path, body) {
  const reply = await fetch(`${origin}/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      // What is reckoned in between takes longer than a connection is kept.
      connection: 'close',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-xsrf-token': cookies.get('XSRF-TOKEN') ?? '',
      'sec-fetch-site': 'same-origin',
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
      ...(personId ? { 'x-person': personId } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  for (const cookie of reply.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name) cookies.set(name, decodeURIComponent(value ?? ''));
  }
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

/** @type {string[]} */
const differences = [];
let compared = 0;
/** @param {string} what @param {unknown} shown @param {unknown} made @param {number} [within] */
function same(what, shown, made, within = 0) {
  compared += 1;
  const isSame =
    typeof shown === 'number' && typeof made === 'number'
      ? Math.abs(shown - made) <= within
      : JSON.stringify(shown ?? null) === JSON.stringify(made ?? null);
  if (!isSame) differences.push(`${what}: shown ${JSON.stringify(shown)}, made ${JSON.stringify(made)}`);
}

const { people } = await ask('/demo-people');
const director = people.find((/** @type {any} */ one) => JSON.stringify(one).includes('director'));
const session = await ask('/demo-session', { personId: director.id });
personId = director.id;
const programId = session.roles[0].programId;
const base = `/programs/${programId}`;
const { items } = await ask(`${base}/catalogue`);
const database = new Database(join(dataDir, 'countersign.sqlite'), { readonly: true });
/** @param {string} sql @returns {any[]} */
const all = (sql) => database.prepare(sql).all(programId);
const itemOf = new Map(items.map((/** @type {any} */ one) => [one.id, one]));
const { asOf } = await ask(`${base}/dashboard`);
const facts = factsOf(database, programId, itemOf, asOf);
const set = JSON.parse(
  all('SELECT body FROM requirement_set WHERE programId = ? ORDER BY publishedAt DESC')[0].body,
);
const trainings = all(
  "SELECT role_held.*, person.baseSpecialty FROM role_held JOIN person ON person.id = role_held.personId WHERE programId = ? AND role = 'fellow'",
);
const rotations = all('SELECT * FROM rotation WHERE programId = ?');
const leaves = all('SELECT * FROM leave_period WHERE programId = ?');
const made = all('SELECT rates, dispersions FROM forecast_made WHERE programId = ? ORDER BY madeOn DESC')[0];
const rates = JSON.parse(made?.rates ?? '{}');
const dispersions = JSON.parse(made?.dispersions ?? '{}');
/** Rules whose chances were made again. */
const rulesSeen = new Set();

for (const training of trainings) {
  const fellowId = training.personId;
  const own = facts.filter((fact) => fact.fellowId === fellowId);
  const progress = await ask(`${base}/fellows/${fellowId}/progress`);
  const today = progress.asOfOn;
  const delays = [
    ...new Map(
      own.map((fact) => [fact.entryId, Math.max(0, Math.floor((fact.sentAt - Date.parse(fact.on)) / DAY))]),
    ).values(),
  ];
  for (const competency of set.competencies) {
    const where = `${progress.fellow.name}, ${competency.id}`;
    const listed = progress.competencies.find((/** @type {any} */ one) => one.id === competency.id);
    const view = await ask(`${base}/fellows/${fellowId}/competencies/${competency.id}`);
    same(`${where}, the list and the page agree`, listed.forecast, view.forecast);
    const numbers = competency.rules.map((/** @type {any} */ rule) =>
      ruleNumber(rule, own, today, training.baseSpecialty),
    );
    numbers.forEach((/** @type {any} */ number, /** @type {number} */ at) => {
      if (!number) return;
      const { value, need, met } = view.rules[at];
      same(`${where}, rule ${at + 1}`, [value, need, met], [number.value, number.need, number.met]);
    });
    const counted = numbers.find((/** @type {any} */ number) => number?.isCount);
    if (counted) same(`${where}, volume`, [listed.approved, view.approved], [counted.value, counted.value]);
    const isProcedure = items.some(
      (/** @type {any} */ one) =>
        one.kind === 'procedure' &&
        isAbout(competency.about, /** @type {any} */ ({ itemId: one.id, group: one.group })),
    );
    const judged = isProcedure ? judgedOf(competency.about, own) : [];
    const n = judged.length;
    same(`${where}, judged cases`, view.competence.n, n);
    if (isProcedure) {
      const rule = view.competenceRule;
      const { adequateFailureRate: pa, inadequateFailureRate: pu, horizon } = rule;
      const steps = { success: Math.log((1 - pa) / (1 - pu)), failure: Math.log(pu / pa) };
      const key = JSON.stringify([pa, pu, horizon, rule.limit]);
      if (!rulesSeen.has(key)) {
        rulesSeen.add(key);
        for (const { failureRate, signal, alarm } of rule.operating) {
          const up = { success: steps.success, failure: -steps.failure, limit: rule.limit, failureRate };
          const down = {
            success: -steps.success,
            failure: steps.failure,
            limit: rule.monitoringLimit,
            failureRate,
          };
          same(`signal at ${failureRate}`, signal, signalChances(up, horizon).at(-1), 1e-6);
          same(`alarm at ${failureRate}`, alarm, signalChances(down, horizon).at(-1), 1e-6);
        }
      }
      const failures = judged.map(({ failed }) => failed);
      const learning = chart(failures, { success: steps.success, failure: -steps.failure });
      const signal = reached(learning, rule.limit);
      const after = failures.slice(signal ?? n);
      const monitoring = chart(after, { success: -steps.success, failure: steps.failure });
      const alarm = signal === null ? null : reached(monitoring, rule.monitoringLimit);
      const shown = view.curve.stretches.flatMap((/** @type {any} */ stretch) => stretch.panels);
      const scores = [...learning.slice(0, signal ?? n), ...(signal === null ? [] : monitoring)];
      const points = shown.flatMap((/** @type {any} */ panel) => panel.cases);
      same(
        `${where}, cases of the curve`,
        points.map((/** @type {any} */ one) => one.entryId),
        judged.map(({ entryId }) => entryId),
      );
      points.forEach((/** @type {any} */ one, /** @type {number} */ k) =>
        same(`${where}, case ${k + 1}`, one.score, scores[k], 6e-4),
      );
      same(`${where}, signal`, shown[0]?.reachedCase, signal ?? undefined);
      same(`${where}, alarm`, shown[1]?.reachedCase, alarm === null ? undefined : (signal ?? 0) + alarm);
      const successes = failures.filter((failed) => failed === 0).length;
      same(`${where}, successes`, view.competence.successes, successes);
      if (n >= 10) {
        same(
          `${where}, low`,
          view.competence.low,
          betaQuantile(0.05, 1 + successes, 1 + n - successes),
          1e-6,
        );
        same(
          `${where}, high`,
          view.competence.high,
          betaQuantile(0.95, 1 + successes, 1 + n - successes),
          1e-6,
        );
      }
    }
    if (counted && view.forecast?.status === 'open') {
      const others = Object.entries(rates[competency.id] ?? {}).flatMap(([id, rate]) =>
        id === fellowId ? [] : [Number(rate)],
      );
      const again = forecastOf({
        ...{ cases: counted.days, need: counted.need, today, training, delays, rates: others },
        dispersion: dispersions[competency.id],
        rotations: rotations.filter((one) => one.fellowId === fellowId),
        leave: leaves.filter((one) => one.fellowId === fellowId),
      });
      for (const key of /** @type {const} */ (['earlyOn', 'likelyOn', 'lateOn']))
        same(`${where}, ${key}`, view.forecast[key], again[key]);
      for (const key of /** @type {const} */ (['cases', 'weeks', 'weeksToCome', 'byEnd']))
        same(`${where}, ${key}`, view.forecast[key], again[key], 1e-6);
    }
  }
}
await programNumbers({ ask: (path) => ask(`${base}${path}`), same, all, facts, set });
console.log(
  `${compared} numbers of ${trainings.length} fellows and their program made again; ${differences.length} differences`,
);
for (const difference of differences.slice(0, 40)) console.log(difference);
process.exitCode = differences.length === 0 ? 0 : 1;

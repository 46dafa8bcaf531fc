// Makes what the fellows' and the director's pages of a demo count, judge and forecast again from the rows of its database, apart from the product's code,
// and holds it against what the server answers: node tools/recompute.mjs http://localhost:3000 DATA_DIR
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { factsOf } from './recompute/facts.mjs';
import { fellowPages } from './recompute/fellows.mjs';
import { knownOf } from './recompute/known.mjs';
import { programNumbers } from './recompute/program.mjs';

const [origin = 'http://localhost:3000', dataDir = 'data'] = process.argv.slice(2);
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
  "SELECT role_held.*, person.baseSpecialty, person.name FROM role_held JOIN person ON person.id = role_held.personId WHERE programId = ? AND role = 'fellow'",
);
const rotations = all('SELECT * FROM rotation WHERE programId = ?');
const leaves = all('SELECT * FROM leave_period WHERE programId = ?');
const made = all('SELECT rates, dispersions FROM forecast_made WHERE programId = ? ORDER BY madeOn DESC')[0];
const rates = JSON.parse(made?.rates ?? '{}');
const dispersions = JSON.parse(made?.dispersions ?? '{}');
const entries = all('SELECT * FROM entry WHERE programId = ?');
const knowns = [];

for (const training of trainings) {
  const path = `${base}/fellows/${training.personId}`;
  const progress = await ask(`${path}/progress`);
  const views = new Map();
  for (const { id } of set.competencies) views.set(id, await ask(`${path}/competencies/${id}`));
  const known = knownOf({
    ...{ training, today: progress.asOfOn, facts, set, items, rotations, leaves, rates, dispersions },
    ruleOf: (id) => views.get(id).competenceRule,
  });
  fellowPages(same, known, { progress, views, items, entries });
  knowns.push(known);
}
await programNumbers({ ask: (path) => ask(`${base}${path}`), same, all, facts, set, knowns });
console.log(
  `${compared} numbers of ${trainings.length} fellows and their program made again; ${differences.length} differences`,
);
for (const difference of differences.slice(0, 40)) console.log(difference);
process.exitCode = differences.length === 0 ? 0 : 1;

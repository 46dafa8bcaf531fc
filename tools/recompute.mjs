// Makes what the fellows' and the director's pages of a demo count, judge and forecast again from the rows of its database, apart from the product's code,
// and holds it against what the server answers: node tools/recompute.mjs http://localhost:3000 DATA_DIR. With a third path it writes what
// pages make of these numbers in the browser there.
import Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, monthsBefore } from './recompute/facts.mjs';
import { evidenceOf, fellowPages } from './recompute/fellows.mjs';
import { knownOf } from './recompute/known.mjs';
import { pastMap } from './recompute/past.mjs';
import { coordinatorOf, supervisorOf } from './recompute/people.mjs';
import { programNumbers } from './recompute/program.mjs';
import { ratingsIn } from './recompute/raters.mjs';
import { demoPeople, signedIn } from './recompute/server.mjs';

const [origin = 'http://localhost:3000', dataDir = 'data', pagesFile] = process.argv.slice(2);
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

const people = await demoPeople(origin);
const withRole = (/** @type {string} */ role) => people.filter((one) => one.role === role);
const [directing, coordinating] = await Promise.all(
  ['director', 'coordinator'].map(async (role) => signedIn(origin, withRole(role)[0]?.id ?? '')),
);
if (!directing || !coordinating) throw new Error('a demo has a director and a coordinator');
const { ask, programId } = directing;
const { items } = await ask('/catalogue');
const database = new Database(join(dataDir, 'countersign.sqlite'), { readonly: true });
/** @param {string} sql @returns {any[]} */
const all = (sql) => database.prepare(sql).all(programId);
const itemOf = new Map(items.map((/** @type {any} */ one) => [one.id, one]));
const { asOf, asOfOn: today } = await ask('/dashboard');
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
const pastOn = monthsBefore(today, 3);
/** What was known of the fellows three months ago. @type {import('./recompute/known.mjs').Known[]} */
const thenKnown = [];

for (const training of trainings) {
  const path = `/fellows/${training.personId}`;
  const progress = await ask(`${path}/progress`);
  const views = new Map();
  for (const { id } of set.competencies) views.set(id, await ask(`${path}/competencies/${id}`));
  const grounds = {
    ...{ training, set, items, rotations, leaves, rates, dispersions },
    ruleOf: (/** @type {string} */ id) => views.get(id).competenceRule,
  };
  const known = knownOf({ ...grounds, today, facts });
  thenKnown.push(knownOf({ ...grounds, today: pastOn, facts: facts.filter(({ on }) => on <= pastOn) }));
  fellowPages(same, known, { progress, views, items, entries });
  for (const cell of known.cells) {
    const evidence = await ask(`${path}/competencies/${cell.competency.id}/evidence`);
    evidenceOf(same, `${training.name}, ${cell.competency.id}`, { evidence, cell });
  }
  knowns.push(known);
}
const pages = await programNumbers({ ask, same, all, facts, knowns });
pastMap(same, { board: await ask(`/dashboard?asOfOn=${pastOn}`), knowns: thenKnown });
const ratings = ratingsIn(facts);
for (const person of withRole('supervisor'))
  await supervisorOf({ same, all, facts, ratings }, person, (await signedIn(origin, person.id)).ask);
await coordinatorOf(same, ask, coordinating.ask);
if (pagesFile) writeFileSync(pagesFile, JSON.stringify(pages));
console.log(
  `${compared} numbers of ${trainings.length} fellows and their program made again; ${differences.length} differences`,
);
for (const difference of differences.slice(0, 40)) console.log(difference);
process.exitCode = differences.length === 0 ? 0 : 1;

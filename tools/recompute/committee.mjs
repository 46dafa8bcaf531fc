/* What a committee reads of one fellow, made again: competencies with their sign-offs, milestones, remarks and concerns. */
import { approved, caseOf, entriesIn, inOrder, isAbout, monthsBefore } from './facts.mjs';
import { falseFlagsOf, sameConcerns } from './attention.mjs';
import { sameParts } from './fellows.mjs';

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {import('./known.mjs').Cell} Cell */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */

/** What is evidence for which milestone: the mapping of the product, written down a second time. */
const evidence = {
  PC1: {
    items: ['new-chronic-outpatient', 'continuity', 'neuro-exam', 'msk-exam', 'pediatric', 'pregnancy'],
  },
  PC2: { items: ['psych-history', 'mental-status', 'psychological-therapy', 'sud', 'addiction'] },
  PC3: {
    items: ['opioid-initiation', 'opioid-taper', 'buprenorphine', 'adjuvant', 'rehab-plan', 'anticoag-plan'],
  },
  PC4: { kind: 'procedure' },
  PC5: {
    items: ['inpatient-chronic', 'inpatient-followup', 'acute', 'acute-followup', 'cancer', 'palliative'],
  },
  MK1: { groups: ['exp-diagnosis'] },
  MK2: { items: ['neuroimaging', 'electrodiagnostic', 'msk-ultrasound'] },
  SBP: { items: ['qi', 'complication-mgmt', 'mdt'] },
  PBLI: { items: ['teaching', 'qi'] },
  PROF: { items: ['consent'] },
  ICS: { items: ['consent', 'mdt', 'pmp'] },
};

/** Roles that keep a competency fresh. */
const practice = ['performed-part', 'performed', 'taught'];

/**
 * @typedef {object} Given
 * @property {Same} same
 * @property {(sql: string) => any[]} all rows of the program
 */

/**
 * @param {Given} given
 * @param {{ shown: any, known: Known, concerns: readonly import('./attention.mjs').Concern[] }} about
 */
export function committeeOf({ same, all }, { shown, known, concerns }) {
  const { name } = shown.fellow;
  const entries = all('SELECT fellowId, state FROM entry WHERE programId = ?');
  const states = entries.filter(({ fellowId }) => fellowId === known.fellowId).map(({ state }) => state);
  const count = (/** @type {string[]} */ ...of) => states.filter((state) => of.includes(state)).length;
  same(
    `${name}, entries before the committee`,
    [shown.approved, shown.waiting],
    [count('approved', 'amended'), count('submitted')],
  );
  const simulated = known.own.filter((fact) => approved(fact) && fact.simulation);
  same(`${name}, simulations before the committee`, shown.simulations, entriesIn(simulated));
  sameConcerns(same, `${name} before the committee`, { shown: shown.concerns, made: concerns });
  same(`${name}, flags by chance`, shown.expectedFalse, falseFlagsOf([known]).total, 1e-6);
  const signOffs = all('SELECT * FROM sign_off WHERE programId = ?').filter(
    ({ fellowId, state }) =>
      fellowId === known.fellowId && ['signed', 'suspended', 'revoked'].includes(state),
  );
  for (const line of shown.competencies) {
    const cell = known.cells.find(({ competency }) => competency.id === line.id);
    if (!cell) continue;
    const where = `${name}, ${line.id} before the committee`;
    sameParts(same, `${where}, forecast`, line.forecast, cell.forecast);
    const held = signOffs
      .filter(({ competencyId }) => competencyId === line.id)
      .toSorted((one, other) => (one.signedAt < other.signedAt ? -1 : 1))
      .at(-1);
    same(
      `${where}, signed`,
      [line.signed, line.signedOn, line.signOffId],
      held ? [standingOf(held, cell, known), held.signedOn, held.id] : [null, null, null],
    );
  }
  milestonesOf(same, name, { shown: shown.milestones, known });
  remarksOf({ same, all }, { shown, known });
}

/** @param {any} signOff @param {Cell} cell @param {Known} known */
function standingOf({ state, signedOn }, { competency }, { own, today }) {
  if (state !== 'signed' || competency.lapseMonths === undefined) return state;
  const done = own
    .filter(
      (fact) =>
        approved(fact) &&
        !fact.simulation &&
        fact.outcome !== 'aborted' &&
        fact.on <= today &&
        practice.includes(fact.role ?? '') &&
        isAbout(competency.about, fact),
    )
    .map(({ on }) => on);
  const newest = [signedOn, ...done].sort().at(-1) ?? '';
  return newest < monthsBefore(today, competency.lapseMonths) ? 'lapsed' : 'signed';
}

/** @param {Same} same @param {string} name @param {{ shown: any[], known: Known }} about */
function milestonesOf(same, name, { shown, known }) {
  same(
    `${name}, milestones`,
    shown.map(({ code }) => code),
    Object.keys(evidence),
  );
  const counting = known.own.filter((fact) => approved(fact) && !fact.simulation);
  for (const { code, entries, rated, raters, suggested } of shown) {
    const { items, groups, kind } = /** @type {{ items?: string[], groups?: string[], kind?: string }} */ (
      evidence[/** @type {keyof typeof evidence} */ (code)]
    );
    const about = { ...(items && { items: items.map((one) => `exp-${one}`) }), ...(groups && { groups }) };
    const own = counting.filter((fact) => (kind ? fact.kind === kind : isAbout(about, fact)));
    const ofCase = new Map(
      own
        .filter(({ help }) => help !== null)
        .sort(inOrder)
        .toReversed()
        .map((fact) => [caseOf(fact), fact]),
    );
    const cases = [...ofCase.values()];
    const who = (/** @type {typeof cases} */ some) => new Set(some.map((one) => one.supervisorId)).size;
    const newest = cases.slice(0, 10);
    const helps = newest.map(({ help }) => help ?? 0).sort((one, other) => one - other);
    const middle = ((helps[4] ?? 0) + (helps[5] ?? 0)) / 2;
    const isEnough = newest.length === 10 && who(newest) >= 3;
    same(
      `${name}, milestone ${code}`,
      [entries, rated, raters, suggested],
      [entriesIn(own), cases.length, who(cases), isEnough ? Math.min(4, middle) : undefined],
    );
  }
}

/** What supervisors wrote with the newest approvals. @param {Given} given @param {{ shown: any, known: Known }} about */
function remarksOf({ same, all }, { shown, known }) {
  const texts = new Map(
    all('SELECT id, body FROM text WHERE programId = ?').map((one) => [one.id, one.body]),
  );
  const made = all("SELECT * FROM decision WHERE programId = ? AND live = 1 AND kind = 'approved'")
    .filter(
      ({ fellowId, keepDoing, nextTimeText }) =>
        fellowId === known.fellowId && (keepDoing !== null || nextTimeText !== null),
    )
    .sort((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
    .slice(0, 60)
    .flatMap(({ entryId, byId, keepDoing, nextTimeText }) => [
      ...(texts.get(keepDoing) ? [[entryId, 'keep-doing', byId]] : []),
      ...(texts.get(nextTimeText) ? [[entryId, 'next-time', byId]] : []),
    ]);
  same(
    `${shown.fellow.name}, remarks`,
    shown.remarks.map((/** @type {any} */ { entryId, kind, by }) => [entryId, kind, by.id]),
    made,
  );
}

/* Who is on the attention list for which reason, made again by the rules of docs/statistics.md, section 10. */
import { instant } from './facts.mjs';
import { sameParts } from './fellows.mjs';
import { casesPerFalseAlarm } from './lights.mjs';

const DAY = 86_400_000;
const LONG_WAIT_DAYS = 14;

/** @typedef {import('./known.mjs').Known} Known */
/** @typedef {import('./known.mjs').Cell} Cell */
/** @typedef {(what: string, shown: unknown, made: unknown, within?: number) => void} Same */

/** In the order in which reasons are tried. */
const reasons = [
  ...['evidence-flagged', 'monitoring-alarm', 'concern-low', 'concern-drift', 'target-unlikely'],
  ...['target-uncertain', 'silence', 'no-logging', 'long-waits', 'qualification-expired'],
  ...['qualification-expiring', 'ratings-missing', 'few-raters'],
];

/**
 * @typedef {object} Concern
 * @property {number} severity
 * @property {string} reason
 * @property {string} basis
 * @property {number} [value]
 * @property {Cell} [cell] absent where it is about no competency
 * @property {string} [signOffId]
 */

/**
 * @typedef {object} Given
 * @property {Same} same
 * @property {(sql: string) => any[]} all rows of the program
 * @property {readonly Known[]} knowns of the fellows
 */

/**
 * What is worth a look of each fellow, the worst first, without what was set aside.
 * @param {Given} given @param {number} at @param {string} today
 */
export function concernsIn({ all, knowns }, at, today) {
  const waits = all(
    "SELECT fellowId, submittedAt FROM entry WHERE programId = ? AND state IN ('submitted', 'amended')",
  ).filter(({ submittedAt }) => submittedAt !== null && instant(submittedAt) <= at - LONG_WAIT_DAYS * DAY);
  const flagged = all(
    "SELECT * FROM sign_off WHERE programId = ? AND flaggedAt IS NOT NULL AND slot = 'held'",
  );
  const qualifications = all('SELECT * FROM qualification WHERE programId = ? AND endedAt IS NULL');
  const aside = new Set(all('SELECT * FROM attention_dismissal WHERE programId = ?').map(keyOf));
  return new Map(
    knowns.map((known) => {
      const long = waits.filter(({ fellowId }) => fellowId === known.fellowId);
      const found = [
        ...known.cells.flatMap((cell) => ofCell(cell, flagged)),
        ...ofFellow(known, long),
        ...ofQualifications(
          qualifications.filter(({ personId }) => personId === known.fellowId),
          today,
        ),
      ].filter(
        ({ cell, reason, basis }) =>
          !aside.has(
            keyOf({ fellowId: known.fellowId, competencyId: cell?.competency.id ?? '', reason, basis }),
          ),
      );
      return [known.fellowId, found.sort(byUrgency)];
    }),
  );
}

/** @param {{ fellowId: string, competencyId: string | null, reason: string, basis: string }} concern */
const keyOf = ({ fellowId, competencyId, reason, basis }) =>
  JSON.stringify([fellowId, competencyId ?? '', reason, basis]);

/** @param {Cell} cell */
const shareOf = ({ isOpen, forecast, counted }) =>
  isOpen && forecast?.status === 'open'
    ? Number(/** @type {any} */ (forecast).shortfall) / (counted?.need ?? 1)
    : 0;

/** @param {Concern} one @param {Concern} other */
function byUrgency(one, other) {
  const name = (/** @type {Concern} */ { cell }) => cell?.competency.id ?? '';
  const missing = (/** @type {Concern} */ { cell }) => (cell ? shareOf(cell) : 0);
  return (
    other.severity - one.severity ||
    missing(other) - missing(one) ||
    name(one).localeCompare(name(other), 'en') ||
    reasons.indexOf(one.reason) - reasons.indexOf(other.reason)
  );
}

/** The first reason that applies, in one competency. @param {Cell} cell @param {readonly any[]} flagged @returns {Concern[]} */
function ofCell(cell, flagged) {
  const { competency, light, charts, counted, forecast, isOpen, silence, coverage } = cell;
  const signOff = flagged.find((one) => one.fellowId === cell.fellowId && one.competencyId === competency.id);
  /** @type {Concern[]} */
  const found = [];
  const add = (/** @type {boolean} */ applies, /** @type {Omit<Concern, 'cell'>} */ concern) =>
    void (applies && found.push({ ...concern, cell }));
  const basis = signOff ? `${signOff.id} ${instant(signOff.flaggedAt)}` : '';
  add(signOff !== undefined, { severity: 4, reason: 'evidence-flagged', basis, signOffId: signOff?.id });
  add(light.state === 'concern_relapse', {
    ...{ severity: 4, reason: 'monitoring-alarm', basis: `case ${charts.alarm}` },
  });
  add(light.state === 'concern_low', {
    ...{ severity: 3, reason: 'concern-low', basis: `cases ${light.n - (light.n % 10)}` },
  });
  add(light.state === 'concern_drift', {
    ...{ severity: 3, reason: 'concern-drift', basis: `signal ${charts.signal}` },
  });
  const byEnd = isOpen && forecast?.status === 'open' ? Number(/** @type {any} */ (forecast).byEnd) : 1;
  const target = { basis: `target ${counted?.need}`, value: byEnd };
  add(byEnd < 0.5, { ...target, severity: 3, reason: 'target-unlikely' });
  add(byEnd >= 0.5 && byEnd < 0.8, { ...target, severity: 2, reason: 'target-uncertain' });
  const last = { basis: `last ${counted?.days.toSorted().at(-1) ?? ''}`, value: silence ?? 1 };
  add((silence ?? 1) < 0.05, { ...last, severity: 2, reason: 'silence' });
  const { recentCases, recentRated, ratings, raters } = coverage;
  const rated = { basis: '', value: recentRated / recentCases };
  add(recentCases >= 5 && rated.value < 0.6, { ...rated, severity: 1, reason: 'ratings-missing' });
  const few = { basis: `raters ${raters}`, value: raters };
  add(ratings >= 12 && raters < 4, { ...few, severity: 1, reason: 'few-raters' });
  return found.slice(0, 1);
}

/** Whatever the competency. @param {Known} known @param {readonly any[]} waits @returns {Concern[]} */
function ofFellow({ noLogging, logged }, waits) {
  const newest = Math.max(0, ...waits.map(({ submittedAt }) => instant(submittedAt)));
  return [
    ...((noLogging ?? 1) < 0.05
      ? [{ severity: 2, reason: 'no-logging', basis: logged.at(-1) ?? '', value: noLogging ?? 1 }]
      : []),
    ...(waits.length > 0
      ? [{ severity: 2, reason: 'long-waits', basis: `${newest}`, value: waits.length }]
      : []),
  ];
}

/**
 * What has expired, and what will within 90 days, of what was granted.
 * @param {readonly any[]} own @param {string} today @returns {Concern[]}
 */
function ofQualifications(own, today) {
  const last = own
    .filter(({ standing, expiresOn }) => standing === 'granted' && expiresOn !== null)
    .map(({ expiresOn }) => String(expiresOn))
    .sort();
  const begun = own.filter(({ fromOn }) => fromOn === null || fromOn <= today);
  const gone = last.filter((on) => on < today);
  const next = begun
    .filter(({ standing, expiresOn }) => standing === 'granted' && expiresOn !== null && expiresOn >= today)
    .map(({ expiresOn }) => String(expiresOn))
    .sort()[0];
  const left = next === undefined ? Infinity : (Date.parse(next) - Date.parse(today)) / DAY;
  return [
    ...(gone.length > 0
      ? [
          {
            ...{ severity: 3, reason: 'qualification-expired', value: gone.length },
            basis: `${gone.length} until ${gone.at(-1)}`,
          },
        ]
      : []),
    ...(left <= 90
      ? [
          {
            ...{ severity: left <= 30 ? 2 : 1, reason: 'qualification-expiring', value: left },
            basis: `next ${next}`,
          },
        ]
      : []),
  ];
}

/**
 * The concerns of one fellow with all their figures.
 * @param {Same} same @param {string} name
 * @param {{ shown: any[], made: readonly Concern[] }} about
 */
export function sameConcerns(same, name, { shown, made }) {
  same(
    `${name}, reasons to look`,
    shown.map(({ competencyId, reason, severity, basis }) => [competencyId, reason, severity, basis]),
    made.map(({ cell, reason, severity, basis }) => [cell?.competency.id, reason, severity, basis]),
  );
  shown.forEach((one, k) => {
    const { cell, reason, value, signOffId } = made[k] ?? {};
    const where = `${name}, ${one.competencyId ?? ''} ${one.reason}`;
    same(`${where}, value`, one.value, value, 1e-6);
    same(`${where}, sign-off`, one.signOffId, signOffId);
    const isTarget = reason === 'target-unlikely' || reason === 'target-uncertain';
    const isChart = ['monitoring-alarm', 'concern-low', 'concern-drift'].includes(reason ?? '');
    const isRatings = reason === 'ratings-missing' || reason === 'few-raters';
    sameParts(same, `${where}, light`, one.competence, isChart ? cell?.light : undefined);
    same(`${where}, coverage`, one.coverage, isRatings ? cell?.coverage : undefined);
    sameParts(same, `${where}, forecast`, one.forecast, isTarget ? cell?.forecast : undefined);
    same(`${where}, need`, one.need, isTarget ? cell?.counted?.need : undefined);
  });
}

/** Flags by chance alone. @param {readonly Known[]} knowns */
export function falseFlagsOf(knowns) {
  const cells = knowns.flatMap((known) => known.cells);
  const alarms = cells.reduce(
    (sum, { charts, light, rule }) =>
      sum + ('signalCase' in light ? charts.monitored / casesPerFalseAlarm(rule) : 0),
    0,
  );
  const watched =
    cells.filter(({ silence }) => silence !== null).length +
    knowns.filter(({ noLogging }) => noLogging !== null).length;
  const monitoredCases = cells.reduce(
    (sum, { charts, light }) => sum + ('signalCase' in light ? charts.monitored : 0),
    0,
  );
  return {
    ...{ alarms, silences: 0.05 * watched, total: alarms + 0.05 * watched },
    ...{ monitoredCases, watchedForSilence: watched },
  };
}

/**
 * @param {Given} given
 * @param {{ shown: any, concerns: ReadonlyMap<string, Concern[]> }} about
 */
export function attentionOf({ same, knowns }, { shown, concerns }) {
  const listed = knowns
    .flatMap((known) => {
      const [worst] = concerns.get(known.fellowId) ?? [];
      return worst ? [{ known, worst }] : [];
    })
    .sort(
      (one, other) =>
        other.worst.severity - one.worst.severity ||
        (other.worst.cell ? shareOf(other.worst.cell) : 0) - (one.worst.cell ? shareOf(one.worst.cell) : 0) ||
        one.known.name.localeCompare(other.known.name, 'en'),
    );
  same(
    'who is on the list',
    shown.lines.map((/** @type {any} */ line) => line.fellow.id),
    listed.map(({ known }) => known.fellowId),
  );
  same('who is not', shown.quiet.length, knowns.length - listed.length);
  for (const { fellow, concerns: own } of shown.lines)
    sameConcerns(same, fellow.name, { shown: own, made: concerns.get(fellow.id) ?? [] });
  const flags = falseFlagsOf(knowns);
  for (const [key, made] of Object.entries(flags))
    same(`flags by chance, ${key}`, shown.expectedFalse[key], made, 1e-6);
  const [rule] = knowns.flatMap(({ cells }) => cells.map((cell) => cell.rule));
  if (rule && flags.monitoredCases > 0)
    same(
      'cases from one false alarm to the next',
      shown.expectedFalse.casesPerFalseAlarm,
      flags.monitoredCases / flags.alarms,
      1e-3,
    );
  const open = knowns.flatMap(({ cells }) => cells.filter(({ isOpen }) => isOpen));
  same('forecasts of the class', shown.forecasts.length, open.length);
  for (const one of shown.forecasts) {
    const cell = open.find(
      ({ fellowId, competency }) => fellowId === one.fellowId && competency.id === one.competencyId,
    );
    const where = `forecast of the class, ${one.fellowId} ${one.competencyId}`;
    const { byEnd, shortfall } = /** @type {any} */ (cell?.forecast ?? {});
    same(where, [one.need, one.count], [cell?.counted?.need, cell?.counted?.value]);
    same(`${where}, by the end`, one.byEnd, byEnd, 1e-6);
    same(`${where}, missing`, one.shortfall, shortfall, 1e-6);
  }
}

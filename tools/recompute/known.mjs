/* What is known of each fellow in each competency, made from facts and the schedule: what every page is held against. */
import { approved, caseOf, entriesIn, groupedBy, inOrder, isAbout, judgedOf, ruleNumber } from './facts.mjs';
import { forecastOf, serviceDays, silenceOf } from './forecast.mjs';
import { chartsOf, lightOf } from './lights.mjs';

const DAY = 86_400_000;

/** @typedef {import('./facts.mjs').Fact} Fact */
/** @typedef {import('./lights.mjs').Rule} Rule */
/** @typedef {NonNullable<ReturnType<typeof ruleNumber>>} RuleNumber */
/** @typedef {ReturnType<typeof cellOf>} Cell */
/** @typedef {ReturnType<typeof knownOf>} Known */

/**
 * @typedef {object} Grounds
 * @property {any} training the fellow's role, with what the person wrote of themselves
 * @property {string} today
 * @property {readonly Fact[]} facts of everybody
 * @property {any} set
 * @property {readonly any[]} items of the catalogue
 * @property {readonly any[]} rotations of everybody
 * @property {readonly any[]} leaves of everybody
 * @property {Record<string, Record<string, number>>} rates as they were kept last, by competency and fellow
 * @property {Record<string, number>} dispersions as they were kept last
 * @property {(competencyId: string) => Rule} ruleOf by which numbers the charts are made
 */

/** @param {Grounds} grounds */
export function knownOf(grounds) {
  const { training, today, facts, set } = grounds;
  const fellowId = training.personId;
  const own = facts.filter((fact) => fact.fellowId === fellowId);
  const rotations = grounds.rotations.filter((one) => one.fellowId === fellowId);
  const leave = grounds.leaves.filter((one) => one.fellowId === fellowId);
  const whole = serviceDays(training, rotations, leave);
  const past = training.toOn < today ? [] : whole.filter(({ on }) => on <= today);
  const logged = [...new Map(own.map(({ entryId, on }) => [entryId, on])).values()].sort();
  const service = { whole, past, rotations, leave, delays: delaysOf(own) };
  /** @type {Map<string, { numbers: (RuleNumber | null)[], met: boolean | null }>} */
  const stood = new Map();
  const isMet = (/** @type {string} */ id) => standing(id).met;
  /** @param {string} id @returns {{ numbers: (RuleNumber | null)[], met: boolean | null }} */
  const standing = (id) => {
    const before = stood.get(id);
    if (before) return before;
    const competency = set.competencies.find((/** @type {any} */ one) => one.id === id);
    const numbers = competency.rules.map((/** @type {any} */ rule) =>
      ruleNumber(rule, own, { today, baseSpecialty: training.baseSpecialty, isMet }),
    );
    const met = numbers.includes(null) ? null : numbers.every((/** @type {RuleNumber} */ one) => one.met);
    const made = { numbers, met };
    stood.set(id, made);
    return made;
  };
  const cells = set.competencies.map((/** @type {any} */ competency) =>
    cellOf(grounds, { competency, own, service, ...standing(competency.id) }),
  );
  return {
    ...{ fellowId, name: training.name, own, today, service, logged, training },
    noLogging: silenceOf(logged, past),
    cells: /** @type {Cell[]} */ (cells),
  };
}

/** Days from procedure to entry, once for each entry. @param {readonly Fact[]} own */
function delaysOf(own) {
  return [
    ...new Map(
      own.map(({ entryId, sentAt, on }) => [
        entryId,
        Math.max(0, Math.floor((sentAt - Date.parse(on)) / DAY)),
      ]),
    ).values(),
  ];
}

/**
 * @param {Grounds} grounds
 * @param {{ competency: any, own: readonly Fact[], service: any, numbers: (RuleNumber | null)[], met: boolean | null }} about
 */
function cellOf(grounds, { competency, own, service, numbers, met }) {
  const { items, today, training } = grounds;
  const isProcedure = items.some(
    ({ id, kind, group }) =>
      kind === 'procedure' && isAbout(competency.about, /** @type {any} */ ({ itemId: id, group })),
  );
  const judged = isProcedure ? judgedOf(competency.about, own) : [];
  const failures = isProcedure ? judged.map(({ failed }) => failed) : null;
  const rule = grounds.ruleOf(competency.id);
  const counted = numbers.find((number) => number?.isCount) ?? null;
  const forecast = counted && aheadOf(grounds, { competency, counted, service });
  const isOpen = forecast?.status === 'open' && counted !== null && counted.value < counted.need;
  return {
    ...{ competency, numbers, met, counted, isProcedure, judged, failures, rule, forecast, isOpen },
    light: lightOf(failures, rule),
    charts: chartsOf(failures ?? [], rule),
    silence: isOpen ? silenceOf(counted.days, service.past) : null,
    coverage: coverageOf(competency.about, own, today),
    fellowId: training.personId,
  };
}

/** @param {Grounds} grounds @param {{ competency: any, counted: RuleNumber, service: any }} about */
function aheadOf({ training, today, rates, dispersions }, { competency, counted, service }) {
  const { endsOn } = { endsOn: training.toOn };
  if (training.toOn < today) return { status: counted.met ? 'met' : 'ended', endsOn };
  if (counted.met) return { status: 'met', endsOn };
  const others = Object.entries(rates[competency.id] ?? {}).flatMap(([id, rate]) =>
    id === training.personId ? [] : [Number(rate)],
  );
  const { rotations, leave, delays } = service;
  const made = forecastOf({
    ...{ cases: counted.days, need: counted.need, today, training, delays, rates: others },
    ...{ dispersion: dispersions[competency.id], rotations, leave },
  });
  return { status: 'open', ...made, less: lessOf(service, today, made.lateOn ?? endsOn) };
}

/** What of the schedule ahead gives less than a full service. @param {any} service @param {string} today @param {string} until */
function lessOf({ rotations, leave }, today, until) {
  const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
  return [...rotations, ...leave.map((/** @type {any} */ one) => ({ ...one, name: one.kind, service: 0 }))]
    .filter(({ service, fromOn, toOn }) => service < 100 && toOn > today && fromOn <= until)
    .sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .slice(0, 4)
    .map(({ name, fromOn, toOn, service }) => ({
      ...{ name, fromOn: fromOn > today ? fromOn : tomorrow, toOn, service: service / 100 },
    }));
}

/** @param {Fact} fact */
const isDone = ({ kind, role, simulation }) =>
  kind === 'procedure' && !simulation && (role === 'performed' || role === 'performed-part');

/** How the cases of 30 days, and all, are rated. @param {any} about @param {readonly Fact[]} facts @param {string} today */
function coverageOf(about, facts, today) {
  const own = facts.filter((fact) => isDone(fact) && isAbout(about, fact));
  const since = new Date(Date.parse(today) - 30 * DAY).toISOString().slice(0, 10);
  const recent = own.filter(
    (fact) => fact.on > since && fact.on <= today && (approved(fact) || fact.state === 'submitted'),
  );
  const rated = own.filter((fact) => approved(fact) && fact.help !== null).sort(inOrder);
  const cases = [...groupedBy(rated, caseOf).values()];
  return {
    recentCases: entriesIn(recent),
    recentRated: entriesIn(recent.filter(({ help }) => help !== null)),
    ratings: cases.length,
    raters: new Set(cases.map(([first]) => first?.supervisorId)).size,
  };
}

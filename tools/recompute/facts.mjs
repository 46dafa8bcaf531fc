/*
 * The logged procedures of a program as the tables have them, and what requirement rules make of them: written a second
 * time, from docs/domain.md, without the code of the product.
 */

/**
 * @typedef {object} Fact
 * @property {string} id
 * @property {string} entryId
 * @property {string} fellowId
 * @property {string} itemId
 * @property {string} group
 * @property {string} kind
 * @property {string} on
 * @property {string | undefined} role
 * @property {string} state
 * @property {boolean} simulation
 * @property {string | undefined} outcome
 * @property {string | undefined} painCategory
 * @property {string | undefined} diagnosisGroup
 * @property {readonly string[]} techniques
 * @property {string} supervisorId
 * @property {string} siteId
 * @property {number | null} help
 * @property {number | null} selfHelp
 * @property {string | null} scope
 * @property {number} sentAt
 * @property {number} levels
 * @property {number | null} approvedAt
 */

/** Which experiences of the catalogue are which care (docs/domain.md). */
export const careItems = {
  acute: ['exp-acute', 'exp-acute-followup'],
  chronic: [
    'exp-new-chronic-outpatient',
    'exp-continuity',
    'exp-inpatient-chronic',
    'exp-inpatient-followup',
  ],
  cancer: ['exp-cancer', 'exp-palliative'],
  'physical-therapy': ['exp-rehab-plan', 'exp-pt-session', 'exp-physical-modality', 'exp-pmp'],
  psychology: ['exp-psych-history', 'exp-mental-status', 'exp-psychological-therapy'],
  team: ['exp-mdt'],
};

/** @param {string} text */
export const instant = (text) => Date.parse(`${text.replace(' ', 'T')}Z`);

/**
 * @param {import('better-sqlite3')} database
 * @param {string} programId
 * @param {Map<string, { group: string, kind: string }>} items
 * @param {number} now
 * @returns {Fact[]}
 */
export function factsOf(database, programId, items, now) {
  /** @param {string} sql @returns {any[]} */
  const all = (sql) => database.prepare(sql).all(programId);
  const versions = new Map(
    all('SELECT * FROM entry_version WHERE programId = ?').map((one) => [
      `${one.entryId} ${one.number}`,
      one,
    ]),
  );
  const decisions = all('SELECT * FROM decision WHERE programId = ? AND live = 1');
  const ratings = all('SELECT * FROM rating WHERE programId = ?');
  return all(
    "SELECT * FROM entry WHERE programId = ? AND state IN ('submitted','returned','approved','amended')",
  ).flatMap((entry) => {
    const key = `${entry.id} ${entry.shownNumber}`;
    const version = versions.get(key);
    if (!version) return [];
    const content = JSON.parse(version.content);
    const said = decisions.filter((one) => `${one.entryId} ${one.number}` === key);
    const approval = said.find(({ kind }) => kind === 'approved');
    const isReversed = said.some(({ kind }) => kind === 'reversed');
    const corrections = approval && !isReversed ? JSON.parse(approval.corrections ?? '[]') : [];
    return content.procedures.map((/** @type {any} */ line, /** @type {number} */ position) => {
      const item = items.get(line.itemId) ?? { group: '', kind: '' };
      const rating =
        approval && now > instant(approval.at) + 10_000
          ? ratings.find((one) => one.decisionId === approval.id && one.position === position)
          : undefined;
      const correction = corrections.find((/** @type {any} */ one) => one.position === position);
      return {
        ...{
          id: `${entry.id}:${String(position).padStart(2, '0')}`,
          entryId: entry.id,
          fellowId: entry.fellowId,
        },
        ...{ itemId: line.itemId, group: item.group, kind: item.kind, on: content.performedOn },
        ...{ role: correction?.role?.corrected ?? line.role, state: entry.state, outcome: line.outcome },
        ...{ simulation: content.simulation === true, painCategory: content.painCategory },
        ...{ diagnosisGroup: content.diagnosisGroup, selfHelp: line.selfHelp ?? null },
        techniques: line.techniques ?? [],
        supervisorId: approval?.byId ?? entry.assignedId ?? content.supervisorId ?? '',
        ...{ siteId: content.siteId ?? '', help: rating?.help ?? null, scope: rating?.scope ?? null },
        sentAt: instant(version.submittedAt),
        levels: line.levels?.length ?? 1,
        approvedAt: approval ? instant(approval.at) : null,
      };
    });
  });
}

/** @param {Fact} fact */
export const approved = ({ state }) => state === 'approved' || state === 'amended';

/** @param {readonly Fact[]} facts */
export const entriesIn = (facts) => new Set(facts.map(({ entryId }) => entryId)).size;

/** @template T @param {readonly T[]} list @param {(one: T) => string} of @returns {Map<string, T[]>} */
export function groupedBy(list, of) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const one of list) groups.set(of(one), [...(groups.get(of(one)) ?? []), one]);
  return groups;
}

/** @param {{ items?: string[], groups?: string[] }} about @param {Fact} fact */
export function isAbout({ items, groups }, fact) {
  if (items === undefined && groups === undefined) return true;
  return items?.includes(fact.itemId) === true || groups?.includes(fact.group) === true;
}

/** The same day so many months before, or the last of its month. @param {string} on @param {number} months */
export function monthsBefore(on, months) {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whether a fact passes a filter, save that it may still wait. @param {any} filter @param {Fact} fact @param {string} today */
function passes(filter, fact, today) {
  const { kind, roles, painCategories, techniques, windowMonths, minHelp, simulation, ...other } = filter;
  const { items: _items, groups: _groups, ...unknown } = other;
  if (Object.keys(unknown).length > 0)
    throw new Error(`a filter of an unknown kind: ${Object.keys(unknown)}`);
  return (
    isAbout(filter, fact) &&
    (kind === undefined || fact.kind === kind) &&
    (roles === undefined || roles.includes(fact.role ?? 'observed')) &&
    (painCategories === undefined || painCategories.includes(fact.painCategory)) &&
    (techniques === undefined || fact.techniques.some((one) => techniques.includes(one))) &&
    (minHelp === undefined || (fact.help ?? 0) >= minHelp) &&
    (simulation === 'include' || fact.simulation === (simulation === 'only')) &&
    fact.outcome !== 'aborted' &&
    fact.on <= today &&
    (windowMonths === undefined || fact.on >= monthsBefore(today, windowMonths))
  );
}

/** Lines of an entry and item that were rated in one tap are one case. @param {Fact} fact */
export const caseOf = ({ id, entryId, itemId, scope }) => (scope === 'all' ? `${entryId} ${itemId}` : id);

/** @param {Fact} one @param {Fact} other */
export const inOrder = (one, other) => one.on.localeCompare(other.on) || (one.id < other.id ? -1 : 1);

/**
 * What a rule counts: its number, what it needs, whether that is enough, what waits, and for a count the days of what it
 * counts; null for a rule about something else than procedures, or one that holds such a rule.
 * @param {any} rule
 * @param {readonly Fact[]} facts
 * @param {Around} around
 * @returns {RuleNumber | null}
 */
export function ruleNumber(rule, facts, around) {
  const { today, baseSpecialty, isMet } = around;
  const none = { days: [], counted: [], isCount: false, waiting: 0 };
  if (rule.kind === 'other-competency' && rule.standing === 'met') {
    const met = isMet(rule.competencyId);
    return met === null ? null : { ...none, value: Number(met), need: 1, met };
  }
  if (rule.kind === 'any-of') {
    const parts = rule.rules.map((/** @type {any} */ part) => ruleNumber(part, facts, around));
    if (parts.includes(null)) return null;
    const value = parts.filter((/** @type {any} */ part) => part.met).length;
    return { ...none, value, need: rule.need, met: value >= rule.need };
  }
  if (rule.kind === 'base-specialty') {
    const said = baseSpecialty.trim().toLowerCase();
    if (said === '') return { ...none, value: 0, need: 1, met: false };
    const isListed = rule.specialties.some((/** @type {string} */ one) => one.trim().toLowerCase() === said);
    const asked = isListed ? rule.listed : rule.others;
    if (asked) return ruleNumber(asked, facts, around);
    return { ...none, value: 0, need: 0, met: true };
  }
  const counted = leafNumber(rule, facts, today);
  if (counted === null) return null;
  const { isLong = true, ...number } = counted;
  const need = counted.need ?? rule.need;
  const isEnough = counted.value >= need && isLong;
  return { ...number, need, met: isEnough, isCount: rule.kind === 'count' };
}

/**
 * @typedef {object} Around
 * @property {string} today
 * @property {string} baseSpecialty
 * @property {(competencyId: string) => boolean | null} isMet of the competency that comes first
 */

/**
 * @typedef {object} RuleNumber
 * @property {number} value
 * @property {number} need
 * @property {boolean} met
 * @property {string[]} days
 * @property {Fact[]} counted what is counted, as often as it counts
 * @property {boolean} isCount
 * @property {number} waiting
 * @property {number} [looked] rated cases of which a share was taken
 */

/**
 * @param {any} rule
 * @param {readonly Fact[]} facts
 * @param {string} today
 * @returns {{ value: number, days: string[], counted: Fact[], waiting: number, need?: number, isLong?: boolean, looked?: number } | null}
 */
function leafNumber(rule, facts, today) {
  if (rule.kind === 'other-competency' || rule.kind === 'certificate') return null;
  const filter = rule.kind === 'recency' ? { ...rule.filter, windowMonths: rule.windowMonths } : rule.filter;
  const passing = facts.filter((fact) => approved(fact) && passes(filter, fact, today)).sort(inOrder);
  // The rating comes with the approval, so that nothing waits for one.
  const waits = facts.filter(
    (fact) => fact.state === 'submitted' && passes({ ...filter, minHelp: undefined }, fact, today),
  );
  if (rule.kind === 'distinct') {
    const of = { supervisor: 'supervisorId', site: 'siteId', item: 'itemId' }[
      /** @type {'supervisor' | 'site' | 'item'} */ (rule.of)
    ];
    const values = passing.map((fact) => fact[/** @type {'supervisorId' | 'siteId' | 'itemId'} */ (of)]);
    return { value: new Set(values).size, days: [], counted: [], waiting: waits.length };
  }
  if (rule.kind === 'rating-last-n' || rule.kind === 'rating-share') return ratedNumber(rule, passing, waits);
  if (rule.kind === 'count' && rule.per === 'level') {
    const waiting = waits.reduce((sum, { levels }) => sum + levels, 0);
    return { ...listOf(passing.flatMap((fact) => Array.from({ length: fact.levels }, () => fact))), waiting };
  }
  if (rule.kind === 'count' && rule.per === 'procedure') return { ...listOf(passing), waiting: waits.length };
  const sessions = new Map(passing.toReversed().map((fact) => [fact.entryId, fact]));
  return { ...listOf([...sessions.values()].sort(inOrder)), waiting: entriesIn(waits) };
}

/** @param {Fact[]} counted the oldest first */
const listOf = (counted) => ({ value: counted.length, days: counted.map(({ on }) => on), counted });

/** @param {any} rule @param {readonly Fact[]} passing the oldest first @param {readonly Fact[]} waits */
function ratedNumber(rule, passing, waits) {
  /** @type {Map<string, Fact>} */
  const cases = new Map();
  for (const fact of passing.toReversed())
    if (fact.help !== null && !cases.has(caseOf(fact))) cases.set(caseOf(fact), fact);
  const newest = [...cases.values()].slice(0, rule.of === 'all' ? undefined : rule.n);
  const value = newest.filter(({ help }) => (help ?? 0) >= rule.minHelp).length;
  const oldest = rule.of === 'all' ? undefined : newest[rule.n - 1];
  const waiting = waits.filter((fact) => oldest === undefined || inOrder(fact, oldest) > 0).length;
  const of = { value, days: [], counted: [], waiting };
  if (rule.kind === 'rating-last-n') return { ...of, need: rule.n };
  const need = Math.ceil((Math.max(rule.n, newest.length) * rule.percent) / 100);
  return { ...of, need, looked: newest.length, isLong: newest.length >= rule.n };
}

/** The judged cases of a competency, the oldest first. @param {any} about @param {readonly Fact[]} facts */
export function judgedOf(about, facts) {
  /** @type {Map<string, { entryId: string, on: string, failed: number }>} */
  const cases = new Map();
  for (const fact of facts.toSorted(inOrder)) {
    const { help, outcome, role, kind, simulation } = fact;
    if (help === null || kind === 'experience' || simulation || !approved(fact) || !isAbout(about, fact))
      continue;
    if (role !== 'performed' && role !== 'performed-part') continue;
    if (outcome === 'aborted' && help >= 4) continue;
    const failed = help < 4 || outcome === 'supervisor-took-over' ? 1 : 0;
    const before = cases.get(caseOf(fact));
    if (before) before.failed = Math.max(before.failed, failed);
    else cases.set(caseOf(fact), { entryId: fact.entryId, on: fact.on, failed });
  }
  return [...cases.values()];
}

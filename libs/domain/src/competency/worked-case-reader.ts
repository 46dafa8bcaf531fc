import { procedureRoles, type Guidance } from '../catalogue';
import { entryStates, outcomes, ratingScopes, supervisionLevels } from '../entry/entry';
import type { AgeBand, DiagnosisGroup, Help, PainCategory, RatingScope, Setting } from '../entry/entry';
import { isCivilDate } from '../calendar';
import type { HeldCertificate } from './assessment';
import type { Fact, FactFilter } from './fact';
import { JsonReader, unreadable } from './json-reader';
import { distinctThings, ruleUnits, shareCases } from './requirement-set';
import type { AskedRule, LeafRule, Rule } from './requirement-set';
import type { WorkedCase, WorkedExpectation } from './worked-case';

const kinds = ['procedure', 'experience'] as const;

/** Keys that shape one part of a rule; all other keys are its filter, which the parts share. */
const shapeKeys = [
  'distinct',
  'lastN',
  'share',
  'certificate',
  'anyOf',
  'baseSpecialty',
  'per',
  'need',
  'also',
];
/** Lists of the filter, each with the key that stands for a list of one. */
const singulars = {
  painCategories: 'painCategory',
  settings: 'setting',
  outcomes: 'outcome',
  techniques: 'technique',
  choices: 'choice',
  diagnosisGroups: 'diagnosisGroup',
  diagnoses: 'diagnosis',
  ageBands: 'ageBand',
  regions: 'region',
} as const satisfies Partial<Record<keyof FactFilter, string>>;
const filterKeys = [
  ...['items', 'group', 'groupOf', 'kind', 'roles', 'supervision', 'guidance'],
  ...Object.entries(singulars).flat(),
  ...['simulation', 'windowMonths', 'minHelp'],
];
const knownKeys = [...shapeKeys, ...filterKeys];

/** The words of the format for what a rule makes of simulation; it names `only`, and people have several for both. */
const simulationWords = {
  ...({ exclude: 'exclude', none: 'exclude', only: 'only' } as const),
  ...({ include: 'include', both: 'include', any: 'include', also: 'include' } as const),
};
type SimulationWord = keyof typeof simulationWords;

/** Stands for no procedure at all, in the place of an empty list, which no rule may have. */
const noProcedure = '(none)';

/** The cases of a parsed file, each still to be read by {@link readWorkedCase}. Throws `worked-case/unreadable`. */
export function workedCasesOf(file: unknown): readonly unknown[] {
  return new JsonReader(file, 'file').list('cases');
}

/**
 * Reads one case of the neutral rule format. Throws `worked-case/unreadable` with the place, also for a part of the rule
 * that is not known: leaving it out would make another rule of it. Pain categories and settings may be any text, since
 * the format does not list them.
 */
export function readWorkedCase(value: unknown): WorkedCase {
  const id = new JsonReader(value, 'case').text('id');
  const raw = new JsonReader(value, id);
  const [main, ...also] = partsOf(raw.object('spec'));
  const groupOf = groupsIn([main, ...also]);
  const facts = raw
    .list('facts')
    .map((fact, index) => readFact(new JsonReader(fact, `${id}.facts.${index}`), groupOf));
  return {
    id,
    title: raw.has('title') ? raw.text('title') : '',
    asOf: readDay(raw, 'asOf'),
    rules: [readRule(main, facts), ...also.map((part) => readRule(part, facts))],
    baseSpecialty: raw.has('baseSpecialty') ? raw.text('baseSpecialty') : null,
    certificates: raw.has('certificates') ? raw.list('certificates').map(certificateReader(id)) : [],
    facts,
    expect: readExpectation(raw.object('expect')),
  };
}

/** The rule itself, then its further parts, each with the filter that they share. */
function partsOf(spec: JsonReader): [JsonReader, ...JsonReader[]] {
  const also = spec.has('also') ? spec.list('also') : [];
  const parts = also.map((part, index) => {
    const reader = new JsonReader(part, `${spec.at}.also.${index}`);
    if (reader.has('also')) unreadable(`${reader.at}.also`, 'no parts within a part');
    return within(spec, reader);
  });
  return [spec, ...parts];
}

function groupsIn(parts: readonly JsonReader[]): ReadonlyMap<string, string> {
  const maps = parts.filter((part) => part.has('groupOf')).map((part) => part.object('groupOf'));
  return new Map(maps.flatMap((map) => Object.keys(map.values).map((item) => [item, map.text(item)])));
}

function certificateReader(id: string) {
  return (value: unknown, index: number): HeldCertificate => {
    const held = new JsonReader(value, `${id}.certificates.${index}`);
    return {
      certificateId: held.text('id'),
      issuedOn: readDay(held, 'issuedOn'),
      expiresOn: held.has('expiresOn') ? readDay(held, 'expiresOn') : null,
    };
  };
}

function readRule(part: JsonReader, facts: readonly Fact[]): Rule {
  if (!part.has('baseSpecialty')) return readAsked(part, facts);
  assertKnown(part, knownKeys);
  const by = part.object('baseSpecialty');
  assertKnown(by, ['is', 'then', 'else']);
  const branch = (key: string) => readAsked(within(part, by.object(key)), facts);
  return {
    kind: 'base-specialty',
    specialties: by.texts('is'),
    ...(by.has('then') ? { listed: branch('then') } : {}),
    ...(by.has('else') ? { others: branch('else') } : {}),
  };
}

function readAsked(part: JsonReader, facts: readonly Fact[]): AskedRule {
  if (!part.has('anyOf')) return readLeaf(part, facts);
  assertKnown(part, knownKeys);
  const any = part.object('anyOf');
  assertKnown(any, ['need', 'rules']);
  const rules = any
    .list('rules')
    .map((rule, index) => readLeaf(within(part, new JsonReader(rule, `${any.at}.rules.${index}`)), facts));
  return { kind: 'any-of', need: any.number('need'), rules };
}

/** A rule in another one, which shares the filter of that one. */
function within(outer: JsonReader, inner: JsonReader): JsonReader {
  const shared = Object.entries(outer.values).filter(([key]) => !shapeKeys.includes(key));
  return new JsonReader({ ...Object.fromEntries(shared), ...inner.values }, inner.at);
}

function readLeaf(part: JsonReader, facts: readonly Fact[]): LeafRule {
  assertKnown(part, knownKeys);
  const holds = ['anyOf', 'baseSpecialty'].find((key) => part.has(key));
  if (holds !== undefined) unreadable(`${part.at}.${holds}`, 'no such rule within this one');
  if (part.has('certificate')) {
    const certificateId = part.text('certificate');
    return { kind: 'certificate', certificateId, title: certificateId };
  }
  const filter = readFilter(part, facts);
  if (part.has('share')) {
    const share = part.object('share');
    assertKnown(share, ['of', 'n', 'percent', 'min']);
    return {
      ...{ kind: 'rating-share', filter, of: share.choice('of', shareCases), n: share.number('n') },
      ...{ percent: share.number('percent'), minHelp: share.number('min') as Help },
    };
  }
  if (part.has('lastN')) {
    const lastN = part.object('lastN');
    assertKnown(lastN, ['n', 'min']);
    const minHelp = lastN.number('min') as Help;
    return { kind: 'rating-last-n', filter, n: lastN.number('n'), minHelp };
  }
  const need = part.number('need');
  if (part.has('distinct')) {
    const of = part.choice('distinct', distinctThings);
    return { kind: 'distinct', filter, of, need };
  }
  const per = part.has('per') ? part.choice('per', ruleUnits) : 'session';
  return { kind: 'count', filter, per, need };
}

function assertKnown({ at, values }: JsonReader, keys: readonly string[]): void {
  const stranger = Object.keys(values).find((key) => !keys.includes(key));
  if (stranger !== undefined) unreadable(`${at}.${stranger}`, `one of ${keys.join(', ')}`);
}

function readFilter(part: JsonReader, facts: readonly Fact[]): FactFilter {
  return {
    ...readSubject(part, facts),
    ...(part.has('roles') ? { roles: part.choices('roles', procedureRoles) } : {}),
    ...(part.has('supervision') ? { supervision: part.choices('supervision', supervisionLevels) } : {}),
    ...readLists(part),
    ...(part.has('simulation') ? { simulation: readSimulation(part) } : {}),
    ...(part.has('windowMonths') ? { windowMonths: part.number('windowMonths') } : {}),
    ...(part.has('minHelp') ? { minHelp: part.number('minHelp') as Help } : {}),
  };
}

/** Lists of any words, since the format lists none but the outcomes. */
function readLists(part: JsonReader): FactFilter {
  const outcomeKey = oneKeyOf(part, 'outcomes', singulars.outcomes);
  if (part.has(outcomeKey)) part.choices(outcomeKey, outcomes);
  const keys = [...Object.entries(singulars), ['guidance', 'guidance'] as const];
  const given = keys.flatMap(([plural, singular]) => {
    const key = plural === singular ? plural : oneKeyOf(part, plural, singular);
    return part.has(key) ? [[plural, part.texts(key)]] : [];
  });
  return Object.fromEntries(given) as FactFilter;
}

/**
 * What the rule is about. Every key narrows, so items and a group together are the items that are in the group; a rule
 * without any is about whatever was logged.
 */
function readSubject(
  part: JsonReader,
  facts: readonly Fact[],
): Pick<FactFilter, 'items' | 'groups' | 'kind'> {
  const kind = part.has('kind') ? { kind: part.choice('kind', kinds) } : {};
  const items = part.has('items') ? part.texts('items') : undefined;
  const groups = part.has('group') ? part.texts('group') : undefined;
  if (items !== undefined && groups === undefined) return { ...kind, items };
  if (groups !== undefined && items === undefined) return { ...kind, groups };
  const logged = facts
    .filter(({ itemId, group }) => items?.includes(itemId) !== false && groups?.includes(group) !== false)
    .map(({ itemId }) => itemId);
  return { ...kind, items: logged.length === 0 ? [noProcedure] : [...new Set(logged)] };
}

function readSimulation(part: JsonReader): 'exclude' | 'include' | 'only' {
  return simulationWords[part.choice('simulation', Object.keys(simulationWords) as SimulationWord[])];
}

/** The key that is there of two that mean the same. */
function oneKeyOf(part: JsonReader, one: string, other: string): string {
  if (part.has(one) && part.has(other)) unreadable(`${part.at}.${other}`, `not both ${one} and ${other}`);
  return part.has(one) ? one : other;
}

function readFact(fact: JsonReader, groupOf: ReadonlyMap<string, string>): Fact {
  const id = fact.text('id');
  const itemId = fact.text('procedure');
  return {
    id,
    entryId: fact.has('entry') ? fact.text('entry') : id,
    itemId,
    group: groupOf.get(itemId) ?? '',
    kind: fact.has('kind') ? fact.choice('kind', kinds) : 'procedure',
    performedOn: readDay(fact, 'date'),
    role: fact.choice('role', procedureRoles),
    supervision: fact.choice('supervision', supervisionLevels),
    help: fact.has('help') ? (fact.number('help') as Help) : null,
    scope: fact.has('help') ? readScope(fact) : null,
    supervisorId: fact.text('supervisor'),
    siteId: fact.text('site'),
    status: fact.choice('status', entryStates),
    simulation: fact.flag('simulation'),
    painCategory: wordOf<PainCategory>(fact, oneKeyOf(fact, 'pain', 'painCategory')),
    setting: wordOf<Setting>(fact, 'setting'),
    outcome: fact.has('outcome') ? fact.choice('outcome', outcomes) : null,
    techniques: fact.has('techniques') ? fact.texts('techniques') : [],
    choices: fact.has('choices') ? fact.texts('choices') : [],
    diagnosisGroup: wordOf<DiagnosisGroup>(fact, 'diagnosisGroup'),
    diagnosisId: wordOf(fact, 'diagnosis'),
    ageBand: wordOf<AgeBand>(fact, 'ageBand'),
    guidance: wordOf<Guidance>(fact, 'guidance'),
    region: wordOf(fact, 'region'),
    levels: fact.number('levels'),
  };
}

/** Any word, since the format does not list them; null where there is none. */
function wordOf<Word extends string>(fact: JsonReader, key: string): Word | null {
  return fact.has(key) ? (fact.text(key) as Word) : null;
}

/** A fact without its own word was rated alone. */
function readScope(fact: JsonReader): RatingScope {
  return fact.has('scope') ? fact.choice('scope', ratingScopes) : 'each';
}

function readDay(reader: JsonReader, key: string): string {
  const day = reader.text(key);
  return isCivilDate(day) ? day : unreadable(`${reader.at}.${key}`, 'a day that exists, YYYY-MM-DD');
}

function readExpectation(expect: JsonReader): WorkedExpectation {
  const notCounted = expect.object('notCounted');
  const parts = expect.has('parts') ? expect.list('parts') : [];
  return {
    count: expect.number('count'),
    met: expect.flag('met'),
    notCounted: Object.keys(notCounted.values).map((id) => ({ id, reasons: notCounted.texts(id) })),
    parts: parts.map((value, index) => {
      const part = new JsonReader(value, `${expect.at}.parts.${index}`);
      return {
        name: part.text('name'),
        value: part.number('value'),
        need: part.number('need'),
        met: part.flag('met'),
      };
    }),
  };
}

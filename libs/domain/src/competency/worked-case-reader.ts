import { entryStates, painCategories, procedureRoles, settings, supervisionLevels } from '../entry/entry';
import type { Help } from '../entry/entry';
import type { Fact, FactFilter } from './fact';
import { JsonReader, unreadable } from './json-reader';
import type { FactRule } from './requirement-set';
import type { WorkedCase, WorkedExpectation } from './worked-case';

const kinds = ['procedure', 'experience'] as const;

/** Keys that shape one part of a rule; all other keys are its filter, which the parts share. */
const shapeKeys = ['distinct', 'lastN', 'per', 'need', 'also'];
const filterKeys = [
  ...['items', 'group', 'groupOf', 'kind', 'roles', 'supervision', 'painCategory', 'painCategories'],
  ...['setting', 'settings', 'simulation', 'windowMonths', 'minHelp'],
];
const knownKeys = [...shapeKeys, ...filterKeys];

/** The cases of a parsed file, each still to be read by {@link readWorkedCase}. Throws `worked-case/unreadable`. */
export function workedCasesOf(file: unknown): readonly unknown[] {
  return new JsonReader(file, 'file').list('cases');
}

/**
 * Reads one case of the neutral rule format. Throws `worked-case/unreadable` with the place, also for a part of the rule
 * that is not known: leaving it out would make another rule of it.
 */
export function readWorkedCase(value: unknown): WorkedCase {
  const id = new JsonReader(value, 'case').text('id');
  const raw = new JsonReader(value, id);
  const spec = raw.object('spec');
  const groupOf = spec.has('groupOf') ? spec.object('groupOf') : new JsonReader({}, id);
  return {
    id,
    title: raw.has('title') ? raw.text('title') : '',
    asOf: raw.text('asOf'),
    rules: readRules(spec),
    facts: raw
      .list('facts')
      .map((fact, index) => readFact(new JsonReader(fact, `${id}.facts.${index}`), groupOf)),
    expect: readExpectation(raw.object('expect')),
  };
}

function readRules(spec: JsonReader): WorkedCase['rules'] {
  const shared = Object.entries(spec.values).filter(([key]) => !shapeKeys.includes(key));
  const also = spec.has('also') ? spec.list('also') : [];
  const parts = also.map((part, index) => {
    const reader = new JsonReader(part, `${spec.at}.also.${index}`);
    return new JsonReader({ ...Object.fromEntries(shared), ...reader.values }, reader.at);
  });
  return [readRule(spec), ...parts.map(readRule)];
}

function readRule(part: JsonReader): FactRule {
  const stranger = Object.keys(part.values).find((key) => !knownKeys.includes(key));
  if (stranger !== undefined) unreadable(`${part.at}.${stranger}`, `one of ${knownKeys.join(', ')}`);
  const filter = readFilter(part);
  if (part.has('lastN')) {
    const lastN = part.object('lastN');
    const minHelp = lastN.number('min') as Help;
    return { kind: 'rating-last-n', filter, n: lastN.number('n'), minHelp };
  }
  const need = part.number('need');
  if (part.has('distinct')) {
    const of = part.choice('distinct', ['supervisor', 'site']);
    return { kind: 'distinct', filter, of, need };
  }
  const per = part.has('per') ? part.choice('per', ['session', 'level']) : 'session';
  return { kind: 'count', filter, per, need };
}

function readFilter(part: JsonReader): FactFilter {
  const painKey = part.has('painCategories') ? 'painCategories' : 'painCategory';
  const settingKey = part.has('settings') ? 'settings' : 'setting';
  return {
    ...(part.has('items') ? { items: part.texts('items') } : {}),
    ...(part.has('group') ? { groups: part.texts('group') } : {}),
    ...(part.has('kind') ? { kind: part.choice('kind', kinds) } : {}),
    ...(part.has('roles') ? { roles: part.choices('roles', procedureRoles) } : {}),
    ...(part.has('supervision') ? { supervision: part.choices('supervision', supervisionLevels) } : {}),
    ...(part.has(painKey) ? { painCategories: part.choices(painKey, painCategories) } : {}),
    ...(part.has(settingKey) ? { settings: part.choices(settingKey, settings) } : {}),
    ...(part.has('simulation')
      ? { simulation: part.choice('simulation', ['exclude', 'include', 'only']) }
      : {}),
    ...(part.has('windowMonths') ? { windowMonths: part.number('windowMonths') } : {}),
    ...(part.has('minHelp') ? { minHelp: part.number('minHelp') as Help } : {}),
  };
}

function readFact(fact: JsonReader, groupOf: JsonReader): Fact {
  const id = fact.text('id');
  const itemId = fact.text('procedure');
  return {
    id,
    entryId: id,
    itemId,
    group: groupOf.has(itemId) ? groupOf.text(itemId) : '',
    kind: fact.has('kind') ? fact.choice('kind', kinds) : 'procedure',
    performedOn: fact.text('date'),
    role: fact.choice('role', procedureRoles),
    supervision: fact.choice('supervision', supervisionLevels),
    help: fact.has('help') ? (fact.number('help') as Help) : null,
    supervisorId: fact.text('supervisor'),
    siteId: fact.text('site'),
    status: fact.choice('status', entryStates),
    simulation: fact.flag('simulation'),
    painCategory: fact.has('painCategory') ? fact.choice('painCategory', painCategories) : null,
    setting: fact.has('setting') ? fact.choice('setting', settings) : null,
    levels: fact.number('levels'),
  };
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

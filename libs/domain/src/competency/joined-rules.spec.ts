import { boardLine } from '../board/board-line';
import { assess } from './assess';
import { checkRequirementSet } from './check-requirement-set';
import { volumeOutcome } from './joined-rules';
import { textsOfSet } from './requirement-file';
import type { AnyOfRule, BaseSpecialtyRule, Rule } from './requirement-set';
import { restsOnRatings } from './rule-parts';
import { competency, count, fact, lumbar, oneSession, requirementSet } from './testdata/build';

const catalogue = { items: [{ id: 'esi-tf-lumbar' }], groups: [] };
const certificate: Rule = { kind: 'certificate', certificateId: 'ultrasound', title: 'Ultrasound course' };
const waits: Rule = { kind: 'other-competency', competencyId: 'first', standing: 'signed' };
const anyOf: AnyOfRule = { kind: 'any-of', need: 1, rules: [count(lumbar), certificate] };
const specialty: BaseSpecialtyRule = {
  kind: 'base-specialty',
  specialties: ['Anesthesiology'],
  listed: count(lumbar, { need: 1 }),
  others: anyOf,
};
const share = { kind: 'rating-share', filter: lumbar, of: 'newest', n: 5, percent: 80, minHelp: 4 } as const;
const at = '/competencies/0/rules/0';

function found(...rules: readonly unknown[]): string[] {
  const set = requirementSet([competency('a', { rules: rules as Rule[] }), competency('first')]);
  return checkRequirementSet(set, catalogue).map(({ code, field }) => `${code} ${field}`);
}

describe('rules that hold others, and shares', () => {
  it('may be published', () => {
    expect(found(anyOf, specialty, share, { ...specialty, listed: undefined }, oneSession)).toEqual([]);
  });

  it.each([
    ['any-of-impossible', '/rules', { ...anyOf, rules: [oneSession] }],
    ['any-of-impossible', '/need', { ...anyOf, need: 3 }],
    ['any-of-impossible', '/need', { ...anyOf, need: 0 }],
    ['need-impossible', '/rules/0/need', { ...anyOf, rules: [count(lumbar, { need: 0 }), certificate] }],
    ['kind-unknown', '/rules/0/kind', { ...anyOf, rules: [anyOf, certificate] }],
    ['not-a-list', '/rules', { ...anyOf, rules: oneSession }],
    ['item-unknown', '/rules/0/filter/items/0', { ...anyOf, rules: [count({ items: ['x'] }), certificate] }],
    [
      'competency-unknown',
      '/rules/0/competencyId',
      { ...anyOf, rules: [{ ...waits, competencyId: 'x' }, certificate] },
    ],
    [
      'id-form',
      '/rules/1/certificateId',
      { ...anyOf, rules: [oneSession, { ...certificate, certificateId: 'A b' }] },
    ],
    ['list-empty', '/specialties', { ...specialty, specialties: [] }],
    ['text-missing', '/specialties/0', { ...specialty, specialties: [' '] }],
    ['text-missing', '/specialties/0', { ...specialty, specialties: [3] }],
    ['kind-unknown', '/others/kind', { ...specialty, others: specialty }],
    ['help-impossible', '/listed/minHelp', { ...specialty, listed: { ...share, minHelp: 6 } }],
    ['share-impossible', '/percent', { ...share, percent: 0 }],
    ['share-impossible', '/percent', { ...share, percent: 101 }],
    ['share-impossible', '/percent', { ...share, percent: 12.5 }],
    ['n-impossible', '/n', { ...share, n: 0 }],
    ['choice-unknown', '/of', { ...share, of: 'last' }],
    ['key-unknown', '/need', { ...share, need: 4 }],
  ])('are refused with requirement/%s at %s', (code, place, rule) => {
    expect(found(rule, oneSession)).toEqual([`requirement/${code} ${at}${place}`]);
  });

  it('are refused where fellows of some base specialty would meet the competency with nothing done', () => {
    const { others: _others, ...onlyListed } = specialty;
    const { listed: _listed, ...onlyOthers } = specialty;
    const nothing = `requirement/asks-nothing ${at.slice(0, -2)}`;
    expect(found(onlyListed)).toEqual([nothing]);
    expect(found(onlyOthers)).toEqual([nothing]);
    expect(found(onlyListed, onlyOthers)).toEqual([]);
    expect(found({ kind: 'base-specialty', specialties: ['Neurology'] }, oneSession)).toEqual([
      `requirement/asks-nothing ${at}`,
    ]);
  });

  it('are refused where one waits for itself through them', () => {
    const set = requirementSet([
      competency('a', {
        rules: [{ ...anyOf, rules: [{ ...waits, competencyId: 'a' }, oneSession] } as Rule],
      }),
    ]);
    expect(checkRequirementSet(set, catalogue).map(({ code }) => code)).toEqual([
      'requirement/competency-cycle',
    ]);
  });

  it('give their texts to be read, and tell whether they rest on ratings', () => {
    const set = requirementSet([competency('a', { rules: [specialty] })]);
    expect(textsOfSet(set).slice(-2)).toEqual([
      { pointer: `${at}/specialties/0`, text: 'Anesthesiology' },
      { pointer: `${at}/others/rules/1/title`, text: 'Ultrasound course' },
    ]);
    expect([anyOf, specialty].map(restsOnRatings)).toEqual([false, false]);
    const rated: Rule[] = [share, { ...anyOf, rules: [share, certificate] }, { ...specialty, listed: share }];
    expect(rated.map(restsOnRatings)).toEqual([true, true, true]);
  });

  it('give the volume of the count that is asked of the fellow', () => {
    const set = requirementSet([competency('a', { rules: [share, specialty] })]);
    const volumeFrom = (baseSpecialty: string | null) => {
      const [assessed] = assess(set, [fact('a')], { asOf: '2026-12-31', baseSpecialty }).competencies;
      return volumeOutcome(assessed?.rules ?? [])?.need;
    };
    expect(volumeFrom('Anesthesiology')).toBe(1);
    // Any of several is no one count, and of an unknown specialty nothing is asked.
    expect([volumeFrom('Neurology'), volumeFrom(null)]).toEqual([undefined, undefined]);
  });

  it('keep a fellow observing until all that they name is signed off', () => {
    const rules: Rule[] = [{ ...anyOf, rules: [waits, certificate] }];
    const line = boardLine({ id: 'a', rules, observeFirst: true }, [], {
      today: '2026-11-23',
      lastOn: '2027-06-30',
    });
    expect(line).toMatchObject({ reason: 'others-first', waitsFor: ['first'] });
  });
});

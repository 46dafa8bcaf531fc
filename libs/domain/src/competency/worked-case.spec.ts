import joinedFile from './testdata/joined-rule-cases.json';
import moreFile from './testdata/more-requirement-cases.json';
import togetherFile from './testdata/one-case-ratings.json';
import { changed, evaluate } from './testdata/raw-case';
import file from './testdata/requirement-cases.json';
import { evaluateWorkedCase } from './worked-case';
import { readWorkedCase, workedCasesOf } from './worked-case-reader';

describe('the worked cases', () => {
  const all = [file, moreFile, togetherFile, joinedFile]
    .flatMap((one) => workedCasesOf(one))
    .map((raw) => readWorkedCase(raw));
  const named = all.map((worked) => [worked.id, worked] as const);

  it.each(named)('agree in %s', (_, worked) => {
    expect(evaluateWorkedCase(worked).differences).toEqual([]);
  });

  it.each(named)('give in %s every reason and no other', (_, worked) => {
    const sorted = (list: readonly { readonly id: string; readonly reasons: readonly string[] }[]) =>
      Object.fromEntries(list.map(({ id, reasons }) => [id, [...reasons].sort()]));
    expect(sorted(evaluateWorkedCase(worked).notCounted)).toEqual(sorted(worked.expect.notCounted));
  });

  it('are all there', () => {
    const files = [file, moreFile, togetherFile, joinedFile];
    expect(files.map((one) => workedCasesOf(one).length)).toEqual([19, 76, 11, 20]);
  });
});

describe('a worked case that differs says where', () => {
  it('in its number, in met, and in its parts', () => {
    const parts = [
      { name: 'count', value: 1, need: 1, met: true },
      { name: 'site', value: 2, need: 3, met: true },
      { name: 'site', value: 1, need: 1, met: true },
      { name: 'lastN', value: 1, need: 1, met: true },
    ];
    const spec = {
      also: [
        { distinct: 'site', need: 2 },
        { distinct: 'site', need: 1 },
      ],
    };
    const raw = {
      ...(changed('spec', spec) as object),
      expect: { count: 2, met: true, notCounted: {}, parts },
    };
    expect(evaluate(raw).differences).toEqual([
      'count 1, expected 2',
      'met false, expected true',
      'site value 1, expected 2',
      'site need 2, expected 3',
      'site met false, expected true',
      'lastN missing',
    ]);
  });

  it('in what counts and for which reason', () => {
    const expectNotCounted = (fact: Record<string, unknown>, notCounted: unknown) =>
      evaluate({
        ...(changed('fact', fact) as object),
        spec: { items: ['tpi'], roles: ['performed'], need: 1 },
        expect: { count: 'role' in fact ? 0 : 1, met: !('role' in fact), notCounted },
      }).differences;
    expect(expectNotCounted({}, { a: ['role'] })).toEqual(['a counted, expected not counted (role)']);
    expect(expectNotCounted({ role: 'observed' }, {})).toEqual(['a not counted (role), expected counted']);
    expect(expectNotCounted({ role: 'observed' }, { a: ['setting'] })).toEqual([
      'a not counted (role), expected not counted (setting)',
    ]);
    expect(expectNotCounted({ role: 'observed' }, { a: ['setting', 'role'] })).toEqual([]);
    expect(expectNotCounted({ role: 'observed', status: 'void' }, { a: ['role'] })).toEqual([
      'a not counted (not-approved, role), expected not counted (role)',
    ]);
  });
});

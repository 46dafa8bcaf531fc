import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refused, type RefusalCode, type Refused } from '@countersign/domain/refusal';
import { isProblemCode, problems, type ProblemKind } from './problems';
import { problemInWords } from './words/problem';

const domain = join(__dirname, '../../domain/src');
const api = join(__dirname, '../../../apps/api/src');

/** The text of every source of a folder and below, save specs and the list of codes. */
function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/spec\.ts$|refusal-code\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

describe('The problem registry', () => {
  it('has no row that neither a rule nor the API raises', () => {
    const source = sourceOf(domain) + sourceOf(api);
    expect(Object.keys(problems).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('does not compile without a row for each code with which a rule refuses', () => {
    // @ts-expect-error a rule refuses with a code of the union only
    const refusal: Refused = refused('entry/new-rule');
    // @ts-expect-error a code that is new in the union has no row yet
    const registry: Readonly<Record<RefusalCode | 'entry/new-rule', ProblemKind>> = problems;
    expect(Object.keys(registry)).not.toContain(refusal.code);
  });

  it('gives every problem an error status and a whole sentence', () => {
    for (const [code, { status }] of Object.entries(problems)) {
      const sentence = problemInWords({ code });
      expect([code, status >= 400 && status < 600, sentence]).toEqual([
        code,
        true,
        expect.stringMatching(/^[A-Z][^{}]+\.$/),
      ]);
    }
  });

  it('does not take inherited names for codes', () => {
    expect(isProblemCode('toString')).toBe(false);
    expect(isProblemCode('entry/stale-version')).toBe(true);
  });
});

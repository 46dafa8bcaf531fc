import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isProblemCode, problems } from './problems';
import { problemInWords } from './words/problem';

const domain = join(__dirname, '../../domain/src');
const api = join(__dirname, '../../../apps/api/src');

/** Every code that a rule can refuse an entry with, as it stands in the source. */
function refusalCodes(folder: string): string[] {
  return readdirSync(join(domain, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(domain, folder, file), 'utf8').matchAll(/'((?:entry|access|review)\/[a-z-]+)'/g),
      ].map(([, code]) => code ?? ''),
    );
}

/** The text of every source of a folder and below, specs left out. */
function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

describe('The problem registry', () => {
  it('has no row that neither a rule nor the API raises', () => {
    const source = sourceOf(domain) + sourceOf(api);
    expect(Object.keys(problems).filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('knows every code with which a rule about entries or access can refuse', () => {
    const codes = [...new Set([...refusalCodes('entry'), ...refusalCodes('access')])];
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
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

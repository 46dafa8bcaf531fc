import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../../..');

/** Sources of what the browser may load, with what they import for good: types are gone and `import()` waits. */
function importsOf(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !file.startsWith('phi/'))
    .flatMap((file) => {
      const source = readFileSync(join(root, folder, file), 'utf8');
      const found = source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gms);
      return [...found].map(([, from = '']): [string, string] => [`${folder}/${file}`, from]);
    });
}

describe('The privacy guard', () => {
  it('is in the first load of no page: nothing that the browser loads imports it but on demand', () => {
    const imports = ['apps/web/src', 'libs/contracts/src', 'libs/domain/src'].flatMap(importsOf);
    expect(imports.some(([, from]) => from === '@countersign/domain/entry')).toBe(true);
    expect(imports.filter(([, from]) => /(^|\/)phi(\/|$)/.test(from))).toEqual([]);
  });

  it('is fetched on demand in one place', () => {
    const source = readFileSync(join(__dirname, 'privacy.ts'), 'utf8');
    expect(source).toContain("import('@countersign/domain/phi').then(");
  });
});

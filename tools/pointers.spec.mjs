import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** A page that a comment names, with the section where it names one: `docs/domain.md §4`. */
const POINTER = /([\w./-]*\w\.md)(?:\s+(?:\*\s+)?§(\d+))?/g;

/**
 * What is wrong with the pages that a text names from the root of the repository.
 * @param {string} text
 */
function lostPointers(text) {
  return [...text.matchAll(POINTER)].flatMap(([whole, page = '', section]) => {
    if (!existsSync(join(root, page))) return [`${whole}: there is no ${page}`];
    const heading = new RegExp(`^#+ ${section}\\. `, 'm');
    return section === undefined || heading.test(read(page)) ? [] : [`${whole}: there is no such section`];
  });
}

describe('A comment that points at a page', () => {
  it('names one of the repository, and a section that it has', () => {
    const sources = globSync('{apps,libs,tools}/**/*.{ts,mjs,cts,cjs,html,scss}', {
      cwd: root,
      exclude: (name) => name === 'node_modules' || name === 'pointers.spec.mjs',
    });
    expect(sources.length).toBeGreaterThan(500);
    const lost = [...sources, 'eslint.config.mjs', 'eslint.walls.mjs', 'AGENTS.md'].flatMap((file) =>
      lostPointers(read(file)).map((fault) => `${file}: ${fault}`),
    );
    expect(lost).toEqual([]);
  });

  it('is found out where page or section is missing', () => {
    expect(lostPointers('see docs/domain.md §4 and docs/operate.md')).toEqual([]);
    expect(lostPointers('see domain.md §4')).toEqual(['domain.md §4: there is no domain.md']);
    expect(lostPointers('(docs/domain.md\n * §99)')).toEqual([
      'docs/domain.md\n * §99: there is no such section',
    ]);
  });
});

describe('A decision', () => {
  const pages = globSync('docs/adr/0*.md', { cwd: root }).sort();

  it('has its number once, a title, and says whether it holds and since when', () => {
    expect(pages.length).toBeGreaterThan(12);
    for (const page of pages) {
      const number = Number(page.slice('docs/adr/'.length).split('-')[0]);
      expect(read(page)).toMatch(new RegExp(`^# ${number}\\. \\S`));
      expect([page, read(page)]).toEqual([
        page,
        expect.stringMatching(
          /^\*\*Status\.\*\* (Accepted|Superseded by \[\d+\]\(\S+\)), \d{4}-\d\d-\d\d\./m,
        ),
      ]);
    }
    expect(new Set(pages.map((page) => page.slice(0, 'docs/adr/0000'.length))).size).toBe(pages.length);
  });
});

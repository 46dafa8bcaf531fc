import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What the rule book shows to the outside and who asks for it.
 *
 * @typedef {object} DomainExport
 * @property {string} folder the sub-folder of libs/domain/src, as in `@countersign/domain/entry`
 * @property {string} name
 */

/** What runs only in tests. */
const IS_TEST = /spec\.m?ts$|\.spec\.mjs$|(^|\/)(testing|testdata)$/;

/** Every value that an index of libs/domain exports. @param {string} root @returns {DomainExport[]} */
export function domainExports(root) {
  const source = join(root, 'libs/domain/src');
  return globSync('**/index.ts', { cwd: source }).flatMap((file) =>
    namesIn(readFileSync(join(source, file), 'utf8'), /export \{([^}]*)\} from '[^']+';/g).map(
      ({ name }) => ({ folder: dirname(file), name }),
    ),
  );
}

/**
 * The exported values that nothing outside their folder imports: neither an app, a tool, the contracts nor another folder
 * of the domain; a test is no caller. Types go with the functions that use them.
 * @param {string} root
 * @returns {string[]} as `folder name`, sorted
 */
export function uncalledExports(root) {
  const sources = globSync('{apps,libs,tools}/**/*.{ts,mts,mjs}', {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || IS_TEST.test(path),
  });
  const called = new Set(sources.flatMap((file) => importsIn(readFileSync(join(root, file), 'utf8'))));
  return domainExports(root)
    .map(({ folder, name }) => `${folder} ${name}`)
    .filter((one) => !called.has(one))
    .sort();
}

/** @param {string} text @returns {string[]} */
function importsIn(text) {
  const imports =
    /import (?:type )?\{([^}]*)\} from '(?:@countersign\/domain\/|(?:\.\.\/)+)([a-z-]+(?:\/offline)?)';/g;
  return namesIn(text, imports).map(({ name, rest: [folder] }) => `${folder} ${name}`);
}

/**
 * The names in the braces of every match, without `type` and without what they are called here.
 * @param {string} text
 * @param {RegExp} pattern
 */
function namesIn(text, pattern) {
  return [...text.matchAll(pattern)].flatMap(([, braces = '', ...rest]) =>
    braces
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split(',')
      .map((part) =>
        part
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*$/, ''),
      )
      .filter(Boolean)
      .map((name) => ({ name, rest })),
  );
}

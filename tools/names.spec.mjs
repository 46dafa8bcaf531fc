import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DECLARED = /^export (?:abstract )?(?:class|interface|type) (\w+)/gm;

/** What an app calls its classes and types, for the whole app. @param {string} app */
function declaredIn(app) {
  const files = globSync(`apps/${app}/src/**/*.ts`, { cwd: root });
  const shown = files.filter((file) => !basename(file).includes('spec.') && !file.includes('/testing/'));
  return new Set(
    shown.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(DECLARED)].map(([, name]) => name),
    ),
  );
}

test('a class or type of the API is called as none of the web app is, so that a name says which side it is on', () => {
  const [api, web] = [declaredIn('api'), declaredIn('web')];
  expect(Math.min(api.size, web.size)).toBeGreaterThan(50);
  expect([...api.intersection(web)]).toEqual([]);
});

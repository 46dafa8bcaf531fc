import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} file */
const read = (file) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8'));

describe('nx serve web', () => {
  const { serve } = read('apps/web/project.json').targets;
  const { env } = read('apps/api/project.json').targets.serve.options;

  it('starts the API too, which names the address of the page as its own', () => {
    expect(serve.dependsOn).toEqual([{ projects: ['api'], target: 'serve' }]);
    expect(env.PUBLIC_URL).toBe(`http://localhost:${serve.options.port}`);
  });

  it('passes on what is the API’s and leaves the host as the browser sent it, which the same-site rule compares', () => {
    expect(read(serve.options.proxyConfig)).toEqual({ '/api': { target: 'http://127.0.0.1:3000' } });
  });
});

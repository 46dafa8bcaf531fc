import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chooseSteps, testSteps } from './steps.mjs';

const STEPS = testSteps({ ci: false });
/** @param {...string} names */
const chosenNames = (...names) => chooseSteps(STEPS, names).chosen.map(({ name }) => name);

describe('the steps of a test run', () => {
  it('are all of them when none is named', () => {
    expect(chosenNames()).toEqual(STEPS.map(({ name }) => name));
  });

  it('are those of a name, with the steps that they need, in their order', () => {
    expect(chosenNames('journeys', 'lint')).toEqual(['lint', 'build', 'journeys']);
  });

  it('can be named by their group', () => {
    expect(chosenNames('api')).toEqual(['api:sqlite', 'api:mariadb']);
  });

  it('are quickly told in a word: no build, no database, no browser', () => {
    expect(chosenNames('quick')).toEqual([
      ...['lock', 'lint', 'types'],
      ...['unit:domain', 'unit:contracts', 'unit:web', 'unit:api', 'unit:tools'],
    ]);
  });

  it('run simulations on all their cases and measure coverage, unless they are to be quick', () => {
    const domain = (/** @type {boolean} */ quick) =>
      testSteps({ ci: false, quick }).find(({ name }) => name === 'unit:domain');
    expect(domain(false)).toMatchObject({ env: { TEST_CASES: 'all' } });
    expect(domain(false)?.commands[0]).toContain('--coverage');
    expect(domain(true)).toMatchObject({ env: { TEST_CASES: 'quick' } });
    expect(domain(true)?.commands[0]).not.toContain('--coverage');
  });

  it('do not include what nobody knows', () => {
    expect(chooseSteps(STEPS, ['lnit', 'types'])).toMatchObject({
      unknown: ['lnit'],
      chosen: [{ name: 'types' }],
    });
  });

  it('take no test from the cache, and nothing at all on a build machine', () => {
    const nxCommands = (/** @type {boolean} */ ci) =>
      testSteps({ ci }).flatMap(({ kind, commands }) =>
        commands.filter(([tool]) => tool === 'nx').map((command) => ({ kind, command })),
      );
    for (const { command } of nxCommands(true)) expect(command).toContain('--skip-nx-cache');
    for (const { kind, command } of nxCommands(false))
      expect(command.includes('--skip-nx-cache')).toBe(kind === 'suite');
  });

  it('look at the format of every file again on a build machine only', () => {
    const format = (/** @type {boolean} */ ci) =>
      testSteps({ ci })
        .find(({ name }) => name === 'lint')
        ?.commands.find(([tool]) => tool === 'prettier');
    expect(format(true)).toEqual(['prettier', '--check', '--log-level=warn', '.']);
    expect(format(false)).toContain('--cache');
  });

  // Nx passes over a project that has no such target without a word.
  it('check the types of every project', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const projects = globSync('{apps,libs}/*/project.json', { cwd: root });
    expect(projects.length).toBeGreaterThan(3);
    for (const project of projects) {
      const { name, targets } = JSON.parse(readFileSync(root + project, 'utf8'));
      expect({ name, typecheck: typeof targets.typecheck }).toEqual({ name, typecheck: 'object' });
    }
  });
});

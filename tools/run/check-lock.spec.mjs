import { lockFaults } from './check-lock.mjs';

const sound = { integrity: 'sha512-x' };
/** @param {Record<string, object>} packages */
const lock = (packages) => ({ packages: { '': {}, ...packages } });

describe('the lock', () => {
  it('is complete when an optional package is found beside its parent or above it', () => {
    const packages = {
      'node_modules/a': { ...sound, optionalDependencies: { 'a-linux': '1', 'a-win': '1' } },
      'node_modules/a/node_modules/a-linux': sound,
      'node_modules/a-win': sound,
    };
    expect(lockFaults(lock(packages))).toEqual([]);
  });

  it('is not when a platform’s package is missing, or lies where its parent does not look', () => {
    const packages = {
      'node_modules/@scope/a': { ...sound, optionalDependencies: { 'a-linux': '1', 'a-win': '1' } },
      'node_modules/b': sound,
      'node_modules/b/node_modules/a-linux': sound,
    };
    expect(lockFaults(lock(packages))).toEqual([
      'a-linux, an optional package of node_modules/@scope/a, is missing',
      'a-win, an optional package of node_modules/@scope/a, is missing',
    ]);
  });

  it.each([
    ['names the address it came from', { ...sound, resolved: 'https://mirror.example/a.tgz' }],
    ['has no checksum', {}],
    ['is asked for by nothing', { ...sound, extraneous: true }],
  ])('is not when a package %s', (fault, entry) => {
    expect(lockFaults(lock({ 'node_modules/a': entry }))).toEqual([`node_modules/a ${fault}`]);
  });
});

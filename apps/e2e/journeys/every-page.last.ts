import { expect, test } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { inspectedSoFar } from './inspected';

const WEB = `${__dirname}/../../web/src/app`;
/** The page where no other address fits. */
const ANY = '**';

/** The addresses of the web app’s lists of routes, such as `fellows/:fellowId`; the plainest come first. */
function addresses(): string[] {
  const files = globSync('**/*.routes.ts', { cwd: WEB });
  const found = files.flatMap((file) =>
    [...readFileSync(`${WEB}/${file}`, 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path),
  );
  const open = (address: string): number => address.split(':').length;
  return [...new Set(found)].sort((one, other) => open(one) - open(other));
}

function fits(pathname: string, address: string): boolean {
  return new RegExp(`^/${address.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname);
}

test('Every page of the app was inspected as a whole by some journey', () => {
  const all = addresses();
  expect(all).toEqual(expect.arrayContaining(['home', 'queue', 'fellows/:fellowId', ANY]));
  const named = all.filter((address) => address !== ANY);
  const whole = inspectedSoFar().filter(({ part }) => part === undefined);
  const seen = new Set(
    whole.map(({ url }) => named.find((address) => fits(new URL(url).pathname, address)) ?? ANY),
  );
  expect(all.filter((address) => !seen.has(address))).toEqual([]);
});

import { expect, test } from '@playwright/test';
import { globSync, readFileSync } from 'node:fs';
import { inspectedSoFar } from './inspected';

const WEB = `${__dirname}/../../web/src/app`;

/** The addresses of the web app’s lists of routes, such as `fellows/:fellowId`. */
function addresses(): string[] {
  const files = globSync('**/*.routes.ts', { cwd: WEB });
  const found = files.flatMap((file) =>
    [...readFileSync(`${WEB}/${file}`, 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path),
  );
  return [...new Set(found)];
}

/** Whether the path of a page is one of that address; `**` is what no other address fits. */
function fits(pathname: string, address: string): boolean {
  if (address === '**') return !addresses().some((other) => other !== '**' && fits(pathname, other));
  return new RegExp(`^/${address.replaceAll(/:\w+/g, '[^/]+')}$`).test(pathname);
}

test('Every page of the app was inspected as a whole by some journey', () => {
  const all = addresses();
  expect(all).toEqual(expect.arrayContaining(['home', 'queue', 'fellows/:fellowId', '**']));
  const whole = inspectedSoFar().filter(({ part }) => part === undefined);
  const paths = whole.map(({ url }) => new URL(url).pathname);
  expect(all.filter((address) => !paths.some((path) => fits(path, address)))).toEqual([]);
});

import type { Request } from 'express';

/** Browsers and systems by what tells them in a user agent; the first that is there counts. */
const browsers = [
  ['Edg', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const;

/** The browser of a request in words that its person knows again, such as `Firefox on Windows`; null where it says none. */
export function deviceOf(request: Request): string | null {
  const agent = request.header('user-agent') ?? '';
  const [, browser] = browsers.find(([sign]) => agent.includes(sign)) ?? [];
  const [, system] = systems.find(([sign]) => agent.includes(sign)) ?? [];
  if (browser === undefined) return null;
  return system === undefined ? browser : `${browser} on ${system}`;
}

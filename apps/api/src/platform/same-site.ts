import type { IncomingHttpHeaders } from 'node:http';

/**
 * First defence against requests forged by another site: browsers tell where a request comes from by `Sec-Fetch-Site`,
 * older ones by `Origin`. A client that sends neither is no browser and carries no ambient cookie.
 */
export function isSameSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  return origin === undefined || URL.parse(origin)?.host === host;
}

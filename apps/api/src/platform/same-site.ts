import type { IncomingHttpHeaders } from 'node:http';

/**
 * First defence against requests forged by another site: browsers tell where a request comes from by `Sec-Fetch-Site`,
 * older ones by `Origin`. A client that sends neither is no browser and carries no ambient cookie.
 * @param publicOrigin the origin that the settings name; only where they name none the request's own host stands in.
 */
export function isSameSite(headers: IncomingHttpHeaders, publicOrigin: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return publicOrigin === undefined ? URL.parse(origin)?.host === host : origin === publicOrigin;
}

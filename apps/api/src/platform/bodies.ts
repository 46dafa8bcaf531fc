import { json, type RequestHandler } from 'express';
import { BODY_KB, type Endpoint } from '@countersign/contracts/endpoint';

const BODY_LIMIT = BODY_KB * 1024;

/**
 * Reads JSON bodies, each no larger than its endpoint says, so that nobody makes the server read what no form of ours
 * sends. What is at no endpoint's address is answered 404 later and reads as little as any.
 */
export function readBodies(endpoints: readonly Endpoint[]): RequestHandler {
  const larger = endpoints
    .filter(({ bodyKb = BODY_KB }) => bodyKb !== BODY_KB)
    .map(({ method, path, bodyKb = BODY_KB }) => ({
      ...{ method, path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`) },
      read: json({ limit: bodyKb * 1024, strict: true }),
    }));
  const usual = json({ limit: BODY_LIMIT, strict: true });
  return (request, response, next) => {
    const known = larger.find(({ method, path }) => method === request.method && path.test(request.path));
    (known?.read ?? usual)(request, response, next);
  };
}

import { json, type RequestHandler } from 'express';
import { BODY_KB, type Endpoint } from '@countersign/contracts/endpoint';
import { problem } from './problem';

/**
 * A body that says it is this much too large is not read to its end: what is read and thrown away is collected again, and
 * everybody waits for that. One that is a little too large is read, because who sent it shall hear why it was refused, and
 * a connection that is cut may take the answer along.
 */
const READ_BEYOND_KB = 64;

/** How the bodies of a route are read. */
interface BodyReader {
  /** Bytes, at most, of a body that is read to its end. */
  readonly most: number;
  readonly read: RequestHandler;
}

/**
 * Reads JSON bodies, each no larger than its endpoint says, so that nobody makes the server read what no form of ours
 * sends. What is at no endpoint's address is answered 404 later and reads as little as any.
 */
export function readBodies(endpoints: readonly Endpoint[]): RequestHandler {
  const larger = endpoints
    .filter(({ bodyKb = BODY_KB }) => bodyKb !== BODY_KB)
    .map(({ method, path, bodyKb }) => ({
      ...{ method, path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`) },
      ...readerOf(bodyKb),
    }));
  const usual = readerOf();
  return (request, response, next) => {
    const { most, read } =
      larger.find(({ method, path }) => method === request.method && path.test(request.path)) ?? usual;
    const { 'content-length': length } = request.headers;
    // What has no body is left without one: the parser would take it for an empty object, which empties what it is put in.
    if (length === '0') {
      next();
      return;
    }
    if (Number(length ?? 0) <= most) {
      read(request, response, next);
      return;
    }
    response.setHeader('Connection', 'close').once('finish', () => request.socket.destroySoon());
    next(problem('request/too-large'));
  };
}

function readerOf(kb = BODY_KB): BodyReader {
  return {
    most: (kb + READ_BEYOND_KB) * 1024,
    read: json({ limit: kb * 1024, strict: true, verify: refuseEmpty }),
  };
}

/** Also where the length was not said before. */
function refuseEmpty(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (bytes.length === 0) throw problem('request/malformed');
}

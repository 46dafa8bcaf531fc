import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import pino from 'pino';
import { pinoHttp } from 'pino-http';
import type { Settings } from './settings';

/** Logs one line per request: no cookies, no bodies, no query strings, so that no secret and no text reaches the log. */
export function requestLog(settings: Pick<Settings, 'logLevel'>): RequestHandler {
  return pinoHttp({
    logger: pino({ level: settings.logLevel }),
    genReqId: () => randomUUID(),
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { LoggerModule } from 'nestjs-pino';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { SignedRequest } from './handle';
import type { Settings } from './settings';

/** Makes the one logger of the server; Nest and the features speak through it too. */
export function makeLogger(settings: Pick<Settings, 'logLevel'>): Logger {
  return pino({ level: settings.logLevel });
}

/** Brings the logger into the app: what is said while a request is answered carries the request's id. */
export function loggerModule(logger: Logger): DynamicModule {
  return LoggerModule.forRoot({ pinoHttp: { logger }, useExisting: true });
}

/**
 * One line for each request: who (id of the person, address), what for and how it ended, with its id, which is the
 * reference that people are shown. No cookies, no bodies, no query strings: no secret and no text reaches the log. At the
 * default level, `warn`, stands whatever was answered with a problem that people see.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    customLogLevel: (request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return isSeen(request as SignedRequest, response.statusCode) ? 'warn' : 'info';
    },
    // Known only once the gate has looked at the request, and once it is answered.
    customProps: (request) => {
      const { actor, problemCode } = request as SignedRequest;
      return {
        ...(actor === undefined ? {} : { personId: actor.personId }),
        ...(problemCode === undefined ? {} : { code: problemCode }),
      };
    },
    serializers: {
      req: (request: { id: string; method: string; url: string; remoteAddress?: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        address: request.remoteAddress,
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

/** Whether the person reads of it: that nobody is signed in yet is the ordinary start of a visit. */
function isSeen({ problemCode }: SignedRequest, status: number): boolean {
  return status >= 400 && problemCode !== 'session/required';
}

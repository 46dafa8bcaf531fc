import { createHash, timingSafeEqual } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '../platform/settings';
import { Figures } from './figures';

/**
 * Tells a monitor that names the token the figures of this server, and counts from now on what is asked besides. Without a
 * token in the settings nothing is counted, and the address is one of which the server knows nothing.
 */
export function serveMetrics(app: INestApplication, { metricsToken }: Pick<Settings, 'metricsToken'>): void {
  if (metricsToken === undefined) return;
  const figures = app.get(Figures);
  figures.start();
  app.use('/api/metrics', (request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || request.path !== '/') {
      next();
      return;
    }
    if (!isToken(metricsToken, request.header('authorization'))) {
      response.status(401).set('WWW-Authenticate', 'Bearer').type('text/plain');
      response.send('Who asks for the figures names the token of METRICS_TOKEN.\n');
      return;
    }
    figures.told().then(({ type, text }) => response.set('Content-Type', type).send(text), next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    figures.count(request, response);
    next();
  });
}

/** Compares digests, so that the time it takes says nothing of the token, its length neither. */
function isToken(wanted: string, header: string | undefined): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  return timingSafeEqual(digestOf(wanted), digestOf(given));
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
